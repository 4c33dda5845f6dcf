"""修繕を指示する"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/work_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_title("修繕を指示する")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "修繕を指示する" [level=1]
          - combobox /^通報/
          - group /^業者/
          - group /^工法/
          - textbox /^工期/
          - textbox /^指示内容/
          - textbox /^見積額/
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
    look.expect_records("通報", required=True)
    look.expect_buttons(
        "業者",
        ["第1工区 維持業者", "第2工区 維持業者", "第3工区 維持業者", "塩川・山都工区 維持業者"],
        required=True,
    )
    look.expect_buttons(
        "工法", ["常温合材", "舗装打換え", "側溝ふた交換", "区画線・標識", "その他"], required=True
    )
    look.expect_line("工期", required=True)
    look.expect_line("指示内容", required=True, help="交通規制が必要な場合はその旨も書く")
    look.expect_line("見積額", required=True)


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    before = look.count("work")
    look.add()
    look.expect_wrong("通報", "通報を選んでください")
    look.expect_wrong("業者", "業者を選んでください")
    look.expect_wrong("工法", "工法を選んでください")
    look.expect_wrong("工期", "工期を入力してください")
    look.expect_wrong("指示内容", "指示内容を入力してください")
    look.expect_wrong("見積額", "見積額を入力してください")
    after = look.count("work")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="roads")
    look.expect_refusals(
        [
            ("指示内容", "あ" * 301, "300文字以内で入力してください(今は301文字)"),
            ("見積額", "-1", "0円以上にしてください"),
        ],
    )
    look.expect_refusals([("見積額", "50000001", "50,000,000円以下にしてください")])


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="roads")
    look.expect_accepted(
        {"指示内容": "あ" * 300, "見積額": "0"}, but=("通報", "通報を選んでください")
    )
    look.expect_accepted({"見積額": "50000000"}, but=("通報", "通報を選んでください"))


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="roads")
    visit.choose_first("通報")
    visit.press("業者", "第1工区 維持業者")
    visit.press("工法", "常温合材")
    visit.fill("工期", "2026-04-01")
    visit.fill("指示内容", "試験7391")
    visit.fill("見積額", "1200")
    visit.add()
    visit.expect_added()
    visit.expect_title("修繕の詳細")
    visit.expect_value("業者", "第1工区 維持業者")
    visit.expect_value("工法", "常温合材")
    visit.expect_value("工期", "2026年4月1日")
    visit.expect_value("指示内容", "試験7391")
    visit.expect_value("見積額", "1,200円")

    visit.open("/s/work_list", role="roads", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("業者", "第1工区 維持業者")
    visit.table.expect_only("工期", "2026年4月1日")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "work", role="roads")
    visit.fill("指示内容", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("修繕の詳細")
    visit.expect_value("指示内容", "試験7391")
