"""Somebody who saves nothing, as the tests of a module share them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from playwright.sync_api import Page

from tests.record import Record
from tests.visit import Visit

_NOTICES_TOUCH = """
for (const kind of ["pointerdown", "keydown", "input"]) {
  addEventListener(kind, () => { window.wasTouched = true }, true);
}
"""


class Look(Visit):
    """A browser that is passed on from test to test.

    A screen that is open already, and that nobody has touched since, is not opened again.
    ``has_changed`` tells whether a record was made to be what a test asked for.
    """

    def __init__(self, page: Page, base_url: str) -> None:
        super().__init__(page, base_url)
        self._seen: object = None
        self._came_to = ""
        self.has_changed = True
        page.add_init_script(_NOTICES_TOUCH)

    def come_anew(self) -> None:
        """Be somebody who was never here, with records that no one else has."""
        super().come_anew()
        self._seen, self.has_changed = None, False

    def open(self, address: str, *, role: str | None = None, **query: str) -> None:
        """Have the screen at ``address`` open as ``role``, as somebody finds it who just came."""
        asked = (address, role, query)
        if self._untouched(asked):
            return
        self._start_over()
        super().open(address, role=role, **query)
        self._note(asked)

    def go_on_at(self, address: str, *, role: str | None = None) -> None:
        """Have the screen at ``address`` open as ``role``, with all that tests before did there.

        Where one of them failed it is opened anew: there is no telling how that one left it.
        """
        if self.broken or not self._shows((address, role, {})):
            self.open(address, role=role)

    def open_record(
        self,
        address: str,
        entity: str,
        *,
        state: str | None = None,
        where: Mapping[str, Sequence[str]] | None = None,
        role: str | None = None,
    ) -> None:
        """Have the screen at ``address`` open for a record in ``state``, or fulfilling ``where``."""
        asked = (address, entity, state, where, role)
        if not self._untouched(asked):
            super().open_record(address, entity, state=state, where=where, role=role)
            self._note(asked)

    def record(self, entity: str, where: Mapping[str, Sequence[str]], *, sort: str = "") -> Record:
        """Return the record of ``entity`` that comes first among those that fulfil ``where``.

        Where there is none, one is made to: what is open may show it as it was.
        """
        record = super().record(entity, where, sort=sort)
        if record.made:
            self._seen, self.has_changed = None, True
        return record

    def _note(self, asked: object) -> None:
        self._seen, self._came_to = asked, self.page.url

    def _shows(self, asked: object) -> bool:
        """Tell whether what was asked for is open, perhaps narrowed or filled in since."""
        return asked == self._seen and _screen(self.page.url) == _screen(self._came_to)

    def _untouched(self, asked: object) -> bool:
        """Tell whether what was asked for is open as it came."""
        came = asked == self._seen and self.page.url == self._came_to
        return came and not self._is_touched()

    def _is_touched(self) -> bool:
        return bool(self.page.evaluate("window.wasTouched"))

    def _start_over(self) -> None:
        """Forget what is open, and be somebody else when it was touched: nothing is offered again."""
        self._seen = None
        if self._is_touched():
            self._arrive()


def _screen(address: str) -> str:
    """Return an address without what stands behind its ``?``, where a list says how it stands."""
    return address.partition("?")[0]
