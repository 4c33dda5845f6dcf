"""Diagrams in a browser: drawn without the network, saved whole, and never more than text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.hostile_specs import every_text_spec
from tests.live.conftest import Start
from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.visiting import Visitor
from tests.prototypes import barriers, expect_no_sideways_scrolling

KINDS = ("states", "screens", "entities")
SVG = "{http://www.w3.org/2000/svg}"


def drawing(page: Page) -> str:
    """Wait until the diagram is drawn, and return what can be read in it."""
    texts = page.locator(".drawing-picture svg text")
    expect(texts.first).to_be_attached()
    return "\n".join(texts.all_text_contents())


def saved(page: Page, folder: Path) -> tuple[str, ElementTree.Element]:
    """Save the diagram, and return the file's name and what is in it."""
    with page.expect_download() as download:
        page.get_by_role("button", name="SVGで保存").click()
    path = folder / "saved.svg"
    download.value.save_as(path)
    return download.value.suggested_filename, ElementTree.parse(path).getroot()


def test_states_follow_the_spec_and_are_saved_as_a_file_of_their_own(
    served: Served, enter: Enter, tmp_path: Path
) -> None:
    wall = enter("/diagrams")
    asked: list[str] = []
    wall.page.on("request", lambda request: asked.append(request.url))
    wall.visit("/diagrams")
    assert "受け付ける" in drawing(wall.page)
    served.edit(("受付: {initial: true}, 確認中: {}", "受付: {initial: true}, 確認中: <b>見る</b>"))
    expect(wall.page.locator(".drawing-picture svg")).to_contain_text("<b>見る</b>")
    name, root = saved(wall.page, tmp_path)
    assert name == "町の通報 状態の移り変わり 通報.svg"
    texts = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert {"受付", "<b>見る</b>", "対象外", "対象外にする"} <= set(texts)
    assert [part.tag for part in root.iter() if not part.tag.startswith(SVG)] == []
    assert set(root.iter(f"{SVG}foreignObject")) | set(root.iter(f"{SVG}image")) == set()
    written = (tmp_path / "saved.svg").read_text(encoding="utf-8")
    assert set(re.findall(r"url\((.)", written)) <= {"#"}
    assert set(re.findall(r"https?://[^\"' )]*", written)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    assert all(address.startswith((served.address, "blob:")) for address in asked)
    assert wall.errors == []


def test_diagrams_are_chosen_and_on_a_phone_their_table_is_there(enter: Enter) -> None:
    phone = enter("/diagrams", viewport={"width": 390, "height": 800})
    page = phone.page
    row = page.get_by_role("table").get_by_role("row").filter(has_text="受け付ける")
    expect(row).to_contain_text("確認中")
    page.get_by_role("link", name="画面のつながり").click()
    expect(page.get_by_label("だれの画面か")).to_have_value("")
    assert "通報一覧" in drawing(page)
    page.get_by_label("だれの画面か").select_option("道路係")
    page.wait_for_url("**of=roads")
    page.get_by_role("link", name="記録のつながり").click()
    expect(page.locator(".drawing-picture svg")).to_contain_text("概算")
    expect_no_sideways_scrolling(page)
    assert barriers(page) == []
    assert phone.errors == []


@pytest.fixture
def hostile(start: Start, tmp_path: Path, browser: Browser) -> Iterator[Visitor]:
    """Somebody at a prototype whose spec is full of hostile texts."""
    spec = tmp_path / "spec.yaml"
    spec.write_text(every_text_spec(), encoding="utf-8")
    context = browser.new_context()
    yield Visitor(
        context.new_page(), Served(start(str(spec), "--no-open", "--port", "0"), spec).address
    )
    context.close()


def test_hostile_texts_are_drawn_and_saved_as_text(hostile: Visitor, tmp_path: Path) -> None:
    for kind in KINDS:
        hostile.visit(f"/diagrams?kind={kind}")
        assert "<script>" in drawing(hostile.page)
        _, root = saved(hostile.page, tmp_path)
        assert "<script>" in "".join(root.itertext())
        assert hostile.page.evaluate("window.hacked") is None
    assert hostile.errors == []
