"""Sample files for records to look at: small, made on the spot, always the same."""

from __future__ import annotations

from ...files import pictures
from ...texts import say

MADE = (".pdf", ".txt", ".csv", ".md", ".jpg", ".jpeg", ".png")
"""The endings for which there is a sample."""


def paper(ending: str, number: int) -> bytes:
    """Return the content of the sample file ``number`` with one of the endings in ``MADE``."""
    if ending in (".jpg", ".jpeg"):
        return pictures.sample(number)
    if ending == ".png":
        return pictures.sample_as_png(number)
    if ending == ".pdf":
        return _pdf(f"SAMPLE {number + 1}")
    return f"{say('file.sample_words')}\r\n{number + 1}\r\n".encode()


def _pdf(text: str) -> bytes:
    """Return a page of A4 that says ``text`` in plain letters."""
    shown = f"BT /F1 36 Tf 72 700 Td ({text}) Tj ET"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    pdf, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(pdf))
        pdf += f"{number} 0 obj\n{part}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    pdf += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
    pdf += f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n"
    return f"{pdf}{pdf.index('xref')}\n%%EOF\n".encode("ascii")
