"""利用団体の詳細"""

from prototype.kit.kinds.detail import detail, history, transitions, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Group

screen = Screen(
    "group_detail",
    title="利用団体の詳細",
    kind="detail",
    entity=Group,
    roles=["group", "desk", "officer", "chief"],
)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Group):
        transitions()
        value(Group.number)
        value(Group.state)
        value(Group.name)
        value(Group.area)
        value(Group.leader)
        value(Group.phone)
        value(Group.email)
        value(Group.members)
        value(Group.purpose)
        value(Group.valid_until)
        history()
