"""The page with what is still vague: it follows the spec, and leaves questions in it."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.visiting import Visitor
from tests.live.workshop.deciding import opened
from tests.prototypes import expect_no_sideways_scrolling

HOSTILE = "<script>window.hit=1</script>{{1+1}}等を送る"


def question(visitor: Visitor, part: str, asked: str) -> Locator:
    """Return what is asked about a part."""
    of_part = visitor.page.locator(".workshop-advice").filter(has_text=part)
    return of_part.filter(has_text=asked)


def test_a_question_is_left_in_the_spec_and_goes_when_it_is_answered(
    served: Served, enter: Enter
) -> None:
    desk, wall = enter("/advice?who=desk"), enter("/advice")
    asked = "「等」には、ほかに何が入りますか"
    expect(question(desk, "F1 概算の記録", asked)).to_have_count(0)
    served.edit(("detail: 目安}", f'detail: "{HOSTILE}"}}'))
    found = question(desk, "F1 概算の記録", asked)
    expect(found.locator(".workshop-quote")).to_have_text(HOSTILE)
    expect(found.locator("mark")).to_have_text("等")
    expect(found).to_contain_text("features.F1.detail")
    found.get_by_role("button").click()
    sheet = opened(desk).says("機能 F1 概算の記録")
    expect(sheet.field("聞きたい相手")).to_have_value("窓口")
    expect(sheet.field("質問・気づき")).to_have_value(
        f"{asked}。全部挙げるとどうなりますか。(「{HOSTILE}」)"
    )
    sheet.field("質問した人").fill("総務課")
    sheet.press("残す").is_closed()

    on_wall = question(wall, "F1 概算の記録", asked)
    expect(on_wall.get_by_role("link", name="Q2として質問中です")).to_be_visible()
    expect(on_wall.get_by_role("button")).to_have_count(0)
    said = served.spec.read_text(encoding="utf-8")
    assert "about: F1, rule: L1" in said or "about: F1\n    rule: L1" in said

    listing = enter("/questions")
    item = listing.page.locator(".workshop-question", has_text="Q2")
    item.get_by_text("答える", exact=True).click()
    item.get_by_label("答え").first.fill("写真だけ")
    item.get_by_label("答えた人").fill("係長")
    item.get_by_role("button", name="答えを記録する").click()
    expect(on_wall).to_have_count(0)
    assert not [visitor for visitor in (desk, wall) if visitor.page.evaluate("window.hit")]
    assert desk.errors == wall.errors == []
    assert desk.stayed()


def test_the_list_is_narrowed_by_who_must_answer_and_comes_in_portions(
    served: Served, enter: Enter
) -> None:
    many = "".join(f"  G{number}: {{title: 目標{number}}}\n" for number in range(100, 150))
    served.edit(("processes:\n", f"{many}processes:\n"))
    wall = enter("/advice")
    items = wall.page.locator(".workshop-advice")
    expect(items).to_have_count(40)
    wall.page.get_by_role("link", name="次の40件").click()
    expect(wall.page.get_by_role("navigation", name="41〜80件目")).to_be_visible()
    wall.page.get_by_label("答える人").select_option("窓口")
    expect(wall.page.locator(".workshop-advice", has_text="目標1")).to_have_count(0)
    expect(items.first).to_be_visible()


def test_the_page_holds_at_the_width_of_a_phone(served: Served, enter: Enter) -> None:
    served.edit(("detail: 目安}", f"detail: {'必要に応じて' * 40}}}"))
    phone = enter("/advice", viewport={"width": 390, "height": 800})
    expect(question(phone, "F1", "必要に応じ").first).to_be_visible()
    expect_no_sideways_scrolling(phone.page)
