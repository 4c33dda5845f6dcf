"""The message for somebody whose change came too late: another person had changed the same record."""

from __future__ import annotations

from ..model.entity import Entity
from ..store import Conflict
from ..texts import say
from .screen import View


def conflict_message(view: View, before: Entity, conflict: Conflict) -> str:
    """Say what became of the record that looked like ``before``."""
    now = conflict.record_now
    if now is None:
        return str(conflict)
    entity = type(now)
    then, since = view.store.shown(entity, [before, now])
    titles = {"state": entity.state.title} | {
        key: field.title for key, field in entity.fields.items()
    }
    changes = [
        say(
            "detail.changed",
            title=title,
            before=then.get(key) or say("detail.empty"),
            after=since.get(key) or say("detail.empty"),
        )
        for key, title in titles.items()
        if then.get(key, "") != since.get(key, "")
    ]
    return say("detail.overtaken", changes=say("frame.comma").join(changes))
