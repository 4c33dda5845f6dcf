"""A part of the page with fields and buttons: the screen itself, or a dialog over it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playwright.sync_api import FilePayload, Locator, Page, expect

from prototype.kit.store.samples.papers import MADE, paper
from prototype.kit.texts import say
from prototype.project import project

_GAP = r"[\s\ufeff]+"
_UNSEEN = "\u200b\u00ad"
_NUMBERED = {sign: f"\\x{ord(sign):02x}" for sign in "\"'`/>"}

_MARKS = {
    True: ["required_mark"],
    False: ["optional_mark"],
    None: ["required_mark", "optional_mark"],
}


class Part:
    """Finds fields by their labels, fills them, and says what should be seen of them.

    ``here`` is the part as Playwright finds it.
    """

    def __init__(self, here: Locator) -> None:
        self.here = here

    def field(self, title: str, *, required: bool | None = None) -> Locator:
        """Return the control under the label ``title``, with the mark that it is ``required``."""
        return self.here.get_by_label(_label(title, required))

    def group(self, title: str, *, required: bool | None = None) -> Locator:
        """Return the set of buttons or boxes with the legend ``title``."""
        return self.here.get_by_role("group", name=_label(title, required))

    def fill(self, title: str, text: str) -> None:
        """Type ``text`` under the label ``title``."""
        self.field(title).fill(text)

    def choose(self, title: str, option: str) -> None:
        """Choose ``option`` from the list under the label ``title``."""
        self.field(title).select_option(label=option)

    def choose_first(self, title: str) -> None:
        """Choose the first record of the list under the label ``title``."""
        self.field(title).select_option(index=1)

    def choose_nothing(self, title: str) -> None:
        """Choose nothing from the list under the label ``title``."""
        self.field(title).select_option("")

    def press(self, title: str, option: str) -> None:
        """Press the button ``option`` of the set with the legend ``title``."""
        self.group(title).get_by_label(option, exact=True).check()

    def tick(self, title: str, *options: str) -> None:
        """Tick the box ``title``, or the boxes ``options`` of the set with that legend."""
        for option in options:
            self.press(title, option)
        if not options:
            self.field(title).check()

    def untick(self, title: str) -> None:
        """Take the tick away from the box ``title``."""
        self.field(title).uncheck()

    def tick_nothing(self, title: str) -> None:
        """Take every tick away from the set with the legend ``title``."""
        for box in self.group(title).get_by_role("checkbox").all():
            box.uncheck()

    def attach(self, title: str, name: str) -> None:
        """Hand in a file called ``name`` under the legend ``title``, and wait until it is there."""
        group = self.group(title)
        payload: FilePayload = {"name": name, "mimeType": "", "buffer": sample_content(name)}
        group.locator("input[type=file]").set_input_files(payload)
        expect(group.get_by_role("listitem").filter(has_text=name)).to_be_visible()

    def click(self, name: str) -> None:
        """Press the button ``name``, the first if a dialog's own button is called so too."""
        self.here.get_by_role("button", name=name, exact=True).first.click()

    def expect_line(self, title: str, *, required: bool = False, help: str = "") -> None:
        """There is something to type in under the label ``title``."""
        control = self.field(title, required=required)
        expect(control).to_be_editable()
        _expect_help(control, help)

    def expect_filled(self, title: str, text: str) -> None:
        """The control under the label ``title`` holds ``text``."""
        expect(self.field(title)).to_have_value(text)

    def expect_box(self, title: str, *, required: bool = False, help: str = "") -> None:
        """There is a box to tick with the label ``title``."""
        control = self.field(title, required=required)
        expect(control).to_have_role("checkbox")
        _expect_help(control, help)

    def expect_list(
        self, title: str, options: Sequence[str], *, required: bool = False, help: str = ""
    ) -> None:
        """There is a list under the label ``title`` with exactly these options."""
        control = self.field(title, required=required)
        expect(control.get_by_role("option")).to_have_text([say("form.choose"), *options])
        _expect_help(control, help)

    def expect_records(self, title: str, *, required: bool = False, help: str = "") -> None:
        """There is a list of records to choose from under the label ``title``."""
        control = self.field(title, required=required)
        expect(control.get_by_role("option").nth(1)).to_be_attached()
        _expect_help(control, help)

    def expect_buttons(
        self, title: str, options: Sequence[str], *, required: bool = False, help: str = ""
    ) -> None:
        """There is a set of buttons with the legend ``title``: one of them can be chosen."""
        self._expect_set("radio", title, options, required, help)

    def expect_boxes(
        self, title: str, options: Sequence[str], *, required: bool = False, help: str = ""
    ) -> None:
        """There is a set of boxes with the legend ``title``: any of them can be ticked."""
        self._expect_set("checkbox", title, options, required, help)

    def expect_files(self, title: str, *, required: bool = False, help: str = "") -> None:
        """There is a button to choose files with under the legend ``title``."""
        control = self.group(title, required=required).locator("input[type=file]")
        expect(control).to_have_count(1)
        if help:
            expect(control).to_have_accessible_description(re.compile(words(help)))

    def expect_shown(self, title: str) -> None:
        """There is a value under the label ``title`` that nobody types."""
        expect(self.field(title)).to_be_visible()

    def expect_not_asked(self, title: str) -> None:
        """Nothing is asked under the label ``title``."""
        expect(self._control(title)).to_be_hidden()

    def expect_wrong(self, title: str, message: str) -> None:
        """The control under the label ``title`` is marked as wrong, and ``message`` says why."""
        control = self._control(title)
        expect(control).to_have_attribute("aria-invalid", "true")
        expect(control).to_have_accessible_description(re.compile(rf"{words(message)}\s*$"))

    def expect_right(self, title: str) -> None:
        """The control under the label ``title`` is not marked as wrong."""
        expect(self._control(title)).not_to_have_attribute("aria-invalid", "true")

    def _expect_set(
        self, role: str, title: str, options: Sequence[str], required: bool, help: str
    ) -> None:
        group = self.group(title, required=required)
        expect(group.locator(f"input[type={role}]")).to_have_count(len(options))
        expect(group.locator("label")).to_have_text(list(options))
        _expect_help(group.locator("input").first, help)

    def _control(self, title: str) -> Locator:
        """Return the field, or the first of a set: both are on the page from the beginning."""
        field = self.field(title)
        return field if field.count() else self.group(title).locator("input").first


def dialog(page: Page, title: str) -> Part:
    """Return the dialog ``title`` when it is open."""
    found = page.get_by_role("dialog", name=title, exact=True)
    expect(found).to_be_visible()
    return Part(found)


def section(main: Locator, title: str) -> Locator:
    """Return the part of the screen below the heading ``title``."""
    heading = main.get_by_role("heading", name=title, exact=True)
    return heading.locator("xpath=ancestor::section[1]")


def shown_value(main: Locator, title: str) -> Locator:
    """Return what a detail shows under ``title``, with that."""
    exact = re.compile(rf"^\s*{words(title)}\s*({chips()})?\s*$")
    term = main.page.get_by_role("term").filter(has_text=exact)
    return main.locator(".kit-value").filter(has=term)


def sample_content(name: str) -> bytes:
    """Return a content that fits the ending of ``name``."""
    ending = f".{name.rpartition('.')[2].lower()}"
    return paper(ending, 0) if ending in MADE else b"PK sample"


def words(text: str) -> str:
    """Return a pattern for ``text`` as a browser reads it, with any white space between its words.

    Some characters that can't be seen are left out of what is read. Quotes and the like are written
    as numbers: inside of a selector they would end the pattern.
    """
    return _GAP.join(map(_pattern, re.split(_GAP, text.strip())))


def _pattern(word: str) -> str:
    seen = (_NUMBERED.get(letter, re.escape(letter)) for letter in word)
    return "".join(f"[{_UNSEEN}]*" if letter in _UNSEEN else letter for letter in seen)


def chips() -> str:
    """Return a pattern for the small labels that may stand behind a title, such as a phase."""
    titles = [phase.title for phase in project.phases]
    titles += [say("frame.undecided"), say("frame.out")]
    return "|".join(map(words, titles))


def _label(title: str, required: bool | None) -> re.Pattern[str]:
    """Match a label: the title, the mark of a required or an optional field, perhaps a chip."""
    marks = [words(say(f"form.{mark}")) for mark in _MARKS[required]]
    return re.compile(rf"^\s*{words(title)}\s*({'|'.join(marks)})\s*({chips()})?\s*$")


def _expect_help(control: Locator, help: str) -> None:
    if help:
        expect(control).to_have_accessible_description(re.compile(rf"^\s*{words(help)}"))
