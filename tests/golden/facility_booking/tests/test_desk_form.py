"""予約を入れる・直す"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/desk_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("予約を入れる・直す")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "予約を入れる・直す" [level=1]
          - combobox /^利用団体/
          - combobox /^施設/
          - textbox /^利用日/
          - group /^時間帯/
          - textbox /^利用人数/
          - textbox /^利用目的/
          - group /^入場料/
          - group /^減免の希望/
          - textbox /^適用する時間単価/
          - textbox /^利用時間/
          - textbox /^減免率/
          - textbox /^納付期限/
        """
    )


@pytest.mark.parametrize("role", ["officer"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("予約を入れる・直す")


@pytest.mark.parametrize("role", ["group", "chief", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_records("利用団体", required=True)
    look.expect_records("施設", required=True)
    look.expect_line("利用日", required=True)
    look.expect_buttons(
        "時間帯",
        ["午前", "午後", "夜間"],
        required=True,
        help="午前は9時から、午後は13時から、夜間は18時から",
    )
    look.expect_line("利用人数", required=True, help="おおよその人数で構いません")
    look.expect_line("利用目的", required=True)
    look.expect_buttons("入場料", ["取らない", "取る"], required=True)
    look.expect_buttons("減免の希望", ["希望しない", "希望する"], required=True)
    look.expect_not_asked("減免の理由")
    look.expect_line("適用する時間単価", help="市外の団体や入場料を取る場合は割増になることがある")
    look.expect_line("利用時間")
    look.expect_line("減免率", help="なしは0、半額は50、全額は100")
    look.expect_line("納付期限")


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    before = look.count("booking")
    look.add()
    look.expect_wrong("利用団体", "利用団体を選んでください")
    look.expect_wrong("施設", "施設を選んでください")
    look.expect_wrong("利用日", "利用日を入力してください")
    look.expect_wrong("時間帯", "時間帯を選んでください")
    look.expect_wrong("利用人数", "利用人数を入力してください")
    look.expect_wrong("利用目的", "利用目的を入力してください")
    after = look.count("booking")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.expect_refusals(
        [
            ("利用日", "2026-03-31", "2026年4月1日以上にしてください"),
            ("利用人数", "0", "1人以上にしてください"),
            ("利用目的", "あ" * 61, "60文字以内で入力してください(今は61文字)"),
            ("適用する時間単価", "-1", "0円以上にしてください"),
            ("利用時間", "0.4", "0.5時間以上にしてください"),
            ("減免率", "-1", "0%以上にしてください"),
        ],
    )
    look.expect_refusals(
        [
            ("利用日", "2028-01-01", "2027年12月31日以下にしてください"),
            ("利用人数", "2001", "2,000人以下にしてください"),
            ("適用する時間単価", "60001", "60,000円以下にしてください"),
            ("利用時間", "13", "12時間以下にしてください"),
            ("減免率", "101", "100%以下にしてください"),
        ],
    )


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.expect_accepted(
        {
            "利用日": "2026-04-01",
            "利用人数": "1",
            "利用目的": "あ" * 60,
            "適用する時間単価": "0",
            "利用時間": "0.5",
            "減免率": "0",
        },
        but=("利用団体", "利用団体を選んでください"),
    )
    look.expect_accepted(
        {
            "利用日": "2027-12-31",
            "利用人数": "2000",
            "適用する時間単価": "60000",
            "利用時間": "12",
            "減免率": "100",
        },
        but=("利用団体", "利用団体を選んでください"),
    )


def test_reduction_reason_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.expect_not_asked("減免の理由")
    look.press("減免の希望", "希望する")
    look.expect_list(
        "減免の理由", ["市の共催", "学校・子ども会", "障がい者団体", "その他"], required=True
    )
    look.press("減免の希望", "希望しない")
    look.expect_not_asked("減免の理由")


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="desk")
    visit.choose_first("利用団体")
    visit.choose_first("施設")
    visit.fill("利用日", "2026-04-01")
    visit.press("時間帯", "午前")
    visit.fill("利用人数", "12")
    visit.fill("利用目的", "試験7391")
    visit.press("入場料", "取らない")
    visit.press("減免の希望", "希望しない")
    visit.fill("適用する時間単価", "1200")
    visit.fill("利用時間", "1.5")
    visit.fill("減免率", "0")
    visit.fill("納付期限", "2026-04-01")
    visit.add()
    visit.expect_added()
    visit.expect_title("予約の詳細")
    visit.expect_value("利用日", "2026年4月1日")
    visit.expect_value("時間帯", "午前")
    visit.expect_value("利用人数", "12人")
    visit.expect_value("利用目的", "試験7391")
    visit.expect_value("入場料", "取らない")
    visit.expect_value("減免の希望", "希望しない")
    visit.expect_value("適用する時間単価", "1,200円")
    visit.expect_value("利用時間", "1.5時間")
    visit.expect_value("減免率", "0%")
    visit.expect_value("納付期限", "2026年4月1日")

    visit.open("/s/booking_own", role="group", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("利用日", "2026年4月1日")
    visit.table.expect_only("時間帯", "午前")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", role="desk")
    visit.fill("利用目的", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("予約の詳細")
    visit.expect_value("利用目的", "試験7391")
