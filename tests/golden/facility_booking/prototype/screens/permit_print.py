"""使用許可書"""

from prototype.kit.kinds.printed_form import paper, row
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen(
    "permit_print",
    title="使用許可書",
    kind="print",
    entity=Booking,
    roles=["desk", "chief"],
    feature="F6",
    where={"state": ["許可", "利用済"]},
)


def build(view: View) -> None:
    """Show one record as a form on A4, to be printed."""
    with paper(
        view,
        Booking,
        form_number="様式第2号(第6条関係)",
        recipient="{group} 様",
        sender="施設の長",
        text=[
            "申込みのあった次の施設の使用を、条例第6条により許可します。",
            "",
            "## 使用の条件",
            "1. 許可を受けた目的のほかに使用しないこと。",
            "2. 使用を終えたら、もとのとおりに片付け、窓口に知らせること。",
            "3. 取り消すときは、施設ごとの期限までに申し出ること。",
        ],
        seals=["課長", "係長", "担当"],
    ):
        row(Booking.number)
        row(Booking.facility)
        row(Booking.date)
        row(Booking.slot)
        row(Booking.people)
        row(Booking.purpose)
        row(Booking.fee)
        row(Booking.paid)
        row(Booking.paid_on)
