"""What the prototype keeps: its entities, their states and the transitions between them."""

from prototype.kit.fields import Choice, Text
from prototype.kit.model.entity import About, Entity


class Report(Entity):
    """通報"""

    about = About("report", title="通報", samples=12)

    place = Text("場所")
    kind = Choice("種別", choices=["穴ぼこ", "段差", "側溝", "標識"])
