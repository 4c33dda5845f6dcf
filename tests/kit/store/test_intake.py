"""Rows of a sheet: new records and changes, judged as a form judges, written all or none."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from blueprints.kit.fields.address import Address
from blueprints.kit.fields.auto_number import AutoNumber
from blueprints.kit.fields.boolean import Boolean
from blueprints.kit.fields.choice import Choice
from blueprints.kit.fields.date import Date
from blueprints.kit.fields.datetime import Datetime
from blueprints.kit.fields.decimal import Decimal
from blueprints.kit.fields.email import Email
from blueprints.kit.fields.integer import Integer
from blueprints.kit.fields.location import Location
from blueprints.kit.fields.money import Money
from blueprints.kit.fields.multi_choice import MultiChoice
from blueprints.kit.fields.multiline import Multiline
from blueprints.kit.fields.percent import Percent
from blueprints.kit.fields.phone import Phone
from blueprints.kit.fields.photo import Photo
from blueprints.kit.fields.postal_code import PostalCode
from blueprints.kit.fields.reference import Reference
from blueprints.kit.fields.text import Text
from blueprints.kit.fields.time import Time
from blueprints.kit.fields.url import Url
from blueprints.kit.fields.year_month import YearMonth
from blueprints.kit.kinds.column import Column
from blueprints.kit.model.entity import Entity
from blueprints.kit.model.phases import Standing
from blueprints.kit.spreadsheet.export import rows_of
from blueprints.kit.spreadsheet.files import FORMATS, NoSheetError, write
from blueprints.kit.spreadsheet.parsing import MOST_LINES, Sheet, sheet_of
from blueprints.kit.store import Query, Store
from blueprints.kit.store.intake import Intake, StoppedError
from tests.kit.store.making import make, open_store, report_flow

EVERY_TYPE: dict[str, type[Any]] = {
    "address": Address,
    "date": Date,
    "datetime": Datetime,
    "decimal": Decimal,
    "email": Email,
    "integer": Integer,
    "location": Location,
    "money": Money,
    "multiline": Multiline,
    "percent": Percent,
    "phone": Phone,
    "photo": Photo,
    "postal_code": PostalCode,
    "text": Text,
    "time": Time,
    "url": Url,
    "year_month": YearMonth,
}


def everything() -> type[Entity]:
    fields = {key: kind(f"{key}の題") for key, kind in EVERY_TYPE.items()}
    fields |= {
        "number": AutoNumber("番号", format="R{seq:04}"),
        "ticked": Boolean("確認"),
        "kind": Choice("種別", choices=["=A", "B、C"]),
        "tags": MultiChoice("特徴", choices=["車道", "歩道、橋", "橋"]),
        "above": Reference("もと", entity="thing"),
    }
    return make("thing", fields, samples=60, label="{number}")


def written(store: Store, entity: type[Entity], format_: str, *, era: bool) -> bytes:
    columns = [Column(item, item.title, Standing()) for item in entity.fields.values()]
    return write(rows_of(store, entity, Query(), columns, era=era), format_).content


def looked_at(store: Store, entity: type[Entity], content: str | bytes) -> tuple[Sheet, Intake]:
    raw = content.encode() if isinstance(content, str) else content
    sheet = sheet_of(raw, entity, {})
    return sheet, store.look_at(entity, sheet.lines)


def values(store: Store, entity: type[Entity]) -> list[dict[str, Any]]:
    """Return what the records hold, but for when they were changed."""
    records = store.find(entity, Query(sort="created_at")).records
    return [record.values | {"updated_at": None} for record in records]


@pytest.mark.parametrize("era", [False, True])
@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_written_out_comes_in_as_the_same_records(
    tmp_path: Path, format_: str, era: bool
) -> None:
    entity = everything()
    store = open_store(tmp_path, entity)
    record = store.find(entity, Query(limit=1)).records[0]
    hostile = {"text": "=1+1", "multiline": '一行目\n"二,行目"', "postal_code": "060-0001"}
    record.values |= hostile | {"kind": "=A", "tags": ("歩道、橋", "橋"), "above": record.id}
    store.save(record, who="")
    content = written(store, entity, format_, era=era)
    _, same = looked_at(store, entity, content)
    assert (same.wrong, same.new, same.changed) == ([], [], [])
    assert same.unchanged == store.count(entity)
    before = values(store, entity)
    for found in store.find(entity).records:
        empty = dict.fromkeys(set(found.values) - {"number", "state", "photo"})
        store.save(entity(found.values | empty, id=found.id, version=found.version), who="")
    _, back = looked_at(store, entity, content)
    assert back.wrong == []
    store.take_in(back, who="窓口")
    assert values(store, entity) == before


TOOL = {
    "code": Text("番号", required=True, unique=True, pattern="[A-Z]-[0-9]+"),
    "name": Text("名称", required=True, max_length=5),
    "bought": Date("購入日"),
    "kind": Choice("種別", choices=["貸出", "固定"]),
    "owner": Reference("所有", entity="owner"),
}


def tools(tmp_path: Path) -> tuple[Store, type[Entity]]:
    owner = make("owner", {"name": Text("名前")}, label="{name}")
    tool = make("tool", dict(TOOL))
    store = open_store(tmp_path, owner, tool)
    for name in ("東係", "西係", "西係"):
        store.save(owner({"name": name}), who="")
    store.save(tool({"code": "A-1", "name": "梯子", "bought": date(2020, 4, 1)}), who="")
    return store, tool


def test_rows_with_a_known_key_change_their_record_and_others_are_new(tmp_path: Path) -> None:
    store, tool = tools(tmp_path)
    rows = "番号,名称,購入日,所有\nA-1,はしご,,東係\n\nB-2,脚立,令和3年5月6日,\n"
    sheet, intake = looked_at(store, tool, rows)
    assert (sheet.key, sheet.left_out) == ("番号", {})
    assert (len(intake.new), len(intake.changed), intake.wrong) == (1, 1, [])
    assert [record["name"] for record in values(store, tool)] == ["梯子"]
    store.take_in(intake, who="窓口")
    first, second = values(store, tool)
    assert (first["name"], first["bought"], first["owner"]) == ("はしご", None, 1)
    assert (second["code"], second["bought"]) == ("B-2", date(2021, 5, 6))
    record = store.find(tool, Query(where={"code": ["A-1"]})).records[0]
    assert store.history(record)[0].who == "窓口"


@pytest.mark.parametrize(
    ("row", "title", "message"),
    [
        ("b-2,脚立,,貸出,", "番号", "決められた形"),
        ("B-2,,,貸出,", "名称", "入力してください"),
        ("B-2,長い長い脚立,,貸出,", "名称", "5文字以内"),
        ("B-2,脚立,きのう,貸出,", "購入日", "日付を入力"),
        ("B-2,脚立,,売却,", "種別", "選択肢から"),
        ("B-2,脚立,,貸出,南係", "所有", "見つかりません"),
        ("B-2,脚立,,貸出,西係", "所有", "2件あり"),
        ("C-3,脚立,,貸出,\nC-3,脚立,,貸出,", "番号", "行目と同じ"),
    ],
)
def test_a_row_that_breaks_a_rule_is_named_with_its_column_and_the_reason(
    tmp_path: Path, row: str, title: str, message: str
) -> None:
    store, tool = tools(tmp_path)
    _, intake = looked_at(store, tool, f"番号,名称,購入日,種別,所有\nD-4,台車,,貸出,東係\n{row}\n")
    assert [item.title for item in intake.wrong] == [title]
    assert message in intake.wrong[0].message
    assert intake.wrong[0].line == len(row.splitlines()) + 2


def test_a_required_field_without_a_column_is_told(tmp_path: Path) -> None:
    store, tool = tools(tmp_path)
    _, intake = looked_at(store, tool, "番号\nB-2\n")
    assert [item.title for item in intake.wrong] == ["名称"]


def test_a_number_that_nobody_gave_is_no_new_record(tmp_path: Path) -> None:
    entity = everything()
    store = open_store(tmp_path, entity)
    _, intake = looked_at(store, entity, "番号,textの題\nR9999,新しい\n,もっと新しい\n")
    assert ["R9999" in item.message for item in intake.wrong] == [True]
    assert len(intake.new) == 1


def test_nothing_is_written_when_somebody_was_quicker(tmp_path: Path) -> None:
    store, tool = tools(tmp_path)
    _, intake = looked_at(store, tool, "番号,名称\nB-2,脚立\nA-1,はしご\n")
    record = store.find(tool, Query(where={"code": ["A-1"]})).records[0]
    record.values["name"] = "踏み台"
    store.save(record, who="")
    with pytest.raises(StoppedError):
        store.take_in(intake, who="")
    assert [found["name"] for found in values(store, tool)] == ["踏み台"]


def test_columns_are_found_by_title_whatever_its_width(tmp_path: Path) -> None:
    store, tool = tools(tmp_path)
    sheet, _ = looked_at(store, tool, "名 称,メモ,番号 \n脚立,x,B-2\n".replace("名 称", " 名称"))
    assert (sheet.taken, list(sheet.left_out)) == (["名称", "番号"], ["メモ"])


def test_each_column_that_stays_out_says_why() -> None:
    fields = {"name": Text("名称"), "photo": Photo("写真")}
    entity = make("r", fields, report_flow())
    titles = "名称,写真,状態,名称,メモ,登録日時"
    sheet = sheet_of(f"{titles}\n脚立,a.jpg,完了,x,y,z\n".encode(), entity, {})
    assert sheet.taken == ["名称"]
    assert sheet.left_out == {
        "写真": "写真やファイルは、記録の画面で付けてください",
        "名称": "同じ名前の列がもうあります",
        "状態": "新しい記録は「受付」から始まります。記録の画面のボタンで進めてください",
        "メモ": "この名前の項目はありません",
        "登録日時": "自動で入る項目です",
    }


def test_more_rows_than_come_in_at_once_are_refused(tmp_path: Path) -> None:
    store, tool = tools(tmp_path)
    rows = "".join(f"B-{number},脚立\n" for number in range(MOST_LINES + 1))
    with pytest.raises(NoSheetError, match="3,000行まで"):
        looked_at(store, tool, f"番号,名称\n{rows}")
