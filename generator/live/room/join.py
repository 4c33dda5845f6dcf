"""The join page, and the links that give a right: the ways into the room.

Plain HTML, so that a browser that is not in the room yet gets nothing of the prototype.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from fastapi import Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from nicegui import app
from starlette.responses import PlainTextResponse, Response

from generator.messages import text

from .door import ALIVE, ENTER, JOIN, JOIN_STYLE
from .keys import COOKIE_SECONDS, Keys, Person
from .rights import Permission, Right, allows

_LONGEST = 60
_STYLE = Path(__file__).with_name("join.css")
_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="{root}{style}"></head>
<body><main><h1>{title}</h1>{body}</main></body></html>
"""

Organizations = Callable[[], Sequence[str]]
Title = Callable[[], str]
Wall = Callable[[Request], Response]
"""Shows who leads the room how others come in."""


def serve_join(keys: Keys, title: Title, organizations: Organizations, wall: Wall) -> None:
    """Register the ways in; ``title`` and ``organizations`` are the project's as they are now."""
    app.add_static_file(local_file=_STYLE, url_path=JOIN_STYLE)

    def form(request: Request, wrong: str = "", status: int = 200, **typed: str) -> Response:
        asks_pin = not (
            keys.right(request.cookies) > Right.NONE or keys.invites(typed.get("key", ""))
        )
        if "name" not in typed and (person := keys.person(request.cookies)):
            typed |= {"name": person.name, "organization": person.organization}
        body = _form(request, list(organizations()), asks_pin, wrong, typed)
        return _page(request, title(), body, status)

    @app.get(ALIVE)
    def alive() -> Response:
        return PlainTextResponse("ok")

    @app.get(JOIN)
    def ask(request: Request, to: str = "/", key: str = "") -> Response:
        if allows(keys.right(request.cookies), Permission.INVITE) and not key:
            return wall(request)
        return form(request, to=_inside(to), key=key)

    @app.post(JOIN)
    def join(
        request: Request,
        name: str = Form(""),
        organization: str = Form(""),
        other: str = Form(""),
        pin: str = Form(""),
        key: str = Form(""),
        to: str = Form("/"),
    ) -> Response:
        person = Person(_clean(name), _clean(other) or _clean(organization))
        typed = {"name": person.name, "organization": person.organization}
        typed |= {"to": _inside(to), "key": key if keys.invites(key) else ""}
        known = typed["key"] or keys.right(request.cookies) > Right.NONE
        fits = True if known else keys.fits(pin, request.client.host if request.client else "")
        if fits is None:
            return form(request, text("room.join_wait"), 429, **typed)
        if not fits:
            return form(request, text("room.join_wrong_pin"), 422, **typed)
        if not person.name:
            # The PIN was right: it need not be typed again.
            typed["key"] = keys.now.invitation
            return form(request, text("room.join_no_name"), 422, **typed)
        answer = RedirectResponse(_root(request) + typed["to"], 303)
        _set_cookie(answer, keys.person_cookie, keys.sign(person))
        return answer

    @app.get(ENTER + "/{token}")
    def enter(request: Request, token: str, to: str = "/") -> Response:
        if keys.right_of_token(token) is Right.NONE:
            body = f"<p>{escape(text('room.link_withdrawn'))}</p>{_way_on(request)}"
            return _page(request, title(), body, 403)
        answer = RedirectResponse(_root(request) + _inside(to), 303)
        _set_cookie(answer, keys.right_cookie, token)
        return answer


def _set_cookie(answer: Response, name: str, value: str) -> None:
    answer.set_cookie(name, value, max_age=COOKIE_SECONDS, httponly=True, samesite="lax")


def _root(request: Request) -> str:
    return str(request.scope.get("root_path", ""))


def _clean(typed: str) -> str:
    """Return a name as a record can hold it: printable, in one line, not too long."""
    return "".join(sign for sign in typed if sign.isprintable()).strip()[:_LONGEST]


def _inside(target: str) -> str:
    """Return ``target`` when it is a path of this server, else the first page."""
    plain = target.startswith("/") and not target.startswith(("//", "/\\"))
    return target if plain and target.isprintable() else "/"


def _page(request: Request, title: str, body: str, status: int = 200) -> HTMLResponse:
    page = _PAGE.format(
        language=text("room.language"),
        root=escape(_root(request)),
        style=JOIN_STYLE,
        title=escape(title),
        body=body,
    )
    return HTMLResponse(page, status_code=status, headers={"Cache-Control": "no-store"})


def _way_on(request: Request) -> str:
    return f'<p><a href="{escape(_root(request))}/">{escape(text("room.to_start"))}</a></p>'


def _form(
    request: Request,
    organizations: Sequence[str],
    asks_pin: bool,
    wrong: str,
    typed: dict[str, str],
) -> str:
    """Return the form for a guest, with what was typed and what is wrong with it."""
    parts = [f'<p class="caution">{escape(text("room.join_caution"))}</p>']
    if wrong:
        parts.append(f'<p class="wrong" role="alert">{escape(wrong)}</p>')
    if asks_pin:
        settings = 'required inputmode="numeric" autocomplete="off" maxlength="20" class="pin"'
        parts.append(_field("pin", "", settings, help_key="room.join_pin_help"))
    if organizations:
        parts.append(_organization(organizations, typed.get("organization", "")))
    else:
        parts.append(_field("organization", typed.get("organization", "")))
    parts.append(_field("name", typed.get("name", ""), 'required autocomplete="name"'))
    parts += [
        f'<input type="hidden" name="{name}" value="{escape(typed.get(name, ""))}">'
        for name in ("to", "key")
    ]
    parts.append(f'<button type="submit">{escape(text("room.join_enter"))}</button>')
    return f'<form method="post" action="{escape(_root(request))}{JOIN}">{"".join(parts)}</form>'


def _organization(organizations: Sequence[str], chosen: str) -> str:
    """Return the choice of an organisation, with a box for one that is not in the list."""
    listed = "".join(
        f'<option value="{escape(name)}"{" selected" * (name == chosen)}>{escape(name)}</option>'
        for name in organizations
    )
    other = "" if chosen in organizations else chosen
    return (
        f'<label for="organization">{escape(text("room.join_organization"))}</label>'
        f'<select id="organization" name="organization">'
        f'<option value="">{escape(text("room.join_choose"))}</option>{listed}</select>'
        f"<details{' open' * bool(other)}><summary>{escape(text('room.join_other'))}</summary>"
        f"{_field('other', other)}</details>"
    )


def _field(name: str, value: str, settings: str = "", *, help_key: str = "") -> str:
    label = escape(text(f"room.join_{name}"))
    described = f' aria-describedby="{name}-help"' if help_key else ""
    helped = f'<p class="help" id="{name}-help">{escape(text(help_key))}</p>' if help_key else ""
    return (
        f'<label for="{name}">{label}</label>{helped}'
        f'<input id="{name}" name="{name}" value="{escape(value)}"{described} {settings}>'
    )
