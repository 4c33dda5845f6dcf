"""The table of a list: rows that link to their record, headers that sort; cards on a phone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from nicegui import ui
from nicegui.events import GenericEventArguments

from .store import Shown

if TYPE_CHECKING:
    from .records import Column

_HEADER = """
<q-th :props="props" :aria-sort="props.col.order" :data-part="props.col.part">
  <button type="button" class="kit-sort" @click="$parent.$emit('sort', props.col.key)">
    {{ props.col.label }}<span v-if="props.col.chip"
      :class="['kit-chip', {'kit-usual': props.col.usual}]" :data-feature="props.col.feature">{{ props.col.chip }}</span>
    <span aria-hidden="true">{{ props.col.arrow }}</span>
  </button>
</q-th>
"""
_CELL = """
<q-td :props="props" :class="{'kit-ghost': props.col.ghost}" :data-title="props.col.label">
  <a v-if="props.col.first && props.row.href" :href="props.row.href" class="kit-link"
    >{{ props.value || props.row.label }}</a>
  <span v-else-if="props.col.state && props.value" class="kit-state">{{ props.value }}</span>
  <template v-else-if="props.row.pictures[props.col.name]">
    <span class="kit-thumbnails">
      <img v-for="address in props.row.pictures[props.col.name]" :key="address" :src="address" alt=""
        class="kit-thumbnail" loading="lazy">
      <span class="kit-unseen">{{ props.value }}</span>
    </span>
  </template>
  <template v-else>{{ props.value }}</template>
</q-td>
"""


class Table:
    """A table on the page that is given its rows again whenever something changes."""

    def __init__(self, on_sort: Callable[[str], None]) -> None:
        def sort(event: GenericEventArguments) -> None:
            if isinstance(event.args, str):
                on_sort(event.args)

        self._element = ui.table(rows=[], columns=[], row_key="id").classes("kit-table")
        self._element.props("flat hide-bottom wrap-cells")
        self._element.props["rows-per-page-options"] = [0]
        self._element.add_slot("header-cell", _HEADER)
        self._element.add_slot("body-cell", _CELL)
        self._element.on("sort", sort)

    def show(
        self,
        columns: Sequence[Column],
        rows: Sequence[tuple[Shown, str]],
        sort: str,
        pictures: Sequence[Mapping[str, Sequence[str]]] = (),
    ) -> None:
        """Show ``rows`` (texts of a record, its address) in ``columns``, marked as sorted.

        ``pictures`` holds, for each row, the addresses of pictures by field key.
        """
        self._element.columns = [_column(index, item, sort) for index, item in enumerate(columns)]
        self._element.rows = [
            {
                "id": index,
                "href": address,
                "label": texts.label,
                "pictures": _pictures(columns, pictures[index] if pictures else {}),
                **{f"c{n}": texts.get(item.field.key, "") for n, item in enumerate(columns)},
            }
            for index, (texts, address) in enumerate(rows)
        ]


def show_table(on_sort: Callable[[str], None]) -> Table:
    """Put an empty table on the page; ``on_sort`` is told the key of the column to sort by."""
    return Table(on_sort)


def _pictures(
    columns: Sequence[Column], pictures: Mapping[str, Sequence[str]]
) -> Mapping[str, Sequence[str]]:
    return {
        f"c{number}": pictures[item.field.key]
        for number, item in enumerate(columns)
        if item.field.key in pictures
    }


def _column(index: int, item: Column, sort: str) -> dict[str, object]:
    key = item.field.key
    order = {key: "ascending", f"-{key}": "descending"}.get(sort, "none")
    return {
        "name": f"c{index}",
        "field": f"c{index}",
        "key": key,
        "part": item.field.part,
        "label": item.title,
        "align": "right" if item.field.numeric else "left",
        "order": order,
        "arrow": {"ascending": "▲", "descending": "▼"}.get(order, ""),
        "first": index == 0,
        "state": item.field.name == "state",
        "ghost": item.standing.ghost,
        "chip": item.standing.chip,
        "usual": item.standing.usual,
        "feature": item.standing.feature,
    }
