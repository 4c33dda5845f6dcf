"""Sample data: records to look at before anybody has typed one.

The same spec gives the same records on every machine and every day: each value is drawn from a seed
of its own (project, entity, field, number of the record), so that a field that is added changes no
other. A field type gives its samples by :meth:`Field.sample`; the rules of the field are checked
here.
"""

from __future__ import annotations

from .filling import fill

__all__ = ["fill"]
