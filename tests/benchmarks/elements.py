"""Elements of a page, made as prototypes make them beside NiceGUI's own way.

``python -m tests.benchmarks.elements`` prints both for pages of labels; they take turns.
"""

from __future__ import annotations

from nicegui import Client, helpers, ui

from tests.benchmarks.timing import Spent, load, middle, spent

ROUNDS, PAGES, LABELS = 9, 5, 200


def build() -> None:
    """Build pages that nobody opens."""
    for number in range(PAGES):
        client = Client(ui.page(f"/{number}"), request=None)
        with client:
            for label in range(LABELS):
                ui.label(f"text {label}").classes("kit-value")
        client.delete()


def main() -> None:
    """Measure and print."""
    from blueprints.kit.server.quick_elements import ask_each_method_once

    own = helpers.expects_arguments
    ask_each_method_once()
    ways = {"NiceGUI's own": own, "in prototypes": helpers.expects_arguments}
    took: dict[str, list[Spent]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            helpers.expects_arguments = way
            took[name].append(spent(build))
    base = middle(took["NiceGUI's own"])
    print(f"{PAGES} pages of {LABELS} labels, {load()}")
    for name, all_spent in took.items():
        print(f"{name:16}{middle(all_spent).line(base)}")


if __name__ == "__main__":
    main()
