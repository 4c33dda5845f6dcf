"""Lists of 100,000 records beside lists of 100: `python -m tests.benchmarks.records`.

What a screen asks of the store is measured: a page, a later page, a search, a filter, another
order. The target is twice the time of the small list, above what is too small to be noticed.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from statistics import median
from typing import Any

from blueprints.kit.fields.auto_number import AutoNumber
from blueprints.kit.fields.choice import Choice
from blueprints.kit.fields.date import Date
from blueprints.kit.fields.multiline import Multiline
from blueprints.kit.fields.reference import Reference
from blueprints.kit.fields.text import Text
from blueprints.kit.model.entity import About, Entity, Flow, State
from blueprints.kit.model.project import Project
from blueprints.kit.store import Query, Store

SMALL, LARGE = 100, 100_000
_TIMES = 7


def entities(samples: int) -> list[type[Entity]]:
    """Return a list of reports that point to roads."""

    class Road(Entity):
        about = About("road", title="路線", label="{name}", samples=40)
        name = Text("路線名", required=True)

    class Report(Entity):
        about = About("report", title="通報", label="{number} {kind}", samples=samples)
        number = AutoNumber("番号", format="R{seq:06}")
        kind = Choice("種別", choices=["穴ぼこ", "段差", "側溝", "標識"], required=True)
        place = Text("場所", required=True)
        due = Date("期限")
        road = Reference("路線", entity="road")
        note = Multiline("備考")
        flow = Flow(State("new", "受付", initial=True), State("done", "完了", final=True))

    return [Road, Report]


def asked(store: Store, report: type[Entity]) -> dict[str, Callable[[], Any]]:
    """Return what a list asks of the database, by what it is for."""
    total = store.count(report)
    last = store.find(report, Query(limit=1)).records[0].values["number"]

    def find(**query: Any) -> Callable[[], Any]:
        return lambda: store.find(report, Query(**({"limit": 20} | query)))

    return {
        "first page": find(),
        "last page": find(offset=total - 20),
        "by number": find(sort="number"),
        "by day, last first": find(sort="-due"),
        "by road": find(sort="road"),
        "by kind": find(sort="kind"),
        "filter by kind": find(where={"kind": ["標識"]}),
        "filter by state": find(where={"state": ["new"]}),
        "search for a number": find(search=last),
        "search for nothing there": find(search="zqxj"),
        "one record": lambda: store.get(report, total // 2),
    }


def seconds(ask: Callable[[], Any]) -> float:
    """Return the median of several times, in seconds."""
    times = []
    for _ in range(_TIMES):
        begin = time.perf_counter()
        ask()
        times.append(time.perf_counter() - begin)
    return median(times)


def main() -> None:
    """Print both times of everything that a list asks, in milliseconds."""
    times: dict[int, dict[str, float]] = {}
    for samples in (SMALL, LARGE):
        with tempfile.TemporaryDirectory() as folder:
            made = entities(samples)
            begin = time.perf_counter()
            url = f"sqlite:///{folder}/records.db"
            store = Store.open(url, made, Project("bench", title="bench"))
            print(f"{samples:>7} records made in {time.perf_counter() - begin:.1f} s")
            questions = asked(store, made[1])
            times[samples] = {name: seconds(ask) for name, ask in questions.items()}
            store.close()
    print(f"{'':28}{SMALL:>10}{LARGE:>10}")
    for name, small in times[SMALL].items():
        print(f"{name:28}{small * 1000:10.1f}{times[LARGE][name] * 1000:10.1f} ms")


if __name__ == "__main__":
    main()
