"""The join page: on a guest's device it asks for PIN and name, on this machine it shows the way in.

Plain HTML, so that a browser that is not in the room yet gets nothing of the prototype.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

import segno
from fastapi import Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from nicegui import app
from starlette.responses import Response

from generator.messages import text

from .door import COOKIE, COOKIE_SECONDS, JOIN, JOIN_STYLE, Keys, Person, is_here
from .here import ADDRESS as HERE

_LONGEST = 60
_STYLE = Path(__file__).with_name("join.css")
_PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="{style}"></head>
<body><main><h1>{title}</h1>{body}</main></body></html>
"""


def serve_join(keys: Keys, address: str, title: str, organizations: list[str]) -> None:
    """Register the join page; ``address`` is how other devices reach this machine."""
    app.add_static_file(local_file=_STYLE, url_path=JOIN_STYLE)

    @app.get(JOIN)
    def ask(request: Request, to: str = "/") -> Response:
        if is_here(request):
            return _page(title, _way_in(address, keys.pin))
        return _page(title, _form(organizations, _inside(to), bool(keys.pin)))

    @app.post(JOIN)
    def join(
        request: Request,
        name: str = Form(""),
        organization: str = Form(""),
        pin: str = Form(""),
        to: str = Form("/"),
    ) -> Response:
        person = Person(name.strip()[:_LONGEST], organization.strip()[:_LONGEST])
        fits = keys.fits(pin.strip(), request.client.host if request.client else "")
        wrong = {None: "room.join_wait", False: "room.join_wrong_pin", True: ""}[fits]
        if not wrong and not person.name:
            wrong = "room.join_no_name"
        if wrong:
            form = _form(organizations, _inside(to), bool(keys.pin), person, text(wrong))
            return _page(title, form, 429 if fits is None else 422)
        answer = RedirectResponse(_inside(to), 303)
        answer.set_cookie(
            COOKIE, keys.sign(person), max_age=COOKIE_SECONDS, httponly=True, samesite="lax"
        )
        return answer


def _inside(target: str) -> str:
    """Return ``target`` when it is a path of this server, else the first page."""
    plain = target.startswith("/") and not target.startswith(("//", "/\\"))
    return target if plain and target.isprintable() else "/"


def _page(title: str, body: str, status: int = 200) -> HTMLResponse:
    language = text("room.language")
    return HTMLResponse(
        _PAGE.format(language=language, style=JOIN_STYLE, title=escape(title), body=body),
        status_code=status,
    )


def _way_in(address: str, pin: str) -> str:
    """Return what is shown on the wall: address, QR code and PIN."""
    code = segno.make(address).svg_inline(scale=8, border=2)
    shown = [f'<p class="address">{escape(address)}</p>', f'<div class="code">{code}</div>']
    if pin:
        shown.append(f'<p>{escape(text("room.join_pin"))} <strong class="pin">{pin}</strong></p>')
    else:
        shown.append(f"<p>{escape(text('room.join_only_here'))}</p>")
    shown.append(f'<p><a href="{HERE}">{escape(text("room.here"))}</a></p>')
    return "".join([f"<p>{escape(text('room.join_how'))}</p>", *shown])


def _form(
    organizations: list[str], to: str, asks_pin: bool, person: Person | None = None, wrong: str = ""
) -> str:
    """Return the form for a guest, with what was typed and what is wrong with it."""
    typed = person or Person()
    options = "".join(f'<option value="{escape(name)}">' for name in organizations)
    fields = [
        _field("name", typed.name, 'required autocomplete="name"'),
        _field("organization", typed.organization, 'list="organizations"'),
        f'<datalist id="organizations">{options}</datalist>',
    ]
    if asks_pin:
        settings = 'required inputmode="numeric" autocomplete="off" maxlength="6"'
        fields.append(_field("pin", "", settings))
    said = f'<p class="wrong" role="alert">{escape(wrong)}</p>' if wrong else ""
    hidden = f'<input type="hidden" name="to" value="{escape(to)}">'
    button = f'<button type="submit">{escape(text("room.join_enter"))}</button>'
    return f'<form method="post" action="{JOIN}">{said}{"".join(fields)}{hidden}{button}</form>'


def _field(name: str, value: str, settings: str) -> str:
    label = escape(text(f"room.join_{name}"))
    return (
        f'<label for="{name}">{label}</label>'
        f'<input id="{name}" name="{name}" value="{escape(value)}" {settings}>'
    )
