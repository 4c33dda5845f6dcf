"""順番に登録する"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/item_steps"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_title("順番に登録する")
    look.expect_help("項目が多いときに、何枚かに分けて入れる画面です。")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "順番に登録する" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_no_barriers()


def test_asks_step_by_step(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.expect_step("名前と種類", 1, 4)
    visit.expect_line("名前", required=True, help="ほかの見本と同じ名前は使えません")
    visit.expect_buttons("種類", ["文字", "数", "日付", "選択", "その他"], required=True)
    visit.expect_not_asked("種類の内容")
    visit.fill("名前", "試験7391")
    visit.press("種類", "文字")
    visit.go_on()
    visit.expect_step("数と日付", 2, 4)
    visit.expect_line("個数")
    visit.expect_line("単価")
    visit.expect_line("作った日")
    visit.fill("個数", "1")
    visit.fill("単価", "1200")
    visit.fill("作った日", "2026-04-01")
    visit.go_on()
    visit.expect_step("急ぐかどうか", 3, 4)
    visit.expect_box("急ぐ")
    visit.expect_not_asked("急ぐ理由")
    visit.expect_records("置き場所")
    visit.tick("急ぐ")
    visit.fill("急ぐ理由", "試験7391")
    visit.choose_first("置き場所")
    visit.go_on()
    visit.expect_step("内容の確認", 4, 4)
    visit.expect_value("名前", "試験7391")
    visit.expect_value("種類", "文字")
    visit.expect_value("個数", "1個")
    visit.expect_value("単価", "1,200円")
    visit.expect_value("作った日", "2026年4月1日")
    visit.expect_value("急ぐ", "はい")
    visit.expect_value("急ぐ理由", "試験7391")


def test_does_not_go_on_while_something_is_missing(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.go_on()
    visit.expect_wrong("名前", "名前を入力してください")
    visit.expect_wrong("種類", "種類を選んでください")
    visit.expect_step("名前と種類", 1, 4)


def test_keeps_what_is_typed_on_the_way_back_and_when_it_is_opened_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.expect_step("名前と種類", 1, 4)
    visit.fill("名前", "試験7391")
    visit.press("種類", "文字")
    visit.go_on()
    visit.go_back()
    visit.expect_typed("名前", "試験7391")
    visit.open_again()
    visit.expect_typed("名前", "試験7391")


def test_saves_one_record_however_often_the_button_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    before = visit.count("item")
    visit.expect_step("名前と種類", 1, 4)
    visit.fill("名前", "試験7391")
    visit.press("種類", "文字")
    visit.go_on()
    visit.expect_step("数と日付", 2, 4)
    visit.fill("個数", "1")
    visit.fill("単価", "1200")
    visit.fill("作った日", "2026-04-01")
    visit.go_on()
    visit.expect_step("急ぐかどうか", 3, 4)
    visit.tick("急ぐ")
    visit.fill("急ぐ理由", "試験7391")
    visit.choose_first("置き場所")
    visit.go_on()
    visit.add_twice()
    visit.expect_added()
    visit.expect_title("見本の詳細")
    visit.expect_value("名前", "試験7391")
    visit.expect_value("個数", "1個")
    visit.expect_value("単価", "1,200円")
    visit.expect_value("作った日", "2026年4月1日")
    visit.expect_value("急ぐ", "はい")
    visit.expect_value("急ぐ理由", "試験7391")
    visit.expect_value("種類", "文字")

    visit.open("/s/item_list", role="clerk", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("名前", "試験7391")
    visit.table.expect_only("種類", "文字")
    visit.table.expect_only("単価", "1,200円")
    visit.table.expect_only("作った日", "2026年4月1日")
    after = visit.count("item")
    assert after == before + 1
