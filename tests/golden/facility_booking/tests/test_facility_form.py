"""施設を登録する"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/facility_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_title("施設を登録する")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "施設を登録する" [level=1]
          - textbox /^施設番号/
          - textbox /^施設名/
          - group /^区分/
          - group /^市町村/
          - textbox /^定員/
          - textbox /^時間単価/
          - textbox /^休館日/
          - group /^備品/
          - textbox /^取消の期限/
        """
    )


@pytest.mark.parametrize("role", ["group", "desk", "chief", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_line("施設番号", required=True)
    look.expect_line("施設名", required=True)
    look.expect_buttons("区分", ["体育館", "会議室", "ホール", "調理室", "和室"], required=True)
    look.expect_buttons("市町村", ["会津若松市", "会津坂下町", "湯川村", "柳津町"], required=True)
    look.expect_line("定員", required=True)
    look.expect_line("時間単価", required=True, help="市外の団体は1.5倍")
    look.expect_line("休館日", help="毎週月曜日 など")
    look.expect_boxes(
        "備品", ["音響設備", "プロジェクター", "ピアノ", "調理台", "卓球台", "車いす用トイレ"]
    )
    look.expect_line("取消の期限")


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    before = look.count("facility")
    look.add()
    look.expect_wrong("施設番号", "施設番号を入力してください")
    look.expect_wrong("施設名", "施設名を入力してください")
    look.expect_wrong("区分", "区分を選んでください")
    look.expect_wrong("市町村", "市町村を選んでください")
    look.expect_wrong("定員", "定員を入力してください")
    look.expect_wrong("時間単価", "時間単価を入力してください")
    after = look.count("facility")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="officer")
    look.expect_refusals(
        [
            ("施設番号", "?", "3桁の数字で書いてください"),
            ("施設名", "あ" * 41, "40文字以内で入力してください(今は41文字)"),
            ("定員", "0", "1人以上にしてください"),
            ("時間単価", "-1", "0円以上にしてください"),
            ("休館日", "あ" * 61, "60文字以内で入力してください(今は61文字)"),
            ("取消の期限", "-1", "0日前以上にしてください"),
        ],
    )
    look.expect_refusals(
        [
            ("定員", "2001", "2,000人以下にしてください"),
            ("時間単価", "20001", "20,000円以下にしてください"),
            ("取消の期限", "61", "60日前以下にしてください"),
        ],
    )


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="officer")
    look.fill("施設番号", "")
    look.expect_accepted(
        {"施設名": "あ" * 40, "定員": "1", "時間単価": "0", "休館日": "あ" * 60, "取消の期限": "0"},
        but=("施設番号", "施設番号を入力してください"),
    )
    look.expect_accepted(
        {"定員": "2000", "時間単価": "20000", "取消の期限": "60"},
        but=("施設番号", "施設番号を入力してください"),
    )


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="officer")
    visit.fill("施設番号", "550")
    visit.fill("施設名", "試験7391")
    visit.press("区分", "体育館")
    visit.press("市町村", "会津若松市")
    visit.fill("定員", "12")
    visit.fill("時間単価", "1200")
    visit.fill("休館日", "試験7391")
    visit.tick("備品", "音響設備")
    visit.fill("取消の期限", "7")
    visit.add()
    visit.expect_added()
    visit.expect_title("施設の案内")
    visit.expect_value("施設名", "試験7391")
    visit.expect_value("区分", "体育館")
    visit.expect_value("市町村", "会津若松市")
    visit.expect_value("定員", "12人")
    visit.expect_value("時間単価", "1,200円")
    visit.expect_value("休館日", "試験7391")
    visit.expect_value("備品", "音響設備")
    visit.expect_value("取消の期限", "7日前")

    visit.open("/s/facility_list", role="officer", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("施設名", "試験7391")
    visit.table.expect_only("区分", "体育館")
    visit.table.expect_only("市町村", "会津若松市")
    visit.table.expect_only("定員", "12人")
    visit.table.expect_only("時間単価", "1,200円")
    visit.table.expect_only("休館日", "試験7391")


def test_refuses_what_another_record_has_already(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.fill("施設番号", "001")
    look.fill("施設名", "試験7391")
    look.press("区分", "体育館")
    look.press("市町村", "会津若松市")
    look.fill("定員", "12")
    look.fill("時間単価", "1200")
    look.fill("休館日", "試験7391")
    look.tick("備品", "音響設備")
    look.fill("取消の期限", "7")
    look.add()
    look.expect_wrong("施設番号", "同じ施設番号の記録がもうあります")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "facility", role="officer")
    visit.fill("施設名", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("施設の案内")
    visit.expect_value("施設名", "試験7391")
