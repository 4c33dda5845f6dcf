"""Each structural rule asks about a spec, and not about its near twin.

A file in ``structural`` holds both: lines that end with ``# asks`` are in the one, those that end
with ``# twin`` in the other, all others in both. Its name is the rule and what is missing.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from generator.advice import lexical, structural
from generator.advice.model import Advice
from generator.advice.rules import rule_names, structural_rules
from generator.messages import text
from tests.advice.conftest import Ask

PAIRS = sorted((Path(__file__).parent / "structural").iterdir())


def half(pair: Path, which: str) -> str:
    """Return the spec of ``pair`` that is ``asks`` or ``twin``."""
    lines = pair.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if mark(line) in ("", which))


def mark(line: str) -> str:
    found = re.search("# (asks|twin)$", line)
    return found[1] if found else ""


def rule_of(pair: Path) -> tuple[str, str]:
    name, _, variant = pair.stem.partition("_")
    return f"S{int(name[1:])}", variant


def of_rule(advice: list[Advice], rule: str, variant: str) -> list[Advice]:
    return [one for one in advice if (one.rule, one.variant) == (rule, variant)]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.stem)
def test_the_rule_asks_about_the_spec_and_not_about_its_twin(pair: Path, ask: Ask) -> None:
    rule, variant = rule_of(pair)
    asked = of_rule(ask(half(pair, "asks")), rule, variant)
    assert len(asked) == 1
    assert of_rule(ask(half(pair, "twin")), rule, variant) == []
    assert not re.search("[{}]", asked[0].question("ja") + asked[0].question("en"))


def test_every_structural_rule_and_every_question_of_it_has_a_pair() -> None:
    catalogue = Path(text.__code__.co_filename).parent / "advice.yaml"
    keys = re.findall(r"^(S\d+)\.(?:(\w+)\.)?ask:", catalogue.read_text("utf-8"), re.MULTILINE)
    assert sorted(map(rule_of, PAIRS)) == sorted(keys)
    rules = set(structural_rules())
    assert rules == {f"S{number}" for number in range(1, len(rules) + 1)}


def test_every_rule_has_a_manual_page_a_name_a_reason_and_an_example() -> None:
    for package in (lexical, structural):
        for module in iter_modules(package.__path__):
            page = import_module(f"{package.__name__}.{module.name}").__doc__ or ""
            assert len(page) > 100, module.name
    for name in rule_names():
        for key in (name, f"{name}.why", f"{name}.better"):
            assert text(f"advice.{key}", "ja") != text(f"advice.{key}", "en") or "better" in key
