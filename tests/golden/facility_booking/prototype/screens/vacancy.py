"""空き状況カレンダー"""

from prototype.kit.kinds.calendar import calendar, filter_by, line
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen(
    "vacancy",
    title="空き状況カレンダー",
    kind="calendar",
    entity=Booking,
    roles=["group", "desk", "officer"],
    feature="F2",
    help="施設を選ぶと、その施設の予約だけが出ます。",
)


def build(view: View) -> None:
    """Show the records on their days, a month at a time."""
    with calendar(
        view,
        Booking,
        date=Booking.date,
        where={"state": ["仮予約", "審査中", "納付待", "納付済", "許可", "利用済"]},
    ):
        filter_by(Booking.facility)
        line(Booking.slot)
