"""Answers to requests that lead nowhere: people get a page in the frame, scripts a status.

Registered once; ``pages`` is asked for the prototype at every visit, as it may change.
"""

from __future__ import annotations

from collections.abc import Callable

from fastapi import Request
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from nicegui import app, ui
from starlette.exceptions import HTTPException
from starlette.responses import Response

from ..page import theme
from ..page.frame import page_of_refusal
from ..page.nicegui_inside import is_on_page, new_client, on_failing_page, response_with
from ..page.visitor import Visitor
from ..page.widgets import heading, link, words
from ..texts import say
from .pages import Answers

_SERVER_ERROR = 500


def serve_refusals(pages: Callable[[], Answers]) -> None:
    """Answer what has no page, may not be opened, or failed, in the frame of the prototype."""

    def show(status: int) -> None:
        prototype, host = pages().prototype, pages().host
        try:
            page_of_refusal(prototype, Visitor.of_browser(prototype.project), status, host)
        except Exception as error:
            app.handle_exception(error)
            _without_frame()

    async def refuse(request: Request, error: HTTPException) -> Response:
        if not _is_for_people(request):
            return await http_exception_handler(request, error)
        with new_client(request) as client:
            show(error.status_code)
        return response_with(client, request, error.status_code)

    async def refuse_invalid(request: Request, error: RequestValidationError) -> Response:
        if not _is_for_people(request):
            return await request_validation_exception_handler(request, error)
        return await refuse(request, HTTPException(404))

    app.add_exception_handler(HTTPException, refuse)  # type: ignore[arg-type]
    app.add_exception_handler(404, refuse)  # type: ignore[arg-type]
    app.add_exception_handler(RequestValidationError, refuse_invalid)  # type: ignore[arg-type]
    on_failing_page(lambda: show(_SERVER_ERROR))
    app.on_exception(_say_unavailable)


def _say_unavailable(error: Exception) -> None:
    """Tell somebody who pressed or typed something that the records can't be read right now."""
    # By name, as the class may be that of a kit that was loaded since.
    if type(error).__name__ == "Unavailable" and is_on_page():
        ui.notify(str(error), type="negative", multi_line=True, timeout=10_000)


def _is_for_people(request: Request) -> bool:
    """Tell whether the address was opened in a browser, not fetched by a script."""
    return request.method == "GET" and "text/html" in request.headers.get("accept", "")


def _without_frame() -> None:
    """Say on a bare page what can be said when not even the frame can be built."""
    ui.context.client.content.clear()
    theme.dress()
    with ui.element("div").classes("kit-screen"):
        heading(say("frame.error"))
        words(say("frame.what_now"), "p")
        link(say("frame.to_home"), "/")
