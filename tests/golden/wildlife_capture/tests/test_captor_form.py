"""捕獲者を登録する"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/captor_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_title("捕獲者を登録する")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "捕獲者を登録する" [level=1]
          - textbox /^氏名/
          - combobox /^所属/
          - group /^免許/
          - textbox /^免許の有効期限/
          - checkbox /^保険に加入/
          - textbox /^電話/
          - textbox /^郵便番号/
          - textbox /^住所/
        """
    )


@pytest.mark.parametrize("role", ["resident", "captor", "desk", "chief", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_line("氏名", required=True)
    look.expect_line("氏名(カナ)", required=True)
    look.expect_list(
        "所属",
        [
            "若松班",
            "猪苗代班",
            "坂下班",
            "柳津・三島班",
            "金山・昭和班",
            "美里班",
            "喜多方班",
            "西会津班",
        ],
        required=True,
    )
    look.expect_boxes("免許", ["わな猟", "第一種銃猟", "第二種銃猟", "網猟"], required=True)
    look.expect_line("免許の有効期限", required=True)
    look.expect_box("保険に加入")
    look.expect_line("電話", required=True)
    look.expect_line("郵便番号")
    look.expect_line("住所")


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    before = look.count("captor")
    look.add()
    look.expect_wrong("氏名", "氏名を入力してください")
    look.expect_wrong("氏名(カナ)", "氏名(カナ)を入力してください")
    look.expect_wrong("所属", "所属を選んでください")
    look.expect_wrong("免許", "免許を選んでください")
    look.expect_wrong("免許の有効期限", "免許の有効期限を入力してください")
    look.expect_wrong("電話", "電話を入力してください")
    after = look.count("captor")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="officer")
    look.expect_refusals(
        [
            ("氏名", "あ" * 31, "30文字以内で入力してください(今は31文字)"),
            ("氏名(カナ)", "あ" * 41, "40文字以内で入力してください(今は41文字)"),
            ("住所", "あ" * 121, "120文字以内で入力してください(今は121文字)"),
        ],
    )
    look.expect_refusals([("氏名(カナ)", "?", "全角カタカナで書いてください")])


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="officer")
    look.fill("氏名", "")
    look.expect_accepted({"住所": "あ" * 120}, but=("氏名", "氏名を入力してください"))


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="officer")
    visit.fill("氏名", "試験7391")
    visit.fill("氏名(カナ)", "トケケウ")
    visit.choose("所属", "若松班")
    visit.tick("免許", "わな猟")
    visit.fill("免許の有効期限", "2026-04-01")
    visit.tick("保険に加入")
    visit.fill("電話", "0242-39-1111")
    visit.fill("郵便番号", "965-8601")
    visit.fill("住所", "試験7391")
    visit.add()
    visit.expect_added()
    visit.expect_title("捕獲者の詳細")
    visit.expect_value("氏名", "試験7391")
    visit.expect_value("氏名(カナ)", "トケケウ")
    visit.expect_value("所属", "若松班")
    visit.expect_value("免許", "わな猟")
    visit.expect_value("免許の有効期限", "2026年4月1日")
    visit.expect_value("保険に加入", "はい")
    visit.expect_value("電話", "0242-39-1111")
    visit.expect_value("郵便番号", "965-8601")
    visit.expect_value("住所", "試験7391")

    visit.open("/s/captor_list", role="officer", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("氏名", "試験7391")
    visit.table.expect_only("所属", "若松班")
    visit.table.expect_only("免許", "わな猟")
    visit.table.expect_only("免許の有効期限", "2026年4月1日")
    visit.table.expect_only("保険に加入", "はい")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "captor", role="officer")
    visit.fill("氏名", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("捕獲者の詳細")
    visit.expect_value("氏名", "試験7391")
