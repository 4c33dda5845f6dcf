"""利用団体の一覧"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Group

screen = Screen(
    "group_list",
    title="利用団体の一覧",
    kind="list",
    entity=Group,
    roles=["desk", "officer", "chief"],
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Group, sort="number"):
        filter_by(Group.state)
        filter_by(Group.area)
        filter_by(Group.purpose)
        column(Group.number)
        column(Group.name)
        column(Group.area)
        column(Group.purpose)
        column(Group.valid_until)
        column(Group.state)
