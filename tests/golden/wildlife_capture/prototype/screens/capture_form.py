"""捕獲を記録する"""

from prototype.kit.fields import (
    boolean,
    choice,
    date,
    integer,
    location,
    multi_choice,
    multiline,
    reference,
    text,
)
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Capture

screen = Screen(
    "capture_form",
    title="捕獲を記録する",
    kind="form",
    entity=Capture,
    roles=["captor"],
    help="電波の届かない場所では、あとで入力してください。",
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Capture):
        reference(Capture.permit)
        reference(Capture.captor)
        date(Capture.captured_on)
        choice(Capture.species)
        text(Capture.species_other)
        integer(Capture.count)
        choice(Capture.town)
        text(Capture.place)
        location(Capture.position)
        boolean(Capture.joint)
        multiline(Capture.members)
        multi_choice(Capture.evidence)
        text(Capture.bag_number)
        choice(Capture.disposal)
        text(Capture.buried_at)
