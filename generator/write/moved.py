"""Modules of the kit that went elsewhere: what people wrote by hand finds them there.

A prototype that was made with an older kit names them in its own files. Where such a file was
edited, its import lines are brought up to date before the new text is worked into it: else each of
them would be a conflict.
"""

from __future__ import annotations

import re

_FOLDERS = {
    "controls": "draft field_part",
    "files": "decoding pictures",
    "kinds": (
        "board calendar charts column_choice dashboard detail filters form home lines "
        "map map_view page prose records table transitions wizard"
    ),
    "model": (
        "asking attachment bounds conditions entity era field formula holidays phases project "
        "reading usual_form"
    ),
    "page": "access addresses dialogs frame keys menu screen theme visitor widgets writing",
    "server": ("browser compression pages prototype quick_elements refusals sockets testing"),
}
"""Since version 1.0.0 the kit has folders: where the modules are that stood in the kit itself."""

_MOVED = {name: f"{folder}.{name}" for folder, names in _FOLDERS.items() for name in names.split()}
_MOVED |= {
    "attached": "server.attachments",
    "overtaken": "page.conflicts",
    "paper": "kinds.printed_form",
    "receiving": "server.uploads",
    "server": "server.run",
}
"""Those that have another name there."""
_RENAMED_FOLDERS = {"apart": "worker", "sheet": "spreadsheet"}
_RENAMED = {
    "apart.line": "worker.queue",
    "apart.turns": "worker.fair_lock",
    "apart.workers": "worker.shared",
    "kinds.paper": "kinds.printed_form",
    "page.overtaken": "page.conflicts",
    "server.attached": "server.attachments",
    "server.receiving": "server.uploads",
    "sheet.back": "spreadsheet.parsing",
    "sheet.out": "spreadsheet.export",
    "sheet.take_in": "spreadsheet.import_dialog",
    "store.adding": "store.aggregates",
    "store.attached": "store.attachments",
    "store.fitting": "store.storable",
    "store.schema": "store.postgresql_schema",
    "store.taking": "store.transitions",
}
"""Folders, and modules in folders, that had another name before."""

_NAMED = re.compile(r"\bprototype\.kit\.([a-z_]+(?:\.[a-z_]+)?)(?![\w.])")
_FROM = re.compile(r"^( *)from prototype\.kit(\.[a-z_]+)? import ([\w, ]+)$", re.MULTILINE)


def with_moved_imports(path: str, content: bytes) -> bytes:
    """Return the Python file ``content`` naming modules of the kit where they are now."""
    if not path.endswith(".py"):
        return content
    try:
        source = content.decode()
    except UnicodeDecodeError:
        return content
    lines = (_with_moved(line) for line in source.splitlines(keepends=True))
    return "".join(lines).encode()


def _with_moved(line: str) -> str:
    """Return a line, or those that take its place: what names modules to import names each anew."""
    modules = _FROM.match(line)
    if modules and _are_in_their_folder(modules):
        return line
    each = _FROM.sub(_each_from_its_folder, line)
    if each != line:
        return each
    return _NAMED.sub(lambda found: f"prototype.kit.{_moved(found[1])}", line)


def _are_in_their_folder(found: re.Match[str]) -> bool:
    """Tell whether a line imports modules of a folder that is called as a module was before."""
    there = _FOLDERS.get((found[2] or "")[1:], "").split()
    return all(name.split()[0] in there for name in found[3].split(",") if name.strip())


def _moved(name: str) -> str:
    folder, dot, module = name.partition(".")
    renamed = f"{_RENAMED_FOLDERS.get(folder, folder)}{dot}{module}"
    return _MOVED.get(name) or _RENAMED.get(name, renamed)


def _each_from_its_folder(found: re.Match[str]) -> str:
    inside = f"{found[2][1:]}." if found[2] else ""
    known = _RENAMED if inside else _MOVED
    names = [name.strip() for name in found[3].split(",") if name.strip()]
    if not any(f"{inside}{name.split()[0]}" in known for name in names):
        return found[0]
    lines = []
    for name in names:
        folder, _, module = _moved(f"{inside}{name.split()[0]}").rpartition(".")
        package = f"prototype.kit.{folder}" if folder else "prototype.kit"
        called = name.split()[-1]
        imported = module if module == called else f"{module} as {called}"
        lines.append(f"{found[1]}from {package} import {imported}")
    return "\n".join(lines)
