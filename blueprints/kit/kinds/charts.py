"""Charts, drawn in the browser by the library that comes with NiceGUI; nothing is fetched.

Texts are drawn as they are: no template and no HTML is ever made of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from nicegui import ui

ChartForm = Literal["bar", "line", "pie"]
Point = tuple[str, float, str]
"""A part of a chart: its name, its number, and how the number reads."""

_COLOURS = ["#0017c1", "#c74700", "#197a4b", "#8b1ca1", "#927200", "#006f83", "#a8071a", "#4d4d4d"]
"""Told apart by most people, and against white; every part has its name beside it as well."""
_TEXT = {"color": "#333333", "fontSize": 14}
_LONGEST_NAME = 160
"""The widest name beside a bar, in pixels."""
_ROW = 36
_HEIGHT = 280


def draw(form: ChartForm, points: Sequence[Point]) -> None:
    """Draw ``points`` as bars (names beside them), as a line over time, or as parts of a circle."""
    options, height = {"bar": _bars, "line": _line, "pie": _circle}[form](points)
    common = {
        "animation": False,
        "color": _COLOURS,
        "textStyle": {"fontFamily": "inherit", **_TEXT},
        "tooltip": {"show": False},
    }
    ui.echart(common | options, renderer="svg").style(f"height: {height}px")


def _bars(points: Sequence[Point]) -> tuple[dict[str, Any], int]:
    label = {"width": _LONGEST_NAME, "overflow": "truncate", **_TEXT}
    options = {
        "grid": {"left": 8, "right": 96, "top": 8, "bottom": 8, "containLabel": True},
        "xAxis": {"type": "value", "show": False},
        "yAxis": _names(points) | {"inverse": True, "axisLabel": label},
        "series": [
            {
                "type": "bar",
                "barMaxWidth": 20,
                "data": _labelled(points, "right"),
                "itemStyle": {"borderRadius": [0, 4, 4, 0]},
            }
        ],
    }
    return options, 24 + _ROW * len(points)


def _line(points: Sequence[Point]) -> tuple[dict[str, Any], int]:
    options = {
        "grid": {"left": 8, "right": 24, "top": 32, "bottom": 8, "containLabel": True},
        "xAxis": _names(points) | {"axisLabel": {"hideOverlap": True, **_TEXT}},
        "yAxis": {
            "type": "value",
            "minInterval": 1,
            "splitNumber": 4,
            "axisLabel": {"hideOverlap": True, **_TEXT},
            "splitLine": {"lineStyle": {"color": "#e6e6e6"}},
        },
        "series": [
            {
                "type": "line",
                "symbol": "circle",
                "symbolSize": 8,
                "lineStyle": {"width": 3},
                "data": _labelled(points, "top"),
            }
        ],
    }
    return options, _HEIGHT


def _circle(points: Sequence[Point]) -> tuple[dict[str, Any], int]:
    parts = [
        {"name": f"{name}\n{text}", "value": number} for name, number, text in points if number > 0
    ]
    label = {"overflow": "break", "formatter": "{b}", **_TEXT}
    options = {
        "series": [
            {
                "type": "pie",
                "radius": ["26%", "52%"],
                "data": parts,
                "label": label,
                "labelLine": {"length": 8, "length2": 8},
                "itemStyle": {"borderColor": "#ffffff", "borderWidth": 2},
            }
        ],
    }
    return options, _HEIGHT + 20


def _names(points: Sequence[Point]) -> dict[str, Any]:
    return {
        "type": "category",
        "data": [name for name, _, _ in points],
        "axisTick": {"show": False},
        "axisLine": {"lineStyle": {"color": "#666666"}},
    }


def _labelled(points: Sequence[Point], place: str) -> list[dict[str, Any]]:
    """Return the numbers, each with its text beside it.

    ``{b}`` stands for the name of the point, which is shown as it is; a text in its place would be
    read as a template itself.
    """
    label = {"show": True, "position": place, "formatter": "{b}", **_TEXT}
    return [{"name": text, "value": number, "label": label} for _, number, text in points]
