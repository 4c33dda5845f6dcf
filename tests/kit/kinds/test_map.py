"""A map shows every record that has a place, without a network, by mouse and by keyboard."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.kit.kinds.conftest import Open
from tests.prototypes import barriers, expect_no_sideways_scrolling, ready

MAP = "/s/spot_map"
TILE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256">'
    '<rect width="256" height="256" fill="#dde"/></svg>'
)
REFUSED = """(address) => new Promise((told) => {
  document.addEventListener("securitypolicyviolation", (event) => told(event.effectiveDirective));
  new Image().src = address;
})"""


def expect_pins(page: Page, *counts: int) -> None:
    """Wait until there are pins of so many places each, and no others."""
    for count in {*counts}:
        of_count = page.locator(f'.kit-pin[data-count="{count}"]')
        expect(of_count).to_have_count(counts.count(count))
    expect(page.locator(".kit-pin")).to_have_count(len(counts))


def heights(page: Page) -> list[float]:
    """Return how far down the pins stand."""
    tops = "pins => pins.map(pin => pin.getBoundingClientRect().top)"
    return [float(top) for top in page.locator(".kit-pin").evaluate_all(tops)]


def northern(page: Page) -> Locator:
    expect(page.locator(".kit-pin")).to_have_count(2)
    return page.locator(".kit-pin").nth(heights(page).index(min(heights(page))))


def test_records_close_to_each_other_share_a_pin_and_all_are_in_the_list(enter: Open) -> None:
    page = enter(MAP)
    expect_pins(page, 2, 2)
    names = ["夕方の点検", "昼の点検", "朝の点検", "<img src=x onerror=alert(1)>"]
    expect(page.locator(".kit-places > li").get_by_role("link")).to_have_text(names)
    expect(page.get_by_role("heading", level=2, name="地図の記録(4件)")).to_be_visible()
    assert barriers(page) == []


def test_a_pin_of_several_places_comes_closer_until_they_part(enter: Open) -> None:
    page = enter(MAP)
    northern(page).click()
    expect_pins(page, 1, 1)
    page.get_by_role("button", name="全体").click()
    expect_pins(page, 2, 2)


def test_records_at_one_place_are_told_in_one_popup_that_gives_the_focus_back(
    enter: Open,
) -> None:
    page = enter(MAP)
    expect(page.locator(".kit-pin")).to_have_count(2)
    southern = page.locator(".kit-pin").nth(1 - heights(page).index(min(heights(page))))
    southern.focus()
    page.keyboard.press("Enter")
    popup = page.get_by_role("dialog")
    links = popup.get_by_role("link")
    expect(links).to_have_text(["朝の点検", "<img src=x onerror=alert(1)>"])
    expect(links.first).to_be_focused()
    assert barriers(page) == []
    page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    expect(southern).to_be_focused()
    page.keyboard.press("Enter")
    links.first.click()
    ready(page)
    expect(page.get_by_role("heading", level=2, name="朝の点検")).to_be_visible()


def test_arrows_move_the_map_and_plus_and_minus_zoom(enter: Open) -> None:
    page = enter(MAP)
    whole, pin = page.locator(".kit-map"), page.locator(".kit-pin").first
    expect(pin).to_be_visible()
    before = pin.bounding_box()
    assert before
    whole.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "x => document.querySelector('.kit-pin').getBoundingClientRect().x < x - 40",
        arg=before["x"],
    )
    scale = page.locator(".kit-map-scale text")
    length = scale.text_content() or ""
    for _ in range(3):
        page.keyboard.press("-")
    expect(scale).not_to_have_text(length)


def test_records_without_a_place_are_counted_and_can_be_looked_at(enter: Open) -> None:
    page = enter(MAP)
    page.get_by_role("link", name="位置のない記録が2件あります").click()
    ready(page)
    rows = page.locator(".kit-table tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.get_by_role("link")).to_have_text(["冬の点検", "夜の点検"])


def test_a_narrow_screen_has_no_more_width_than_it_shows(enter: Open) -> None:
    page = enter(MAP)
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".kit-pin").first).to_be_visible()
    expect_no_sideways_scrolling(page)


def test_a_place_is_chosen_on_a_map_by_touch_or_by_keyboard(enter: Open) -> None:
    page = enter("/s/spot_form", position="37.5, 139.9")
    line = page.get_by_role("textbox", name="位置")
    page.get_by_role("button", name="位置を地図で選ぶ").click()
    dialog = page.get_by_role("dialog", name="位置を地図で選ぶ")
    expect(dialog.locator(".kit-pin")).to_have_count(1)
    # axe takes the shade behind a dialog for the ground of its texts.
    assert set(barriers(page)) <= {"color-contrast"}
    dialog.locator(".kit-map-ground").click(position={"x": 200, "y": 40})
    take = dialog.get_by_role("button", name="この位置にする")
    take.click()
    expect(dialog).to_have_count(0)
    expect(line).to_have_value(re.compile(r"37\.5\d{4}, 139\.[89]\d{4}"))
    page.get_by_role("button", name="位置を地図で選ぶ").press("Enter")
    expect(dialog.locator(".kit-pin")).to_have_count(1)
    dialog.get_by_role("button", name="真ん中を選ぶ").press("Enter")
    dialog.get_by_role("button", name="やめる").press("Enter")
    expect(dialog).to_have_count(0)
    expect(line).to_have_value(re.compile(r"37\.5\d{4}, 139\.[89]\d{4}"))


def test_a_background_comes_from_its_own_server_alone(browser: Browser, address: str) -> None:
    page, asked = browser.new_context(base_url=address).new_page(), list[str]()

    def serve(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(content_type="image/svg+xml", body=TILE)

    page.context.route("https://tiles.example/**", serve)
    page.goto("/s/spot_ground", wait_until="commit")
    ready(page)
    expect(page.locator(".kit-map-tiles img:not(.kit-unseen)").first).to_be_visible()
    expect(page.get_by_text("出典: <b>地理院</b>", exact=True)).to_be_visible()
    expect(page.locator(".kit-map-grid")).to_have_count(0)
    expect_pins(page, 2, 2)
    assert all(re.fullmatch(r"https://tiles\.example/pale/\d+/\d+/\d+\.png", url) for url in asked)
    assert barriers(page) == []
    assert page.evaluate(REFUSED, "https://elsewhere.example/a.png") == "img-src"
    page.context.close()


def test_a_background_that_does_not_come_leaves_the_plain_grid(
    browser: Browser, address: str
) -> None:
    page = browser.new_context(base_url=address).new_page()
    page.context.route("https://tiles.example/**", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.goto("/s/spot_ground", wait_until="commit")
    ready(page)
    expect(page.locator(".kit-map-grid line").first).to_be_attached()
    expect(page.locator(".kit-map-tiles img:not(.kit-unseen)")).to_have_count(0)
    expect(page.get_by_text("出典")).to_have_count(0)
    expect_pins(page, 2, 2)
    page.goto(MAP, wait_until="commit")  # a map without one asks nobody
    ready(page)
    assert page.evaluate(REFUSED, "https://tiles.example/pale/1/1/1.png") == "img-src"
    page.context.close()
