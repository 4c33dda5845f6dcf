"""Pictures and files: handed in, kept while the page changes, refused when they break a rule."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, expect

from tests.kit.hostile_pictures import GREY, jpeg_in_rounds, png
from tests.live.conftest import Start
from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.visiting import Visitor

SPEC = """\
project: {id: papers, title: 写真と図面}
roles: {desk: 窓口, guest: 見学}
entities:
  report:
    title: 通報
    label: "{place}"
    samples: 4
    fields:
      place: {title: 場所, required: true}
      photos:
        {title: 写真, type: photo, many: true, max_count: 2, required: true, help: 全体と近くから}
      plan: {title: 図面, type: file, accept: [pdf], max_size: 5000}
screens:
  home: {title: はじめに}
  report_form: {title: 通報する, kind: form, entity: report, roles: [desk]}
  report_list:
    {title: 通報一覧, kind: list, entity: report, columns: [place, photos, plan], roles: [desk]}
  report_detail: {title: 通報の詳細, kind: detail, entity: report, roles: [desk]}
"""
GPS, ORIENTATION = 0x8825, 0x0112


@pytest.fixture(scope="module")
def papers(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """A prototype with pictures and files."""
    spec = tmp_path_factory.mktemp("papers") / "papers.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    return Served(start(str(spec), "--no-open", "--port", "0"), spec)


@pytest.fixture
def desk(browser: Browser, papers: Served) -> Iterator[Visitor]:
    """Somebody at the form."""
    entering = Enter(browser, papers)
    yield entering("/s/report_form")
    for context in entering.contexts:
        context.close()
    papers.reset()


def camera_picture(width: int = 3000, height: int = 1500) -> bytes:
    """Return a picture as a camera writes it: lying on its side, with the place in it."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[1] = "N"
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#336699").save(out, "JPEG", exif=exif)
    return out.getvalue()


def choose(group: Locator, name: str, content: bytes) -> None:
    chosen = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    group.locator("input[type=file]").set_input_files(chosen)  # type: ignore[arg-type]


def group_of(desk: Visitor, title: str) -> Locator:
    return desk.page.get_by_role("group", name=re.compile(f"^{title}"))


def test_a_picture_is_kept_through_mistakes_a_live_change_and_a_reload_and_shown_when_saved(
    papers: Served, desk: Visitor
) -> None:
    photos = group_of(desk, "写真")
    control = photos.locator("input[type=file]")
    expect(control).to_have_accessible_name("写真を選ぶ")
    expect(control).to_have_accessible_description(re.compile("全体と近くから"))
    desk.button("登録する").click()
    expect(control).to_have_accessible_description(re.compile("写真を選んでください"))
    choose(photos, "現場.jpg", camera_picture())
    expect(photos.get_by_role("listitem")).to_have_text([re.compile("現場.jpg")])
    papers.edit(("title: 場所,", "title: 場所の名前,"))
    expect(desk.field("場所の名前")).to_be_visible()
    expect(photos.get_by_role("listitem")).to_have_text([re.compile("現場.jpg")])
    desk.page.reload()
    desk.connected()
    expect(photos.get_by_role("listitem")).to_have_text([re.compile("現場.jpg")])
    desk.types("場所の名前", "写真のある道")
    desk.button("登録する").click()
    expect(desk.page.get_by_role("heading", name="写真のある道")).to_be_visible()
    shown = desk.page.get_by_role("img", name="写真", exact=True)
    expect(shown).to_be_visible()
    size = "image => [image.naturalWidth, image.naturalHeight]"
    desk.page.wait_for_function(
        "image => image.complete && image.naturalWidth > 0", arg=shown.element_handle()
    )
    assert shown.evaluate(size) == [160, 320]  # upright: it stood on its side
    whole = desk.page.request.get(f"{desk.address}{_path_of(shown)}")
    assert whole.headers["x-content-type-options"].startswith("nosniff")
    picture = Image.open(io.BytesIO(whole.body()))
    assert picture.size == (1024, 2048)
    assert not picture.getexif()


def _path_of(shown: Locator) -> str:
    return str(shown.locator("xpath=..").get_attribute("href"))


def test_a_file_is_replaced_removed_and_handed_out_as_a_download(desk: Visitor) -> None:
    plan = group_of(desk, "図面")
    choose(plan, "古い.pdf", b"%PDF-1.4 old")
    expect(plan.get_by_role("listitem")).to_contain_text("古い.pdf")
    choose(plan, "../../新しい\x07.pdf", b"%PDF-1.4 new")
    expect(plan.get_by_role("listitem")).to_have_text([re.compile("^新しい.pdf")])
    plan.get_by_role("button", name="新しい.pdfを消す").click()
    expect(plan.get_by_role("listitem")).to_have_count(0)
    choose(plan, "図面.pdf", b"%PDF-1.4 <script>alert(1)</script>")
    choose(group_of(desk, "写真"), "a.png", camera_picture(40, 30))
    expect(group_of(desk, "写真").get_by_role("listitem")).to_contain_text("a.jpg")
    desk.types("場所", "図面のある道")
    desk.button("登録する").click()
    link = desk.page.get_by_role("link", name="図面.pdf")
    answer = desk.page.request.get(f"{desk.address}{link.get_attribute('href')}")
    assert answer.body() == b"%PDF-1.4 <script>alert(1)</script>"
    assert answer.headers["content-disposition"] == "attachment"
    assert answer.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize(
    ("title", "name", "content", "message"),
    [
        ("写真", "絵.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "写真として開けません"),
        ("写真", "頁.jpg", b"<html><script>alert(1)</script>", "写真として開けません"),
        ("写真", "線.png", png(79_000_000, 1, GREY, bits=1), "画素が多すぎて開けません"),
        ("写真", "何度も.jpg", jpeg_in_rounds(500, 20_000), "時間がかかりすぎるため"),
        ("図面", "図面.exe", b"MZ", "使えない種類です"),
        ("図面", "図面.pdf", b"<html>", "末尾が示す種類ではありません"),
        ("図面", "空.pdf", b"", "空のファイルです"),
        ("図面", "大.pdf", b"%PDF-" + b"x" * 5000, "大きすぎます"),
    ],
)
def test_what_breaks_a_rule_is_refused_with_the_reason(
    desk: Visitor, title: str, name: str, content: bytes, message: str
) -> None:
    group = group_of(desk, title)
    choose(group, name, content)
    expect(group.get_by_role("status")).to_contain_text(message)
    expect(group.get_by_role("listitem")).to_have_count(0)


def test_what_was_taken_as_a_file_is_not_taken_as_a_picture_of_a_page_that_says_so(
    desk: Visitor,
) -> None:
    request = desk.page.request
    told = request.post(f"{desk.address}/_files/report/plan?name=a.pdf", data=b"%PDF-1").json()
    desk.page.route("**/_files/report/photos*", lambda route: route.fulfill(json=told))
    photos = group_of(desk, "写真")
    choose(photos, "a.jpg", b"anything")
    expect(photos.get_by_role("status")).to_contain_text("送れませんでした")
    expect(photos.get_by_role("listitem")).to_have_count(0)


def test_a_file_has_no_small_copy_to_be_asked_for(desk: Visitor) -> None:
    choose(group_of(desk, "図面"), "図面.pdf", b"%PDF-1.4 a plan")
    expect(group_of(desk, "図面").get_by_role("listitem")).to_contain_text("図面.pdf")
    choose(group_of(desk, "写真"), "a.png", camera_picture(40, 30))
    expect(group_of(desk, "写真").get_by_role("listitem")).to_contain_text("a.jpg")
    desk.types("場所", "小さな図面のある道")
    desk.button("登録する").click()
    whole = str(desk.page.get_by_role("link", name="図面.pdf").get_attribute("href"))
    assert desk.page.request.get(f"{desk.address}{whole}").ok
    small = whole.replace("/whole/", "/small/")
    assert desk.page.request.get(f"{desk.address}{small}").status == 403


def test_no_more_than_the_limit_are_taken(desk: Visitor) -> None:
    photos = group_of(desk, "写真")
    for number in (1, 2, 3):
        choose(photos, f"{number}.jpg", camera_picture(40, 30 + number))
        if number < 3:
            expect(photos.get_by_role("listitem")).to_have_count(number)
    expect(photos.get_by_role("status")).to_contain_text("2個までにしてください")
    expect(photos.get_by_role("listitem")).to_have_count(2)


def test_the_server_asks_the_rules_too_and_a_role_that_sees_no_record_gets_no_file(
    desk: Visitor,
) -> None:
    request = desk.page.request
    address = f"{desk.address}/_files/report/plan?name=a.pdf"
    assert "大きすぎます" in request.post(address, data=b"%PDF-" + b"x" * 5000).json()["problem"]
    assert "signature" in request.post(address, data=b"%PDF-1").json()
    desk.visit("/s/report_list")
    picture = desk.page.locator("tbody img").first
    expect(picture).to_be_visible()
    path = urlsplit(str(picture.get_attribute("src"))).path
    assert request.get(f"{desk.address}{path}").ok
    forged = re.sub("/small/.{8}", "/small/00000000", path)
    assert request.get(f"{desk.address}{forged}").status == 403
    desk.visit("/?role=guest")
    assert request.get(f"{desk.address}{path}").status == 403
    assert "役割" in request.post(address, data=b"%PDF-1").json()["problem"]
