"""パトロールの発見を入れる"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/patrol_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_title("パトロールの発見を入れる")
    look.expect_help("受け付けた通報に現地確認の結果を書き足すときも、この画面を使います。")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "パトロールの発見を入れる" [level=1]
          - combobox /^受付方法/
          - group /^市町/
          - combobox /^種別/
          - textbox /^場所/
          - textbox /^位置/
          - checkbox /^通行に危険がある/
          - combobox /^緊急度/
          - combobox /^路線/
          - combobox /^管理者区分/
          - textbox /^現地確認日/
          - textbox /^損傷の幅/
          - textbox /^確認した事実/
          - textbox /^修繕費の概算/
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
    look.expect_list("受付方法", ["ウェブ", "電話", "窓口", "職員パトロール"])
    look.expect_buttons("市町", ["会津若松市", "喜多方市", "会津美里町"], required=True)
    look.expect_list(
        "種別", ["穴ぼこ", "段差", "側溝", "標識", "街灯", "倒木", "その他"], required=True
    )
    look.expect_not_asked("種別の内容")
    look.expect_line(
        "場所", required=True, help="近くの建物や交差点など、目印になるものを書いてください"
    )
    look.expect_line("位置", help="地図の緯度と経度。例 37.4948, 139.9298")
    look.expect_box("通行に危険がある")
    look.expect_list("緊急度", ["高", "中", "低"], help="高は、けがや車の破損につながるもの等")
    look.expect_records("路線")
    look.expect_list("管理者区分", ["市町道", "県道", "国道", "私道", "不明"])
    look.expect_line("現地確認日")
    look.expect_line("損傷の幅")
    look.expect_not_asked("損傷の深さ")
    look.expect_line("確認した事実", help="推測ではなく確認した事実を書く")
    look.expect_line("修繕費の概算")


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    before = look.count("report")
    look.add()
    look.expect_wrong("市町", "市町を選んでください")
    look.expect_wrong("種別", "種別を選んでください")
    look.expect_wrong("場所", "場所を入力してください")
    after = look.count("report")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="roads")
    look.expect_refusals(
        [
            ("場所", "あ" * 101, "100文字以内で入力してください(今は101文字)"),
            ("現地確認日", "2026-03-31", "2026年4月1日以上にしてください"),
            ("損傷の幅", "0", "1cm以上にしてください"),
            ("確認した事実", "あ" * 501, "500文字以内で入力してください(今は501文字)"),
            ("修繕費の概算", "-1", "0円以上にしてください"),
        ],
    )
    look.expect_refusals(
        [
            ("損傷の幅", "3001", "3,000cm以下にしてください"),
            ("修繕費の概算", "50000001", "50,000,000円以下にしてください"),
        ],
    )


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="roads")
    look.expect_accepted(
        {
            "場所": "あ" * 100,
            "現地確認日": "2026-04-01",
            "損傷の幅": "1",
            "確認した事実": "あ" * 500,
            "修繕費の概算": "0",
        },
        but=("市町", "市町を選んでください"),
    )
    look.expect_accepted(
        {"損傷の幅": "3000", "修繕費の概算": "50000000"}, but=("市町", "市町を選んでください")
    )


def test_kind_other_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="roads")
    look.expect_not_asked("種別の内容")
    look.choose("種別", "その他")
    look.expect_line("種別の内容", required=True)
    look.expect_refusals([("種別の内容", "あ" * 41, "40文字以内で入力してください(今は41文字)")])
    look.choose_nothing("種別")
    look.expect_not_asked("種別の内容")


def test_depth_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="roads")
    look.expect_not_asked("損傷の深さ")
    look.choose("種別", "穴ぼこ")
    look.expect_line("損傷の深さ")
    look.expect_refusals([("損傷の深さ", "-1", "0cm以上にしてください")])
    look.expect_refusals([("損傷の深さ", "301", "300cm以下にしてください")])
    look.choose_nothing("種別")
    look.expect_not_asked("損傷の深さ")


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="roads")
    visit.choose("受付方法", "ウェブ")
    visit.press("市町", "会津若松市")
    visit.choose("種別", "穴ぼこ")
    visit.fill("場所", "試験7391")
    visit.fill("位置", "37.4948, 139.9298")
    visit.tick("通行に危険がある")
    visit.choose("緊急度", "高")
    visit.choose_first("路線")
    visit.choose("管理者区分", "市町道")
    visit.fill("現地確認日", "2026-04-01")
    visit.fill("損傷の幅", "12")
    visit.fill("損傷の深さ", "1.5")
    visit.fill("確認した事実", "試験7391")
    visit.fill("修繕費の概算", "1200")
    visit.add()
    visit.expect_added()
    visit.expect_title("通報の詳細")
    visit.expect_value("受付方法", "ウェブ")
    visit.expect_value("市町", "会津若松市")
    visit.expect_value("種別", "穴ぼこ")
    visit.expect_value("場所", "試験7391")
    visit.expect_value("位置", "37.4948, 139.9298")
    visit.expect_value("通行に危険がある", "はい")
    visit.expect_value("緊急度", "高")
    visit.expect_value("管理者区分", "市町道")
    visit.expect_value("現地確認日", "2026年4月1日")
    visit.expect_value("損傷の幅", "12cm")
    visit.expect_value("損傷の深さ", "1.5cm")
    visit.expect_value("確認した事実", "試験7391")
    visit.expect_value("修繕費の概算", "1,200円")

    visit.open("/s/report_public", role="citizen", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("種別", "穴ぼこ")
    visit.table.expect_only("場所", "試験7391")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report", role="roads")
    visit.fill("場所", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("通報の詳細")
    visit.expect_value("場所", "試験7391")
