"""What somebody edits by hand is followed like the spec: screens, kit, styles, blueprints."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.live.conftest import SPEC, Start
from tests.live.room.conftest import Enter
from tests.live.serving import Served, save
from tests.live.visiting import Visitor


def test_a_screen_edited_by_hand_is_shown_while_somebody_types(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form")
    node = desk.types("場所", "手直しの道").element_handle()
    served.edit_by_hand(
        "screens/report_form.py",
        ("text(Report.place)", 'text(Report.place, title="だいたいの場所")'),
    )
    expect(desk.field("だいたいの場所")).to_have_value("手直しの道")
    assert desk.page.evaluate("node => node === document.activeElement", node)
    assert desk.stayed()


def test_the_kit_edited_by_hand_is_shown_while_somebody_types(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "部品の道")
    served.edit_by_hand("kit/texts/form.py", ('("登録する", "Add")', '("送る", "Add")'))
    expect(desk.button("送る")).to_be_visible()
    expect(desk.field("場所")).to_be_focused()
    desk.page.keyboard.type("の先")
    desk.button("送る").click()
    expect(desk.page.get_by_role("heading", name="部品の道の先")).to_be_visible()
    assert desk.errors == []


def test_a_dialog_that_is_open_while_the_kit_changes_can_be_finished(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_detail/2")
    desk.button("対象外にする").click()
    dialog = desk.page.get_by_role("dialog", name="対象外にする")
    dialog.get_by_label("理由").fill("台帳にない道")
    served.edit_by_hand("kit/texts/detail.py", ('("履歴", "History")', '("いきさつ", "History")'))
    expect(desk.page.get_by_text("いきさつ", exact=True)).to_be_attached()
    dialog.get_by_role("button", name="対象外にする", exact=True).click()
    expect(desk.page.get_by_text("理由: 台帳にない道")).to_be_visible()


def test_the_style_sheet_edited_by_hand_is_fetched_by_open_pages(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "色の道")
    css = served.out / "prototype/kit/static/kit.css"
    old = css.read_text(encoding="utf-8")
    served.edit_by_hand("kit/static/kit.css", (old, f"{old}\n.kit-form {{ opacity: 0.5; }}\n"))
    expect(desk.page.locator(".kit-form")).to_have_css("opacity", "0.5")
    expect(desk.field("場所")).to_have_value("色の道")
    assert desk.stayed()
    expect(enter("/s/report_form").page.locator(".kit-form")).to_have_css("opacity", "0.5")


def test_a_screen_that_is_added_by_hand_appears_in_the_menu(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    path = served.out / "prototype/screens/extra.py"
    save(
        path,
        '"""追加"""\n\n'
        "from prototype.kit.page.screen import Screen, View\n"
        "from prototype.kit.page.widgets import words\n\n"
        'screen = Screen("extra", title="手で足した画面", kind="page")\n\n\n'
        "def build(view: View) -> None:\n"
        '    """Say hello."""\n'
        '    words("こんにちは")\n',
    )
    desk.page.get_by_role("navigation").get_by_role("link", name="手で足した画面").click()
    expect(desk.page.get_by_text("こんにちは")).to_be_visible()
    path.unlink()
    expect(desk.page).to_have_url(f"{served.address}/")


def test_a_blueprint_of_ones_own_is_followed(
    browser: Browser, start: Start, tmp_path: Path
) -> None:
    spec, own = tmp_path / "town.yaml", tmp_path / "own"
    spec.write_text(SPEC, encoding="utf-8")
    texts = own / "kit/texts/board.py"
    texts.parent.mkdir(parents=True)
    texts.write_text('TEXTS = {"move": ("うごかす", "Move")}\n', encoding="utf-8")
    served = Served(start(str(spec), "--no-open", "--port", "0", "--blueprints", str(own)), spec)
    context = browser.new_context()
    desk = Visitor(context.new_page(), served.address).visit("/s/report_form")
    desk.types("場所", "型紙の道")
    form = served.out / "prototype/kit/texts/form.py"
    changed = form.read_text(encoding="utf-8").replace('("登録する",', '("記録する",')
    save(own / "kit/texts/form.py", changed)
    expect(desk.button("記録する")).to_be_visible()
    expect(desk.field("場所")).to_have_value("型紙の道")
    assert desk.stayed()
    context.close()
