"""Each structural rule asks about a spec, and not about its near twin.

A file in ``structural`` holds both: lines that end with ``# asks`` are in the one, those that end
with ``# twin`` in the other, all others in both. Its name is the rule and what is missing.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from generator.advice import lexical, rules, structural
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
    names = set(structural_rules())
    assert names == {f"S{number}" for number in range(1, len(names) + 1)}


def test_every_rule_has_a_manual_page_a_name_a_reason_and_an_example() -> None:
    for package in (lexical, structural):
        for module in iter_modules(package.__path__):
            page = import_module(f"{package.__name__}.{module.name}").__doc__ or ""
            assert len(page) > 100, module.name
    for name in rule_names():
        for key in (name, f"{name}.why", f"{name}.better"):
            assert text(f"advice.{key}", "ja") != text(f"advice.{key}", "en") or "better" in key


def test_a_printed_form_is_out_of_reach_without_details_for_the_same_role(ask: Ask) -> None:
    content = """\
project: x
roles: {desk: D, chief: C}
entities: {a: [b]}
screens:
  a_list: L
  a_detail: {title: T, roles: [desk]}
  a_print: {title: P, roles: [ROLE]}
"""
    for role, variants in (("chief", ["nowhere"]), ("desk", [])):
        asked = ask(content.replace("ROLE", role))
        printed = [a for a in asked if a.rule == "S5" and a.path == ("screens", "a_print")]
        assert [a.variant for a in printed] == variants


def test_a_sum_on_a_dashboard_shows_records_and_a_printed_form_alone_does_not(ask: Ask) -> None:
    content = "project: x\nentities: {a: {fields: {b: {type: integer}}}}\nscreens:\n  a_form: F\n"
    for more, variants in (
        ("  d: {kind: dashboard, tiles: [{sum: a, of: b}]}\n", []),
        ("  a_print: P\n", ["shown"]),
    ):
        assert [a.variant for a in ask(content + more) if a.rule == "S6"] == variants


NO_ROLES = """
from generator.advice.rules import Blocks, Gap

BLOCKS = Blocks.DECISION


def find(spec):
    if not spec.roles:
        yield Gap(("project",))
"""


def test_a_rule_is_added_by_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Ask
) -> None:
    (tmp_path / "s99_no_roles.py").write_text(NO_ROLES, encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(structural, "__path__", [*structural.__path__, str(tmp_path)])
        _forget_rules()
        assert rule_names()[-1] == "S99"
        assert [one.path for one in ask("project: x") if one.rule == "S99"] == [("project",)]
        assert not [one for one in ask("{project: x, roles: {a: A}}") if one.rule == "S99"]
    sys.modules.pop(f"{structural.__name__}.s99_no_roles")
    _forget_rules()
    assert "S99" not in rule_names()


def _forget_rules() -> None:
    for kept in (rules._modules, rules.rule_names, rules.structural_rules, rules.lexical_rules):
        kept.cache_clear()
