"""What changed is verified in the background, and the engineer sees it; nobody else is bothered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.live.room.conftest import become_engineer
from tests.live.serving import Generate, Served
from tests.prototypes import barriers, expect_no_sideways_scrolling, processes_in

SPEC = """\
project: 通報
entities:
  report: {title: 通報, fields: {place: {title: 場所, required: true}}, samples: 2}
screens:
  home: {title: はじめに}
  report_form: {title: 通報する, kind: form, entity: report}
"""
FORM = "screens/report_form.py"


@pytest.fixture(autouse=True)
def patient() -> Iterator[None]:
    """Wait long: verification gives way to whatever else the machine does."""
    expect.set_options(timeout=180_000)
    yield
    expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def verified(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A prototype that is verified while it is served."""
    spec = tmp_path_factory.mktemp("verified") / "town.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    generate = Generate(str(spec), "--no-open", "--port", "0", verify=True)
    yield Served(generate, spec)
    generate.end()


def tile(page: Page, title: str, state: str) -> None:
    """Wait until the screen ``title`` has ``state`` on the page of verified screens."""
    found = page.locator(".verify-tile").filter(has_text=title)
    expect(found.locator(".verify-chip")).to_contain_text(state)


def test_what_changed_is_verified_and_the_engineer_sees_it(
    verified: Served, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    become_engineer(context, verified)
    page = context.new_page()
    page.goto(f"{verified.address}/verify")
    tile(page, "通報する", "表示は仕様どおり")
    expect_no_sideways_scrolling(page)
    assert barriers(page) == []
    screen = page.context.new_page()
    screen.goto(f"{verified.address}/s/report_form")
    menu = screen.locator(".workshop-verified")
    menu.get_by_text("画面の確認").click()
    expect(menu.get_by_text("通報する: 表示は仕様どおり")).to_be_visible()

    verified.edit_by_hand(FORM, ("text(Report.place)", "text(Report.place), 1 / 0"))
    tile(page, "通報する", "直すところがあります")
    expect(
        page.get_by_text("見たところは動きましたが、裏で誤りが起きました。").first
    ).to_be_visible()
    expect(menu.get_by_text("通報する: 直すところがあります")).to_be_visible()
    verified.mend(FORM)
    tile(page, "通報する", "表示は仕様どおり")
    page.get_by_role("button", name="全部確かめる").click()
    tile(page, "通報する", "確かめています")
    passed = page.locator(".verify-tile.verify-is-passed").filter(has_text="通報する")
    expect(passed, "once all its layers have run").to_be_visible()
    page.context.close()


def test_others_are_not_bothered(verified: Served, browser: Browser) -> None:
    away = browser.new_context().new_page()
    away.goto(f"{verified.address}/verify")
    expect(away.get_by_text("進行役か技術者だけができます")).to_be_visible()
    away.goto(f"{verified.address}/s/report_form")
    expect(away.get_by_test_id("screen-ready")).to_be_attached()
    expect(away.locator(".workshop-verified > *")).to_have_count(0)
    answer = away.request.get(f"{verified.address}/_verification/index.html")
    assert answer.status == 404
    away.context.close()


def test_a_save_stops_what_runs_and_the_end_leaves_nothing(verified: Served) -> None:
    verified.edit(("title: 通報する", "title: 知らせる"))
    verified.generate.until("作りました")
    verified.generate.end()
    assert verified.generate.process.returncode == 0
    assert processes_in(verified.spec.parent) == []


def test_without_a_browser_the_page_says_what_to_install(
    small_spec: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROTOTYPE_BROWSER", "/nowhere/browser")
    generate = Generate(str(small_spec), "--no-open", "--port", "0", verify=True)
    page = browser.new_context().new_page()
    page.goto(f"{generate.engineer_link()}?to=/verify")
    expect(page.get_by_text("playwright install --only-shell chromium")).to_be_visible()
    page.context.close()
    generate.end()
