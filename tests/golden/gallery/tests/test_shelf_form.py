"""置き場所を登録する"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/shelf_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    look.expect_title("置き場所を登録する")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "置き場所を登録する" [level=1]
          - textbox /^場所の名前/
          - textbox /^階/
        """
    )


@pytest.mark.parametrize("role", ["clerk"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    look.expect_line("場所の名前", required=True)
    look.expect_line("階", required=True)


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    before = look.count("shelf")
    look.add()
    look.expect_wrong("場所の名前", "場所の名前を入力してください")
    look.expect_wrong("階", "階を入力してください")
    after = look.count("shelf")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="chief")
    look.expect_refusals(
        [
            (
                "場所の名前",
                "あああああああああああああああああああああ",
                "20文字以内で入力してください(今は21文字)",
            ),
            ("階", "0", "1以上にしてください"),
        ],
    )
    look.expect_refusals([("階", "6", "5以下にしてください")])


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="chief")
    look.fill("場所の名前", "")
    look.expect_accepted({"階": "1"}, but=("場所の名前", "場所の名前を入力してください"))
    look.expect_accepted({"階": "5"}, but=("場所の名前", "場所の名前を入力してください"))


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="chief")
    visit.fill("場所の名前", "試験7391")
    visit.fill("階", "1")
    visit.add()
    visit.expect_added()
    visit.expect_title("置き場所の詳細")
    visit.expect_value("場所の名前", "試験7391")
    visit.expect_value("階", "1")

    visit.open("/s/shelf_list", role="chief", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("場所の名前", "試験7391")
    visit.table.expect_only("階", "1")


def test_refuses_what_another_record_has_already(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    look.fill("場所の名前", "1階の棚")
    look.fill("階", "1")
    look.add()
    look.expect_wrong("場所の名前", "同じ場所の名前の記録がもうあります")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "shelf", role="chief")
    visit.fill("場所の名前", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("置き場所の詳細")
    visit.expect_value("場所の名前", "試験7391")
