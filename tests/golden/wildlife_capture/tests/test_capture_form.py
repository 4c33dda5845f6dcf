"""捕獲を記録する"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/capture_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_title("捕獲を記録する")
    look.expect_help("電波の届かない場所では、あとで入力してください。")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "捕獲を記録する" [level=1]
          - combobox /^許可/
          - combobox /^捕獲者/
          - textbox /^捕獲日/
          - group /^獣種/
          - textbox /^頭数/
          - combobox /^捕獲した市町村/
          - textbox /^場所/
          - textbox /^位置/
          - checkbox /^共同で捕獲した/
          - group /^証拠部位/
          - textbox /^証拠部位の袋番号/
          - group /^処分方法/
        """
    )


@pytest.mark.parametrize("role", ["resident", "desk", "officer", "chief", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(
    ("phase", "shown", "hidden"), [("1", ["位置"], ["共同で捕獲した", "共同の捕獲者"])]
)
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read(
        ADDRESS,
        role="captor",
        phase=phase,
        given={"joint": "はい", "species": "その他", "disposal": "埋設"},
    )
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_records("許可", required=True)
    look.expect_records("捕獲者", required=True)
    look.expect_line("捕獲日", required=True)
    look.expect_buttons(
        "獣種", ["クマ", "イノシシ", "シカ", "サル", "カラス", "その他"], required=True
    )
    look.expect_not_asked("獣種の名前")
    look.expect_line("頭数", required=True)
    look.expect_list(
        "捕獲した市町村",
        [
            "会津若松市",
            "磐梯町",
            "猪苗代町",
            "会津坂下町",
            "湯川村",
            "柳津町",
            "三島町",
            "金山町",
            "昭和村",
            "会津美里町",
            "喜多方市",
            "北塩原村",
            "西会津町",
        ],
        required=True,
    )
    look.expect_line("場所", required=True, help="沢や林道の名前など")
    look.expect_line("位置")
    look.expect_box("共同で捕獲した")
    look.expect_not_asked("共同の捕獲者")
    look.expect_boxes(
        "証拠部位", ["尾", "両耳", "下顎の前歯"], help="獣種ごとに決められた部位を切り取る"
    )
    look.expect_line("証拠部位の袋番号")
    look.expect_buttons("処分方法", ["埋設", "焼却", "自家消費"], required=True)
    look.expect_not_asked("埋設した場所")


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    before = look.count("capture")
    look.fill("頭数", "")
    look.add()
    look.expect_wrong("許可", "許可を選んでください")
    look.expect_wrong("捕獲者", "捕獲者を選んでください")
    look.expect_wrong("捕獲日", "捕獲日を入力してください")
    look.expect_wrong("獣種", "獣種を選んでください")
    look.expect_wrong("頭数", "頭数を入力してください")
    look.expect_wrong("捕獲した市町村", "捕獲した市町村を選んでください")
    look.expect_wrong("場所", "場所を入力してください")
    look.expect_wrong("処分方法", "処分方法を選んでください")
    after = look.count("capture")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.expect_refusals(
        [
            ("捕獲日", "2026-03-31", "2026年4月1日以上にしてください"),
            ("頭数", "0", "1頭以上にしてください"),
            ("場所", "あ" * 81, "80文字以内で入力してください(今は81文字)"),
            (
                "証拠部位の袋番号",
                "?",
                "袋の札のとおり英字1文字と4桁の数字で書いてください(例 A0123)",
            ),
        ],
    )
    look.expect_refusals(
        [
            ("捕獲日", "2027-04-01", "2027年3月31日以下にしてください"),
            ("頭数", "51", "50頭以下にしてください"),
        ],
    )


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.expect_accepted(
        {"捕獲日": "2026-04-01", "頭数": "1", "場所": "あ" * 80},
        but=("許可", "許可を選んでください"),
    )
    look.expect_accepted(
        {"捕獲日": "2027-03-31", "頭数": "50"}, but=("許可", "許可を選んでください")
    )


def test_species_other_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.expect_not_asked("獣種の名前")
    look.press("獣種", "その他")
    look.expect_line("獣種の名前", required=True)
    look.expect_refusals(
        [
            (
                "獣種の名前",
                "あああああああああああああああああああああ",
                "20文字以内で入力してください(今は21文字)",
            ),
        ],
    )
    look.press("獣種", "クマ")
    look.expect_not_asked("獣種の名前")


def test_members_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.expect_not_asked("共同の捕獲者")
    look.tick("共同で捕獲した")
    look.expect_line("共同の捕獲者", required=True, help="隊員番号を1行に1人")
    look.expect_refusals(
        [("共同の捕獲者", "あ" * 201, "200文字以内で入力してください(今は201文字)")]
    )
    look.untick("共同で捕獲した")
    look.expect_not_asked("共同の捕獲者")


def test_evidence_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.expect_boxes(
        "証拠部位", ["尾", "両耳", "下顎の前歯"], help="獣種ごとに決められた部位を切り取る"
    )
    look.press("獣種", "イノシシ")
    look.expect_boxes(
        "証拠部位",
        ["尾", "両耳", "下顎の前歯"],
        required=True,
        help="獣種ごとに決められた部位を切り取る",
    )
    look.press("獣種", "クマ")
    look.expect_boxes(
        "証拠部位", ["尾", "両耳", "下顎の前歯"], help="獣種ごとに決められた部位を切り取る"
    )


def test_buried_at_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.expect_not_asked("埋設した場所")
    look.press("処分方法", "埋設")
    look.expect_line("埋設した場所", required=True)
    look.expect_refusals([("埋設した場所", "あ" * 81, "80文字以内で入力してください(今は81文字)")])
    look.press("処分方法", "焼却")
    look.expect_not_asked("埋設した場所")


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="captor")
    visit.choose_first("許可")
    visit.choose_first("捕獲者")
    visit.fill("捕獲日", "2026-04-01")
    visit.press("獣種", "クマ")
    visit.fill("頭数", "1")
    visit.choose("捕獲した市町村", "会津若松市")
    visit.fill("場所", "試験7391")
    visit.fill("位置", "37.4948, 139.9298")
    visit.tick("共同で捕獲した")
    visit.fill("共同の捕獲者", "試験7391")
    visit.tick("証拠部位", "尾")
    visit.fill("証拠部位の袋番号", "Q8852")
    visit.press("処分方法", "埋設")
    visit.fill("埋設した場所", "試験7391")
    visit.add()
    visit.expect_added()
    visit.expect_title("捕獲報告の詳細")
    visit.expect_value("捕獲日", "2026年4月1日")
    visit.expect_value("獣種", "クマ")
    visit.expect_value("頭数", "1頭")
    visit.expect_value("捕獲した市町村", "会津若松市")
    visit.expect_value("場所", "試験7391")
    visit.expect_value("位置", "37.4948, 139.9298")
    visit.expect_value("証拠部位", "尾")
    visit.expect_value("証拠部位の袋番号", "Q8852")
    visit.expect_value("処分方法", "埋設")
    visit.expect_value("埋設した場所", "試験7391")
    visit.expect_value("共同で捕獲した", "はい")
    visit.expect_value("共同の捕獲者", "試験7391")

    visit.open("/s/capture_list", role="captor", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("捕獲日", "2026年4月1日")
    visit.table.expect_only("獣種", "クマ")
    visit.table.expect_only("頭数", "1頭")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "capture", role="captor")
    visit.fill("場所", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("捕獲報告の詳細")
    visit.expect_value("場所", "試験7391")
