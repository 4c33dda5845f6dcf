"""通報する"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/report_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_title("通報する")
    look.expect_help("急いで通行止めが必要なときは、この画面ではなく電話で知らせてください。")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "通報する" [level=1]
          - group /^市町/
          - combobox /^種別/
          - textbox /^場所/
          - textbox /^位置/
          - group /^写真/
          - textbox /^状況/
          - group /^結果の連絡/
        """
    )


@pytest.mark.parametrize("role", ["desk", "roads", "chief", "contractor"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_buttons("市町", ["会津若松市", "喜多方市", "会津美里町"], required=True)
    look.expect_list(
        "種別", ["穴ぼこ", "段差", "側溝", "標識", "街灯", "倒木", "その他"], required=True
    )
    look.expect_not_asked("種別の内容")
    look.expect_line(
        "場所", required=True, help="近くの建物や交差点など、目印になるものを書いてください"
    )
    look.expect_line("位置", help="地図の緯度と経度。例 37.4948, 139.9298")
    look.expect_files("写真")
    look.expect_line("状況", help="大きさや深さはおおむねで構いません")
    look.expect_buttons("結果の連絡", ["必要", "不要"], required=True)
    look.expect_not_asked("通報者の氏名")
    look.expect_not_asked("通報者の電話")


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    before = look.count("report")
    look.add()
    look.expect_wrong("市町", "市町を選んでください")
    look.expect_wrong("種別", "種別を選んでください")
    look.expect_wrong("場所", "場所を入力してください")
    after = look.count("report")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="citizen")
    look.expect_refusals(
        [
            ("場所", "あ" * 101, "100文字以内で入力してください(今は101文字)"),
            ("状況", "あ" * 401, "400文字以内で入力してください(今は401文字)"),
        ],
    )


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="citizen")
    look.expect_accepted(
        {"場所": "あ" * 100, "状況": "あ" * 400}, but=("市町", "市町を選んでください")
    )


def test_kind_other_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="citizen")
    look.expect_not_asked("種別の内容")
    look.choose("種別", "その他")
    look.expect_line("種別の内容", required=True)
    look.expect_refusals([("種別の内容", "あ" * 41, "40文字以内で入力してください(今は41文字)")])
    look.choose_nothing("種別")
    look.expect_not_asked("種別の内容")


def test_reporter_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="citizen")
    look.expect_not_asked("通報者の氏名")
    look.press("結果の連絡", "必要")
    look.expect_line("通報者の氏名", required=True)
    look.expect_refusals([("通報者の氏名", "あ" * 41, "40文字以内で入力してください(今は41文字)")])
    look.press("結果の連絡", "不要")
    look.expect_not_asked("通報者の氏名")


def test_reporter_phone_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="citizen")
    look.expect_not_asked("通報者の電話")
    look.press("結果の連絡", "必要")
    look.expect_line("通報者の電話", required=True, help="日中に連絡のつく番号")
    look.press("結果の連絡", "不要")
    look.expect_not_asked("通報者の電話")


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="citizen")
    visit.press("市町", "会津若松市")
    visit.choose("種別", "穴ぼこ")
    visit.fill("場所", "試験7391")
    visit.fill("位置", "37.4948, 139.9298")
    visit.attach("写真", "現場.jpg")
    visit.fill("状況", "試験7391")
    visit.press("結果の連絡", "不要")
    visit.add()
    visit.expect_added()
    visit.expect_title("通報の対応状況")
    visit.expect_value("市町", "会津若松市")
    visit.expect_value("種別", "穴ぼこ")
    visit.expect_value("場所", "試験7391")
    visit.expect_value("位置", "37.4948, 139.9298")

    visit.open("/s/report_public", role="citizen", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("種別", "穴ぼこ")
    visit.table.expect_only("場所", "試験7391")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", role="citizen")
    visit.fill("場所", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("通報の対応状況")
    visit.expect_value("場所", "試験7391")
