"""Request a room"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/booking_form"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_title("Request a room")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "Request a room" [level=1]
          - combobox /^Room/
          - textbox /^Day/
          - textbox /^Starts/
          - textbox /^Hours/
          - textbox /^Purpose/
          - textbox /^People/
          - checkbox /^Visitors from outside/
        """
    )


@pytest.mark.parametrize("role", ["clerk"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("Request a room")


@pytest.mark.parametrize(
    ("phase", "shown", "hidden"),
    [("1", [], ["Organisations of the visitors", "Visitors from outside"])],
)
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read(ADDRESS, role="staff", phase=phase, given={"visitors": "Yes"})
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_no_barriers()


@pytest.mark.render
def test_asks_for_every_field(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_records("Room", required=True)
    look.expect_line("Day", required=True)
    look.expect_line("Starts", required=True)
    look.expect_line("Hours", required=True, help="in half hours")
    look.expect_line("Purpose", required=True)
    look.expect_line("People", required=True)
    look.expect_box("Visitors from outside")
    look.expect_not_asked("Organisations of the visitors")


def test_says_which_required_fields_are_empty_and_saves_nothing(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    before = look.count("booking")
    look.add()
    look.expect_wrong("Room", "Choose Room")
    look.expect_wrong("Day", "Enter Day")
    look.expect_wrong("Starts", "Enter Starts")
    look.expect_wrong("Hours", "Enter Hours")
    look.expect_wrong("Purpose", "Enter Purpose")
    look.expect_wrong("People", "Enter People")
    after = look.count("booking")
    assert after == before


def test_refuses_what_breaks_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="staff")
    look.expect_refusals(
        [
            ("Day", "2026-10-31", "Use 2026-11-01 or more"),
            ("Starts", "07:59", "Use 08:00 or more"),
            ("Hours", "0.4", "Use 0.5 or more"),
            ("Purpose", "あ" * 61, "Use at most 60 characters (now 61)"),
            ("People", "0", "Use 1 or more"),
        ],
    )
    look.expect_refusals(
        [
            ("Starts", "20:01", "Use 20:00 or less"),
            ("Hours", "13", "Use 12 or less"),
            ("People", "121", "Use 120 or less"),
        ],
    )


def test_accepts_what_only_just_keeps_a_rule(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="staff")
    look.expect_accepted(
        {
            "Day": "2026-11-01",
            "Starts": "08:00",
            "Hours": "0.5",
            "Purpose": "あ" * 60,
            "People": "1",
        },
        but=("Room", "Choose Room"),
    )
    look.expect_accepted(
        {"Starts": "20:00", "Hours": "12", "People": "120"}, but=("Room", "Choose Room")
    )


def test_visitor_names_is_asked_when_it_applies(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="staff")
    look.expect_not_asked("Organisations of the visitors")
    look.tick("Visitors from outside")
    look.expect_line("Organisations of the visitors", required=True)
    look.expect_refusals(
        [("Organisations of the visitors", "あ" * 81, "Use at most 80 characters (now 81)")]
    )
    look.untick("Visitors from outside")
    look.expect_not_asked("Organisations of the visitors")


def test_saves_a_valid_record_that_is_found_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="staff")
    visit.choose_first("Room")
    visit.fill("Day", "2026-11-01")
    visit.fill("Starts", "09:30")
    visit.fill("Hours", "1.5")
    visit.fill("Purpose", "Test7391")
    visit.fill("People", "12")
    visit.tick("Visitors from outside")
    visit.fill("Organisations of the visitors", "Test7391")
    visit.add()
    visit.expect_added()
    visit.expect_title("Booking")
    visit.expect_value("Day", "2026-11-01")
    visit.expect_value("Starts", "09:30")
    visit.expect_value("Hours", "1.5")
    visit.expect_value("Purpose", "Test7391")
    visit.expect_value("People", "12")
    visit.expect_value("Visitors from outside", "Yes")
    visit.expect_value("Organisations of the visitors", "Test7391")

    visit.open("/s/booking_list", role="staff", q="Test7391")
    visit.table.expect_rows(1, 1, of=1)
    visit.table.expect_only("Day", "2026-11-01")
    visit.table.expect_only("Starts", "09:30")
    visit.table.expect_only("Purpose", "Test7391")


def test_changes_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", role="staff")
    visit.fill("Purpose", "Test7391")
    visit.change()
    visit.expect_changed()
    visit.expect_title("Booking")
    visit.expect_value("Purpose", "Test7391")
