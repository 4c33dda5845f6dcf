"""Specs of any size that look like those of a workshop: four screens for each kind of record."""

from __future__ import annotations

from typing import Any

import yaml

_ROLES = {f"role{number}": f"役割{number}" for number in range(5)}
_STATES = ["受付", "確認中", "対応中", "完了", "対象外"]
_KINDS = {"list": "一覧", "form": "登録", "detail": "詳細", "board": "状況"}


def spec_of(screens: int, changed: str = "場所") -> str:
    """Return a spec with ``screens`` screens; ``changed`` is the title of one field in it."""
    entities = range(screens // len(_KINDS))
    spec: dict[str, Any] = {
        "project": {"id": "benchmark", "title": "計測", "team": "Aチーム"},
        "phases": {1: "第1期", 2: "第2期"},
        "roles": _ROLES,
        "entities": {f"record{number}": _entity(number) for number in entities},
        "screens": {
            f"record{number}_{kind}": _screen(number, kind, title)
            for number in entities
            for kind, title in _KINDS.items()
        },
        "features": {
            f"F{number}": {"title": f"機能{number}", "phase": 1 + number % 2} for number in entities
        },
    }
    for number in range(len(spec["screens"]) + 1, screens):
        spec["screens"][f"record0_list{number}"] = _screen(0, "list", f"一覧{number}")
    spec["entities"][f"record{len(entities) // 2}"]["fields"]["place"]["title"] = changed
    return str(yaml.dump(spec, Dumper=_Dumper, allow_unicode=True, sort_keys=False))


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes what is used twice out twice, as people do."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _entity(number: int) -> dict[str, Any]:
    return {
        "title": f"記録{number}",
        "fields": {
            "number": {"title": "番号", "type": "auto_number", "format": "R{year}-{seq:04}"},
            "kind": {
                "title": "種別",
                "type": "choice",
                "choices": ["穴ぼこ", "段差", "側溝", "標識"],
            },
            "place": {"title": "場所", "required": True, "max_length": 100, "help": "目印を書く"},
            "found_on": {"title": "見つけた日", "type": "date"},
            "width": {"title": "幅", "type": "integer", "unit": "cm", "min": 1, "max": 3000},
            "cost": {"title": "概算", "type": "money", "min": 0, "feature": f"F{number}"},
            "phone": {"title": "電話", "type": "phone"},
            "note": {"title": "内容", "type": "multiline", "max_length": 500},
            "urgent": {"title": "急ぐ", "type": "boolean"},
            "why": {"title": "急ぐ理由", "show_when": {"urgent": "はい"}},
        },
        "states": _STATES,
        "transitions": {
            "accept": {"title": "受け付ける", "from": "受付", "to": "確認中", "by": ["role1"]},
            "look": {"title": "見た", "from": "確認中", "to": "対応中", "requires": ["note"]},
            "back": {"title": "差し戻す", "from": "確認中", "to": "受付", "reason": True},
            "finish": {"title": "終える", "from": "対応中", "to": "完了", "by": ["role2", "role3"]},
            "reject": {
                "title": "対象外",
                "from": ["受付", "確認中"],
                "to": "対象外",
                "reason": True,
            },
        },
    }


def _screen(number: int, kind: str, title: str) -> dict[str, Any]:
    return {
        "title": f"記録{number}の{title}",
        "kind": kind,
        "entity": f"record{number}",
        "roles": ["role0", "role1", "role2"],
    }
