"""Kinds from a folder of one's own have every trait that a built-in one can have.

``own_blueprints`` adds four: a ``counter`` that opens first, a ``slip`` of one record, an
``intake`` on which records are entered and a ``shelf`` that places them. Nothing else names them.
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import cast

import pytest

from generator.advice.advise import advise
from generator.blueprints import BlueprintError, Blueprints
from generator.cli import main
from generator.drawing import screens as drawing
from generator.kinds.screen_kind import Doing, ScreenKind
from generator.messages import text
from generator.pipeline import Pipeline
from generator.plan import Plan, ProcessTests, make_plan, make_test_plan
from generator.plan.kind import KindPlanner, planners
from generator.plan.tests.context import ProjectContext
from generator.plan.tests.kit import ProjectKit
from generator.spec.load import Loaded, load_bytes
from generator.spec.model import Screen, Spec
from generator.trace import trace
from generator.verify.subjects import features_on
from tests.prototypes import run_in

OWN = Path(__file__).parent / "own_blueprints"
OWN_KINDS = {"counter", "slip", "intake", "shelf"}

SPEC = """\
project: {id: town, title: 町}
phases: {1: 第1期, 2: 第2期}
roles: {desk: 窓口, chief: 課長}
features:
  F1: {title: 引換, phase: 1}
  F2: {title: 宛名, phase: 2}
processes:
  P1:
    title: 引換
    steps:
      S1: {title: 受け付ける, actor: desk, screen: ticket_intake}
      S2: {title: 渡す, actor: desk, screen: ticket_slip, action: give}
entities:
  ticket:
    title: 引換券
    fields:
      name: {title: 名前, required: true}
      day: {title: 日, type: date, required: true}
    states: [受付, 済]
    transitions: {give: {title: 渡した, from: 受付, to: 済, feature: F1}}
    samples: 3
  plain: {title: 品, fields: {name: 名前}}
screens:
  ticket_intake: {title: 受付, roles: [desk]}
  ticket_shelf: {title: 棚, date: day, columns: [name], roles: [desk]}
  ticket_slip: {title: 控え, recipient: "{name}", where: {state: [受付, 済]}, roles: [desk]}
"""


@pytest.fixture(scope="module")
def blueprints() -> Blueprints:
    """The built-in kinds and those of the folder."""
    return Blueprints.find(OWN)


def load(blueprints: Blueprints, content: str = SPEC) -> Loaded:
    return load_bytes(content.encode(), "spec.yaml", blueprints.vocabulary)


@pytest.fixture(scope="module")
def spec(blueprints: Blueprints) -> Spec:
    """The completed spec."""
    loaded = load(blueprints)
    assert loaded.spec, [problem.as_text("en") for problem in loaded.errors]
    return loaded.spec


@pytest.fixture(scope="module")
def plan(spec: Spec, blueprints: Blueprints) -> Plan:
    """The plan of its prototype."""
    return make_plan(spec, blueprints, "town")


def test_every_trait_is_one_that_a_kind_of_the_folder_has(blueprints: Blueprints) -> None:
    used: set[str] = set()
    for name in OWN_KINDS:
        used |= blueprints.vocabulary.screen_kinds[name].model_fields_set
    assert used | {"needs"} == set(ScreenKind.model_fields)


def test_every_hook_of_a_planner_is_one_that_some_kind_overrides(blueprints: Blueprints) -> None:
    hooks = {
        name for name, value in vars(KindPlanner).items() if callable(value) and name[0] != "_"
    }
    known = (
        blueprints.kind_class(name, KindPlanner) for name in blueprints.vocabulary.screen_kinds
    )
    overridden = {name for kind in known if kind is not KindPlanner for name in vars(kind)}
    assert hooks <= overridden


def test_kinds_are_listed_in_their_order(blueprints: Blueprints) -> None:
    names = blueprints.vocabulary.known_kinds
    assert names[0] == "counter"
    assert names.index("form") < names.index("intake") < names.index("detail")
    assert names.index("detail") < names.index("slip") < names.index("board")
    assert names[-1] == "shelf"


def test_screens_are_derived_when_their_kind_says_so(spec: Spec) -> None:
    derived = {key: screen.title for key, screen in spec.screens.items()}
    assert next(iter(derived)) == "counter"
    assert derived["counter"] == "窓口"
    assert derived["plain_slip"] == "品の控え"
    assert derived["plain_intake"] == "品の受付"
    assert "plain_shelf" not in derived
    assert "ticket_list" not in derived
    assert spec.screens["plain_slip"].traits.acts


def test_what_is_named_in_its_texts_must_be_a_field(blueprints: Blueprints) -> None:
    loaded = load(blueprints, SPEC.replace('"{name}"', '"{nmae}"'))
    assert [problem.code for problem in loaded.errors] == ["unknown_field"]


def test_where_a_record_is_entered_nothing_is_asked_that_comes_by_itself(
    blueprints: Blueprints, tmp_path: Path
) -> None:
    folder = tmp_path / "screens" / "ask"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text("entity: true\ntakes: [fields]\nenters: true\n", "utf-8")
    asking = SPEC + "  ask: {title: 聞く, entity: ticket, fields: [name, state]}\n"
    loaded = load(Blueprints.find(tmp_path), asking.replace("ticket_intake", "x_form"))
    assert "comes_by_itself" in [problem.code for problem in loaded.errors]
    assert load(blueprints).errors == []


def test_the_advice_asks_who_opens_it(blueprints: Blueprints) -> None:
    alone = SPEC.replace("columns: [name], roles: [desk]", "columns: [name], roles: [chief]")
    loaded = load(
        blueprints, alone.replace("title: 受付, roles: [desk]", "title: 受付, roles: [chief]")
    )
    assert loaded.spec
    asked = {(a.rule, a.path, a.variant) for a in advise(loaded.spec)}
    assert ("S5", ("screens", "ticket_slip"), "nowhere") in asked
    assert not [a for a in asked if a[0] == "S6" and a[1] == ("entities", "ticket")]


def test_the_trace_and_the_verification_find_its_actions(spec: Spec, plan: Plan) -> None:
    parts = {part.id: part for part in trace(spec).parts.values()}
    assert "counter" not in parts
    assert "entities.ticket.transitions.give" in parts["ticket_slip"].down
    slip = next(screen for screen in plan.screens if screen.key == "ticket_slip")
    assert features_on(slip, spec) == ["F1"]


def test_the_diagram_shows_where_it_leads(spec: Spec) -> None:
    ways = {(way[0], way[1], way[2]) for way in drawing.draw(spec, "desk").rows}
    assert {
        ("窓口", "メニュー", "棚"),
        ("棚", "1件を選ぶ", "控え"),
        ("棚", "新しく入れる", "受付"),
        ("受付", "登録する", "控え"),
        ("控え", "直す", "受付"),
    } <= ways
    assert ("窓口", "メニュー", "控え") not in ways


def test_every_way_has_words() -> None:
    for doing in Doing.__args__:  # type: ignore[attr-defined]
        assert text(f"drawing.doing.{doing}", "ja") != text(f"drawing.doing.{doing}", "en")


def test_its_screens_are_planned_by_its_own_class(plan: Plan) -> None:
    screens = {screen.key: screen for screen in plan.screens}
    slip = screens["ticket_slip"]
    assert [use.key for use in slip.fields] == ["name"]
    assert dict(slip.opened.kwargs)["recipient"] == "{name}"
    assert "where" in dict(slip.declaration.kwargs)
    assert "where" not in {name for name, value in slip.opened.kwargs if value}
    assert next(iter(dict(screens["ticket_shelf"].opened.kwargs))) == "date"


def test_the_kit_of_its_projects_knows_its_traits(blueprints: Blueprints, tmp_path: Path) -> None:
    path = tmp_path / "town.yaml"
    path.write_text(SPEC, encoding="utf-8")
    assert Pipeline(blueprints).build(path, tmp_path / "made").plan
    traits: dict[str, list[str]] = {}
    exec((tmp_path / "made/prototype/kit/kinds/__init__.py").read_text("utf-8"), traits)
    assert traits["START"] == ["counter", "home"]
    assert traits["ONE_RECORD"] == ["detail", "slip", "print"]
    assert traits["FROM_RECORDS"] == ["detail", "slip"]
    assert traits["ENTERING"] == ["form", "intake", "wizard"]


def test_a_process_walks_through_it(spec: Spec, plan: Plan, blueprints: Blueprints) -> None:
    files = {file.path: dict(file.context) for file in make_test_plan(spec, plan, blueprints)}
    process = cast("ProcessTests", files["tests/test_process_P1.py"]["process"])
    assert [bool(stage.filled) for stage in process.stages] == [True, False]
    assert process.stages[1].taking is not None
    assert process.left_out == ()


def test_it_is_printed_and_no_other_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "town.yaml"
    path.write_text(SPEC, encoding="utf-8")
    assert main(["print", str(path), "ticket_shelf", "--blueprints", str(OWN)]) != 0
    said = capsys.readouterr().err
    assert "ticket_slip" in said
    assert "counter" not in said


def test_the_tests_that_are_generated_for_its_screens_pass(tmp_path: Path) -> None:
    """The kind that is tested with a template of its own is opened in a browser."""
    path = tmp_path / "town.yaml"
    path.write_text(SPEC, encoding="utf-8")
    assert main(["build", str(path), "-o", str(tmp_path / "made"), "--blueprints", str(OWN)]) == 0
    done = run_in(tmp_path / "made", "pytest", "-q", "tests/test_ticket_slip.py")
    assert int(re.search(r"(\d+) passed", done)[1]) >= 4  # type: ignore[index]


@pytest.mark.parametrize(
    ("yaml", "python", "said"),
    [
        ("enterz: true\n", None, "enterz"),
        ("order: x\n", None, "order"),
        ("ways: {fly: [list]}\n", None, "fly"),
        ("- a\n", None, "kind.yaml"),
        ("placed_by: locaton\n", None, "locaton"),
        ("ways: {edit: {entering: true, when: edti}}\n", None, "edti"),
        ("takes: [colums]\n", None, "colums"),
        ("derived: {when: never, title: {ja: x}}\n", None, "derived.when"),
        ("entity: true\n", "import nothing_of_this_name\n", "nothing_of_this_name"),
        ("entity: true\n", "x = 1\n", "KindPlanner"),
    ],
)
def test_a_folder_that_is_no_kind_is_refused_with_the_file_and_the_reason(
    yaml: str, python: str | None, said: str, tmp_path: Path
) -> None:
    folder = tmp_path / "screens" / "bad"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text(yaml, encoding="utf-8")
    if python is not None:
        (folder / "kind.py").write_text(python, encoding="utf-8")
    with pytest.raises(BlueprintError) as refused:
        planners(Blueprints.find(tmp_path))
    assert said in str(refused.value)
    assert refused.value.path.parent == folder


def test_a_folder_that_replaces_a_built_in_kind_says_only_what_is_different(tmp_path: Path) -> None:
    folder = tmp_path / "screens" / "detail"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text("# Mine.\nacts: false\n", encoding="utf-8")
    own = Blueprints.find(tmp_path)
    mine, before = (found.vocabulary.screen_kinds["detail"] for found in (own, Blueprints.find()))
    assert (mine.description, mine.acts, before.acts) == ("Mine.", False, True)
    assert (mine.takes, mine.opened_from, mine.derived) == (
        before.takes,
        before.opened_from,
        before.derived,
    )
    assert type(planners(own)["detail"]) is type(planners(Blueprints.find())["detail"])


def test_a_class_that_was_saved_is_taken_up(tmp_path: Path) -> None:
    folder = tmp_path / "screens" / "note"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text("entity: true\n", encoding="utf-8")
    source = "from generator.plan.kind import KindPlanner\nfrom .words import TEXTS\n\n\n"
    source += "class NoteKind(KindPlanner):\n    texts = TEXTS\n"
    (folder / "kind.py").write_text(source, encoding="utf-8")
    for texts in (("one",), ("two",)):
        (folder / "words.py").write_text(f"TEXTS = {texts}\n", encoding="utf-8")
        assert planners(Blueprints.find(tmp_path))["note"].texts == texts


def test_of_two_kinds_in_the_same_place_the_first_name_is_led_to(tmp_path: Path) -> None:
    for name in ("yours", "mine"):
        folder = tmp_path / "screens" / name
        folder.mkdir(parents=True)
        (folder / "kind.yaml").write_text("entity: true\nenters: true\n", encoding="utf-8")
        (folder / "screen.py.jinja").write_text("x = 1\n", encoding="utf-8")
    own = Blueprints.find(tmp_path)
    assert own.vocabulary.known_kinds[-2:] == ["mine", "yours"]
    content = "{project: x, entities: {a: [b]}, screens: {a_yours: Y, a_mine: M, a_list: L}}"
    spec = load(own, content).spec
    assert spec
    assert ("L", "新しく入れる", "M") in {way[:3] for way in drawing.draw(spec, "").rows}
    entities = {entity.key: entity for entity in make_plan(spec, own, "x").entities}
    kit = ProjectKit.of(own.vocabulary, "ja")
    context = ProjectContext.of(spec, entities, make_plan(spec, own, "x").screens, kit)
    form = context.form_of(entities["a"], None)
    assert form
    assert form.key == "a_mine"


def test_what_places_its_records_is_asked_for_by_its_own_key(blueprints: Blueprints) -> None:
    content = "{project: x, entities: {a: [b]}, screens: {a_shelf: S}}"
    [problem] = load(blueprints, content).errors
    assert problem.code == "kind_needs_by"
    assert "date: field" in problem.as_text("en")


def test_no_module_of_the_generator_names_a_kind() -> None:
    """A kind's name may stand in its own folder, and in those of other kinds, nowhere else."""
    kinds = "|".join(Blueprints.find().vocabulary.screen_kinds)
    compared = re.compile(rf"""kind\b[^\n]*(?:==|!=|\bin\b)[^\n]*["'](?:{kinds})["']""")
    of_entity = re.compile(rf"""screens?_of\([^\n]*["'](?:{kinds})["']""")
    case = re.compile(rf"""case ["'](?:{kinds})["']""")
    generator = Path(str(importlib.import_module("generator").__file__)).parent
    found = [
        f"{path.relative_to(generator)}: {match[0]}"
        for path in sorted(generator.rglob("*.py"))
        for pattern in (compared, of_entity, case)
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_traits_of_a_screen_go_with_its_copies() -> None:
    screen = Screen(title="x", kind="form").with_traits(ScreenKind(name="form", enters=True))
    assert screen.model_copy(update={"title": "y"}).traits.enters
    assert not Screen(title="x", kind="form").traits.enters
