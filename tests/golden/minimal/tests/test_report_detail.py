"""通報の詳細"""

from tests.visit import Visit

ADDRESS = "/s/report_detail"


def test_opens(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report")
    visit.expect_title("通報の詳細")


def test_has_no_barriers(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report")
    visit.expect_no_barriers()


def test_shows_the_values_of_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report")
    visit.expect_values(["場所", "種別"])


def test_leads_to_the_form_that_changes_the_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "report")
    visit.edit()
    visit.expect_title("通報の登録")
