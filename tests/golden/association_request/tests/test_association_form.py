"""自治会を届け出る"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/association_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_title("自治会を届け出る")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "自治会を届け出る" [level=1]
          - combobox /^市町村/
          - textbox /^自治会名/
          - group /^地区/
          - textbox /^世帯数/
          - textbox /^会長の氏名/
          - textbox /^会長の電話/
          - textbox /^メール/
          - textbox /^就任した月/
        """
    )


@pytest.mark.parametrize("role", ["desk"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("自治会を届け出る")


@pytest.mark.parametrize("role", ["section", "manager", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_records("市町村", required=True)
    look.expect_line("自治会名", required=True)
    look.expect_buttons("地区", ["中央", "東部", "西部", "南部", "北部", "山間"], required=True)
    look.expect_line("世帯数", required=True)
    look.expect_line("会長の氏名", required=True)
    look.expect_line("会長の電話", required=True)
    look.expect_line("メール", help="なければ空欄。回答は郵送します")
    look.expect_line("就任した月", required=True)


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    before = look.count("association")
    look.add()
    look.expect_wrong("市町村", "市町村を選んでください")
    look.expect_wrong("自治会名", "自治会名を入力してください")
    look.expect_wrong("地区", "地区を選んでください")
    look.expect_wrong("世帯数", "世帯数を入力してください")
    look.expect_wrong("会長の氏名", "会長の氏名を入力してください")
    look.expect_wrong("会長の電話", "会長の電話を入力してください")
    look.expect_wrong("就任した月", "就任した月を入力してください")
    after = look.count("association")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="association")
    look.expect_refusals(
        [
            ("自治会名", "あ" * 31, "30文字以内で入力してください(今は31文字)"),
            ("世帯数", "0", "1世帯以上にしてください"),
            ("会長の氏名", "あ" * 31, "30文字以内で入力してください(今は31文字)"),
            ("就任した月", "2015-03", "2015年4月以上にしてください"),
        ],
    )
    look.expect_refusals([("世帯数", "2001", "2,000世帯以下にしてください")])


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="association")
    look.expect_accepted(
        {
            "自治会名": "ああああああああああああああああああああああああああああああ",
            "世帯数": "1",
            "会長の氏名": "ああああああああああああああああああああああああああああああ",
            "就任した月": "2015-04",
        },
        but=("市町村", "市町村を選んでください"),
    )
    look.expect_accepted({"世帯数": "2000"}, but=("市町村", "市町村を選んでください"))


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="association")
    visit.choose_first("市町村")
    visit.fill("自治会名", "試験7391")
    visit.press("地区", "中央")
    visit.fill("世帯数", "12")
    visit.fill("会長の氏名", "試験7391")
    visit.fill("会長の電話", "0242-39-1111")
    visit.fill("メール", "madoguchi@example.lg.jp")
    visit.fill("就任した月", "2026-04")
    visit.add()
    visit.expect_added()
    visit.expect_title("自治会の詳細")
    visit.expect_value("自治会名", "試験7391")
    visit.expect_value("地区", "中央")
    visit.expect_value("世帯数", "12世帯")
    visit.expect_value("会長の氏名", "試験7391")
    visit.expect_value("会長の電話", "0242-39-1111")
    visit.expect_value("メール", "madoguchi@example.lg.jp")
    visit.expect_value("就任した月", "2026年4月")

    visit.open("/s/association_list", role="desk", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("自治会名", "試験7391")
    visit.table.expect_only("地区", "中央")
    visit.table.expect_only("世帯数", "12世帯")
    visit.table.expect_only("就任した月", "2026年4月")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "association", role="association")
    visit.fill("自治会名", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("自治会の詳細")
    visit.expect_value("自治会名", "試験7391")
