"""A form in steps changes while somebody is in the middle of it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served

WIZARD = """\
  report_wizard:
    title: 順に通報する
    kind: wizard
    entity: report
    steps:
      where: {title: 場所, fields: [place]}
      what: {title: 損傷, fields: [kind]}
  report_list:
"""


def test_who_is_in_the_middle_of_a_wizard_stays_there_with_all_that_is_typed(
    served: Served, enter: Enter
) -> None:
    served.edit(("  report_list:\n", WIZARD))
    served.generate.until("作りました")
    desk, other = enter("/s/report_wizard"), enter("/s/report_wizard")
    desk.types("場所", "橋のたもと")
    desk.button("次へ").click()
    step = desk.page.get_by_role("heading", level=2, name="損傷")
    expect(step).to_be_visible()
    served.edit(("title: 損傷, fields: [kind]", "title: 損傷, fields: [kind, width]"))
    width = desk.field("幅")
    expect(width).to_be_visible()
    expect(step).to_be_visible()
    expect(other.page.get_by_role("heading", level=2, name="場所")).to_be_visible()
    expect(other.field("幅")).to_be_hidden()
    width.fill("25")
    desk.button("次へ").click()
    expect(desk.page.get_by_role("definition").filter(has_text="橋のたもと")).to_be_visible()
    assert desk.stayed()
    desk.button("登録する").click()
    expect(desk.page.get_by_role("heading", name="橋のたもと")).to_be_visible()
