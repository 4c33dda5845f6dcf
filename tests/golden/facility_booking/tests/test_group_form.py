"""団体を登録する"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/group_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_title("団体を登録する")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "団体を登録する" [level=1]
          - textbox /^団体名/
          - group /^登録区分/
          - textbox /^代表者氏名/
          - textbox /^電話/
          - textbox /^メール/
          - textbox /^会員数/
          - group /^主な活動/
        """
    )


@pytest.mark.parametrize("role", ["officer"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("団体を登録する")


@pytest.mark.parametrize("role", ["desk", "chief", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_line("団体名", required=True)
    look.expect_buttons(
        "登録区分",
        ["市内", "市外"],
        required=True,
        help="会員の過半数が市内に住むか通っていれば市内",
    )
    look.expect_line("代表者氏名", required=True)
    look.expect_line("電話", required=True, help="日中に連絡のつく番号")
    look.expect_line("メール")
    look.expect_line("会員数", required=True)
    look.expect_buttons(
        "主な活動",
        ["スポーツ", "文化・芸術", "学習会", "地域活動", "福祉", "その他"],
        required=True,
    )


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    before = look.count("group")
    look.add()
    look.expect_wrong("団体名", "団体名を入力してください")
    look.expect_wrong("登録区分", "登録区分を選んでください")
    look.expect_wrong("代表者氏名", "代表者氏名を入力してください")
    look.expect_wrong("電話", "電話を入力してください")
    look.expect_wrong("会員数", "会員数を入力してください")
    look.expect_wrong("主な活動", "主な活動を選んでください")
    after = look.count("group")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="group")
    look.expect_refusals(
        [
            ("団体名", "あ" * 41, "40文字以内で入力してください(今は41文字)"),
            ("代表者氏名", "あ" * 31, "30文字以内で入力してください(今は31文字)"),
            ("会員数", "4", "5人以上にしてください"),
        ],
    )
    look.expect_refusals([("会員数", "1001", "1,000人以下にしてください")])


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="group")
    look.fill("団体名", "")
    look.expect_accepted(
        {
            "代表者氏名": "ああああああああああああああああああああああああああああああ",
            "会員数": "5",
        },
        but=("団体名", "団体名を入力してください"),
    )
    look.expect_accepted({"会員数": "1000"}, but=("団体名", "団体名を入力してください"))


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="group")
    visit.fill("団体名", "試験7391")
    visit.press("登録区分", "市内")
    visit.fill("代表者氏名", "試験7391")
    visit.fill("電話", "0242-39-1111")
    visit.fill("メール", "madoguchi@example.lg.jp")
    visit.fill("会員数", "12")
    visit.press("主な活動", "スポーツ")
    visit.add()
    visit.expect_added()
    visit.expect_title("利用団体の詳細")
    visit.expect_value("団体名", "試験7391")
    visit.expect_value("登録区分", "市内")
    visit.expect_value("代表者氏名", "試験7391")
    visit.expect_value("電話", "0242-39-1111")
    visit.expect_value("メール", "madoguchi@example.lg.jp")
    visit.expect_value("会員数", "12人")
    visit.expect_value("主な活動", "スポーツ")

    visit.open("/s/group_list", role="desk", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("団体名", "試験7391")
    visit.table.expect_only("登録区分", "市内")
    visit.table.expect_only("主な活動", "スポーツ")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "group", role="group")
    visit.fill("団体名", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("利用団体の詳細")
    visit.expect_value("団体名", "試験7391")
