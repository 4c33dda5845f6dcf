"""Use of the rooms"""

from prototype.kit.kinds.dashboard import chart, count, dashboard, total
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen("use", title="Use of the rooms", kind="dashboard", roles=["clerk"], feature="F2")


def build(view: View) -> None:
    """Show figures and charts over the records."""
    with dashboard(view):
        count(Booking, where={"state": ["requested"]})
        count(Booking, title="No-shows", where={"used": ["Not at all"]})
        total(Booking, of=Booking.hours, where={"state": ["confirmed", "closed"]})
        chart(Booking, Booking.room)
        chart(Booking, Booking.used, form="pie", where={"state": ["closed"]})
        chart(
            Booking,
            Booking.day,
            of=Booking.people,
            title="Visits by month",
            form="line",
            where={"visitors": ["Yes"]},
            feature="F3",
        )
