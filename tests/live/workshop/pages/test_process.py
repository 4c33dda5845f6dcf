"""A process in swim lanes: who takes which step, for what and where; on phones and on paper."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.workshop.deciding import opened
from tests.prototypes import expect_no_sideways_scrolling

WIDE = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 800}
STEPS = """\
      S3:
        title: "<b>現地</b>を確認する"
        actor: roads
        wants: 打ち直しをなくしたい
        screen: report_detail
        deadline: 3営業日
        overdue: 係長へ通知
        exceptions: [積雪で確認できない, 私道だった]
      S4: {title: 知らせる, actor: desk, volume: 40件/月}
"""
BEFORE = "      S2: {title: 受け付ける, actor: desk}\n"


def step(page: Page, title: str) -> Locator:
    return page.locator(".process-step").filter(has_text=title)


def left(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["x"]


def test_the_lanes_follow_the_spec_and_put_each_step_under_its_role(
    served: Served, enter: Enter
) -> None:
    wall = enter("/process", viewport=WIDE)
    page = wall.page
    expect(page.locator(".process-lane")).to_have_text(["窓口"])
    served.edit((BEFORE, BEFORE + STEPS))
    expect(page.locator(".process-lane")).to_have_text(["窓口", "道路係"])
    inspecting = step(page, "3. <b>現地</b>を確認する")
    for said in (
        "打ち直しをなくしたい",
        "3営業日",
        "係長へ通知",
        "積雪で確認できない",
        "私道だった",
    ):
        expect(inspecting).to_contain_text(said)
    expect(step(page, "4. 知らせる")).to_contain_text("40件/月")
    lanes = [left(page.locator(".process-lane", has_text=name)) for name in ("窓口", "道路係")]
    found = [
        [lane <= left(one) <= lane + 1 for lane in lanes]
        for one in (step(page, "受け付ける"), inspecting, step(page, "知らせる"))
    ]
    assert found == [[True, False], [False, True], [True, False]]
    page.emulate_media(media="print")
    expect(page.get_by_role("banner")).to_be_hidden()
    expect(inspecting).to_be_visible()
    page.emulate_media(media="null")
    page.set_viewport_size(PHONE)
    expect(inspecting.get_by_text("道路係")).to_be_visible()
    assert left(inspecting) == left(step(page, "受け付ける"))
    expect_no_sideways_scrolling(page)
    assert wall.errors == []
    assert wall.stayed()


def test_a_screen_opens_in_the_role_of_its_step_and_a_feature_is_decided_on(
    served: Served, enter: Enter
) -> None:
    wall = enter("/process", viewport=PHONE)
    served.edit((BEFORE, BEFORE + STEPS))
    step(wall.page, "受け付ける").get_by_role("button", name="F3 対象外の管理").click()
    opened(wall).says("対象外の管理", "第2期").press("閉じる").is_closed()
    step(wall.page, "現地").get_by_role("link", name="画面: 通報の詳細").click()
    expect(wall.page.get_by_role("heading", level=1, name="通報の詳細")).to_be_visible()
    expect(wall.page.get_by_label("役割")).to_have_value("roads")


def test_of_several_processes_the_one_that_is_chosen_is_drawn(served: Served, enter: Enter) -> None:
    served.edit((BEFORE, BEFORE + "  P2: {title: 夜の通報, steps: {S1: 待つ}}\n  P3: 冬の通報\n"))
    wall = enter("/walk")
    wall.page.get_by_role("link", name="「夜の通報」の流れ図を見る").click()
    expect(wall.page.get_by_role("heading", level=2)).to_have_text("夜の通報")
    expect(wall.page.locator(".process-lane")).to_have_text(["担当が未定"])
    wall.page.get_by_role("link", name="冬の通報").click()
    expect(wall.page.get_by_text("手順はまだありません")).to_be_visible()
