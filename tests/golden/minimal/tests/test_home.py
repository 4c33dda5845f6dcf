"""ホーム"""

from tests.visit import Visit

ADDRESS = "/s/home"


def test_opens(visit: Visit) -> None:
    visit.open(ADDRESS)
    visit.expect_title("ホーム")


def test_has_no_barriers(visit: Visit) -> None:
    visit.open(ADDRESS)
    visit.expect_no_barriers()


def test_leads_to_every_screen(visit: Visit) -> None:
    visit.open(ADDRESS)
    visit.expect_links([("通報一覧", "/s/report_list"), ("通報の登録", "/s/report_form")])
