from __future__ import annotations

import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal as Number
from pathlib import Path
from typing import Any

import pytest

from blueprints.kit.fields.address import Address
from blueprints.kit.fields.auto_number import AutoNumber
from blueprints.kit.fields.boolean import Boolean
from blueprints.kit.fields.calculated import Calculated
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
from blueprints.kit.fields.postal_code import PostalCode
from blueprints.kit.fields.reference import Reference
from blueprints.kit.fields.text import Text
from blueprints.kit.fields.time import Time
from blueprints.kit.fields.url import Url
from blueprints.kit.fields.year_month import YearMonth
from blueprints.kit.model.entity import Entity, Flow, State, Transition, is_required, problems
from blueprints.kit.model.field import Field
from blueprints.kit.model.project import Project, Role
from blueprints.kit.store import Query, Store
from blueprints.kit.store.clock import now
from blueprints.kit.texts import speak
from tests.kit.store.making import NO_FLOW, PROJECT, make, open_store, report_flow


def every_type() -> dict[str, Field[Any]]:
    return {
        "number": AutoNumber("番号", format="R{year}-{seq:04}"),
        "name": Text("氏名", required=True),
        "group": Text("団体名"),
        "code": Text("管理番号", pattern=r"[A-Z]{2}-\d{4}", required=True),
        "short": Text("略称", max_length=3, required=True),
        "long": Text("説明", min_length=60, required=True),
        "lines": Multiline("内容", max_length=40, required=True),
        "count": Integer("人数", min=3, max=9),
        "large": Integer("数", min=5000),
        "share": Decimal("広さ", min=Number("0.5")),
        "rate": Percent("割合", max=Number(80)),
        "fee": Money("使用料", min=250, max=1750),
        "day": Date("利用日", required=True),
        "limit": Date("期限", max=date(2026, 11, 1)),
        "begin": Datetime("開始日時", required=True),
        "end": Datetime("終了日時", required=True),
        "from": Time("開始時刻", required=True),
        "to": Time("終了時刻", required=True),
        "month": YearMonth("対象月"),
        "seen": Boolean("確認した", required=True),
        "kind": Choice("種別", choices=("a", "b", "c"), required=True),
        "tags": MultiChoice("札", choices=("x", "y", "z"), max_count=2, required=True),
        "why": Text("理由", show_when={"kind": ["c"]}, required=True),
        "who": Text("担当者", required_when={"kind": ["a"]}),
        "mail": Email("メール"),
        "phone": Phone("電話"),
        "post": PostalCode("郵便番号"),
        "home": Address("住所"),
        "page": Url("ページ"),
        "spot": Location("位置"),
        "total": Calculated("計", formula="{fee} * {count}"),
    }


def filled(
    folder: Path,
    fields: Mapping[str, Field[Any]],
    flow: Flow = NO_FLOW,
    project: Project = PROJECT,
    samples: int = 60,
    **about: Any,
) -> tuple[Store, list[Entity]]:
    entity = make("report", fields, flow, samples=samples, **about)
    store = open_store(folder, entity, project=project)
    records: list[Entity] = store.find(entity, Query(sort="created_at")).records
    return store, records


def test_samples_keep_every_rule(tmp_path: Path) -> None:
    fields = every_type() | {"key": Text("通称", unique=True, required=True)}
    _, records = filled(tmp_path, fields)
    assert len(records) == 60
    for record in records:
        assert problems(type(record), record.values) == {}
        assert record.values["seen"] is True
        assert (record.values["why"] is None) == (record.values["kind"] != "c")
        assert record.values["kind"] != "a" or record.values["who"]
    for key, many in (("key", 60), ("number", 60), ("kind", 3), ("name", 20)):
        assert len({record.values[key] for record in records}) >= many


def test_optional_fields_are_sometimes_empty(tmp_path: Path) -> None:
    _, records = filled(tmp_path, every_type(), samples=200)
    for key in ("group", "phone", "home", "count", "spot"):
        empty = sum(record.values[key] is None for record in records)
        assert 10 <= empty <= 70, key


def test_days_and_times_make_sense(tmp_path: Path) -> None:
    fields = every_type() | {"due": Date("納付期限", required=True), "born": Date("生年月日")}
    _, records = filled(tmp_path, fields, report_flow())
    until = PROJECT.sample_date
    for record in records:
        values, created, changed = record.values, record.created_at, record.updated_at
        assert created
        assert changed
        assert until - timedelta(95) <= created.date() < until
        assert created <= changed
        assert changed.date() < until
        for moment in (created, changed):
            assert moment.weekday() < 5
            assert (8, 30) <= (moment.hour, moment.minute) <= (17, 15)
        assert values["begin"] < values["end"]
        assert values["from"] < values["to"]
        assert values["due"] > created.date()
        assert values["born"] is None or values["born"].year < 2010
    moments = [record.created_at for record in records]
    assert moments == sorted(moments, key=lambda moment: moment or datetime.min)
    assert [record.id for record in records] == sorted(record.id or 0 for record in records)


def test_samples_stand_in_every_state_and_came_there_by_real_transitions(tmp_path: Path) -> None:
    store, records = filled(
        tmp_path, {"name": Text("氏名"), "note": Multiline("対応")}, report_flow()
    )
    states = Counter(record.state for record in records)
    assert set(states) == {"new", "open", "done"}
    flow = report_flow()
    allowed = {
        (flow.states[state].title, transition.title, flow.states[transition.to].title)
        for transition in flow.transitions.values()
        for state in transition.from_
    }
    for record in records:
        changes = list(reversed(store.history(record)))
        assert changes[0].action == "登録"
        assert changes[0].at == record.created_at
        assert changes[-1].at == record.updated_at
        assert len(changes) == record.version
        assert [change.at for change in changes] == sorted(change.at for change in changes)
        for change in changes[1:]:
            ((before, after),) = [(b, a) for title, b, a in change.changes if title == "状態"]
            assert (before, change.action, after) in allowed
        assert (record.values["note"] is not None) == (record.state == "done")


def test_a_reason_and_somebody_who_may_stand_in_the_history(tmp_path: Path) -> None:
    flow = Flow(
        State("a"),
        State("b"),
        Transition("go", "却下する", from_=["a"], to="b", by=["chief"], reason=True),
    )
    store, records = filled(tmp_path, {"name": Text("氏名")}, flow)
    taken = [change for r in records for change in store.history(r) if change.action == "却下する"]
    assert taken
    assert {change.who for change in taken} == {"係長"}
    assert all(change.reason for change in taken)


def test_a_few_records_are_enough_to_see_every_state(tmp_path: Path) -> None:
    _, records = filled(tmp_path, {"note": Multiline("対応")}, report_flow(), samples=3)
    assert {record.state for record in records} == {"new", "open", "done"}


def test_what_a_later_transition_asks_for_is_empty_before_it(tmp_path: Path) -> None:
    fields = {
        "name": Text("氏名"),
        "note": Multiline("対応", show_when={"state": ["open", "done"]}),
    }
    _, records = filled(tmp_path, fields, report_flow())
    assert any(record.values["note"] for record in records)
    assert all(record.values["note"] is None for record in records if record.state == "new")


def test_a_field_for_one_state_is_filled_in_that_state(tmp_path: Path) -> None:
    fields: dict[str, Field[Any]] = {
        "note": Multiline("対応"),
        "closed": Date("完了日", show_when={"state": ["done"]}, required=True),
    }
    _, records = filled(tmp_path, fields, report_flow())
    for record in records:
        assert (record.values["closed"] is not None) == (record.state == "done")


def test_texts_suit_the_titles(tmp_path: Path) -> None:
    fields = {
        "a": Text("団体名", required=True),
        "b": Text("担当課", required=True),
        "c": Text("目的", required=True),
        "d": Phone("電話", required=True),
        "e": Email("メール", required=True),
        "f": Address("住所", required=True),
        "g": Location("位置", required=True),
        "h": Text("見慣れない名", required=True),
    }
    town = Project("town", title="町", organizations=["会津美里町"])
    _, records = filled(tmp_path, fields, project=town)
    for record in records:
        values = record.values
        assert values["b"].endswith("課")
        assert values["d"].startswith("0242-00-")
        assert values["e"].endswith("@example.lg.jp")
        assert values["f"].startswith("福島県大沼郡会津美里町")
        latitude, longitude = map(float, values["g"].split(","))
        assert abs(latitude - 37.46) < 0.1
        assert abs(longitude - 139.84) < 0.1
        assert values["h"].startswith("見慣れない名")
    assert any("自治会" in record.values["a"] for record in records)


def test_a_pattern_is_kept_by_what_suits_the_title_where_it_can(tmp_path: Path) -> None:
    kana = Text("フリガナ", pattern="[ァ-ヴー ]+", required=True)
    _, records = filled(tmp_path, {"kana": kana})
    assert all(" " in record.values["kana"] for record in records)


def test_a_choice_of_towns_agrees_with_the_address(tmp_path: Path) -> None:
    towns = ("会津若松市", "柳津町", "昭和村")
    project = Project("town", title="町", organizations=towns)
    fields = {"home": Address("住所", required=True), "town": Choice("町", choices=towns)}
    _, records = filled(tmp_path, fields, project=project)
    found = {record.values["town"] for record in records if record.values["town"]}
    assert found == set(towns)
    for record in records:
        assert (record.values["town"] or "") in record.values["home"]


def test_english_prototypes_have_english_samples(tmp_path: Path) -> None:
    speak("en")
    project = Project("town", title="Town", language="en")
    fields = {
        "name": Text("Applicant", required=True),
        "note": Multiline("Request"),
        "a": Address("Home"),
    }
    _, records = filled(tmp_path, fields, project=project)
    texts = "".join(str(value) for record in records for value in record.values.values())
    assert re.search("[A-Z][a-z]+ [A-Z][a-z]+", texts)
    assert not re.search("[ぁ-ん一-龥]", texts)


def test_the_same_spec_gives_the_same_records_on_every_machine(tmp_path: Path) -> None:
    _, records = filled(tmp_path, every_type(), report_flow_with_note(), samples=12)
    here = digest(records)
    program = (
        "import sys; sys.path[:0] = sys.argv[2:]; from pathlib import Path; "
        "import tests.kit.conftest, tests.kit.store.test_samples as t; "
        "_, r = t.filled(Path(sys.argv[1]), t.every_type(), t.report_flow_with_note(), samples=12);"
        "print(t.digest(r))"
    )
    for number, seed in enumerate(("0", "1")):
        folder = tmp_path / str(number)
        root = str(Path(__file__).parents[3])
        done = subprocess.run(
            [sys.executable, "-c", program, str(folder), root],
            env={"PYTHONHASHSEED": seed, "TZ": "America/New_York", "PYTHONPATH": root},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout.strip() == here, done.stderr


def report_flow_with_note() -> Flow:
    flow = report_flow()
    finish = flow.transitions["finish"]
    flow.transitions["finish"] = Transition(
        finish.key, finish.title, from_=finish.from_, to=finish.to, requires=["lines"]
    )
    return flow


def digest(records: list[Entity]) -> str:
    from hashlib import sha256

    kept = [
        (record.id, record.version, record.created_at, record.updated_at, record.values)
        for record in records
    ]
    return sha256(repr(kept).encode()).hexdigest()


def test_an_added_field_changes_no_value_of_the_others(tmp_path: Path) -> None:
    _, before = filled(tmp_path / "before", every_type())
    fields = {"first": Text("先頭"), **every_type(), "last": Choice("末尾", choices=("p", "q"))}
    _, after = filled(tmp_path / "after", fields)
    for old, new in zip(before, after, strict=True):
        assert {key: new.values[key] for key in old.values} == old.values


def test_references_point_to_records_also_in_a_circle(tmp_path: Path) -> None:
    one = make(
        "one",
        {"name": Text("団体名", required=True), "two": Reference("2", entity="two", required=True)},
        samples=20,
    )
    two = make(
        "two",
        {
            "name": Text("施設名", required=True),
            "one": Reference("1", entity="one", required=True),
            "above": Reference("上", entity="two"),
        },
        samples=20,
        label="{name} {one}",
    )
    store = open_store(tmp_path, one, two)
    labels = dict(store.options("one", limit=100))
    for record in store.find(one).records:
        assert store.get(two, record.values["two"])
    for record in store.find(two).records:
        assert store.label("two", record.id or 0).endswith(labels[record.values["one"]])
        assert record.values["above"] is None or record.values["above"] < (record.id or 0)


def test_given_rows_are_the_samples(tmp_path: Path) -> None:
    road = make("road", {"name": Text("名")}, rows=[{"name": "国道"}, {"name": "県道"}])
    rows = [
        {"kind": "a", "tags": ["x", "z"], "road": "県道", "day": "令和8年4月1日", "n": "3"},
        {"kind": "b", "road": "1", "state": "done", "number": "R-001", "ok": "はい"},
        {"road": "no such road", "n": "no number"},
    ]
    entity = make(
        "report",
        {
            "number": AutoNumber("番号", format="R-{seq:03}"),
            "kind": Choice("種別", choices=("a", "b"), default="b"),
            "tags": MultiChoice("札", choices=("x", "y", "z")),
            "road": Reference("路線", entity="road"),
            "day": Date("日"),
            "n": Integer("数"),
            "twice": Calculated("倍", formula="{n} * 2"),
            "ok": Boolean("可"),
        },
        report_flow(),
        samples=50,
        rows=rows,
    )
    store = open_store(tmp_path, entity, road)
    first, second, third = store.find(entity, Query(sort="created_at")).records
    assert first.values["tags"] == ("x", "z")
    assert (first.values["road"], first.values["day"]) == (2, date(2026, 4, 1))
    assert (first.values["twice"], first.state) == (6, "new")
    assert (second.values["road"], second.state, second.values["ok"]) == (1, "done", True)
    assert [change.action for change in store.history(second)] == ["完了する", "受け付ける", "登録"]
    assert (third.values["road"], third.values["n"], third.values["kind"]) == (None, None, "b")
    numbers = [record.values["number"] for record in (first, second, third)]
    assert len(set(numbers)) == 3
    assert numbers[1] == "R-001"


def test_rows_may_point_to_rows_that_come_later(tmp_path: Path) -> None:
    entity = make(
        "r",
        {"name": Text("名"), "next": Reference("次", entity="r")},
        rows=[{"name": "a", "next": "b"}, {"name": "b", "next": "a"}],
    )
    store = open_store(tmp_path, entity)
    assert [r.values["next"] for r in store.find(entity, Query(sort="name")).records] == [2, 1]


def test_there_are_only_as_many_samples_as_a_rule_allows(tmp_path: Path) -> None:
    fields = {"kind": Choice("種別", choices=("a", "b", "c"), unique=True, required=True)}
    entity = make("kind", fields, samples=12)
    other = make("other", {"kind": Reference("種別", entity="kind", required=True)}, samples=12)
    store = open_store(tmp_path, entity, other)
    assert store.count(entity) == 3
    assert all(store.get(entity, r.values["kind"]) for r in store.find(other).records)


@pytest.mark.parametrize(
    "field",
    [
        Text("氏名", pattern=r"[^\s\S]", required=True),
        Text("氏名", pattern=r"(?P<a>[あ-ん]+)|第\d+号[^0-9]?\w\s?.", required=True),
        Text("氏名", min_length=500, max_length=500, required=True),
        Integer("人数", min=10**17, required=True),
        Integer("人数", max=-5, required=True),
        Decimal("幅", min=Number("0.001"), max=Number("0.002"), required=True),
        Percent("割合", min=Number("0.1"), max=Number("0.2"), required=True),
        Money("単価", min=7, max=8, required=True),
        Date("開始", min=date(2030, 1, 1), required=True),
        Choice("種別", choices=(), required=True),
        Integer("人数", min=1, max=12, unique=True, required=True),
    ],
)
def test_odd_rules_never_stop_the_samples(tmp_path: Path, field: Field[Any]) -> None:
    _, records = filled(tmp_path, {"f": field}, samples=12)
    for record in records:
        value = record.values["f"]
        assert value is None or not field.problems(value)
    if getattr(field, "pattern", "") != r"[^\s\S]" and field.name != "choice":
        assert all(is_required(field, type(r), {}) and r.values["f"] is not None for r in records)


def test_a_field_type_from_outside_gives_its_example_or_what_it_draws(tmp_path: Path) -> None:
    class Plain(Field[str]):
        name = "plain"
        example = "ABC"

        @classmethod
        def read(cls, text: str) -> str:
            return text.lower()

    class Drawing(Plain):
        def sample(self, draw: Any) -> str:
            return f"{draw.town.name}{draw.number}"

    fields = {"a": Plain("a", required=True), "b": Drawing("b", required=True)}
    _, records = filled(tmp_path, fields, samples=3)
    assert {record.values["a"] for record in records} == {"abc"}
    assert [record.values["b"][-1] for record in records] == ["1", "2", "3"]


def test_samples_come_once_and_not_again_when_somebody_empties_or_changes_them(
    tmp_path: Path,
) -> None:
    entity = make("r", {"name": Text("氏名", required=True)}, samples=3)
    store = open_store(tmp_path, entity)
    record = store.find(entity).records[0]
    record.values["name"] = "typed"
    store.save(record, who="窓口")
    more = make("r", {"name": Text("氏名", required=True)}, samples=30)
    store.use([more], PROJECT)
    assert store.count(more) == 3
    store.close()
    store = open_store(tmp_path, more)
    assert store.count(more) == 3
    assert store.find(more, Query(search="typed")).total == 1
    store.reset()
    assert store.count(more) == 30


def test_samples_that_are_wanted_later_join_what_was_typed(tmp_path: Path) -> None:
    none = make("r", {"name": Text("氏名"), "number": AutoNumber("番号")}, samples=0)
    store = open_store(tmp_path, none)
    store.save(none({"name": "typed"}), who="窓口")
    some = make("r", {"name": Text("氏名"), "number": AutoNumber("番号")}, samples=5)
    store.use([some], PROJECT)
    records = store.find(some).records
    assert len(records) == 6
    assert len({record.values["number"] for record in records}) == 6


def test_a_record_that_is_typed_after_the_samples_is_the_newest_and_numbered_on(
    tmp_path: Path,
) -> None:
    year = now().year
    entity = make("r", {"number": AutoNumber("番号", format="R{seq:03}")}, samples=5)
    store = open_store(tmp_path, entity)
    record = entity()
    store.save(record, who="窓口")
    assert record.values["number"] == "R006"
    assert store.find(entity).records[0].id == record.id
    assert year >= 2026


def test_many_samples_are_put_in_at_a_bearable_pace(tmp_path: Path) -> None:
    """A table of 2,000 takes about 40 times as long as one of 50, not its square."""

    def seconds(name: str, samples: int) -> float:
        begin = time.process_time()
        _, records = filled(tmp_path / name, every_type(), report_flow_with_note(), samples=samples)
        assert len(records) == samples
        return time.process_time() - begin

    seconds("warm", 10)
    assert seconds("many", 2000) < 80 * max(seconds("few", 50), 0.02)


def test_roles_of_the_project_name_who_made_the_samples(tmp_path: Path) -> None:
    store, records = filled(tmp_path / "roles", {"name": Text("氏名")}, samples=3)
    assert {store.history(record)[0].who for record in records} == {"住民"}
    project = Project("p", title="p", roles=[Role("x", "<b>")])
    store, records = filled(tmp_path / "odd", {"name": Text("氏名")}, project=project, samples=3)
    assert {store.history(record)[0].who for record in records} == {"<b>"}
    bare = Project("p", title="p")
    store, records = filled(tmp_path / "bare", {"name": Text("氏名")}, project=bare, samples=3)
    assert {store.history(record)[0].who for record in records} == {"見本"}
