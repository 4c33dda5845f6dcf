"""The record of a decision: its id, its time, and how it is written in one line of YAML."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Mapping, Sequence
from datetime import datetime

from generator.spec.model import Decision

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TIME_DIGITS, _RANDOM_DIGITS = 10, 6

_LETTER = r"A-Za-z0-9_\u3041-\u3096\u30a1-\u30fa\u30fc\u3005\u4e00-\u9fff"
_PLAINLY_SAFE = re.compile(f"[{_LETTER}](?:[{_LETTER}.-]*[{_LETTER}])?")
_NEVER_PLAIN = {"null", "Null", "NULL"}

_ESCAPED = re.compile(
    '["\\\\'  # what means something within the quotes
    "\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"  # control characters, and no characters at all
    "\u2028\u2029"  # line ends for YAML, not for editors
    "\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"  # they hide text
)
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_SURROGATE = re.compile("[\ud800-\udfff]")


class Token(str):
    """An id, a phase or a date: it is written without quotes where that is safe."""

    __slots__ = ()


def new_id() -> str:
    """Return an id that nobody else makes; ids sort by the millisecond of their making."""
    moment = time.time_ns() // 1_000_000
    return _digits(moment, _TIME_DIGITS) + _digits(
        secrets.randbelow(32**_RANDOM_DIGITS), _RANDOM_DIGITS
    )


def _digits(number: int, count: int) -> str:
    return "".join(_CROCKFORD[number >> 5 * place & 31] for place in reversed(range(count)))


def now() -> str:
    """Return the local time with its offset from UTC, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def cleaned(text: str) -> str:
    """Return what somebody typed as a text that a file can hold, without spaces around it."""
    return _SURROGATE.sub("\ufffd", text).strip()


def fields(decision: Decision) -> dict[str, str]:
    """Return ``decision`` as it is written, in the order in which it is written."""
    written = {
        "id": Token(decision.id),
        "at": decision.at,
        "from": Token(decision.from_) if decision.from_ else None,
        "phase": Token(decision.phase),
        "by": decision.by,
        "reason": decision.reason,
        "revisit": decision.revisit or None,
    }
    return {key: value for key, value in written.items() if value is not None}


def flow(value: object) -> str:
    """Return ``value`` (texts, mappings and lists of them) as YAML in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{token(key)}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(flow, value)) + "]"
    return token(value) if isinstance(value, Token) else quoted(str(value))


def token(word: str) -> str:
    """Return ``word`` as it is when that is plainly safe, else in double quotes."""
    safe = _PLAINLY_SAFE.fullmatch(word) and word not in _NEVER_PLAIN
    return word if safe else quoted(word)


def quoted(text: str) -> str:
    """Return ``text`` in double quotes; what can't be seen or would break a line is escaped."""
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\\uFFFD"
    if character in _SHORT:
        return _SHORT[character]
    if code <= 0xFF:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
