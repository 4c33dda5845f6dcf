"""Diagrams of a spec: states of a record, ways between screens, records and what they refer to.

Each kind of diagram is a module that says what can be chosen and draws it, as text in the language
of Mermaid and as a table that says the same in words.
"""

from collections.abc import Mapping

from . import entities, screens, states
from .drawing import Drawing, Kind

__all__ = ["KINDS", "Drawing", "Kind"]

KINDS: Mapping[str, Kind] = {"states": states, "screens": screens, "entities": entities}
"""The kinds of diagrams by their names, in the order in which they are shown."""
