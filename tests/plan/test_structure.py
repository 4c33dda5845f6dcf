"""What a screen is built of, as tests expect it."""

from __future__ import annotations

from generator.plan.tests.structure import begun, inside, named, table


def test_titles_that_could_mean_something_else_in_a_snapshot_are_left_out() -> None:
    titles = ["市町", 'a "b"', "種別: 詳細", "- list", "/^x/", "a\nb", "  ", "{x}", "受付 番号"]
    assert list(named("combobox", titles)) == ['- combobox "市町"', '- combobox "受付 番号"']
    assert list(begun("term", titles, ":")) == ["- term: /^市町/", "- term: /^受付 番号/"]


def test_parts_stand_in_one_another() -> None:
    assert list(inside("main", named("heading", ["通報"], " [level=1]"))) == [
        "- main:",
        '  - heading "通報" [level=1]',
    ]
    assert list(inside("main", [])) == ["- main"]
    assert list(table(["市町"]))[-1] == "      - columnheader /^市町/"
