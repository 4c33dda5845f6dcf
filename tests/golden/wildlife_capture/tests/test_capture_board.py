"""確認の進み具合"""

import pytest
from playwright.sync_api import expect

from tests.visit import Visit

ADDRESS = "/s/capture_board"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("確認の進み具合")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "確認の進み具合" [level=1]
          - region "下書"
          - region "報告済"
          - region "確認中"
          - region "確認済"
          - region "支払決定"
          - region "支払済"
          - region "不支給"
          - region "取下げ"
        """
    )


@pytest.mark.parametrize("role", ["officer", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("確認の進み具合")


@pytest.mark.parametrize("role", ["resident", "captor", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_has_its_columns_in_order(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.board.expect_columns(
        ["下書", "報告済", "確認中", "確認済", "支払決定", "支払済", "不支給", "取下げ"]
    )


def test_shows_records_as_cards_in_their_columns(look: Visit) -> None:
    records = [
        ("下書", look.record("capture", {"state": ["下書"]})),
        ("報告済", look.record("capture", {"state": ["報告済"]})),
        ("確認中", look.record("capture", {"state": ["確認中"]})),
        ("確認済", look.record("capture", {"state": ["確認済"]})),
        ("支払決定", look.record("capture", {"state": ["支払決定"]})),
        ("支払済", look.record("capture", {"state": ["支払済"]})),
        ("不支給", look.record("capture", {"state": ["不支給"]})),
        ("取下げ", look.record("capture", {"state": ["取下げ"]})),
    ]
    look.open(ADDRESS, role="desk")
    for column, record in records:
        look.board.expect_lines(look.board.card(column, record), ["捕獲者", "捕獲日"])


def test_a_card_moves_by_its_menu(visit: Visit) -> None:
    record = visit.record("capture", {"state": ["報告済"]})
    visit.open(ADDRESS, role="desk")
    card = visit.board.card("報告済", record)
    visit.board.move(card, "証拠部位を受け取った")
    dialog = visit.dialog("証拠部位を受け取った")
    dialog.fill("証拠部位の袋番号", "Q8852")
    dialog.click("証拠部位を受け取った")
    expect(visit.board.card("確認中", record)).to_be_visible()
    expect(card).to_have_count(0)


def test_a_card_moves_when_it_is_dragged(visit: Visit) -> None:
    record = visit.record("capture", {"state": ["確認中"]})
    visit.open(ADDRESS, role="chief")
    card = visit.board.card("確認中", record)
    visit.board.drag(card, visit.board.column("不支給"))
    dialog = visit.dialog("不支給にする")
    dialog.choose("不支給の区分", "町外での捕獲")
    dialog.fill("理由", "試験のため")
    dialog.click("不支給にする")
    expect(visit.board.card("不支給", record)).to_be_visible()
    expect(card).to_have_count(0)


def test_a_card_stays_when_it_is_dragged_where_it_may_not_go(look: Visit) -> None:
    record = look.record("capture", {"state": ["下書"]})
    look.open(ADDRESS, role="desk")
    card = look.board.card("下書", record)
    look.board.drag(card, look.board.column("報告済"))
    look.board.expect_not_moved("下書", "報告済")
    expect(card).to_be_visible()
