"""What a script did to an element is done again to the one that comes in its place."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.workshop.deciding import decide_mode

FIELDS = "fields: [place, kind, width, cost, photo]"
WITHOUT_WIDTH = "fields: [place, kind, cost, photo]"
REGISTER = """\
() => {
  window.treated = [];
  workshopOnRenewed(
    ".probe",
    (probe) => treated.push(`${probe.id} ${document.timeline.currentTime}`),
    ["data-probe"],
  );
}
"""
TWO_FRAMES = """\
new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
"""
ADD = """(ids) => {
  for (const id of ids)
    document.querySelector("main").append(
      Object.assign(document.createElement("i"), { id, className: "probe" }));
}"""


def treated(page: Page, *ids: str) -> None:
    """Wait until all of these, and no others, were treated, none twice in a frame; begin anew."""
    page.wait_for_function(
        "ids => ids.every((id) => treated.some((each) => each.split(' ')[0] === id))",
        arg=list(ids),
    )
    said = page.evaluate("treated.splice(0)")
    assert {each.split()[0] for each in said} == set(ids)
    assert len(said) == len(set(said))


def test_what_is_there_what_comes_and_what_changes_is_treated_once_a_frame(enter: Enter) -> None:
    page = enter("/s/report_form").page
    page.evaluate(ADD, ["there"])
    page.evaluate(TWO_FRAMES)
    page.evaluate(REGISTER)
    treated(page, "there")
    page.evaluate(ADD, ["one", "two"])
    treated(page, "there", "one", "two")
    page.evaluate("document.querySelector('#there').remove()")
    treated(page, "one", "two")
    page.evaluate("document.querySelector('#one').dataset.probe = 'another'")
    treated(page, "one", "two")
    page.evaluate(ADD, ["there"])  # it comes back
    treated(page, "there", "one", "two")


def test_a_part_that_comes_back_has_its_pin_again(served: Served, enter: Enter) -> None:
    desk = decide_mode(enter("/s/report_form"))
    pin = desk.page.get_by_role("button", name="「幅」を決める・聞く", exact=True)
    expect(pin).to_be_visible()
    served.edit((FIELDS, WITHOUT_WIDTH))
    expect(pin).to_have_count(0)
    served.edit((WITHOUT_WIDTH, FIELDS))
    expect(pin).to_be_visible()
    assert desk.stayed()


def test_a_part_that_comes_back_is_marked_again_as_what_the_walk_asks_for(enter: Enter) -> None:
    page = enter("/s/report_form").page
    page.add_script_tag(path="generator/live/workshop/walk.js")
    page.evaluate(
        """document.body.append(Object.assign(document.createElement("div"), {
          className: "walk-bar" })); document.querySelector(".walk-bar").dataset.mark =
          document.querySelector("main [data-part]").dataset.part"""
    )
    marked = page.locator(".walk-mark")
    expect(marked).to_have_count(1)
    page.evaluate(
        """const part = document.querySelector(".walk-mark");
        part.replaceWith(part.cloneNode(true));
        document.querySelector("main [data-part]").classList.remove("walk-mark");"""
    )
    expect(marked).to_have_count(1)


def test_the_menu_of_the_engineer_comes_back_into_a_foot_that_comes_back(enter: Enter) -> None:
    page = enter.as_engineer("/s/report_form").page
    menu = page.locator(".workshop-verified summary")
    expect(menu).to_have_count(1)
    page.evaluate(
        """const foot = document.querySelector(".workshop-verified");
        foot.replaceWith(foot.cloneNode(false));"""
    )
    expect(menu).to_have_count(1)
