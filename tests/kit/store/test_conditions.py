"""A condition means the same in ``show_when`` as in a query of the database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from blueprints.kit.fields.boolean import Boolean
from blueprints.kit.fields.choice import Choice
from blueprints.kit.fields.date import Date
from blueprints.kit.fields.integer import Integer
from blueprints.kit.fields.money import Money
from blueprints.kit.fields.multi_choice import MultiChoice
from blueprints.kit.fields.text import Text
from blueprints.kit.model.entity import fulfilled
from blueprints.kit.model.field import Field
from blueprints.kit.store import Query
from tests.kit.store.making import make, open_store

WORDS = ("耳たぶ", "尾", "歯、牙")


@pytest.mark.parametrize(
    ("field", "value", "texts", "fits"),
    [
        (Choice("f", choices=WORDS), "尾", ["耳たぶ", "尾"], True),
        (Choice("f", choices=WORDS), "尾", ["耳たぶ"], False),
        (Choice("f", choices=WORDS), None, ["尾"], False),
        (Choice("f", choices=WORDS), None, [""], True),
        (MultiChoice("f", choices=WORDS), ("耳たぶ", "歯、牙"), ["耳たぶ"], True),
        (MultiChoice("f", choices=WORDS), ("耳たぶ", "歯、牙"), ["歯、牙"], True),
        (MultiChoice("f", choices=WORDS), ("耳たぶ",), ["耳", "尾"], False),
        (MultiChoice("f", choices=WORDS), None, [""], True),
        (Boolean("f"), True, ["はい"], True),
        (Boolean("f"), True, ["yes"], True),
        (Boolean("f"), False, ["はい"], False),
        (Boolean("f"), False, ["いいえ"], True),
        (Date("f"), Date.read("2026-04-01"), ["令和8年4月1日"], True),
        (Integer("f", unit="人"), 1200, ["1,200"], True),
        (Money("f"), 1200, ["1200円"], True),
        (Integer("f"), 0, [""], False),
        (Text("f"), "a", ["A"], False),
    ],
)
def test_a_condition_means_the_same_on_a_form_and_in_the_database(
    tmp_path: Path, field: Field[Any], value: Any, texts: list[str], fits: bool
) -> None:
    entity = make("r", {"f": field})
    store = open_store(tmp_path, entity)
    store.save(entity({"f": value}), who="窓口")
    assert fulfilled({"f": texts}, entity, {"f": value}) is fits
    assert (store.find(entity, Query(where={"f": texts})).total == 1) is fits
