"""Ways to break the prototype of ``lending.yaml``, one at a time, as people break programs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """In the file ``path`` of the prototype ``right`` becomes ``wrong``.

    ``tests`` are the modules whose screens are touched by it.
    """

    what: str
    path: str
    right: str
    wrong: str
    tests: tuple[str, ...]


def _in(path: str, what: str, right: str, wrong: str, *tests: str) -> Mutant:
    return Mutant(what, path, right, wrong, tests)


MODEL, STORE = "model.py", "kit/store"
FIELDS, SAVING = "kit/kinds/form_fields.py", "kit/kinds/saving.py"

MUTANTS = [
    # What is asked, and what it is called
    _in(MODEL, "wrong label", 'Text("使いみち"', 'Text("使い道"', "loan_form"),
    _in(MODEL, "help lost", 'help="行事の名前を書いてください", ', "", "loan_form"),
    _in(MODEL, "choice lost", '"公民館", "屋外"', '"公民館"', "loan_form"),
    _in(MODEL, "choice too many", '"屋外", "その他"]', '"屋外", "その他", "全部"]', "loan_form"),
    _in(MODEL, "another type", 'Money("価格", min=1, max=900000)', 'Text("価格")', "item_form"),
    _in("screens/loan_form.py", "field missing", "date(Loan.from_on)", "pass", "loan_form"),
    _in("screens/loan_form.py", "wrong title", 'title="借りる"', 'title="かりる"', "loan_form"),
    _in("screens/loan_form.py", "wrong help", "3日前", "2日前", "loan_form"),
    _in(
        "kit/controls/field_part.py",
        "unlabelled control",
        'label.props["for"] = self.html_id',
        "pass",
        "item_form",
    ),
    _in(
        "kit/controls/field_part.py",
        "required mark upside down",
        'say("form.required_mark" if self._required else "form.optional_mark")',
        'say("form.optional_mark" if self._required else "form.required_mark")',
        "item_form",
    ),
    # Rules
    _in(MODEL, "required dropped", 'Text("番号", required=True, ', 'Text("番号", ', "item_form"),
    _in(MODEL, "upper bound one too high", "max=50)", "max=51)", "loan_form"),
    _in(MODEL, "upper bound one too low", "max=50)", "max=49)", "loan_form"),
    _in(MODEL, "lower bound one too low", "min=1, max=50", "min=0, max=50", "loan_form"),
    _in(MODEL, "lower bound one too high", "min=1, max=50", "min=2, max=50", "loan_form"),
    _in(MODEL, "first day one too late", "2026-04-01", "2026-04-02", "loan_form"),
    _in(MODEL, "length one too short", "max_length=30", "max_length=29", "loan_form"),
    _in(MODEL, "shortest one too long", "min_length=2", "min_length=3", "item_form"),
    _in(MODEL, "pattern lost", ', pattern="[A-Z][0-9]{2}"', "", "item_form"),
    _in(MODEL, "unique lost", "unique=True, ", "", "item_form"),
    _in(MODEL, "always shown", 'show_when={"place": ["その他"]},', "", "loan_form"),
    _in(MODEL, "never required", 'required_when={"place": ["その他"]},', "", "loan_form"),
    _in("kit/model/bounds.py", "bound not checked", "self.max < value:", "False:", "loan_form"),
    _in(
        FIELDS,
        "nothing is followed",
        "part.show(fulfilled(part.field.show_when, self.entity, values))",
        "pass",
        "loan_form",
    ),
    # Phases
    _in(
        "kit/model/phases.py",
        "phase view ignored",
        "place <= order.index(view)",
        "place <= len(order)",
        "loan_form",
    ),
    _in("kit/model/phases.py", "a phase too late", "place <= order", "place < order", "loan_form"),
    _in(MODEL, "in no phase", 'feature="F2"', 'feature=""', "loan_form"),
    _in("kit/kinds/lines.py", "card in every phase", ".shown:", ".shown or True:", "loan_board"),
    _in("project.py", "feature in another phase", 'phase="2"', 'phase="1"', "figures"),
    # Saving
    _in(SAVING, "save that does not save", "store.save, record,", "dict,", "loan_form"),
    _in(
        FIELDS,
        "save that loses a field",
        "return values | dict.fromkeys(hidden)",
        'return values | dict.fromkeys(hidden) | {"fee": None}',
        "loan_form",
    ),
    _in(
        SAVING,
        "save without a look",
        "        wrong = self._fields.wrong()\n        self._say_wrong(wrong)\n        if wrong:",
        "        wrong = {}\n        self._say_wrong(wrong)\n        if wrong:",
        "loan_form",
    ),
    _in("kit/fields/money.py", "wrong amount", 'f"{value:,}', 'f"{value + 1:,}', "loan_form"),
    # Lists
    _in("screens/loan_list.py", "column missing", "column(Loan.people)", "pass", "loan_list"),
    _in(
        "screens/loan_list.py",
        "columns swapped",
        "column(Loan.number)\n        column(Loan.item)",
        "column(Loan.item)\n        column(Loan.number)",
        "loan_list",
    ),
    _in(
        "screens/loan_list.py",
        "column shows another field",
        "column(Loan.people)",
        'column(Loan.fee, title="人数")',
        "loan_form",
        "loan_list",
    ),
    _in("screens/loan_list.py", "filter missing", "filter_by(Loan.place)", "pass", "loan_list"),
    _in(
        "kit/kinds/filters.py",
        "filter ignored",
        "return {self.field.key: texts}",
        "return {}",
        "loan_list",
    ),
    _in("screens/loan_list.py", "no order of its own", ', sort="-number"', "", "loan_list"),
    _in("screens/loan_list.py", "order turned round", '"-number"', '"number"', "loan_list"),
    _in("kit/kinds/records.py", "order ignored", "sort=self._sort)", 'sort="")', "loan_list"),
    _in(
        "kit/kinds/records.py", "search ignored", "search=self._search,", 'search="",', "loan_list"
    ),
    _in(
        "kit/kinds/records.py",
        "pages do not turn",
        "offset=(self._page - 1) * PAGE_SIZE",
        "offset=0",
        "loan_list",
    ),
    _in("screens/open_list.py", "limit lost", ', where={"state": ["貸出中"]}', "", "open_list"),
    _in(
        "kit/kinds/records.py", "row without a link", "if detail else", "if False else", "item_list"
    ),
    # Sheets
    _in(
        "kit/spreadsheet/files.py",
        "last row not in Excel",
        "for row in rows:\n        cells = []",
        "for row in list(rows)[:-1]:\n        cells = []",
        "item_list",
    ),
    _in(
        "kit/spreadsheet/values.py",
        "a number is written as it reads",
        "if field.numeric and isinstance",
        "if False and isinstance",
        "item_list",
    ),
    # States, transitions, roles
    _in(MODEL, "to the wrong state", 'to="貸出中", by', 'to="返却済", by', "loan_detail"),
    _in(
        MODEL,
        "for the wrong role",
        '申請"], to="貸出中", by=["keeper"]',
        '申請"], to="貸出中", by=["staff"]',
        "loan_detail",
    ),
    _in(
        MODEL,
        "for everybody",
        'from_=["申請"], to="貸出中", by=["keeper"])',
        'from_=["申請"], to="貸出中")',
        "loan_detail",
    ),
    _in(
        MODEL,
        "from another state too",
        'from_=["貸出中"],',
        'from_=["貸出中", "取消"],',
        "loan_detail",
    ),
    _in(MODEL, "does not ask", 'requires=["note"],', "", "loan_detail"),
    _in(MODEL, "asks for no reason", ", reason=True", "", "loan_detail"),
    _in(
        f"{STORE}/transitions.py",
        "server does not check the role",
        "if not transition.offered(state, request.role):",
        "if False:",
        "loan_detail",
    ),
    _in(
        f"{STORE}/transitions.py",
        "server checks neither state nor role",
        "    if state not in transition.from_:",
        "    return transition\n    if state not in transition.from_:",
        "loan_detail",
    ),
    _in(
        f"{STORE}/checking.py",
        "server does not check what is required",
        "    for key in transition.requires:",
        "    for key in ():",
        "loan_detail",
    ),
    _in("screens/loan_form.py", "open to everybody", 'roles=["staff"],', "", "loan_form"),
    _in("screens/open_list.py", "open to another role", '["keeper"]', '["staff"]', "open_list"),
    _in(
        "kit/kinds/transitions.py",
        "note forgotten",
        "view.visitor.say_next(done)",
        "pass",
        "loan_detail",
    ),
    _in(
        "kit/page/frame.py",
        "screen stays as it was",
        "    wait_for_second_click(view)\n    await patiently(rebuild, view)\n",
        "",
        "loan_detail",
    ),
    # Detail
    _in("screens/loan_detail.py", "value missing", "value(Loan.people)", "pass", "loan_detail"),
    _in(
        "screens/loan_detail.py",
        "value of another field",
        "value(Loan.fee)",
        'value(Loan.people, title="使用料")',
        "loan_form",
        "loan_detail",
    ),
    _in("screens/loan_detail.py", "history missing", "history()", "pass", "loan_detail"),
    # Board, home, figures
    _in(
        "kit/kinds/board.py",
        "cards in the wrong column",
        "self.by.key: [key]}",
        'self.by.key: ["申請"]}',
        "loan_board",
    ),
    _in("screens/loan_board.py", "card without its line", "line(Loan.item)", "pass", "loan_board"),
    _in(
        "kit/kinds/home.py", "steps of everybody", "if step.actor == view.role:", "if step:", "home"
    ),
    _in(
        "kit/kinds/dashboard.py",
        "wrong number",
        "here.view.store.count(entity, where)",
        "here.view.store.count(entity, {})",
        "figures",
    ),
    _in(
        "kit/kinds/dashboard.py",
        "wrong total",
        "of.show(here.view.store.total(entity, of, where))",
        "of.show(here.view.store.total(entity, of, where) + 1)",
        "figures",
    ),
    # What goes wrong behind the screen
    _in(
        "screens/item_list.py",
        "uncaught error",
        "column(Item.price)",
        "raise RuntimeError",
        "item_list",
    ),
    _in(
        "kit/page/theme.py",
        "console error",
        "ui.add_head_html(f'",
        "ui.add_head_html(f'<script>console.error(1)</script>",
        "home",
    ),
    _in(
        "kit/page/theme.py",
        "request beyond the machine",
        "ui.add_head_html(f'",
        'ui.add_head_html(f\'<img src="http://192.0.2.1/x.png">',
        "home",
    ),
    _in(
        "kit/page/theme.py",
        "request that fails",
        "ui.add_head_html(f'",
        'ui.add_head_html(f\'<script src="/nothing.js"></script>',
        "home",
    ),
    _in(
        "kit/page/widgets.py",
        "headings that are none",
        'f"h{level}", "kit-heading"',
        '"div", "kit-heading"',
        "home",
    ),
    _in(
        "kit/static/kit.css",
        "text that can't be read",
        "--text: #333333",
        "--text: #bbbbbb",
        "home",
    ),
    _in(
        "kit/page/frame.py",
        "menu button without a name",
        '.props["aria-label"] = say("frame.menu")',
        '.props["x"] = ""',
        "home",
    ),
]
