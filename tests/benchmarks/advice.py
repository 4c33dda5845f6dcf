"""How long the advice on a large spec takes, beside loading that spec.

``python -m tests.benchmarks.advice [features]``. Nothing is asserted: the figures are for people.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from generator.advice.advise import advise
from generator.advice.model import Advice
from generator.blueprints import Blueprints
from generator.samples import sample
from generator.spec.load import Loaded, load_bytes

from .timing import load, middle, spent

_DETAILS = Path(__file__).parents[1] / "advice" / "sentences.ja.tsv"
_ROUNDS = 5


def main() -> None:
    """Measure advice on as many features as are asked for, the first time and after a change."""
    features = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    vocabulary = Blueprints.find().vocabulary
    content = large(features).encode()
    loads, again = [], []
    loaded: list[Loaded] = []
    found: list[Advice] = []

    def read() -> None:
        loaded.append(load_bytes(content, "spec.yaml", vocabulary))

    def ask() -> None:
        spec = loaded[-1].spec
        assert spec
        found[:] = advise(spec)

    read()
    first = spent(ask)
    for _ in range(_ROUNDS):
        loads.append(spent(read))
        again.append(spent(ask))
    beside = middle(loads)
    print(load())
    print(f"{features} features, {len(content):,} bytes, {len(found)} pieces of advice")
    print(f"load          {beside.line()}")
    print(f"advice, first {first.line(beside)}  with loading the rules and the tokenizer")
    print(f"advice, again {middle(again).line(beside)}")


def large(features: int) -> str:
    """Return a sample with ``features`` features whose details nobody wrote twice."""
    spec = yaml.load(sample("road_report"), Loader=yaml.BaseLoader)
    lines = _DETAILS.read_text(encoding="utf-8").splitlines()
    details = [line.partition("\t")[2] for line in lines if not line.startswith("#")]
    for number in range(len(spec["features"]) + 1, features + 1):
        first, second = details[number % len(details)], details[number * 7 % len(details)]
        spec["features"][f"F{number}"] = {
            "title": f"機能{number}",
            "goal": "G1",
            "step": "P1.S1",
            "phase": "1",
            "detail": f"{number}番目。{first}{second}",
        }
    return str(yaml.safe_dump(spec, allow_unicode=True, sort_keys=False))


if __name__ == "__main__":
    main()
