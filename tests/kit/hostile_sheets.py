"""Sheets that no office keeps: small files that unpack to gigabytes, or take hours to read.

Each is made when it is asked for. ``REFUSED`` names what is said of it, as a key of a text.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_OPEN = f'<?xml version="1.0"?><worksheet xmlns="{_MAIN}">'
TITLES = '<row r="1"><c r="A1" t="inlineStr"><is><t>場所</t></is></c></row>'
_AT_ONCE = 10_000

Parts = Iterable[str]


def workbook(
    sheet: Parts,
    *,
    strings: Parts | None = None,
    styles: Parts | None = None,
    sheets: int = 1,
    before: str = "",
) -> bytes:
    """Return a workbook of ``sheets`` that are all the same part; ``before`` stands before it."""
    named = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="r1"/>' for n in range(1, sheets + 1))
    parts: dict[str, Parts] = {
        "[Content_Types].xml": [_content_types(strings is not None, styles is not None)],
        "xl/workbook.xml": [
            f'<?xml version="1.0"?>{before}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
            f"<sheets>{named}</sheets></workbook>"
        ],
        "xl/_rels/workbook.xml.rels": [
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
        ],
        "xl/worksheets/sheet1.xml": sheet,
    }
    if strings is not None:
        parts["xl/sharedStrings.xml"] = [f'<sst xmlns="{_MAIN}">', *strings, "</sst>"]
    if styles is not None:
        parts["xl/styles.xml"] = [f'<styleSheet xmlns="{_MAIN}">', *styles, "</styleSheet>"]
    return _packed(parts)


def _content_types(strings: bool, styles: bool) -> str:
    kinds = {"/xl/workbook.xml": "sheet.main", "/xl/worksheets/sheet1.xml": "worksheet"}
    kinds |= {"/xl/sharedStrings.xml": "sharedStrings"} if strings else {}
    kinds |= {"/xl/styles.xml": "styles"} if styles else {}
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _packed(parts: Mapping[str, Parts]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for text in content:
                    part.write(text.encode())
    return out.getvalue()


def sheet(rows: Parts, *, before: str = "", after: Parts = ()) -> Iterator[str]:
    """Yield a sheet; ``before`` and ``after`` stand round its rows."""
    yield f"{_OPEN}{before}<sheetData>"
    yield from rows
    yield "</sheetData>"
    yield from after
    yield "</worksheet>"


def often(text: str, count: int) -> Iterator[str]:
    """Yield ``text`` so many times, not all of it in memory."""
    for _ in range(count // _AT_ONCE):
        yield text * _AT_ONCE
    yield text * (count % _AT_ONCE)


def one_row(cell: str, count: int) -> bytes:
    """Return a workbook whose second row has ``count`` times that cell."""
    return workbook(sheet([TITLES, "<row>", *often(cell, count), "</row>"]))


def strings(content: Parts) -> bytes:
    """Return a workbook with such a table of texts."""
    return workbook(sheet([TITLES]), strings=content)


def deep(depth: int) -> bytes:
    """Return a workbook with elements in elements in elements."""
    return workbook(sheet([TITLES, "<row>", *often("<c>", depth), *often("</c>", depth), "</row>"]))


def laughs() -> bytes:
    """Return a workbook with a word that stands for a thousand million others."""
    words = "".join(f'<!ENTITY w{number} "{f"&w{number - 1};" * 10}">' for number in range(1, 10))
    dtd = f'<!DOCTYPE x [<!ENTITY w0 "ha">{words}]>'
    return workbook(sheet([TITLES]), before=dtd)


def far_cells(rows: Sequence[int], *, column: str = "XFD") -> bytes:
    """Return a workbook with a cell in the last, or another, column of each of ``rows``."""
    cells = (f'<row r="{row}"><c r="{column}{row}"><v>1</v></c></row>' for row in rows)
    whole = '<dimension ref="A1:XFD1048576"/>'
    return workbook(sheet([TITLES, *cells], before=whole))


def many_parts(count: int) -> bytes:
    """Return an archive of nothing but names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(count):
            archive.writestr(zipfile.ZipInfo(f"{number}"), b"")
    return out.getvalue()


Make = Callable[[], bytes]

TOO_LARGE = "sheet.too_large"
REFUSED: Mapping[str, tuple[str, Make]] = {
    "16 million cells in a row": (TOO_LARGE, partial(one_row, "<c><v>1</v></c>", 16_000_000)),
    "a text of 60 MB": (
        TOO_LARGE,
        lambda: strings(["<si><t>", *often("a" * 100, 600_000), "</t></si>"]),
    ),
    "texts of 60 MB": (
        TOO_LARGE,
        lambda: strings(often("<si><t>" + "a" * 30_000 + "</t></si>", 2000)),
    ),
    "cells a million deep": (TOO_LARGE, partial(deep, 1_000_000)),
    "texts a million deep": (
        TOO_LARGE,
        lambda: strings([*often("<si>", 1_000_000), *often("</si>", 1_000_000)]),
    ),
    "an attribute of 20 MB": (
        TOO_LARGE,
        lambda: workbook(sheet([TITLES, "<row><c a='", *often("a" * 100, 200_000), "'/></row>"])),
    ),
    "a comment of 20 MB": (
        TOO_LARGE,
        lambda: workbook(sheet([TITLES, "<!--", *often("a" * 100, 200_000), "-->"])),
    ),
    "300,000 things beside the rows": (
        TOO_LARGE,
        lambda: workbook(sheet([TITLES], after=often('<x a="1"/>', 300_000))),
    ),
    "300,000 styles": (
        TOO_LARGE,
        lambda: workbook(
            sheet([TITLES]),
            styles=["<cellXfs>", *often('<xf numFmtId="0"/>', 300_000), "</cellXfs>"],
        ),
    ),
    "words for words for words": (TOO_LARGE, laughs),
    "ten thousand sheets": (TOO_LARGE, lambda: workbook(sheet([TITLES]), sheets=10_000)),
    "a cell in the last column of each row": (TOO_LARGE, partial(far_cells, range(2, 3000))),
    "an archive of 50,000 parts": (TOO_LARGE, partial(many_parts, 50_000)),
    "a number of a million digits": (
        "sheet.unreadable",
        partial(one_row, "<c><v>" + "9" * 900_000 + "</v></c>", 1),
    ),
    "a line of 20 million characters": (TOO_LARGE, lambda: b"a" * 20_000_000),
    "20 million columns": (TOO_LARGE, lambda: b"," * 20_000_000),
    "a quote that never ends": ("sheet.broken", lambda: b'a,"' + b"\n" * 19_000_000),
    "a row over a million lines": (TOO_LARGE, lambda: b'"\n",' * 4_000_000),
}

AT_THE_LIMIT: Mapping[str, tuple[str, Make]] = {
    "a row a thousand million rows below": (
        TOO_LARGE,
        partial(far_cells, [1_000_000_000], column="A"),
    ),
    "16 million empty cells in a row": (TOO_LARGE, partial(one_row, '<c s="1"/>', 16_000_000)),
    "texts of nothing": (TOO_LARGE, lambda: strings(often("<si/>", 15_000_000))),
    "rows of nothing": (TOO_LARGE, lambda: workbook(sheet([TITLES, *often("<row/>", 15_000_000)]))),
    "many sheets that do not say how large they are": (
        TOO_LARGE,
        lambda: workbook(
            sheet([TITLES, *often("<row><c><v>1</v></c></row>", 1_000_000)]), sheets=300
        ),
    ),
    "texts with a sign that makes each four times as large": (
        "",
        lambda: strings(often("<si><t>😀" + "a" * 30_000 + "</t></si>", 1300)),
    ),
    "a million rows with a cell each": (
        TOO_LARGE,
        lambda: workbook(sheet([TITLES, *often('<row><c t="b"><v>1</v></c></row>', 1_500_000)])),
    ),
    "lines with a sign that makes each four times as large": (
        TOO_LARGE,
        lambda: ("😀" + "a" * 100 + "\n").encode() * 190_000,
    ),
    "ten million lines": (TOO_LARGE, lambda: b"a\n" * 10_000_000),
    "five million lines in UTF-16": (
        TOO_LARGE,
        lambda: b"\xff\xfe" + "a\n".encode("utf-16-le") * 5_000_000,
    ),
}
"""What takes most time and memory; some of it is read."""
