"""Texts that were written to hold up whoever reads them are read in a time that grows with them.

A child reads them, so that what tries everything out ends with a failure and not never.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
START = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
LONG = 200_000
"""
READERS = {
    "a time with spaces before nothing": """
from blueprints.kit.fields.time import Time
from blueprints.kit.model.field import Invalid
try:
    Time("時刻").parse("9:" + " " * LONG + "x")
except Invalid:
    print("read")
""",
    "marks on a letter, as they are searched": """
from blueprints.kit.store.shown import folded
print("read" if folded("Ａ" + "\\u0301\\u0323" * LONG).startswith("ạ") else "")
""",
    "marks on a digit": """
from blueprints.kit.fields.integer import Integer
from blueprints.kit.model.field import Invalid
try:
    Integer("数").parse("1" + "\\u0323\\u0301" * LONG)
except Invalid:
    print("read")
""",
    "capitals that are no abbreviation": """
from generator.advice.structural.s16_names import find
from generator.spec.load import load_bytes
from generator.blueprints import Blueprints
spec = "project: x\\nfeatures: {F1: {title: t, detail: '" + "-A0" * LONG + " ABCD'}}"
loaded = load_bytes(spec.encode(), "x.yaml", Blueprints.find().vocabulary)
print("read" if "ABCD" in [gap.values.get("word") for gap in find(loaded.spec)] else "")
""",
    "digits before no day": """
from generator.advice.rules import lexical_rules
from generator.advice.lexicon import Sentence
sentence = Sentence("from time to time " + "0" * LONG, 0)
print("read" if [*lexical_rules()["L11"][1].quotes(sentence)] else "")
""",
    "spaces between a key and nothing": """
from generator.decide.layout import _COLON
read = not _COLON.match(" " * LONG + "x") and not _COLON.match(" #" * LONG + "\\n")
print("read" if read and _COLON.match(" # a: b\\r\\n  :")[0].endswith("  :") else "")
""",
}


@pytest.mark.parametrize("name", READERS)
def test_a_hostile_text_is_read(name: str) -> None:
    command = [sys.executable, "-c", START + READERS[name]]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "read", done.stderr
