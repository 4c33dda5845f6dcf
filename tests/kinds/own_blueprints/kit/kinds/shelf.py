"""The shelf: records in the order of a day."""

from __future__ import annotations

from typing import Any

from ..model.entity import Entity
from ..model.field import Field
from ..page.screen import View
from ..page.widgets import link
from ..store import Query


def shelf(view: View, entity: type[Entity], *, date: Field[Any], **limits: Any) -> None:
    """Show the records of ``entity``, each as a link to its slip."""
    slip = view.screen_of(entity, "slip")
    for record in view.store.find(entity, Query(sort=date.key, limit=20)).records:
        if slip:
            link(view.store.label(entity.about.key, record.id), view.address(slip, record.id))
