"""Staff choose which columns of a list they see; the others stay a click away."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.kit.kinds.conftest import Open
from tests.prototypes import barriers


def columns(page: Page) -> list[str]:
    return [text.strip() for text in page.get_by_role("columnheader").all_inner_texts()]


def test_a_column_that_is_unticked_is_hidden_until_it_is_ticked_again(enter: Open) -> None:
    page = enter("/s/spot_list")
    every = columns(page)
    page.get_by_text("表示する列を選ぶ").click()
    assert page.get_by_role("checkbox", name=every[0]).count() == 0  # it leads to the record
    page.get_by_role("checkbox", name=every[1]).uncheck()
    expect(page.get_by_role("columnheader")).to_have_count(len(every) - 1)
    assert columns(page) == [every[0], *every[2:]]
    assert barriers(page) == []
    again = enter("/s/spot_list")
    expect(again.get_by_role("columnheader")).to_have_count(len(every) - 1)
    again.get_by_text("表示する列を選ぶ").click()
    again.get_by_role("checkbox", name=every[1]).check()
    expect(again.get_by_role("columnheader")).to_have_count(len(every))
    assert columns(again) == every
