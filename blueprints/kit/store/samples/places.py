"""Towns of the Aizu region with roughly where they are, for addresses and positions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Town:
    """A municipality: names, the county in its address, its centre in degrees, its postal area."""

    name: str
    latin: str
    county: str
    latitude: float
    longitude: float
    postal: str


TOWNS = (
    Town("会津若松市", "Aizuwakamatsu", "", 37.4948, 139.9298, "965"),
    Town("喜多方市", "Kitakata", "", 37.6511, 139.8747, "966"),
    Town("北塩原村", "Kitashiobara", "耶麻郡", 37.6562, 139.9350, "966"),
    Town("西会津町", "Nishiaizu", "耶麻郡", 37.5868, 139.6475, "969"),
    Town("磐梯町", "Bandai", "耶麻郡", 37.5628, 139.9897, "969"),
    Town("猪苗代町", "Inawashiro", "耶麻郡", 37.5578, 140.1047, "969"),
    Town("会津坂下町", "Aizubange", "河沼郡", 37.5617, 139.8222, "969"),
    Town("湯川村", "Yugawa", "河沼郡", 37.5640, 139.8860, "969"),
    Town("柳津町", "Yanaizu", "河沼郡", 37.5322, 139.7236, "969"),
    Town("三島町", "Mishima", "大沼郡", 37.4711, 139.6444, "969"),
    Town("金山町", "Kaneyama", "大沼郡", 37.4550, 139.5267, "968"),
    Town("昭和村", "Showa", "大沼郡", 37.3378, 139.6103, "968"),
    Town("会津美里町", "Aizumisato", "大沼郡", 37.4597, 139.8406, "969"),
)

AREAS = (
    *("本町", "栄町", "新町", "中町", "上町", "下町", "東町", "西町"),
    *("南町", "北町", "大町", "緑町", "旭町", "仲町", "元町", "川原町"),
)
LATIN_AREAS = (
    *("Honcho", "Sakaecho", "Shinmachi", "Nakamachi"),
    *("Kamimachi", "Asahicho", "Midoricho", "Motomachi"),
)


def towns_of(organizations: Sequence[str]) -> Sequence[Town]:
    """Return the towns that ``organizations`` name; others lie at the first town; all without any."""
    known = {town.name: town for town in TOWNS} | {town.latin: town for town in TOWNS}
    first = TOWNS[0]
    return [
        known.get(name) or Town(name, name, "", first.latitude, first.longitude, first.postal)
        for name in organizations
    ] or TOWNS


def address(town: Town, random: Random, language: str) -> str:
    """Return an address in ``town``; the house is invented."""
    block, house = random.randint(1, 9), random.randint(1, 30)
    if language == "ja":
        return f"福島県{town.county}{town.name}{random.choice(AREAS)}{block}番{house}号"
    return f"{block}-{house} {random.choice(LATIN_AREAS)}, {town.latin}, Fukushima"


def position(town: Town, random: Random) -> str:
    """Return latitude and longitude of a spot within two kilometres of the centre of ``town``."""
    latitude = town.latitude + random.uniform(-0.018, 0.018)
    longitude = town.longitude + random.uniform(-0.022, 0.022)
    return f"{latitude:.4f}, {longitude:.4f}"


def postal_code(town: Town, random: Random) -> str:
    """Return a code of the town's area."""
    return f"{town.postal}-{random.randint(0, 9999):04}"
