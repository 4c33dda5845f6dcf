"""Several browsers: each keeps its own, nobody gets what another typed."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.visiting import Visitor

PLACE = ("place: {title: 場所,", "place: {title: ばしょ,")
FORM = "fields: [place, kind, width, cost]"


def test_two_browsers_on_a_screen_keep_what_each_typed_and_chose(
    served: Served, enter: Enter
) -> None:
    one, two = enter("/s/report_form"), enter("/s/report_form")
    one.types("場所", "一人目の道")
    one.field("種別").select_option("側溝")
    two.types("場所", "二人目の道")
    two.field("種別").select_option("段差")
    served.edit(PLACE)
    for visitor, text, kind in ((one, "一人目の道", "側溝"), (two, "二人目の道", "段差")):
        expect(visitor.field("ばしょ")).to_have_value(text)
        expect(visitor.field("種別")).to_have_value(kind)
    for visitor, text, kind in ((one, "一人目の道", "側溝"), (two, "二人目の道", "段差")):
        visitor.button("登録する").click()
        expect(visitor.page.get_by_role("heading", name=text)).to_be_visible()
        expect(visitor.page.locator(".kit-value", has_text="種別")).to_contain_text(kind)


def test_what_one_typed_is_never_sent_to_another(served: Served, enter: Enter) -> None:
    typing = [enter("/s/report_form") for _ in range(3)]
    for number, visitor in enumerate(typing):
        visitor.types("場所", f"秘密の道{number}")
        visitor.types("幅", f"秘密の幅{number}")
        visitor.sent.clear()
    served.edit((FORM, "fields: [place, kind, cost]"))
    for number, visitor in enumerate(typing):
        expect(visitor.page.get_by_text(f"秘密の幅{number}", exact=True)).to_be_visible()
    served.edit(("fields: [place, kind, cost]", FORM), PLACE)
    for number, visitor in enumerate(typing):
        expect(visitor.field("ばしょ")).to_have_value(f"秘密の道{number}")
        others = [f"{what}{n}" for n in range(3) if n != number for what in ("道", "幅")]
        assert not [text for text in visitor.sent for other in others if f"秘密の{other}" in text]


def test_an_event_on_a_page_that_was_only_sent_the_change_meets_the_new_page(
    served: Served, enter: Enter
) -> None:
    visitors = [enter("/s/report_form") for _ in range(4)]
    served.edit(
        ("      place: {", "      teller: {title: 知らせた人}\n      place: {"),
        (FORM, "fields: [teller, place, kind, width, cost]"),
    )
    for number, visitor in enumerate(visitors):
        visitor.types("知らせた人", f"佐藤{number}")
        visitor.types("場所", f"道{number}")
    for number, visitor in enumerate(visitors):
        visitor.button("登録する").click()
        teller = visitor.page.locator(".kit-value", has_text="知らせた人")
        expect(teller).to_contain_text(f"佐藤{number}")


def test_a_list_stays_searched_and_filtered_and_its_rows_are_right(
    served: Served, enter: Enter
) -> None:
    desk, roads = enter("/s/report_list"), enter("/s/report_list")
    desk.field("種別").filter(visible=True).select_option("段差")
    desk.types("検索", "川沿い")
    expect(_rows(desk)).to_have_count(1)
    served.edit(("columns: [place, kind, state]", "columns: [place, kind, width, state]"))
    for visitor in (desk, roads):
        expect(visitor.page.get_by_role("columnheader", name="幅")).to_be_visible()
        assert visitor.stayed()
    expect(_rows(desk)).to_have_count(1)
    expect(_rows(desk)).to_contain_text("川沿いの道")
    expect(_rows(desk)).to_contain_text("45")
    expect(desk.field("検索")).to_have_value("川沿い")
    expect(desk.field("種別").filter(visible=True)).to_have_value("段差")
    assert "q=" in desk.page.url
    desk.field("検索").fill("")
    expect(_rows(desk).filter(has_text="城前の道")).to_have_count(1)
    expect(_rows(desk).filter(has_text="駅前の道")).to_have_count(0)
    expect(_rows(roads).filter(has_text="駅前の道")).to_have_count(1)


def _rows(visitor: Visitor) -> Locator:
    return visitor.page.locator("tbody tr")
