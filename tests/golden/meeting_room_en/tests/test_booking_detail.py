"""Booking"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/booking_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", role="staff")
    look.expect_title("Booking")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", role="staff")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "Booking" [level=1]
          - term: /^Number/
          - term: /^State/
          - term: /^Room/
          - term: /^Day/
          - term: /^Starts/
          - term: /^Hours/
          - term: /^Purpose/
          - term: /^People/
          - term: /^Visitors from outside/
        """
    )


@pytest.mark.parametrize("role", ["clerk"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "booking", role=role)
    sent.expect_title("Booking")


@pytest.mark.parametrize(
    ("phase", "shown", "hidden"),
    [("1", [], ["Organisations of the visitors", "Visitors from outside"])],
)
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "booking", role="staff", phase=phase)
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", role="staff")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", role="staff")
    look.expect_values(
        [
            "Number",
            "State",
            "Room",
            "Day",
            "Starts",
            "Hours",
            "Purpose",
            "People",
            "Visitors from outside",
            "Was it used?",
        ],
    )


@pytest.mark.parametrize(
    ("role", "state", "actions"),
    [
        ("staff", "requested", ["Cancel"]),
        ("staff", "confirmed", ["Cancel"]),
        ("staff", "closed", []),
        ("staff", "cancelled", []),
        ("clerk", "requested", ["Confirm", "Cancel"]),
        ("clerk", "confirmed", ["Send back", "Close", "Cancel"]),
        ("clerk", "closed", []),
        ("clerk", "cancelled", []),
    ],
)
def test_offers_exactly_what_the_role_may_do_in_the_state(
    look: Visit, role: str, state: str, actions: list[str]
) -> None:
    sent = look.read_record(ADDRESS, "booking", state=state, role=role)
    sent.expect_actions(actions)


@pytest.mark.parametrize(
    ("state", "action", "role", "error"),
    [
        ("requested", "confirm", "staff", "Refused"),
        ("confirmed", "confirm", "clerk", "Refused"),
        ("confirmed", "send_back", "staff", "Refused"),
        ("requested", "send_back", "clerk", "Refused"),
        ("confirmed", "send_back", "clerk", "NotValid"),
        ("confirmed", "close", "staff", "Refused"),
        ("requested", "close", "clerk", "Refused"),
        ("confirmed", "close", "clerk", "NotValid"),
        ("closed", "cancel", "staff", "Refused"),
        ("requested", "cancel", "staff", "NotValid"),
    ],
)
def test_what_is_not_offered_is_refused_by_the_server(
    look: Visit, state: str, action: str, role: str, error: str
) -> None:
    refusal = look.attempt("booking", state, action, role=role)
    assert refusal == error


def test_what_every_role_is_offered_is_allowed_by_the_server(visit: Visit) -> None:
    rows = [("requested", "cancel", "clerk", "NotValid")]
    for state, action, role, error in rows:
        refusal = visit.attempt("booking", state, action, role=role)
        assert refusal == error, action


def test_confirm_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="requested", role="clerk")
    visit.expect_actions(["Confirm", "Cancel"])
    visit.click("Confirm")
    visit.expect_taken("Confirm", "Confirmed")
    visit.expect_value("State", "Confirmed")
    visit.expect_history("Confirm")


def test_send_back_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="confirmed", role="clerk")
    visit.expect_actions(["Send back", "Close", "Cancel"])
    visit.click("Send back")
    dialog = visit.dialog("Send back")
    dialog.click("Send back")
    dialog.expect_wrong("Reason", "Enter Reason")
    dialog.fill("Reason", "For a test")
    dialog.click("Send back")
    visit.expect_taken("Send back", "Requested")
    visit.expect_value("State", "Requested")
    visit.expect_history("Send back", "For a test")


def test_close_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="confirmed", role="clerk")
    visit.click("Close")
    dialog = visit.dialog("Close")
    dialog.choose_nothing("Was it used?")
    dialog.click("Close")
    dialog.expect_wrong("Was it used?", "Choose Was it used?")
    dialog.choose("Was it used?", "As booked")
    dialog.click("Close")
    visit.expect_taken("Close", "Closed")
    visit.expect_value("State", "Closed")
    visit.expect_history("Close")


def test_cancel_leads_on(visit: Visit) -> None:
    visit.open_record(ADDRESS, "booking", state="requested", role="staff")
    visit.expect_actions(["Cancel"])
    visit.click("Cancel")
    dialog = visit.dialog("Cancel")
    dialog.click("Cancel")
    dialog.expect_wrong("Reason", "Enter Reason")
    dialog.fill("Reason", "For a test")
    dialog.click("Cancel")
    visit.expect_taken("Cancel", "Cancelled")
    visit.expect_value("State", "Cancelled")
    visit.expect_history("Cancel", "For a test")


@pytest.mark.render
def test_leads_to_the_form_that_changes_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "booking", role="staff")
    look.expect_edit("/s/booking_form")
