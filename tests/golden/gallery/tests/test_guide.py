"""この見本帳の使い方"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/guide"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_title("この見本帳の使い方")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "この見本帳の使い方" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("この見本帳の使い方")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_no_barriers()


@pytest.mark.render
def test_says_all_of_its_text(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_prose(
        [
            "何が見られますか",
            "仕様に書けるすべての部品を、1つずつ載せています。",
            "項目の種類は見本を登録するで確かめられます。",
            "画面の種類は、左のメニューから1つずつ開いてください。",
            "自分の仕様に写すには",
            "使いたい部品を画面で見つけます。",
            "この見本帳の仕様から、その行を写します。",
        ],
        headings=["何が見られますか", "自分の仕様に写すには"],
    )


@pytest.mark.parametrize(
    ("role", "links"), [("clerk", [("見本を登録する", "/s/item_form")]), ("chief", [])]
)
def test_leads_where_the_role_may_go(look: Visit, role: str, links: list[tuple[str, str]]) -> None:
    look.open(ADDRESS, role=role)
    look.expect_prose_links(links)
