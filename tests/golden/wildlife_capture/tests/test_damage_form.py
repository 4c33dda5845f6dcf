"""被害を届け出る"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/damage_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="resident")
    look.expect_title("被害を届け出る")
    look.expect_help("クマを見たときは、この画面ではなく警察か役場に電話してください。")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="resident")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "被害を届け出る" [level=1]
          - combobox /^市町村/
          - textbox /^場所/
          - combobox /^獣種/
          - textbox /^気づいた日/
          - group /^被害の種類/
          - textbox /^届出者の氏名/
          - textbox /^電話/
        """
    )


@pytest.mark.parametrize("role", ["desk"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("被害を届け出る")
    sent.expect_help("クマを見たときは、この画面ではなく警察か役場に電話してください。")


@pytest.mark.parametrize("role", ["captor", "officer", "chief", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="resident")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="resident")
    look.expect_list(
        "市町村",
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
    look.expect_line("場所", required=True, help="字名や目印")
    look.expect_list(
        "獣種",
        ["クマ", "イノシシ", "シカ", "サル", "カラス", "その他", "わからない"],
        required=True,
    )
    look.expect_line("気づいた日", required=True)
    look.expect_boxes(
        "被害の種類", ["水稲", "野菜", "果樹", "家屋", "車", "人への威嚇"], required=True
    )
    look.expect_not_asked("被害面積")
    look.expect_line("届出者の氏名", required=True)
    look.expect_line("電話", required=True)


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="resident")
    before = look.count("damage")
    look.add()
    look.expect_wrong("市町村", "市町村を選んでください")
    look.expect_wrong("場所", "場所を入力してください")
    look.expect_wrong("獣種", "獣種を選んでください")
    look.expect_wrong("気づいた日", "気づいた日を入力してください")
    look.expect_wrong("被害の種類", "被害の種類を選んでください")
    look.expect_wrong("届出者の氏名", "届出者の氏名を入力してください")
    look.expect_wrong("電話", "電話を入力してください")
    after = look.count("damage")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="resident")
    look.expect_refusals(
        [
            ("場所", "あ" * 101, "100文字以内で入力してください(今は101文字)"),
            ("気づいた日", "2026-03-31", "2026年4月1日以上にしてください"),
            ("届出者の氏名", "あ" * 31, "30文字以内で入力してください(今は31文字)"),
        ],
    )


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="resident")
    look.expect_accepted(
        {
            "場所": "あ" * 100,
            "気づいた日": "2026-04-01",
            "届出者の氏名": "ああああああああああああああああああああああああああああああ",
        },
        but=("市町村", "市町村を選んでください"),
    )


def test_crop_area_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="resident")
    look.expect_not_asked("被害面積")
    look.tick("被害の種類", "水稲")
    look.expect_line("被害面積", help="わからないときは空欄で構いません")
    look.expect_refusals([("被害面積", "-1", "0a以上にしてください")])
    look.expect_refusals([("被害面積", "1001", "1,000a以下にしてください")])
    look.tick_nothing("被害の種類")
    look.expect_not_asked("被害面積")


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="resident")
    visit.choose("市町村", "会津若松市")
    visit.fill("場所", "試験7391")
    visit.choose("獣種", "クマ")
    visit.fill("気づいた日", "2026-04-01")
    visit.tick("被害の種類", "水稲")
    visit.fill("被害面積", "1.5")
    visit.fill("届出者の氏名", "試験7391")
    visit.fill("電話", "0242-39-1111")
    visit.add()
    visit.expect_added()

    visit.open("/s/damage_list", role="desk", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("市町村", "会津若松市")
    visit.table.expect_only("場所", "試験7391")
    visit.table.expect_only("獣種", "クマ")
    visit.table.expect_only("気づいた日", "2026年4月1日")
