"""The layers of a prototype's tests: what answers in seconds runs first."""

from __future__ import annotations

from enum import StrEnum

from generator.messages import text


class Layer(StrEnum):
    """A mark of tests in a generated project, in the order in which they run.

    ``RENDER`` opens every screen and looks at what stands on it, ``BEHAVIOUR`` uses it, ``CRAWL``
    goes over whole screens for barriers and walks processes from their first step to their last.
    """

    RENDER = "render"
    BEHAVIOUR = "behaviour"
    CRAWL = "crawl"

    @property
    def in_words(self) -> str:
        """The name of the layer for people."""
        return text(f"verify.layer.{self}")
