"""The generated tests find what is wrong with a prototype, and stand hostile texts.

That they pass for every sample is in test_golden.
"""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.pipeline import Pipeline
from tests.hostile_specs import hostile_spec
from tests.measure import WHOLE
from tests.prototypes import outside_of_pytest

SAMPLE = Path(__file__).parents[1] / "sample_specs" / "meeting_room_en.yaml"
FORMS = Path(__file__).parent / "kit" / "kinds" / "spec.yaml"

slow = pytest.mark.slow


@dataclass(frozen=True)
class Fault:
    """A mistake in a file of the prototype: ``right`` became ``wrong``; ``finder`` sees it."""

    path: str
    right: str
    wrong: str
    finder: str
    spec: Path = SAMPLE


FAULTS = [
    Fault(
        "model.py",
        'Text("Purpose", required=True, max_length=60)',
        'Text("Purpose", required=True)',
        "test_booking_form.py::test_refuses_what_breaks_a_rule",
    ),
    Fault(
        "model.py",
        'Text("Purpose", required=True, max_length=60)',
        'Text("Purpose", max_length=60)',
        "test_booking_form.py::test_says_which_required_fields_are_empty_and_saves_nothing",
    ),
    Fault(
        "model.py",
        'show_when={"visitors": ["Yes"]},',
        "",
        "test_booking_form.py::test_visitor_names_is_asked_when_it_applies",
    ),
    Fault(
        "screens/booking_form.py",
        "integer(Booking.people)",
        "pass",
        "test_booking_form.py::test_asks_for_every_field",
    ),
    Fault(
        "kit/kinds/saving.py",
        "partial(store.save, record,",
        "partial(dict,",
        "test_booking_form.py::test_saves_a_valid_record_that_is_found_again",
    ),
    Fault(
        "screens/booking_board.py",
        ', roles=["clerk"]',
        "",
        "test_booking_board.py::test_is_refused_to_a_role_that_may_not_see_it",
    ),
    Fault(
        "screens/booking_list.py",
        "column(Booking.starts)",
        "pass",
        "test_booking_list.py::test_shows_its_columns",
    ),
    Fault(
        "screens/booking_list.py",
        "filter_by(Booking.room)",
        "pass",
        "test_booking_list.py::test_offers_its_filters",
    ),
    Fault(
        "kit/kinds/filters.py",
        "return {self.field.key: texts}",
        "return {}",
        "test_booking_list.py::test_a_filter_shows_only_what_was_chosen",
    ),
    Fault(
        "kit/kinds/records.py",
        "search=self._search,",
        'search="",',
        "test_booking_list.py::test_finds_nothing_for_words_that_no_record_has",
    ),
    Fault(
        "model.py",
        'Transition("confirm", "Confirm", from_=["requested"], to="confirmed", by=["clerk"])',
        'Transition("confirm", "Confirm", from_=["requested"], to="closed", by=["clerk"])',
        "test_booking_detail.py::test_confirm_leads_on",
    ),
    Fault(
        "model.py",
        'Transition("confirm", "Confirm", from_=["requested"], to="confirmed", by=["clerk"])',
        'Transition("confirm", "Confirm", from_=["requested"], to="confirmed")',
        "test_booking_detail.py::test_offers_exactly_what_the_role_may_do_in_the_state",
    ),
    Fault(
        "kit/kinds/board.py",
        'column.on("dragover", js_handler="(event) => event.preventDefault()")',
        "pass",
        "test_booking_board.py::test_a_card_moves_when_it_is_dragged",
    ),
    Fault(
        "screens/use.py",
        'count(Booking, where={"state": ["requested"]})',
        "count(Booking, title='Booking (Requested)')",
        "test_use.py::test_its_figures_are_those_of_the_records",
    ),
    Fault(
        "screens/use.py",
        "of=Booking.hours",
        "of=Booking.people",
        "test_use.py::test_has_its_tiles_in_order",
    ),
    Fault(
        "kit/store/aggregates.py",
        "func.count()",
        "func.max(1)",
        "test_use.py::test_its_charts_are_drawn_and_their_numbers_are_those_of_the_records",
    ),
    Fault(
        "kit/kinds/dashboard.py",
        "query=address_query(where)",
        "query={}",
        "test_use.py::test_a_figure_leads_to_the_list_of_its_records",
    ),
    Fault(
        "kit/kinds/calendar.py",
        "self._by.typed(on_day(day))",
        '""',
        "test_booking_calendar.py::test_adds_a_record_on_a_day",
    ),
    Fault(
        "kit/store/daily.py",
        "column >= begin, column < end",
        "column > begin, column > end",
        "test_booking_calendar.py::test_a_record_stands_on_its_day",
    ),
    Fault(
        "kit/kinds/home.py",
        "if step.actor == view.role:",
        "if step.actor:",
        "test_home.py::test_shows_the_role_its_steps",
    ),
    Fault(
        "screens/room_list.py",
        "column(Room.floor)",
        'raise RuntimeError("a screen that fails")',
        "test_room_list.py::test_opens_for_a_role_that_may_see_it",
    ),
    Fault(
        "kit/page/theme.py",
        "ui.add_head_html(f'",
        'ui.add_head_html(f\'<script src="https://example.com/x.js"></script>',
        "test_home.py::test_opens",
    ),
    Fault(
        "kit/page/theme.py",
        "ui.add_head_html(f'",
        'ui.add_head_html(f\'<script>console.error("it hurts")</script>',
        "test_home.py::test_opens",
    ),
    Fault(
        "kit/kinds/prose.py",
        "if self._view.may_open(screen) else",
        "if screen else",
        "test_guide.py::test_leads_where_the_role_may_go",
        FORMS,
    ),
    Fault(
        "kit/kinds/prose.py",
        'if node.type == "heading":',
        'if node.type == "title":',
        "test_guide.py::test_says_all_of_its_text",
        FORMS,
    ),
    Fault(
        "kit/kinds/wizard.py",
        "if not wrong and here is not self._summing_up:",
        "if here is not self._summing_up:",
        "test_request_wizard.py::test_does_not_go_on_while_something_is_missing",
        FORMS,
    ),
    Fault(
        "kit/kinds/wizard.py",
        "        self._form.autosave.keep()\n        self.follow()",
        "        self._form.autosave.end()\n        self.follow()",
        "test_request_wizard.py::test_keeps_what_is_typed_on_the_way_back_and_when_it_is_opened_again",
        FORMS,
    ),
    Fault(
        "screens/request_wizard.py",
        "date(Request.day)",
        "pass",
        "test_request_wizard.py::test_asks_step_by_step",
        FORMS,
    ),
    Fault(
        "screens/permit.py",
        "row(Request.town)",
        "pass",
        "test_permit.py::test_shows_the_record_on_paper",
        FORMS,
    ),
    Fault(
        "kit/kinds/printed_form.py",
        'words(self._texts.get(field.key, ""), "td", "kit-text")',
        'words("?", "td", "kit-text")',
        "test_permit.py::test_shows_on_paper_what_the_detail_shows",
        FORMS,
    ),
    Fault(
        "kit/static/kit.css",
        "  body:has(.kit-paper) .q-header,",
        "",
        "test_permit.py::test_prints_the_paper_alone",
        FORMS,
    ),
]


def build(spec: Path, folder: Path) -> None:
    built = Pipeline(Blueprints.find()).build(spec, folder)
    assert [problem.as_text("en") for problem in built.loaded.errors] == []


def run_tests(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = outside_of_pytest()
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*command, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def test_every_fault_is_one_that_the_prototype_can_have(tmp_path: Path) -> None:
    for spec in {fault.spec for fault in FAULTS}:
        build(spec, tmp_path / spec.stem)
    gone = [
        fault
        for fault in FAULTS
        if fault.right
        not in (tmp_path / fault.spec.stem / "prototype" / fault.path).read_text(encoding="utf-8")
    ]
    assert gone == []


@slow
@pytest.mark.parametrize("fault", FAULTS, ids=[f"{f.finder}-{f.wrong[:40]}" for f in FAULTS])
def test_a_fault_is_found_by_the_test_that_is_about_it(fault: Fault, tmp_path: Path) -> None:
    build(fault.spec, tmp_path)
    path = tmp_path / "prototype" / fault.path
    source = path.read_text(encoding="utf-8")
    assert fault.right in source
    path.write_text(source.replace(fault.right, fault.wrong), encoding="utf-8")
    done = run_tests(tmp_path, "--maxfail=1", f"tests/{fault.finder}")
    assert done.returncode == 1, done.stdout


SHARED = """
from tests.visit import Visit

ADDRESS = "/s/booking_list"
COUNT = {count}


def is_the_same_page(look: Visit) -> bool:
    return bool(look.page.evaluate("window.isTheSamePage === true"))


def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.page.evaluate("window.isTheSamePage = true")


def test_finds_open_what_nobody_touched(look: Visit) -> None:
    look.read(ADDRESS, role="staff")
    look.open(ADDRESS, role="clerk")
    assert is_the_same_page(look)
    look.table.search("zqxj-9d3f")


def test_goes_on_with_what_was_typed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="clerk")
    assert is_the_same_page(look)
    look.table.expect_nothing()


def test_opens_anew_what_was_typed_in(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    assert not is_the_same_page(look)
    look.table.expect_rows(1, 20, of=COUNT)
    look.table.search("zqxj-9d3f")
    look.page.evaluate("window.isTheSamePage = true")


def test_fails(look: Visit) -> None:
    assert look.count("booking") == 0


def test_goes_on_with_nothing_after_a_failure(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="clerk")
    assert not is_the_same_page(look)
    look.table.expect_rows(1, 20, of=COUNT)
"""


def test_tests_that_save_nothing_share_a_page_until_one_touches_it_or_fails(tmp_path: Path) -> None:
    build(SAMPLE, tmp_path)
    path = tmp_path / "tests" / "test_shared.py"
    count = re.search(r"of=(\d+)", (path.parent / "test_booking_list.py").read_text("utf-8"))
    assert count
    path.write_text(SHARED.replace("{count}", count[1]), encoding="utf-8")
    done = run_tests(tmp_path, "tests/test_shared.py")
    assert "1 failed, 5 passed" in done.stdout, done.stdout
    assert "FAILED tests/test_shared.py::test_fails" in done.stdout


ANEW = """
from tests.visit import Visit


def test_leaves_something(visit: Visit) -> None:
    visit.open("/s/booking_list", role="staff")
    visit.page.evaluate("() => { localStorage.left = 1; sessionStorage.left = 1 }")


def test_finds_nothing(visit: Visit) -> None:
    assert visit.page.url == "about:blank"
    visit.open("/s/booking_list", role="staff")
    assert visit.page.evaluate("localStorage.left ?? sessionStorage.left ?? null") is None
"""


def test_a_test_that_saves_begins_with_nothing_that_the_one_before_left(tmp_path: Path) -> None:
    build(SAMPLE, tmp_path)
    (tmp_path / "tests" / "test_anew.py").write_text(ANEW, encoding="utf-8")
    done = run_tests(tmp_path, "tests/test_anew.py")
    assert done.returncode == 0, done.stdout


@slow
def test_each_test_has_records_of_its_own_and_can_be_run_alone(tmp_path: Path) -> None:
    build(SAMPLE, tmp_path)
    forms = "tests/test_booking_form.py::test_saves_a_valid_record_that_is_found_again"
    lists = "tests/test_booking_list.py::test_turns_its_pages"
    done = run_tests(tmp_path, forms, lists)
    assert done.returncode == 0, done.stdout


@slow
@pytest.mark.parametrize("seed", [1, 5] if WHOLE else [1])
def test_the_tests_of_a_hostile_spec_pass(seed: int, tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(hostile_spec(seed, entities=4), encoding="utf-8")
    build(spec, tmp_path / "made")
    done = run_tests(tmp_path / "made", "--maxfail=5")
    assert done.returncode == 0, done.stdout
