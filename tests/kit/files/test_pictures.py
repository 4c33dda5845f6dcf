"""Pictures are decoded in a worker process, within limits, never in the memory of the server."""

from __future__ import annotations

import io
import os
from collections.abc import Callable

import pytest
from PIL import Image

from blueprints.kit.files.decoding import LONGEST_SIDE, SMALL_SIDE
from blueprints.kit.files.pictures import KeptPicture, NoPictureError, small, taken, upright
from blueprints.kit.texts import say
from blueprints.kit.worker.shared import WORKER
from tests.kit.hostile_pictures import AT_THE_LIMIT, REFUSED, TAKEN, png, written
from tests.memory import begin_anew, resident

MOST = 10_000_000
MOST_MEMORY = 250_000_000
"""Bytes that the worker process may take, all in all."""
LARGE = (4200, 4000)
"""Of such a picture no second copy is made before it is scaled down."""
ORIENTATION = 0x0112


def expect_sound(picture: KeptPicture) -> Image.Image:
    """The picture and its small copy can be opened, and are no larger than they may be."""
    whole, small_copy = (Image.open(io.BytesIO(part)) for part in (picture.whole, picture.small))
    assert max(whole.size) <= LONGEST_SIDE
    assert max(small_copy.size) <= SMALL_SIDE
    assert whole.format == {"jpg": "JPEG", "png": "PNG"}[picture.ending]
    return whole


@pytest.fixture
def decoder() -> int:
    """The worker process, whose peak of memory is about one test."""
    WORKER.warm_up()
    assert WORKER.process_id
    begin_anew(WORKER.process_id)
    return WORKER.process_id


def peak(process: int) -> int:
    return resident(process, "VmHWM")


@pytest.mark.parametrize(("why", "make"), REFUSED.values(), ids=list(REFUSED))
def test_a_picture_that_asks_for_too_much_is_refused_without_taking_it(
    decoder: int, why: str, make: Callable[[], bytes]
) -> None:
    with pytest.raises(NoPictureError) as refused:
        taken(io.BytesIO(make()), MOST)
    assert refused.value.why == why
    assert peak(decoder) < 60_000_000


@pytest.mark.parametrize("make", TAKEN.values(), ids=list(TAKEN))
def test_an_odd_picture_is_taken_like_any_other(decoder: int, make: Callable[[], bytes]) -> None:
    expect_sound(taken(io.BytesIO(make()), MOST))
    assert peak(decoder) < MOST_MEMORY


@pytest.mark.slow
@pytest.mark.parametrize("make", AT_THE_LIMIT.values(), ids=list(AT_THE_LIMIT))
def test_a_picture_just_within_the_limits_takes_no_more_than_was_allowed(
    decoder: int, make: Callable[[], bytes]
) -> None:
    expect_sound(taken(io.BytesIO(make()), MOST))
    assert peak(decoder) < MOST_MEMORY


def test_a_large_picture_takes_nothing_of_the_server_and_gives_its_memory_back(
    decoder: int,
) -> None:
    before, content = resident(decoder), png(5000, 4000)
    begin_anew(os.getpid())
    own = peak(os.getpid())
    taken(io.BytesIO(content), MOST)
    assert peak(decoder) - before > 75_000_000  # it was decoded there, where else
    assert resident(decoder) - before < 20_000_000
    assert peak(os.getpid()) - own < 20_000_000


@pytest.mark.parametrize("turned", range(1, 9))
@pytest.mark.parametrize("size", [(300, 200), (2400, 1600)])
def test_a_picture_is_turned_as_the_camera_was_held(turned: int, size: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = turned
    picture = Image.new("RGB", size, "#0000ff")
    picture.paste("#ff0000", (0, 0, size[0] // 2, size[1] // 2))
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    turned_up = expect_sound(taken(io.BytesIO(out.getvalue()), MOST))
    assert (turned_up.width > turned_up.height) == (turned < 5)
    red = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
    corners = {
        (across, down): turned_up.getpixel(
            (across * (turned_up.width - 1), down * (turned_up.height - 1))
        )
        for across, down in ((0, 0), (1, 0), (0, 1), (1, 1))
    }
    reddest = max(corners, key=lambda corner: corners[corner][0])  # type: ignore[index]
    assert reddest == red[turned]
    assert not turned_up.getexif()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "MPO"])
def test_every_kind_of_picture_is_turned_once(kind: str) -> None:
    exif, out = Image.Exif(), io.BytesIO()
    exif[ORIENTATION] = 6
    picture = Image.new("RGB", (300, 200), "#0000ff")
    picture.paste("#ff0000", (0, 0, 150, 200))
    picture.save(out, kind, exif=exif)
    picture = expect_sound(taken(out, MOST)).convert("RGB")
    assert picture.size == (200, 300)
    assert picture.getpixel((100, 20)) == pytest.approx((254, 0, 0), abs=8)


@pytest.mark.parametrize("size", [(100, 100), LARGE])
def test_what_can_be_seen_through_stays_so_however_large_it_is(size: tuple[int, int]) -> None:
    out = io.BytesIO()
    Image.new("RGBA", size, (0, 0, 255, 100)).save(out, "PNG", compress_level=1)
    picture = expect_sound(taken(out, MOST))
    assert picture.mode == "RGBA"
    assert picture.getpixel((10, 10)) == pytest.approx((0, 0, 255, 100), abs=2)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mode", "kind"), [("P", "GIF"), ("CMYK", "TIFF"), ("L", "PNG"), ("RGB", "BMP")]
)
def test_colours_of_a_large_picture_stay_whatever_its_kind(mode: str, kind: str) -> None:
    out = io.BytesIO()
    Image.new("RGB", LARGE, "#808080").convert(mode).save(out, kind)
    picture = expect_sound(taken(out, MOST)).convert("RGB")
    assert picture.size == (2048, 1950)
    assert picture.getpixel((1000, 1949)) == pytest.approx((128, 128, 128), abs=3)


def test_a_picture_is_made_smaller_until_it_has_no_more_bytes_than_it_may() -> None:
    noise, out = Image.effect_noise((1200, 900), 80), io.BytesIO()
    noise.save(out, "JPEG", quality=95)
    picture = taken(out, 60_000)
    assert len(picture.whole) <= 60_000
    assert max(expect_sound(picture).size) < 1200


def test_a_small_copy_is_made_only_of_what_can_have_been_made_here() -> None:
    whole, _ = upright(written("JPEG", 3000, 2000), MOST)
    assert Image.open(io.BytesIO(small(whole))).size == (320, 213)
    with pytest.raises(NoPictureError):
        small(written("JPEG", 3000, 2000))


def test_every_reason_for_which_a_picture_is_refused_has_its_words() -> None:
    reasons = {why for why, _ in REFUSED.values()} | {"too_long", "not_opened"}
    assert all("図.png" in say(f"file.{why}", name="図.png") for why in reasons)
