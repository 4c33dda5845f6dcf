"""通報の登録"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/report_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS)
    look.expect_title("通報の登録")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS)
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "通報の登録" [level=1]
          - textbox /^場所/
          - combobox /^種別/
        """
    )


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS)
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS)
    look.expect_line("場所")
    look.expect_list("種別", ["穴ぼこ", "段差", "側溝", "標識"])


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS)
    visit.fill("場所", "試験7391")
    visit.choose("種別", "穴ぼこ")
    visit.add()
    visit.expect_added()
    visit.expect_title("通報の詳細")
    visit.expect_value("場所", "試験7391")
    visit.expect_value("種別", "穴ぼこ")

    visit.open("/s/report_list", q="試験7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("場所", "試験7391")
    visit.table.expect_only("種別", "穴ぼこ")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report")
    visit.fill("場所", "試験7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("通報の詳細")
    visit.expect_value("場所", "試験7391")
