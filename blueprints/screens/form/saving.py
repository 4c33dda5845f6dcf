"""Where a record is shown after it was saved: on the screen that follows, and in a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.plan.tests.context import Role, address, unambiguous
from generator.pycode import UnboundCall

from .filling import Filling, Texts


@dataclass(frozen=True)
class Found:
    """The list in which a saved record is looked for: ``cells`` holds titles with their texts."""

    address: str
    role: Role
    search: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Landing:
    """The screen that follows on saving, with the values that stand there."""

    title: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Saving:
    """How a valid record is typed in, and where it is seen afterwards."""

    steps: tuple[UnboundCall, ...]
    landing: Landing | None
    found: Found | None


@dataclass(frozen=True)
class Changing:
    """How a record of the sample data is changed, and where that is seen."""

    step: UnboundCall
    landing: Landing


def plan_saving(form: Filling) -> Saving | None:
    """Return how a valid record is saved, None when that can't be tested."""
    filled = form.filled()
    if filled is None:
        return None
    steps, texts = filled
    typed = [form.entries[key] for key in steps]
    shown_values = {entry.key: entry.shown for entry in typed if entry.shown}
    found = _found(form, texts, shown_values) if form.marked else None
    return Saving(tuple(steps.values()), _landing(form, shown_values), found)


def _landing(form: Filling, shown_values: Mapping[str, str]) -> Landing | None:
    """Return what follows on saving: the record, or the list, or nothing but a message.

    ``shown_values`` are the values of the record as they are shown.
    """
    detail = form.context.screen_of(form.entity, "detail", form.role)
    if detail:
        titles = [form.context.title(use) for use in detail.fields]
        values = [
            (title, shown_values[use.key])
            for title, use in zip(titles, detail.fields, strict=True)
            if use.key in shown_values and title in unambiguous(titles)
        ]
        return Landing(detail.title, tuple(values))
    listing = form.context.screen_of(form.entity, "list", form.role)
    return Landing(listing.title, ()) if listing else None


def _found(form: Filling, texts: Texts, shown_values: Mapping[str, str]) -> Found | None:
    """Return a list to which the new record belongs; ``shown_values`` are as in _landing."""
    assert form.marked
    held = texts | {"state": form.entity.spec.initial_state or ""}
    for listing in form.context.screens_of(form.entity, "list"):
        roles = form.context.may(listing)
        if roles and form.fulfilled_by(listing.spec.where, held):
            role = form.role if form.role in roles else roles[0]
            titles = [form.context.title(use) for use in listing.columns]
            cells = [
                (title, shown_values[use.key])
                for title, use in zip(titles, listing.columns, strict=True)
                if use.key in shown_values and title in unambiguous(titles)
            ]
            return Found(address(listing), role, form.marked.text or "", tuple(cells))
    return None


def plan_changing(form: Filling) -> Changing | None:
    """Return how a record of the sample data is changed, None when that can't be tested."""
    step = form.marked.fill() if form.marked else None
    if form.marked is None or step is None or form.marked.show_when:
        return None
    landing = _landing(form, {form.marked.key: form.marked.text or ""})
    if landing is None or not form.context.samples(form.entity):
        return None
    return Changing(step, landing)
