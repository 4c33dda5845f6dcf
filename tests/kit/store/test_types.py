from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine, insert, select
from sqlalchemy.dialects.sqlite import dialect

from blueprints.kit.store.types import ExactDecimal, Words, rounded

KEPT = st.decimals(
    min_value=Decimal("-1e19"), max_value=Decimal("1e19"), places=9, allow_nan=False
) | st.decimals(min_value=-10, max_value=10, places=2, allow_nan=False)


@given(st.lists(KEPT, min_size=1, max_size=20))
def test_decimals_come_back_exactly_and_sort_as_numbers(numbers: list[Decimal]) -> None:
    engine = create_engine("sqlite://")
    table = Table("numbers", MetaData(), Column("number", ExactDecimal()))
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(insert(table), [{"number": number} for number in numbers])
        found = connection.execute(select(table.c.number).order_by(table.c.number)).scalars()
        assert list(found) == sorted(numbers)


@pytest.mark.parametrize("number", ["1e20", "-1e20", "0.0000000001", "1e-30", "NaN", "Infinity"])
def test_a_decimal_that_does_not_fit_is_rejected(number: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        ExactDecimal().process_bind_param(Decimal(number), dialect())


def test_a_decimal_comes_back_without_zeros_that_nobody_typed() -> None:
    kind = ExactDecimal()
    for typed, shown in (("1.50", "1.5"), ("1200", "1200"), ("-0", "0"), ("1E+3", "1000")):
        stored = kind.process_bind_param(Decimal(typed), dialect())
        assert str(kind.process_result_value(stored, dialect())) == shown


def test_a_computed_number_is_rounded_to_what_is_kept_or_left_out() -> None:
    assert rounded(Decimal(1) / 3) == Decimal("0.333333333")
    assert rounded(Decimal("0.0000000005")) == Decimal("0.000000001")
    assert rounded(Decimal("99999999999999999999.9999999999")) is None
    assert rounded(Decimal("1e20")) is None


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
def test_words_come_back_in_their_order(words: list[str]) -> None:
    kind = Words()
    stored = kind.process_bind_param(words, dialect())
    assert kind.process_result_value(stored, dialect()) == tuple(words)
