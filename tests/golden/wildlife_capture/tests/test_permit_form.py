"""捕獲を申請する"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/permit_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_title("捕獲を申請する")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "捕獲を申請する" [level=1]
          - combobox /^捕獲者/
          - combobox /^もとになる被害届/
          - group /^対象の獣種/
          - group /^捕獲の方法/
          - textbox /^捕獲できる頭数/
          - textbox /^捕獲の区域/
        """
    )


@pytest.mark.parametrize("role", ["officer"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("捕獲を申請する")


@pytest.mark.parametrize("role", ["resident", "desk", "chief", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_records("捕獲者", required=True)
    look.expect_records("もとになる被害届")
    look.expect_boxes("対象の獣種", ["クマ", "イノシシ", "シカ", "サル", "カラス"], required=True)
    look.expect_buttons("捕獲の方法", ["箱わな", "くくりわな", "銃", "網"], required=True)
    look.expect_not_asked("わなの数")
    look.expect_line("捕獲できる頭数", required=True)
    look.expect_line("捕獲の区域", required=True)


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    before = look.count("permit")
    look.add()
    look.expect_wrong("捕獲者", "捕獲者を選んでください")
    look.expect_wrong("対象の獣種", "対象の獣種を選んでください")
    look.expect_wrong("捕獲の方法", "捕獲の方法を選んでください")
    look.expect_wrong("捕獲できる頭数", "捕獲できる頭数を入力してください")
    look.expect_wrong("捕獲の区域", "捕獲の区域を入力してください")
    after = look.count("permit")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.expect_refusals(
        [
            ("捕獲できる頭数", "0", "1頭以上にしてください"),
            ("捕獲の区域", "あ" * 81, "80文字以内で入力してください(今は81文字)"),
        ],
    )
    look.expect_refusals([("捕獲できる頭数", "201", "200頭以下にしてください")])


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.expect_accepted(
        {"捕獲できる頭数": "1", "捕獲の区域": "あ" * 80}, but=("捕獲者", "捕獲者を選んでください")
    )
    look.expect_accepted({"捕獲できる頭数": "200"}, but=("捕獲者", "捕獲者を選んでください"))


def test_traps_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.expect_not_asked("わなの数")
    look.press("捕獲の方法", "箱わな")
    look.expect_line("わなの数", required=True, help="1人30基まで")
    look.expect_refusals([("わなの数", "0", "1基以上にしてください")])
    look.expect_refusals([("わなの数", "31", "30基以下にしてください")])
    look.press("捕獲の方法", "銃")
    look.expect_not_asked("わなの数")


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="captor")
    visit.choose_first("捕獲者")
    visit.choose_first("もとになる被害届")
    visit.tick("対象の獣種", "クマ")
    visit.press("捕獲の方法", "箱わな")
    visit.fill("わなの数", "12")
    visit.fill("捕獲できる頭数", "12")
    visit.fill("捕獲の区域", "試験7391")
    visit.add()
    visit.expect_added()
    visit.expect_title("許可の詳細")
    visit.expect_value("対象の獣種", "クマ")
    visit.expect_value("捕獲できる頭数", "12頭")
    visit.expect_value("捕獲の方法", "箱わな")
    visit.expect_value("わなの数", "12基")
    visit.expect_value("捕獲の区域", "試験7391")

    visit.open("/s/permit_list", role="captor", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("捕獲の方法", "箱わな")
    visit.table.expect_only("捕獲できる頭数", "12頭")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "permit", role="captor")
    visit.fill("捕獲の区域", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("許可の詳細")
    visit.expect_value("捕獲の区域", "試験7391")
