"""Arithmetic over the fields of a record: ``{unit_price} * {hours}``, without running any code."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from decimal import Decimal, DecimalException
from functools import cache
from typing import Any

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_OPERATIONS: dict[type[ast.AST], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_LONGEST = 500


class FormulaError(ValueError):
    """A formula is no arithmetic over fields."""


def work_out(formula: str, values: Mapping[str, Any]) -> Decimal | None:
    """Return what ``formula`` comes to with the fields' ``values``.

    None where a value is missing or no number, or where the sum can't be done (a division by
    zero). Raises FormulaError when the formula is none.
    """
    tree, keys = _parsed(formula)
    try:
        numbers = {name: Decimal(str(values[key])) for name, key in keys.items()}
        return +_evaluate(tree, numbers).normalize()
    except (KeyError, DecimalException):
        return None


@cache
def _parsed(formula: str) -> tuple[ast.expr, dict[str, str]]:
    if len(formula) > _LONGEST:
        raise FormulaError(formula)
    keys: dict[str, str] = {}

    def named(found: re.Match[str]) -> str:
        name = f"field_{len(keys)}"
        keys[name] = found[1]
        return f" {name} "

    source = _PLACEHOLDER.sub(named, formula.replace("×", "*").replace("÷", "/"))
    try:
        return ast.parse(source.strip(), mode="eval").body, keys
    except (SyntaxError, ValueError, RecursionError):
        raise FormulaError(formula) from None


def _evaluate(node: ast.expr, numbers: Mapping[str, Decimal]) -> Decimal:
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        left, right = _evaluate(node.left, numbers), _evaluate(node.right, numbers)
        return _OPERATIONS[type(node.op)](left, right)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_evaluate(node.operand, numbers)
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return Decimal(str(node.value))
    if isinstance(node, ast.Name) and node.id in numbers:
        return numbers[node.id]
    raise FormulaError(ast.dump(node))
