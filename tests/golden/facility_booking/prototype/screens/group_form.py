"""団体を登録する"""

from prototype.kit.fields import choice, email, integer, phone, text
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Group

screen = Screen(
    "group_form", title="団体を登録する", kind="form", entity=Group, roles=["group", "officer"]
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Group):
        text(Group.name)
        choice(Group.area)
        text(Group.leader)
        phone(Group.phone)
        email(Group.email)
        integer(Group.members)
        choice(Group.purpose)
