"""Specs that nobody would write, and somebody will: odd names, hostile texts, great numbers.

Everything is drawn from a seed, so that a spec that broke something can be made again.
"""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Part = dict[str, Any]

SCRIPTS = (
    "<script>window.hacked = 1</script>",
    '<img src=x onerror="window.hacked = 2">',
    "{{ window.hacked = 3 }}",
    "{{constructor.constructor('window.hacked = 4')()}}",
    "'\"><svg onload=window.hacked=5>",
    "javascript:window.hacked=6",
    "');window.hacked=7;('",
    "${window.hacked=8}",
    "</title><script>window.hacked=9</script>",
    "<a href=javascript:window.hacked=10>押して</a>",
)
"""Each says so in ``window.hacked`` when a browser runs it instead of showing it."""

TEXTS = (
    *SCRIPTS,
    'the "quoted" one',
    '"starts and ends with quotes"',
    "it's 'single' and \"double\"",
    '"""',
    "'''",
    '"""docstring"""\n__import__("os")',
    "ends with a backslash\\",
    "\\N{BULLET} \\x41 \\u0041 \\",
    "{braces} {0} {} {{ }} %s %(name)s",
    "{% raw %}{{ cookiecutter.slug }}{% endraw %}",
    "{# a comment #} #{ruby} # nosec",
    "one line\nanother line\n\nand one more",
    "tab\there",
    "<b>bold</b> &amp; & &lt; &#39;",
    "<!-- comment",
    "]]> ]]] --> */ // /*",
    "😀👩‍👩‍👧‍👦🇯🇵 絵文字",
    "مرحبا بالعالم",
    "\u202eright to left\u202c, \u200bnothing\u200d, \ufeffmark",
    "e\u0301 か\u3099 Å ﬁ ㍿ ①",
    "全角 空白\u3000と　長い" + "名" * 69,
    "x" * 80,
    "long words " * 30,
    "None",
    "no",
    "0600001",
    "1e3",
    "=1+1",
    "-",
    "~",
    "| pipe > fold & anchor * star ! tag % percent @ at `tick`",
    "'; DROP TABLE records; --",
    "100% _wild_ [a-z]*",
    "../../../../etc/passwd",
    "\u2028separated\u2029lines",
    "C:\\temp\\new",
    "title",
    "ﾊﾝｶｸ ＷＩＤＥ",
)

KEYS = (
    *("class", "import", "id", "None", "self", "values", "Entity", "Report", "title", "True"),
    *("def", "lambda", "match", "type", "print", "str", "list", "property", "super", "async"),
    *("about", "fields", "flow", "label", "state_", "version", "key", "store", "view", "build"),
    *("screen", "frame", "ready", "body", "summary", "actions", "draft", "lost", "history"),
    *("transitions", "record", "records", "tools", "count", "table", "pages", "search", "note"),
    *("Screen", "View", "Text", "Choice", "Date", "About", "Flow", "State", "Transition"),
    *("text", "choice", "date", "form", "detail", "column", "board", "line", "home", "steps"),
    *("a-b", "a_b", "a b", "a.b", "a/b", "a\\b", "_", "__init__", "__class__", "_private"),
    *("1", "007", "2nd", "con", "NUL", "com1", "..", ".", "~", "-", "*", "%", "?", "no"),
    *("quo'te", 'quo"te', "back\\", "{brace}", "{{ x }}", "{% x %}", "#{x}", "$x", "`x`"),
    *("<script>window.hacked=11</script>", "a=b&c=d", "a;b", "a:b", "a,b", "[a]", '"""', "'''"),
    *("通報", "受付番号", "第１期", "㍿", "か\u3099", "全角　空白", "😀", "👩", "مرحبا", "é", "ß"),
    *("k" * 80, "長" * 80, "𠮷" * 80, "㍿" * 80, "select", "from", "order by 1", "drop table x"),
    *("sqlite_master", "rowid", "_id", "_label", "created", "test_", "conftest", "kit", "model"),
)
"""Ids that a spec may have: printable, of 80 characters at most."""

TYPES = (
    *("text", "multiline", "integer", "decimal", "money", "percent", "date", "time", "datetime"),
    *("year_month", "boolean", "choice", "multi_choice", "reference", "auto_number", "calculated"),
    *("email", "phone", "postal_code", "address", "url", "location"),
)

_NEVER_BARE = "\u2028\u2029\ufeff\x7f"
"""What a YAML file may hold only as an escape."""

PATTERNS = ("[A-Z]{2}-[0-9]{3}", "[\"'\\\\{}]+", ".*", "(a|b)*c?", "\\d{3}")


class Hostile:
    """Draws parts of a spec from ``seed``."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._texts = list(TEXTS)

    def text(self) -> str:
        """Return a hostile text; each comes up before any comes again."""
        if not self._texts:
            self._texts = list(TEXTS)
        return self._texts.pop(self.random.randrange(len(self._texts)))

    def keys(self, count: int, *, avoid: Sequence[str] = ()) -> list[str]:
        """Return ``count`` ids that differ."""
        free = [key for key in KEYS if key not in avoid]
        self.random.shuffle(free)
        unlike = {unicodedata.normalize("NFKC", key).casefold(): key for key in free}
        more = (f"more {number}-{free[0][:60]}" for number in range(count))
        return [*unlike.values(), *more][:count]

    def some(self, items: Sequence[str], most: int = 3) -> list[str]:
        """Return a few of ``items``, in their order."""
        chosen = self.random.sample(
            range(len(items)), min(self.random.randint(1, most), len(items))
        )
        return [items[index] for index in sorted(chosen)]


class Writer(Hostile):
    """Puts a whole spec together."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.roles: list[str] = []
        self.features: list[str] = []

    def spec(self, entities: int, fields: int) -> Part:
        """Return a spec of ``entities``, with ``fields`` in each and all built kinds of screens."""
        self.roles = self.keys(7)
        self.features = self.keys(30)
        phases = self.keys(3, avoid=("out", "undecided"))
        names = self.keys(entities)
        made = {name: self._entity(name, names, fields) for name in names}
        screens = dict(self._screens(made))
        return {
            "spec": 1,
            "project": {"title": self.text(), "description": self.text(), "team": self.text()},
            "phases": {key: {"title": self.text()} for key in phases},
            "roles": {key: {"title": self.text(), "who": self.text()} for key in self.roles},
            "goals": {key: {"title": self.text()} for key in self.keys(9)},
            "processes": {key: self._process(screens, made) for key in self.keys(4)},
            "entities": made,
            "screens": screens,
            "features": {
                key: {
                    "title": self.text(),
                    "detail": self.text(),
                    "phase": self.random.choice([*phases, "out", "undecided"]),
                }
                for key in self.features
            },
            "glossary": {self.text(): self.text() for _ in range(5)},
            "questions": {key: self.text() for key in self.keys(5)},
        }

    def _entity(self, name: str, names: Sequence[str], count: int) -> Part:
        keys = self.keys(max(count, len(TYPES)), avoid=("state",))
        types = [*TYPES, *(self.random.choice(TYPES) for _ in keys[len(TYPES) :])]
        fields = {key: self._field(kind) for key, kind in zip(keys, types, strict=True)}
        typed = dict(zip(keys, types, strict=True))
        for key, kind in typed.items():
            if (
                kind == "reference"
            ):  # in circles: each to the next, the last to the first, to itself
                fields[key]["entity"] = self.random.choice(
                    [name, names[(names.index(name) + 1) % len(names)]]
                )
            elif kind == "calculated":
                fields[key]["formula"] = self._formula(typed)
        asked = [key for key, kind in typed.items() if kind == "choice"]
        for key in self.random.sample([key for key in keys if key not in asked], 4):
            choice = self.random.choice(asked)
            condition = {choice: self.some(fields[choice]["choices"])}
            fields[key][self.random.choice(["show_when", "required_when"])] = condition
        label = [key for key in keys if "{" not in key and "}" not in key][:2]
        made: Part = {
            "title": self.text(),
            "label": " ".join(f"{{{key}}}" for key in label) + " '\"\\<b>",
            "fields": fields,
            "samples": 3,
        }
        return made | (self._flow(keys, typed) if self.random.random() < 0.7 else {})

    def _field(self, kind: str) -> Part:
        field: Part = {"title": self.text(), "type": kind, "help": self.text()}
        field["feature"] = self.random.choice(self.features)
        if self.random.random() < 0.3:
            field["required"] = True
        if kind in ("choice", "multi_choice"):
            field["choices"] = list(dict.fromkeys(self.text() for _ in range(5)))
        elif kind == "text" and self.random.random() < 0.3:
            field["pattern"] = {"regex": self.random.choice(PATTERNS), "message": self.text()}
        elif kind in ("integer", "decimal"):
            field |= {"unit": self.text(), "min": -5, "max": 5000}
        elif kind == "auto_number":
            field["format"] = "\"'\\<b>{year}-{seq:04}\\"
        return field

    def _formula(self, typed: Mapping[str, str]) -> str:
        numbers = [
            key
            for key, kind in typed.items()
            if kind in ("integer", "decimal", "money") and "{" not in key and "}" not in key
        ]
        return " + ".join(f"{{{key}}} * 2" for key in numbers[:2]) or "1 + 1"

    def _flow(self, keys: Sequence[str], typed: Mapping[str, str]) -> Part:
        states = self.keys(5)
        asked = [key for key in keys if typed[key] in ("text", "multiline", "date", "choice")]
        return {
            "states": {key: {"title": self.text()} for key in states},
            "transitions": {
                key: {
                    "title": self.text(),
                    "from": self.some(states),
                    "to": self.random.choice(states),
                    "by": self.some(self.roles, 5),
                    "requires": self.some(asked, 2),
                    "reason": self.random.random() < 0.5,
                    "feature": self.random.choice(self.features),
                }
                for key in self.keys(6)
            },
        }

    def _screens(self, entities: Mapping[str, Part]) -> Iterator[tuple[str, Part]]:
        keys = iter(self.keys(4 * len(entities) + 1))
        yield next(keys), {"title": self.text(), "kind": "home", "help": self.text()}
        for name, entity in entities.items():
            fields = list(entity["fields"])
            for kind in ("list", "form", "detail", "board"):
                screen: Part = {"title": self.text(), "kind": kind, "entity": name}
                screen |= {"roles": self.some(self.roles, 6), "help": self.text()}
                if kind == "list":
                    screen["columns"] = [
                        {"field": fields[0], "title": self.text(), "feature": self.features[0]},
                        *self.some(fields[1:], 5),
                    ]
                elif kind == "board" and "states" not in entity:
                    screen["by"] = next(
                        key for key, field in entity["fields"].items() if field["type"] == "choice"
                    )
                elif kind == "detail" and self.random.random() < 0.5:
                    screen["feature"] = self.random.choice(self.features)
                yield next(keys), screen

    def _process(self, screens: Mapping[str, Part], entities: Mapping[str, Part]) -> Part:
        return {
            "title": self.text(),
            "steps": {key: self._step(screens, entities) for key in self.keys(5)},
        }

    def _step(self, screens: Mapping[str, Part], entities: Mapping[str, Part]) -> Part:
        screen = self.random.choice(list(screens))
        step: Part = {"title": self.text(), "actor": self.random.choice(self.roles)}
        step |= {"wants": self.text(), "deadline": self.text(), "screen": screen}
        entity = entities.get(screens[screen].get("entity", ""), {})
        if entity.get("transitions"):
            step["action"] = self.random.choice(list(entity["transitions"]))
        return step


def hostile_spec(seed: int, *, entities: int = 6, fields: int = 25) -> str:
    """Return a whole spec as YAML; the same ``seed`` always gives the same one."""
    return _written(Writer(seed).spec(entities, fields))


def _written(spec: Part) -> str:
    written = json.dumps(spec, ensure_ascii=False, indent=1)  # JSON is YAML, and quotes everything
    return "".join(f"\\u{ord(c):04x}" if c in _NEVER_BARE else c for c in written)


def every_text_spec() -> str:
    """Return a spec that shows every hostile text in every place where a text is shown.

    ``typed_texts`` says what its form is to be filled with.
    """
    texts = [text.strip() for text in TEXTS]
    fields: Part = {
        f"t{number}": {
            "title": text,
            "type": "multiline" if "\n" in texts[number - 1] else "text",
            "required": True,
            "help": texts[number - 2],
        }
        for number, text in enumerate(texts)
    }
    fields["choice"] = {"title": "choice", "type": "choice", "choices": texts}
    fields["many"] = {"title": "many", "type": "multi_choice", "choices": texts[:12]}
    fields["few"] = {"title": "few", "type": "choice", "choices": texts[:3]}
    states = {f"s{number}": {"title": text} for number, text in enumerate(texts[:4])}
    by: Part = {"roles": [SCRIPTS[0]]}
    shown: dict[str, Part] = {
        "home": {"kind": "home"},
        "listed": {
            "kind": "list",
            "entity": "all",
            "columns": ["t0", *list(fields)[1:-3], "state"],
        },
        "asked": {"kind": "form", "entity": "all"},
        "one": {"kind": "detail", "entity": "all"},
        "columns": {"kind": "board", "entity": "all", "columns": list(fields)[:3]},
        "by choice": {"kind": "board", "entity": "all", "by": "few"},
    }
    return _written(
        {
            "project": {"title": SCRIPTS[8]},
            "phases": {f"p{number}": {"title": text} for number, text in enumerate(SCRIPTS)},
            "roles": {text: {"title": text} for text in (SCRIPTS[0], SCRIPTS[2], SCRIPTS[4])},
            "processes": {"p": {"title": SCRIPTS[3], "steps": _steps(texts)}},
            "entities": {
                "all": {
                    "title": SCRIPTS[0],
                    "label": f"{{t1}} {SCRIPTS[4]}",
                    "fields": fields,
                    "states": states,
                    "transitions": {
                        "go": {
                            "title": SCRIPTS[1],
                            "from": "s0",
                            "to": "s1",
                            "requires": ["choice"],
                            "reason": True,
                        }
                    },
                    "samples": 2,
                },
            },
            "screens": {
                key: {"title": f"{key} {text}", "help": text, "feature": f"f{number}"} | screen | by
                for number, ((key, screen), text) in enumerate(
                    zip(shown.items(), SCRIPTS, strict=False)
                )
            },
            "features": {
                f"f{number}": {"title": text, "phase": f"p{number}"}
                for number, text in enumerate(SCRIPTS)
            },
        }
    )


def named_like_the_frame() -> str:
    """Return a spec whose ids are those of the parts that the kit itself puts on a page."""
    parts = "frame ready screen title note body refused summary actions draft lost field".split()
    parts += "history transitions record tools count table pages search filter links steps".split()
    screens = {
        "frame": {"title": "the home", "kind": "home"},
        "ready": {"title": "the form", "kind": "form", "entity": "all"},
        "screen": {"title": "the detail", "kind": "detail", "entity": "all"},
        "asking": {"title": "the list", "kind": "list", "entity": "all"},
    }
    fields = {part: f"the {part}" for part in parts}
    states = {part: f"state {part}" for part in parts[:3]}
    entity = {"title": "all", "fields": fields, "states": states, "samples": 2}
    return _written({"project": "frame", "entities": {"all": entity}, "screens": screens})


def typed_texts() -> list[str]:
    """Return what is typed into the fields of :func:`every_text_spec`, in their order."""
    return [TEXTS[number - 1].strip() for number, _ in enumerate(TEXTS)]


def _steps(texts: Sequence[str]) -> Part:
    return {
        f"s{number}": {"title": text, "actor": SCRIPTS[0], "wants": text, "deadline": text}
        for number, text in enumerate(texts)
    }
