"""What the project is: its phases, roles, features and processes, as the spec tells them."""

from datetime import date

from prototype.kit.model.project import Feature, Phase, Process, Project, Role, Step

project = Project(
    "meeting-room",
    title="Meeting rooms",
    language="en",
    description="Staff book the meeting rooms of the town hall; general affairs confirms.",
    sample_date=date(2026, 11, 2),
    phases=[Phase("1", "Phase 1", until="2027-03"), Phase("2", "Phase 2", until="2028-03")],
    roles=[
        Role("staff", "Staff", who="about 240 employees of the town hall"),
        Role("clerk", "General affairs", who="2 clerks of the general affairs section"),
    ],
    processes=[
        Process(
            "P1",
            "From request to use",
            steps=[
                Step(
                    "S1",
                    "Request a room",
                    actor="staff",
                    wants="book in under a minute",
                    screen="booking_form",
                ),
                Step(
                    "S2",
                    "Confirm",
                    actor="clerk",
                    screen="booking_list",
                    action="confirm",
                    deadline="promptly",
                ),
                Step(
                    "S3",
                    "Close",
                    actor="clerk",
                    wants="see which rooms stayed empty",
                    screen="booking_board",
                    action="close",
                ),
            ],
        ),
    ],
    features=[
        Feature(
            "F1", "Request and confirm", phase="1", detail="User-friendly on old office computers"
        ),
        Feature(
            "F2", "Figures on use", phase="1", detail="Reports on no-shows etc. are made regularly"
        ),
        Feature("F3", "Visitors from outside", phase="2"),
        Feature("F4", "Room displays at the doors", phase="undecided"),
        Feature("F5", "Link with the calendar of each employee", phase="out"),
    ],
)
