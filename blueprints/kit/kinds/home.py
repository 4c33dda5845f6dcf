"""The first screen: what is to do for the acting role, and the way to every screen."""

from __future__ import annotations

from collections.abc import Iterator

from nicegui import ui

from ..model.project import Process, Step
from ..page.access import menu
from ..page.keys import keyed
from ..page.screen import Screen, View
from ..page.widgets import chip, heading, link, words
from ..texts import say


def steps(view: View) -> None:
    """Show the steps of the processes that the acting role takes, with what waits there."""
    mine = list(_steps_of(view))
    if not mine:
        return
    role = view.project.role(view.role)
    with keyed("steps"), ui.element("section").classes("kit-section"):
        heading(say("home.steps", role=role.title if role else ""), 2)
        with ui.element("ol").classes("kit-steps"):
            for process, step in mine:
                with keyed(process.key, step.key), ui.element("li"):
                    _step(view, process, step)


def links(view: View) -> None:
    """Show every screen that the visitor may open."""
    with keyed("links"), ui.element("section").classes("kit-section"):
        heading(say("home.screens"), 2)
        for group in menu(view):
            screens = [screen for screen in group.screens if screen is not view.screen]
            if not screens:
                continue
            if group.title:
                words(group.title, "h3", "kit-group")
            with ui.element("ul").classes("kit-links"):
                for screen in screens:
                    with keyed(screen.key):
                        _link(view, screen)


def _steps_of(view: View) -> Iterator[tuple[Process, Step]]:
    for process in view.project.processes:
        for step in process.steps:
            if step.actor == view.role:
                yield process, step


def _step(view: View, process: Process, step: Step) -> None:
    screen = view.prototype.screen(step.screen)
    if screen and view.may_open(screen):
        link(step.title, _target(view, screen), "kit-step-title")
    else:
        words(step.title, "strong", "kit-step-title")
    words(process.title, "span", "kit-process")
    waiting = _waiting(view, screen, step)
    if waiting is not None:
        look = "kit-waiting" if waiting else "kit-process"
        words(say("home.waiting" if waiting else "home.none", count=f"{waiting:,}"), "span", look)
    if step.wants:
        words(step.wants, "p", "kit-text")
    if step.deadline:
        words(say("home.deadline", deadline=step.deadline), "p", "kit-help")


def _target(view: View, screen: Screen) -> str:
    """Return where a step begins: a screen of one record is reached through its list."""
    if screen.one_record and screen.entity:
        listing = view.screen_of(screen.entity, "list")
        return view.address(listing or screen)
    return view.address(screen)


def _waiting(view: View, screen: Screen | None, step: Step) -> int | None:
    """Return how many records wait for the step's action, None when that can't be counted."""
    if screen is None or screen.entity is None or not step.action:
        return None
    transition = screen.entity.flow.transitions.get(step.action)
    if transition is None:
        return None
    waiting: int = view.store.count(screen.entity, {"state": list(transition.from_)})
    return waiting


def _link(view: View, screen: Screen) -> None:
    standing = view.standing(screen.feature)
    with ui.element("li").classes("kit-ghost" if standing.ghost else ""):
        link(screen.title, view.address(screen))
        chip(standing)
        if screen.help:
            words(screen.help, "p", "kit-help")
