"""The bundled font is whole, comes from the prototype itself, and only as far as it is needed."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser import KIT
from tests.kit.kinds.conftest import Open

FONT = KIT / "static" / "noto-sans-jp-5.3"
FACES = (FONT / "faces.css").read_text(encoding="utf-8")
COMMON = "あいうアイウ一二三会津若松市様式第号令和年月日課長申請書亜腕弌丐鷗髙﨑ＡＢ、。「」〒①㈱"


def ranges(weight: int) -> set[int]:
    """Return the characters for which there is a slice of ``weight``."""
    found: set[int] = set()
    for face in re.findall(r"@font-face \{(.*?)\}", FACES, re.S):
        if f"font-weight: {weight};" in face:
            for first, last in re.findall(r"U\+([0-9a-f]+)(?:-([0-9a-f]+))?", face):
                found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def test_every_slice_is_there_and_none_is_left_over() -> None:
    named = re.findall(r'url\("([^"/]+)"\)', FACES)
    assert sorted(named) == sorted(path.name for path in FONT.glob("*.woff2"))
    assert "http" not in FACES
    assert "SIL Open Font License" in (FONT / "LICENSE.txt").read_text(encoding="utf-8")


def test_regular_and_bold_hold_what_japanese_offices_write() -> None:
    for weight in (400, 700):
        assert [sign for sign in COMMON if ord(sign) not in ranges(weight)] == []


def test_a_printed_form_fetches_the_slices_of_its_characters_and_may_keep_them(
    enter: Open,
) -> None:
    page = enter("/s/guide", role="desk")
    fetched: dict[str, str] = {}

    def note(url: str, kept: str) -> None:
        fetched[url.rpartition("/")[2]] = kept

    page.on(
        "response",
        lambda got: note(got.url, got.headers["cache-control"]) if "woff2" in got.url else None,
    )
    enter("/s/permit/1", role="desk")
    expect(page.get_by_role("article")).to_be_visible()
    page.evaluate("document.fonts.ready.then(() => true)")
    assert page.evaluate("document.fonts.check('700 24px \"Bundled Noto Sans JP\"', '手伝い')")
    noto = {name: kept for name, kept in fetched.items() if (FONT / name).is_file()}
    assert 0 < len(noto) < len(list(FONT.glob("*.woff2"))) / 4
    assert {re.sub(r"\D", "", kept) for kept in noto.values()} == {str(365 * 24 * 3600)}
