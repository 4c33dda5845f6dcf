"""The gallery shows everything that a spec may hold, and all of it can be used by everybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from generator.blueprints import Blueprints
from generator.pipeline import Pipeline
from generator.spec.load import load_spec
from generator.spec.model import Chart, EntityField, Spec, Tile, Transition
from tests.prototypes import barriers, expect_no_sideways_scrolling, ready, running

GALLERY = Path(__file__).parents[1] / "sample_specs" / "gallery.yaml"
WIDTHS = (1280, 390)
SCREENS = (
    ("/", "clerk"),
    ("/s/guide", "clerk"),
    ("/s/item_form", "clerk"),
    ("/s/item_form/3", "clerk"),
    ("/s/item_steps", "clerk"),
    ("/s/item_list", "clerk"),
    ("/s/item_detail/3", "chief"),
    ("/s/item_board", "chief"),
    ("/s/item_calendar", "clerk"),
    ("/s/item_map", "clerk"),
    ("/s/item_print/3", "clerk"),
    ("/s/numbers", "chief"),
)


@pytest.fixture(scope="module")
def spec() -> Spec:
    loaded = load_spec(GALLERY, Blueprints.find().vocabulary)
    assert [problem.as_text("en") for problem in loaded.problems] == []
    assert loaded.spec
    return loaded.spec


def test_every_field_type_and_every_screen_kind_is_there(spec: Spec) -> None:
    vocabulary = Blueprints.find().vocabulary
    fields = [field for entity in spec.entities.values() for field in entity.fields.values()]
    assert {field.type for field in fields} == set(vocabulary.field_types)
    assert {screen.kind for screen in spec.screens.values()} == set(vocabulary.screen_kinds)
    tiles = [tile for screen in spec.screens.values() for tile in screen.tiles]
    assert {tile.as_ for tile in tiles if tile.chart} >= {Chart.LINE, Chart.PIE}


@pytest.mark.parametrize("part", [EntityField, Transition, Tile])
def test_every_key_of_a_part_is_there(spec: Spec, part: type[Any]) -> None:
    entities = spec.entities.values()
    parts: dict[type[Any], list[Any]] = {
        EntityField: [field for entity in entities for field in entity.fields.values()],
        Transition: [move for entity in entities for move in entity.transitions.values()],
        Tile: [tile for screen in spec.screens.values() for tile in screen.tiles],
    }
    used = {key for each in parts[part] for key in each.model_fields_set}
    assert set(part.model_fields) - used <= {"was", "feature"}  # what needs an earlier version


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the gallery as it runs without the generator."""
    folder = tmp_path_factory.mktemp("gallery")
    Pipeline(Blueprints.find()).build(GALLERY, folder)
    with running(folder) as address:
        yield address


@pytest.mark.parametrize(("path", "role"), SCREENS)
def test_a_screen_keeps_nobody_out_and_asks_nobody_outside(
    browser: Browser, address: str, path: str, role: str
) -> None:
    context = browser.new_context(base_url=address, reduced_motion="reduce")
    page = context.new_page()
    wrong, outside = list[str](), list[str]()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: outside.append(request.url))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{path}?role={role}", wait_until="commit")
        ready(page)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert barriers(page) == []
        expect_no_sideways_scrolling(page)
    assert wrong == []
    assert [url for url in outside if not url.startswith((address, "data:", "blob:"))] == []
    assert context.request.get("/_test/errors").json() == []
    context.close()


@pytest.mark.parametrize(("path", "role"), SCREENS)
def test_a_screen_can_be_walked_by_keyboard_alone(
    browser: Browser, address: str, path: str, role: str
) -> None:
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{path}?role={role}", wait_until="commit")
    ready(page)
    reached = set[str]()
    for _ in range(3):  # what comes onto the page meanwhile is walked to as well
        for _ in range(len(page.evaluate(REACHABLE)) + 30):
            page.keyboard.press("Tab")
            reached |= set(page.evaluate(FOCUSED))
        if reached >= set(page.evaluate(REACHABLE)):
            break
    assert set(page.evaluate(REACHABLE)) - reached == set()
    context.close()


MARK = "element => (element.dataset.walked ??= String(Math.random()))"
REACHABLE = f"""() => [...document.querySelectorAll(
    "main a[href], main button, main select, main textarea, main input, main summary")]
  .filter(element => element.checkVisibility({{ visibilityProperty: true }}) && !element.disabled
    && element.tabIndex >= 0 && element.type !== "file"
    && !(element.type === "radio" && !element.checked))
  .map({MARK})"""
FOCUSED = f"() => [document.activeElement].filter(it => it !== document.body).map({MARK})"
