"""What the prototype keeps: its entities, their states and the transitions between them."""

from prototype.kit.fields import (
    AutoNumber,
    Boolean,
    Choice,
    Date,
    Decimal,
    Integer,
    MultiChoice,
    Reference,
    Text,
    Time,
)
from prototype.kit.model.entity import About, Entity, Flow, State, Transition


class Room(Entity):
    """Room"""

    about = About(
        "room",
        title="Room",
        label="{name}",
        rows=[
            {
                "name": "Bandai",
                "floor": "2",
                "seats": "12",
                "equipment": ["Projector", "Whiteboard"],
            },
            {"name": "Inawashiro", "floor": "2", "seats": "8", "equipment": "Whiteboard"},
            {
                "name": "Tadami",
                "floor": "3",
                "seats": "24",
                "equipment": ["Projector", "Screen", "Video conference"],
            },
            {
                "name": "Assembly hall",
                "floor": "4",
                "seats": "100",
                "equipment": ["Projector", "Screen"],
            },
        ],
    )

    name = Text("Name", required=True, unique=True, max_length=30)
    floor = Integer("Floor", required=True, min=1, max=6)
    seats = Integer("Seats", required=True, min=2, max=120)
    equipment = MultiChoice(
        "Equipment", choices=["Projector", "Screen", "Whiteboard", "Video conference"]
    )


class Booking(Entity):
    """Booking"""

    about = About("booking", title="Booking", label="{number} {purpose}", samples=24)

    number = AutoNumber("Number", format="B{year}-{seq:04}")
    room = Reference("Room", required=True, entity="room")
    day = Date("Day", required=True, min=Date.read("2026-11-01"))
    starts = Time("Starts", required=True, min=Time.read("08:00"), max=Time.read("20:00"))
    hours = Decimal(
        "Hours",
        help="in half hours",
        required=True,
        min=Decimal.read("0.5"),
        max=Decimal.read("12"),
    )
    purpose = Text("Purpose", required=True, max_length=60)
    people = Integer("People", required=True, min=1, max=120)
    visitors = Boolean("Visitors from outside", feature="F3")
    visitor_names = Text(
        "Organisations of the visitors",
        max_length=80,
        feature="F3",
        show_when={"visitors": ["Yes"]},
        required_when={"visitors": ["Yes"]},
    )
    used = Choice("Was it used?", choices=["As booked", "Shorter", "Not at all"])

    flow = Flow(
        State("requested", "Requested", initial=True),
        State("confirmed", "Confirmed"),
        State("closed", "Closed", final=True),
        State("cancelled", "Cancelled", final=True),
        Transition("confirm", "Confirm", from_=["requested"], to="confirmed", by=["clerk"]),
        Transition(
            "send_back", "Send back", from_=["confirmed"], to="requested", by=["clerk"], reason=True
        ),
        Transition(
            "close",
            "Close",
            from_=["confirmed"],
            to="closed",
            by=["clerk"],
            requires=["used"],
            feature="F2",
        ),
        Transition(
            "cancel",
            "Cancel",
            from_=["requested", "confirmed"],
            to="cancelled",
            by=["staff", "clerk"],
            reason=True,
        ),
    )
