"""使用許可書"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/permit_print"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", where={"state": ["許可", "利用済"]}, role="desk")
    look.expect_title("使用許可書")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", where={"state": ["許可", "利用済"]}, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "使用許可書" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "booking", where={"state": ["許可", "利用済"]}, role=role)
    sent.expect_title("使用許可書")


@pytest.mark.parametrize("role", ["group", "officer", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", where={"state": ["許可", "利用済"]}, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_record_on_paper(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", where={"state": ["許可", "利用済"]}, role="desk")
    look.paper.expect_form(
        "使用許可書",
        rows=[
            "予約番号",
            "施設",
            "利用日",
            "時間帯",
            "利用人数",
            "利用目的",
            "使用料",
            "納付額",
            "納付日",
        ],
        seals=["課長", "係長", "担当"],
    )
    look.paper.expect_text(
        "様式第2号(第6条関係)",
        "{group} 様",
        "施設の長",
        "申込みのあった次の施設の使用を、条例第6条により許可します。",
        "使用の条件",
        "許可を受けた目的のほかに使用しないこと。",
        "使用を終えたら、もとのとおりに片付け、窓口に知らせること。",
        "取り消すときは、施設ごとの期限までに申し出ること。",
    )


def test_prints_the_paper_alone(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", where={"state": ["許可", "利用済"]}, role="desk")
    visit.paper.expect_prints()


def test_shows_on_paper_what_the_detail_shows(visit: Visit) -> None:
    visit.open_record(
        "/s/booking_detail", "booking", where={"state": ["許可", "利用済"]}, role="desk"
    )
    visit.paper.expect_same(["予約番号", "施設", "時間帯"], "使用許可書")


def test_prints_nothing_in_another_state(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", state="仮予約", role="desk")
    look.paper.expect_nothing_to_print()
