"""ホーム"""

from prototype.kit.kinds.home import links, steps
from prototype.kit.page.screen import Screen, View

screen = Screen("home", title="ホーム", kind="home")


def build(view: View) -> None:
    """Show what is to do for the acting role, and the way to every screen."""
    steps(view)
    links(view)
