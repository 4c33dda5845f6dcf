"""What stands round every screen: header, menu, title, messages.

A server that has more to add, such as a workshop, is the view's :class:`~.screen.Host`.
"""

from __future__ import annotations

from collections.abc import Callable

from nicegui import ElementFilter, ui

from ..fields.datetime import Datetime
from ..model.phases import phase_views
from ..server.prototype import Prototype
from ..store import Unavailable, patiently
from ..texts import say
from . import theme
from .access import who_may
from .dialogs import confirmed
from .keys import keyed
from .memory import Key
from .menu import Menu
from .nicegui_inside import ask_nothing
from .screen import Build, Host, Screen, View
from .visitor import Visitor
from .widgets import button, chip, choices, focus_on, heading, link, notice, words
from .writing import is_writing, wait_for_second_click, written

_NOTE = Key[str]("frame.note")
"""What the page said when it was opened, as long as it stays open."""
_SCREEN = "screen"
_LOOK_AGAIN_SECONDS = 3
_REFUSALS = {403: "frame.forbidden", 404: "frame.not_found"}
"""What is said of an HTTP status; of all others that something went wrong."""


def page(view: View, build: Build) -> None:
    """Show a screen in its frame; a screen that the role may not open says so."""
    theme.dress()
    ui.page_title(f"{view.screen.title} | {view.project.title}")
    with keyed("frame"):
        _header(view)
    _screen(view, build)
    theme.seal(view.sources)
    ui.context.client.on_disconnect(view.leave)
    view.host.at_end(view)
    with keyed("ready"):
        ui.element("span").props("hidden data-testid=screen-ready")


async def renew(view: View) -> None:
    """Show the screen as it is after a record changed, with what is to be said, where it stands.

    What was typed on it is done with. It is the last that a handler does: the elements that it
    belonged to are gone. On the screen of one record, what is said is gone to: it stands at the top,
    and what was pressed may stand far below. Where there are several, one stays where one was.
    """
    client = ui.context.client
    view.memory.clear()
    view.memory[_NOTE] = view.visitor.note()
    wait_for_second_click(view)
    await patiently(rebuild, view)
    if view.record_id is not None:
        with client, keyed("screen", view.screen.first_key, "note") as html_id:
            focus_on(html_id)


def rebuild(view: View) -> None:
    """Build the screen anew on its page, unless the host does."""
    if view.host.rebuild(view):
        return
    [old] = ElementFilter(marker=_SCREEN, local_scope=False)
    slot = old.parent_slot
    assert slot
    place = slot.children.index(old)
    old.delete()
    view.leaving.clear()
    with slot:
        _screen(view, view.prototype.build_of(view.screen)).move(target_index=place)


def page_of_refusal(prototype: Prototype, visitor: Visitor, status: int, host: Host) -> None:
    """Say in the frame why there is nothing to see (an HTTP ``status``), and the way home."""
    home = prototype.home.screen
    view = View(prototype, prototype.store, home, visitor, host=host)
    theme.dress()
    ui.context.client.status_code = status
    ui.page_title(prototype.project.title)
    with keyed("frame"):
        _header(view)
    with keyed("refusal"), ui.element("div").classes("kit-screen"):
        heading(say(_REFUSALS.get(status, "frame.error")))
        words(say("frame.what_now"), "p")
        link(say("frame.to_home"), view.address(home))
    theme.seal(())


def _screen(view: View, build: Build) -> ui.element:
    """Put the screen on the page, without its frame."""
    with keyed("screen", view.screen.first_key):
        whole = ui.element("div").classes("kit-screen").mark(_SCREEN)
        with whole:
            _title(view.screen, view)
            _say_note(view)
            if not view.screen.open_to(view.role):
                _refused(view)
            else:
                _build(view, build)
    return whole


def _build(view: View, build: Build) -> None:
    """Build the screen; one that fails says so and leaves the frame standing."""
    with keyed("body"), ui.element("div").classes("kit-body") as body:
        error = _failure(view, build)
        if error is None:
            return
        again = view.host.rescue(view, error)
        body.clear()
        if isinstance(error, Unavailable):
            _wait_for_records(view, error)
        elif again is None or _failure(view, again) is not None:
            body.clear()
            notice(say("frame.failed"), "error")


def _wait_for_records(view: View, error: Unavailable) -> None:
    """Say why there is nothing to see, and look again and again."""

    async def look_again() -> None:
        await patiently(rebuild, view)

    notice(str(error), "warning")
    words(say("frame.look_again"), "p")
    ui.timer(_LOOK_AGAIN_SECONDS, look_again, once=True)


def _failure(view: View, build: Build) -> Exception | None:
    """Build the screen; return what went wrong, None when nothing did."""
    try:
        build(view)
    except Exception as error:
        return error
    except SystemExit as end:  # no screen may end the server
        return RuntimeError(f"sys.exit({end.code!r})").with_traceback(end.__traceback__)
    return None


def _title(screen: Screen, view: View) -> None:
    with keyed("title"):
        with ui.element("div").classes("kit-title") as title:
            title.props["data-part"] = screen.key
            heading(screen.title)
            chip(view.standing(screen.feature))
        if screen.help:
            ui.label(screen.help).classes("kit-help")


def _say_note(view: View) -> None:
    if view.fresh and _NOTE not in view.memory:
        view.memory[_NOTE] = view.visitor.note()
    if note := view.memory.get(_NOTE):
        with keyed("note") as html_id:
            message = notice(note, "success").props("tabindex=-1")
            message.props["id"] = html_id


def _refused(view: View) -> None:
    """Say whom to act as to open the screen."""
    with keyed("refused"):
        notice(say("frame.refused", roles=who_may(view, view.screen)), "warning")
        link(say("frame.to_home"), "/")


def _header(view: View) -> None:
    with ui.left_drawer(bordered=True).classes("kit-drawer") as drawer:
        # It would complain of browsers that left meanwhile; nothing here needs to know.
        ask_nothing(drawer)
        Menu(view)
        if view.host.may_reset():
            with ui.element("div").classes("kit-menu-foot"):
                button(say("frame.reset"), lambda: _ask_reset(view), "text")
                if view.store.laid_aside_at:
                    button(say("frame.undo_reset"), lambda: _ask_undo_reset(view), "text")
    with ui.header().classes("kit-header"):
        _menu_button(drawer)
        link(view.project.title, "/", "kit-project")
        with ui.element("div").classes("kit-choosers"):
            _role_chooser(view)
            _phase_chooser(view)
            view.host.in_header(view)


def _menu_button(drawer: ui.left_drawer) -> None:
    menu_button = ui.button(icon="menu", on_click=drawer.toggle, color=None).props("flat dense")
    menu_button.classes("kit-menu-button").props["aria-label"] = say("frame.menu")


def _role_chooser(view: View) -> None:
    if not view.project.roles:
        return

    def act_as(role: str) -> None:
        view.visitor.act_as(role)
        ui.navigate.reload()

    roles = {role.key: say("frame.as_role", role=role.title) for role in view.project.roles}
    choices(roles, view.role or "", act_as, html_id="kit-role", label=say("frame.role"))


def _phase_chooser(view: View) -> None:
    if not view.project.phases:
        return

    def show_until(phase: str) -> None:
        view.visitor.view_phase(phase)
        ui.navigate.reload()

    chosen = view.visitor.phase
    views = phase_views(view.project)
    choices(views, chosen, show_until, html_id="kit-phase", label=say("frame.phase"))


async def _ask_reset(view: View) -> None:
    """Go back to the sample data, when that is really meant: everybody's records are laid aside."""
    if await confirmed(say("frame.reset_question"), say("frame.reset")):
        await _reset(view, view.store.reset, say("frame.reset_done"))


async def _ask_undo_reset(view: View) -> None:
    """Bring everybody's records back that were laid aside, when that is really meant."""
    moment = Datetime("").show(view.store.laid_aside_at)
    if await confirmed(say("frame.undo_reset_question", moment=moment), say("frame.undo_reset")):
        await _reset(view, view.store.undo_reset, say("frame.undo_reset_done"))


async def _reset(view: View, change: Callable[[], None], done: str) -> None:
    """Change the records of everybody, and begin anew on this page."""
    if not view.host.may_reset() or is_writing(view):
        return
    try:
        await written(view, change)
    except Unavailable as error:
        ui.notify(str(error), type="negative", multi_line=True)
        return
    view.visitor.say_next(done)
    ui.navigate.reload()
