"""路線を登録する"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/road_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_title("路線を登録する")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "路線を登録する" [level=1]
          - textbox /^路線番号/
          - textbox /^路線名/
          - group /^市町/
          - group /^区分/
          - textbox /^延長/
          - checkbox /^通学路を含む/
        """
    )


@pytest.mark.parametrize("role", ["citizen", "desk", "chief", "contractor"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_line("路線番号", required=True)
    look.expect_line("路線名", required=True)
    look.expect_buttons("市町", ["会津若松市", "喜多方市", "会津美里町"], required=True)
    look.expect_buttons("区分", ["幹線1級", "幹線2級", "その他"], required=True)
    look.expect_line("延長")
    look.expect_box("通学路を含む")


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    before = look.count("road")
    look.add()
    look.expect_wrong("路線番号", "路線番号を入力してください")
    look.expect_wrong("路線名", "路線名を入力してください")
    look.expect_wrong("市町", "市町を選んでください")
    look.expect_wrong("区分", "区分を選んでください")
    after = look.count("road")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="roads")
    look.expect_refusals(
        [
            ("路線番号", "?", "市町の英字2文字とハイフンと3桁の数字で書いてください(例 AW-012)"),
            ("路線名", "あ" * 41, "40文字以内で入力してください(今は41文字)"),
            ("延長", "0.0", "0.1km以上にしてください"),
        ],
    )
    look.expect_refusals([("延長", "100.0", "99.9km以下にしてください")])


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="roads")
    look.fill("路線番号", "")
    look.expect_accepted(
        {"路線名": "あ" * 40, "延長": "0.1"}, but=("路線番号", "路線番号を入力してください")
    )
    look.expect_accepted({"延長": "99.9"}, but=("路線番号", "路線番号を入力してください"))


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="roads")
    visit.fill("路線番号", "KT-719")
    visit.fill("路線名", "試験7391")
    visit.press("市町", "会津若松市")
    visit.press("区分", "幹線1級")
    visit.fill("延長", "1.5")
    visit.tick("通学路を含む")
    visit.add()
    visit.expect_added()
    visit.expect_title("路線の詳細")
    visit.expect_value("路線番号", "KT-719")
    visit.expect_value("路線名", "試験7391")
    visit.expect_value("市町", "会津若松市")
    visit.expect_value("区分", "幹線1級")
    visit.expect_value("延長", "1.5km")
    visit.expect_value("通学路を含む", "はい")

    visit.open("/s/road_list", role="roads", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("路線番号", "KT-719")
    visit.table.expect_only("路線名", "試験7391")
    visit.table.expect_only("市町", "会津若松市")
    visit.table.expect_only("区分", "幹線1級")
    visit.table.expect_only("延長", "1.5km")


def test_refuses_what_another_record_has_already(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.fill("路線番号", "AW-012")
    look.fill("路線名", "試験7391")
    look.press("市町", "会津若松市")
    look.press("区分", "幹線1級")
    look.fill("延長", "1.5")
    look.tick("通学路を含む")
    look.add()
    look.expect_wrong("路線番号", "同じ路線番号の記録がもうあります")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "road", role="roads")
    visit.fill("路線名", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("路線の詳細")
    visit.expect_value("路線名", "試験7391")
