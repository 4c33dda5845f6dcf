"""The table of a list screen, with the search and the filters above it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from playwright.sync_api import Locator, Page, expect

from prototype.kit.spreadsheet.values import inert, inert_again
from prototype.kit.texts import say
from tests.part import Part, chips, dialog, words

_MOST_DIGITS = 15
_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE)


class Table:
    """Finds columns by their titles, narrows the list, and says what should be seen of it."""

    def __init__(self, page: Page, main: Locator) -> None:
        self._page = page
        self._part = Part(main)
        self.headers = main.get_by_role("columnheader")
        self.rows = main.locator("tbody").get_by_role("row")

    def cells(self, title: str) -> Locator:
        """Return the cells of the column ``title``."""
        expect(self.headers.first).to_be_visible()
        titles = self.headers.all_inner_texts()
        place = next(n for n, text in enumerate(titles, 1) if _header(title).search(text))
        return self.rows.locator(f"td:nth-child({place})")

    def search(self, text: str) -> None:
        """Search for ``text``, for nothing when that is empty; Enter asks for it at once."""
        line = self._control(say("records.search"))
        with self._list_follows():
            line.fill(text)
            line.press("Enter")

    def narrow(self, title: str, option: str) -> None:
        """Choose ``option`` in the filter ``title``."""
        with self._list_follows():
            self._control(title).select_option(label=option)

    def widen(self, title: str) -> None:
        """Choose everything in the filter ``title``."""
        self.narrow(title, say("records.every"))

    def sort(self, title: str) -> None:
        """Press the header of the column ``title``."""
        header = self._page.get_by_role("columnheader", name=_header(title))
        with self._list_follows():
            header.get_by_role("button").click()

    def turn_on(self) -> None:
        """Go to the next page."""
        with self._list_follows():
            self._part.click(say("records.next"))

    def turn_back(self) -> None:
        """Go to the page before."""
        with self._list_follows():
            self._part.click(say("records.previous"))

    def write_out(self, kind: str) -> Path:
        """Write the list out as a file of ``kind``, "xlsx" or "utf-8-sig", and return that."""
        self._part.click(say("sheet.write_out"))
        asked = dialog(self._page, say("sheet.write_out"))
        format = asked.here.get_by_label(say("sheet.ask_format"))
        format.select_option(label=say(f"sheet.{kind}"))
        with self._page.expect_download() as waiting:
            asked.click(say("sheet.write_out"))
        expect(asked.here).to_be_hidden()
        return Path(waiting.value.path())

    def expect_written(self, file: Path, titles: Sequence[str], *, rows: int) -> None:
        """The workbook or CSV ``file`` has these columns and so many rows."""
        sheet = _Sheet(file)
        assert sheet.titles == [sheet.written(title) for title in titles]
        assert len(sheet.rows) == rows

    def expect_numbers(self, file: Path, titles: Sequence[str]) -> None:
        """These columns of the ``file`` hold numbers to calculate with, or nothing."""
        sheet = _Sheet(file)
        for title in titles:
            wrong = [value for value in sheet.values(title) if not sheet.is_number(value)]
            assert wrong == [], title

    def take_in(self, file: Path) -> Part:
        """Choose ``file`` to be taken in and return the dialog that says what would come of it."""
        self._part.click(say("sheet.take_in"))
        asked = dialog(self._page, say("sheet.take_in"))
        asked.here.get_by_label(say("file.choose")).set_input_files(file)
        return asked

    def expect_same(self, asked: Part, *, rows: int) -> None:
        """The dialog says that all ``rows`` hold what the records hold already."""
        counts = {"new": 0, "changed": 0, "unchanged": rows, "wrong": 0}
        for key, count in counts.items():
            text = say(f"sheet.{key}") + say("sheet.count", count=f"{count:,}")
            shown = asked.here.locator(".kit-counts > div").filter(has_text=text)
            expect(shown).to_have_count(1)

    def close(self, asked: Part) -> None:
        """Close the dialog without taking anything in."""
        asked.click(say("frame.cancel"))
        expect(asked.here).to_be_hidden()

    def expect_columns(self, titles: Sequence[str]) -> None:
        """The columns are these, in this order."""
        expect(self.headers).to_have_text([_header(title) for title in titles])

    def expect_filter(self, title: str, options: Sequence[str] | None = None) -> None:
        """There is a filter ``title``, which offers everything and then exactly ``options``."""
        control = self._control(title)
        expect(control).to_be_visible()
        if options is not None:
            every = say("records.every")
            expect(control.get_by_role("option")).to_have_text([every, *options])

    def expect_narrowed(self, title: str, options: Sequence[str], *, column: str) -> None:
        """The filter ``title`` leaves only rows with the option in ``column``, and some with one."""
        seen = 0
        for option in options:
            self.narrow(title, option)
            self.expect_only(column, option)
            seen += self.rows.count()
        assert seen, title
        self.widen(title)

    def expect_ways(self, address: str) -> None:
        """Each row leads to its record at ``address``."""
        links = self.rows.get_by_role("link")
        expect(links.first).to_be_visible()
        addresses = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
        assert [way for way in addresses if not re.fullmatch(rf"{address}/\d+", way)] == []
        assert len(set(addresses)) == self.rows.count()

    def expect_sorted(self, title: str, order: str) -> None:
        """The column ``title`` is marked as sorted: ``ascending`` or ``descending``."""
        header = self._page.get_by_role("columnheader", name=_header(title))
        expect(header).to_have_attribute("aria-sort", order)

    def expect_order(self, title: str, order: str) -> None:
        """The texts of the column ``title`` stand in ``order``, from the first row to the last."""
        texts = [text for text in self.cells(title).all_inner_texts() if text.strip()]
        assert texts == sorted(texts, key=_numbers, reverse=order == "descending")

    def expect_nothing(self) -> None:
        """The list says that no record matches, and shows none."""
        expect(self._part.here.get_by_role("status")).to_have_text(say("records.no_match"))
        expect(self.rows).to_have_count(0)

    def expect_rows(self, first: int, last: int, *, of: int) -> None:
        """The list shows the records from ``first`` to ``last`` of all that match."""
        text = say("records.some", total=f"{of:,}", first=first, last=last)
        expect(self._part.here.get_by_role("status").filter(has_text=text)).to_be_visible()
        expect(self.rows).to_have_count(last - first + 1)

    def expect_total(self, total: int) -> None:
        """The list has so many records on all its pages together."""
        said = self._part.here.get_by_role("status")
        if total:
            text = re.escape(say("records.some", total=f"{total:,}", first="\0", last="\1"))
            text = text.replace("\0", r"[\d,]+").replace("\1", r"[\d,]+")
            expect(said.filter(has_text=re.compile(text))).to_be_visible()
        else:
            expect(said.filter(has_text=say("records.no_match"))).to_be_visible()

    def expect_only(self, title: str, text: str) -> None:
        """Every row has ``text`` in the column ``title``."""
        exact = re.compile(rf"^\s*{words(text)}\s*$")
        expect(self.cells(title).filter(has_not_text=exact)).to_have_count(0)

    @contextmanager
    def _list_follows(self) -> Iterator[None]:
        """Wait until the list shows what is done inside: the address says it then, too."""
        with self._page.expect_event("framenavigated"):
            yield

    def _control(self, title: str) -> Locator:
        return self._part.here.locator(".kit-tool").get_by_label(title, exact=True)


class _Sheet:
    """What a workbook or a CSV file holds; a row may leave out its empty cells at the end."""

    def __init__(self, file: Path) -> None:
        content = file.read_bytes()
        self._is_workbook = content.startswith(b"PK")
        found: Iterable[Sequence[Any]]
        if self._is_workbook:
            book = load_workbook(io.BytesIO(content), read_only=True)
            found = book.worksheets[0].iter_rows(values_only=True)
        else:
            found = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        self.titles, *self.rows = map(list, found)

    def written(self, text: str) -> str:
        """Return how ``text`` stands in it, where nothing may take it for a formula."""
        if self._is_workbook:
            return ILLEGAL_CHARACTERS_RE.sub("", inert_again(text))
        return inert(text)

    def values(self, title: str) -> list[Any]:
        """Return what is filled in under ``title``."""
        place = self.titles.index(self.written(title))
        return [value for row in self.rows for value in row[place : place + 1] if value]

    def is_number(self, value: object) -> bool:
        """Tell whether a value calculates; a spreadsheet keeps no more than 15 digits of a number."""
        text = str(value)
        if self._is_workbook and value == text and len(text) <= _MOST_DIGITS:
            return False
        return bool(_NUMBER.fullmatch(text))


def _numbers(text: str) -> list[float]:
    """Return the numbers in a text by which it is sorted: 1,200円, 2026年11月2日, K2026-007."""
    plain = text.strip().replace(",", "")
    if amount := re.fullmatch(r"(-?\d+(?:\.\d+)?)\D*", plain):
        return [float(amount[1])]
    return [int(digits) for digits in re.findall(r"\d+", plain)]


def _header(title: str) -> re.Pattern[str]:
    """Match a column's header: the title, perhaps a chip and the arrow of the order."""
    return re.compile(rf"^\s*{words(title)}\s*({chips()})?\s*[▲▼]?\s*$")
