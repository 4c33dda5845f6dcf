"""Writing: what was acknowledged is never lost, twice or torn, whoever saves meanwhile."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import pairwise
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from generator.decide.actions import Answer, Ask, Clash, Decide, MakeFeature
from generator.decide.attempt import Done, Failed, Outcome, Waits
from generator.decide.document import Document
from generator.decide.outline import decisions_on, fields, names, phase_of
from generator.decide.spec_file import beside
from generator.decide.write import (
    apply_waiting,
    carry_out,
    dropped,
    journal_path,
    let_go,
    needing_attention,
    restore,
    unresolved,
    waiting,
)
from tests.decide import deciders
from tests.decide.conftest import SPEC
from tests.measure import WHOLE

needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
needs_kill = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")


def decide(feature: str = "F1", phase: str = "2", seen: str | None = "1", **more: str) -> Decide:
    return Decide(feature=feature, phase=phase, by="係長", reason="要る", seen=seen, **more)


def one(spec: Path, *actions: Decide | Ask | Answer | MakeFeature) -> Outcome:
    (outcome,) = carry_out(spec, actions).outcomes
    return outcome


def phases_in(spec: Path) -> dict[str, str]:
    document = Document.of(spec.read_bytes())
    return {name: phase_of(document, name) for name in names(document, "features")}


def ids_in(spec: Path) -> list[str]:
    document = Document.of(spec.read_bytes())
    features = names(document, "features")
    return [record["id"] for name in features for record in decisions_on(document, name)]


def visible(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


# -------------------------------------------------------------------------- one after the other


def test_a_decision_is_in_the_file_and_nothing_is_left_beside_it(spec: Path) -> None:
    decision = decide()
    assert one(spec, decision) == Done((decision,), ("F1",))
    assert phases_in(spec) == {"F1": "2", "F2": "1", "F3": "undecided"}
    hidden = sorted(path.name for path in spec.parent.iterdir() if path.name != spec.name)
    assert hidden == [".spec.yaml.decisions.jsonl", ".spec.yaml.lock"]
    assert waiting(spec) == unresolved(spec) == dropped(spec) == []


def test_trying_again_does_no_harm(spec: Path) -> None:
    decision, question = decide(), Ask(by="係長", text="なぜ", about="F1")
    made = MakeFeature(by="係長", title="除雪")
    for _ in range(3):
        assert one(spec, decision) == Done((decision,), ("F1",))
        assert one(spec, question) == Done((question,), ("Q2",))
        assert one(spec, made) == Done((made,), ("F4",))
    assert ids_in(spec) == [decision.id]
    assert names(Document.of(spec.read_bytes()), "questions") == ["Q1", "Q2"]


def test_a_question_that_comes_from_the_advice_names_its_rule(spec: Path) -> None:
    question = Ask(by="係長", text="何が入るか", about="F1", rule="L1")
    assert one(spec, question) == Done((question,), ("Q2",))
    assert fields(Document.of(spec.read_bytes()), "questions", "Q2")["rule"] == "L1"


def test_who_saw_another_phase_is_told_what_the_other_decided(spec: Path) -> None:
    first, second = decide(phase="2"), decide(phase="out")
    one(spec, first)
    before = spec.read_bytes()
    outcome = one(spec, second)
    assert isinstance(outcome, Clash)
    assert (outcome.seen, outcome.current, outcome.other["id"]) == ("1", "2", first.id)
    assert spec.read_bytes() == before
    assert [action.id for action in waiting(spec)] == []
    assert isinstance(one(spec, decide(phase="out", seen="2")), Done)


def test_decisions_on_other_features_do_not_disturb(spec: Path) -> None:
    outcomes = carry_out(spec, [decide("F1")], [decide("F2")], [decide("F3", seen="1")]).outcomes
    assert [type(outcome) for outcome in outcomes] == [Done, Done, Clash]
    assert phases_in(spec) == {"F1": "2", "F2": "2", "F3": "undecided"}


def test_a_batch_is_written_as_a_whole_or_not_at_all(spec: Path) -> None:
    before = spec.read_bytes()
    assert isinstance(one(spec, decide("F1"), decide("F9")), Failed)
    assert isinstance(one(spec, decide("F1"), decide("F2", seen="2")), Clash)
    assert spec.read_bytes() == before
    assert isinstance(one(spec, decide("F1"), decide("F2")), Done)


def test_what_the_spec_does_not_have_is_told_with_the_nearest_name(spec: Path) -> None:
    failed = one(spec, decide("f1", seen=None))
    assert isinstance(failed, Failed)
    assert "「f1」はありません" in failed.error.message("ja")
    assert "「F1」のことですか" in failed.error.message("ja")
    failed = one(spec, decide(phase="２"))
    assert isinstance(failed, Failed)
    assert "「2」のことですか" in failed.error.message("ja")
    assert "Did you mean “2”?" in failed.error.message("en")


def test_questions_are_answered_once_and_another_answer_is_shown_first(spec: Path) -> None:
    answer = Answer(by="課長", question="Q1", answer="係長", at="2026-11-23T14:20:00+09:00")
    assert isinstance(one(spec, answer), Done)
    found = fields(Document.of(spec.read_bytes()), "questions", "Q1")
    assert found == {
        "text": "誰が判断するか",
        "answer": "係長",
        "answered": "2026-11-23",
        "answered_by": "課長",
    }
    clash = one(spec, Answer(by="部長", question="Q1", answer="部長"))
    assert isinstance(clash, Clash)
    assert (clash.current, clash.other["answered_by"]) == ("係長", "課長")
    again = Answer(by="部長", question="Q1", answer="部長", seen="係長")
    assert isinstance(one(spec, again), Done)
    assert isinstance(one(spec, Answer(by="a", question="Q9", answer="b")), Failed)


def test_a_new_feature_takes_the_element_with_it(spec: Path) -> None:
    fields_ = "    fields:\n      place: 場所\n      kind: 種別\n"
    entities = f"entities:\n  report:\n    title: 通報\n{fields_}"
    spec.write_text(SPEC + entities, encoding="utf-8")
    path = ("entities", "report", "fields", "place")
    assert isinstance(one(spec, MakeFeature(by="係長", title="地点", element=path)), Done)
    text = spec.read_text(encoding="utf-8")
    assert "      place:\n        title: 場所\n        feature: F4\n      kind: 種別\n" in text
    other = MakeFeature(by="課長", title="地点", element=(*path[:-1], "kind"))
    assert one(spec, other) == Done((other,), ("F4",))  # the same feature, for another element
    text = spec.read_text(encoding="utf-8")
    assert text.count("feature: F4") == 2
    assert text.count("地点") == 1


# -------------------------------------------------------------------------- a spec that is broken


@pytest.mark.parametrize("broken", [SPEC + "  : [\n", "", "project: [試し\n", "- a\n"])
def test_what_is_decided_on_a_broken_spec_waits_until_it_is_mended(spec: Path, broken: str) -> None:
    spec.write_text(broken, encoding="utf-8")
    decision = decide()
    assert one(spec, decision) == Waits((decision,))
    assert one(spec, decision) == Waits((decision,))
    assert waiting(spec) == [decision]
    assert spec.read_text(encoding="utf-8") == broken
    spec.write_text(SPEC, encoding="utf-8")
    assert apply_waiting(spec).caught_up == (decision,)
    assert ids_in(spec) == [decision.id]
    assert waiting(spec) == []


def test_what_waits_is_written_before_the_next_decision(spec: Path) -> None:
    spec.write_text("x: [", encoding="utf-8")
    early = decide(phase="2")
    one(spec, early)
    spec.write_text(SPEC, encoding="utf-8")
    late = decide(phase="out", seen="2")
    written = carry_out(spec, [late])
    assert written.outcomes == (Done((late,), ("F1",)),)
    assert written.caught_up == (early,)
    assert ids_in(spec) == [early.id, late.id]


def test_two_who_decide_on_a_broken_spec_clash_as_usual(spec: Path) -> None:
    spec.write_text("x: [", encoding="utf-8")
    one(spec, decide(phase="2"))
    clash = one(spec, decide(phase="out"))
    assert isinstance(clash, Clash)
    assert (clash.current, clash.other["by"]) == ("2", "係長")
    assert isinstance(one(spec, decide(phase="out", seen="2")), Waits)
    spec.write_text(SPEC, encoding="utf-8")
    apply_waiting(spec)
    assert phases_in(spec)["F1"] == "out"


def test_what_waited_and_does_not_fit_any_more_asks_for_a_person(spec: Path) -> None:
    spec.write_text("x: [", encoding="utf-8")
    decision, unknown = decide(), decide("F9", seen=None)
    one(spec, decision)
    one(spec, unknown)
    spec.write_text(SPEC.replace("phase: 1  #", "phase: out  #"), encoding="utf-8")
    written = apply_waiting(spec)
    assert [type(outcome) for outcome in written.unresolved] == [Clash, Failed]
    assert unresolved(spec) == [decision, unknown]
    spec.write_text(SPEC, encoding="utf-8")
    assert apply_waiting(spec).caught_up == ()  # it is not written behind anybody's back
    assert isinstance(one(spec, decision), Done)
    let_go(spec, [unknown])
    assert unresolved(spec) == []


# -------------------------------------------------------------------------- an editor saves


def test_a_young_decision_that_a_save_dropped_is_put_back(spec: Path) -> None:
    decision = decide()
    one(spec, decision)
    spec.write_text(SPEC + "# saved\n", encoding="utf-8")
    assert apply_waiting(spec).caught_up == (decision,)
    assert spec.read_text(encoding="utf-8").endswith("# saved\n")
    assert ids_in(spec) == [decision.id]
    assert apply_waiting(spec).caught_up == ()


def test_an_old_decision_that_a_save_dropped_is_asked_about(spec: Path) -> None:
    decision = decide()
    one(spec, decision)
    age(spec, 60)
    spec.write_text(SPEC + "# saved\n", encoding="utf-8")
    assert apply_waiting(spec).caught_up == ()
    assert dropped(spec) == [decision]
    assert isinstance(one(spec, decision), Done)
    assert dropped(spec) == []
    spec.write_text(SPEC, encoding="utf-8")
    let_go(spec, [decision])
    assert dropped(spec) == []
    assert apply_waiting(spec).caught_up == ()


def age(spec: Path, seconds: float) -> None:
    """Let everything in the journal be older."""
    journal = journal_path(spec)
    lines = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
    aged = [json.dumps(line | {"time": line["time"] - seconds}) + "\n" for line in lines]
    journal.write_text("".join(aged), encoding="utf-8")


def test_what_was_put_back_is_put_back_again_however_old_the_decision(spec: Path) -> None:
    decision = decide()
    one(spec, decision)
    spec.write_text(SPEC + "# saved\n", encoding="utf-8")
    age(spec, 9)  # a slow machine
    assert apply_waiting(spec).put_back == (decision,)
    spec.write_text(SPEC + "# saved\n", encoding="utf-8")
    assert apply_waiting(spec).put_back == (decision,)
    assert ids_in(spec) == [decision.id]


def test_a_save_that_can_not_have_seen_the_last_decision_drops_no_older_one(spec: Path) -> None:
    old, young = decide(), decide("F2", seen="1")
    one(spec, old)
    age(spec, 60)
    one(spec, young)
    spec.write_text(SPEC, encoding="utf-8")
    assert apply_waiting(spec).put_back == (old, young)
    assert needing_attention(spec) == []


def test_what_a_save_dropped_is_asked_about_until_it_is_answered(spec: Path) -> None:
    decision = decide()
    one(spec, decision)
    age(spec, 60)
    spec.write_text(SPEC, encoding="utf-8")
    apply_waiting(spec)
    for _ in range(2):  # also after further saves, and although it was young when they came
        spec.write_text(spec.read_text(encoding="utf-8") + "# saved\n", encoding="utf-8")
        assert apply_waiting(spec).put_back == ()
        assert [batch.actions for batch in needing_attention(spec)] == [(decision,)]
    assert isinstance(restore(spec, needing_attention(spec)).outcomes[0], Done)
    assert ids_in(spec) == [decision.id]
    assert needing_attention(spec) == []


def test_what_comes_back_by_itself_is_not_asked_about_and_can_be_dropped_again(spec: Path) -> None:
    decision = decide()
    one(spec, decision)
    with_it = spec.read_bytes()
    age(spec, 60)
    spec.write_text(SPEC, encoding="utf-8")
    apply_waiting(spec)
    spec.write_bytes(with_it + b"# undone in the editor\n")
    apply_waiting(spec)
    assert needing_attention(spec) == []
    spec.write_text(SPEC, encoding="utf-8")
    assert apply_waiting(spec).put_back == (decision,)


def test_what_was_decided_together_is_restored_and_let_go_together(spec: Path) -> None:
    together = (decide(), decide("F2", seen="1"))
    one(spec, *together)
    age(spec, 60)
    spec.write_text(SPEC, encoding="utf-8")
    apply_waiting(spec)
    (batch,) = needing_attention(spec)
    assert batch.actions == together
    restore(spec, [batch])
    assert ids_in(spec) == [action.id for action in together]
    age(spec, 60)
    spec.write_text(SPEC, encoding="utf-8")
    apply_waiting(spec)
    let_go(spec, needing_attention(spec)[0].actions)
    assert needing_attention(spec) == []
    assert dropped(spec) == []


def test_what_is_restored_is_written_onto_what_was_decided_since(spec: Path) -> None:
    old, new = decide(phase="2"), decide(phase="out")
    one(spec, old)
    age(spec, 60)
    spec.write_text(SPEC, encoding="utf-8")
    apply_waiting(spec)
    one(spec, new)
    restore(spec, needing_attention(spec))
    records = decisions_on(Document.of(spec.read_bytes()), "F1")
    assert [(r["from"], r["phase"]) for r in records] == [("1", "out"), ("out", "2")]


def test_what_can_not_be_restored_is_asked_about_still(spec: Path) -> None:
    decision = decide("F3", seen="undecided")
    one(spec, decision)
    age(spec, 60)
    without = SPEC.replace("F3", "F7")
    spec.write_text(without, encoding="utf-8")
    apply_waiting(spec)
    assert isinstance(restore(spec, needing_attention(spec)).outcomes[0], Failed)
    assert [batch.actions for batch in needing_attention(spec)] == [(decision,)]


def test_what_is_restored_while_the_spec_is_broken_waits(spec: Path) -> None:
    decision = decide()
    one(spec, decision)
    age(spec, 60)
    spec.write_text(SPEC, encoding="utf-8")
    apply_waiting(spec)
    spec.write_text("x: [", encoding="utf-8")
    (batch,) = needing_attention(spec)
    assert isinstance(restore(spec, [batch]).outcomes[0], Waits)
    spec.write_text(SPEC, encoding="utf-8")
    assert apply_waiting(spec).caught_up == (decision,)


def test_what_the_engineer_words_anew_is_not_dropped(spec: Path) -> None:
    made, asked = MakeFeature(by="係長", title="除雪"), Ask(by="係長", text="なぜ")
    answer = Answer(by="課長", question="Q1", answer="かかり長")
    one(spec, made)
    one(spec, asked)
    one(spec, answer)
    text = spec.read_text(encoding="utf-8")
    for old, new in (("除雪", "除雪の受付"), ("なぜ", "なぜか"), ("かかり長", "係長")):
        text = text.replace(old, new)
    spec.write_text(text, encoding="utf-8")
    assert apply_waiting(spec).caught_up == ()
    assert dropped(spec) == []
    spec.write_text(SPEC, encoding="utf-8")
    assert apply_waiting(spec).caught_up == (made, asked, answer)


def test_a_phase_that_the_engineer_changed_by_hand_is_not_overwritten(spec: Path) -> None:
    decision = decide()
    one(spec, decision)
    spec.write_text(SPEC.replace("phase: 1  #", "phase: out  #"), encoding="utf-8")
    assert apply_waiting(spec).caught_up == ()
    assert phases_in(spec)["F1"] == "out"
    assert dropped(spec) == [decision]


def test_a_save_that_is_still_going_on_and_the_decision_both_get_into_the_file(spec: Path) -> None:
    lines = (
        "import os, sys\n"
        "new = sys.argv[2].encode()\n"
        "with open(sys.argv[1], 'wb') as file:\n"
        "    print('begun', flush=True)\n"
        "    for byte in new:\n"
        "        file.write(bytes([byte]))\n"
        "        file.flush()\n"
        "        os.fsync(file.fileno())\n"
    )
    saved = SPEC + "# the last line\n"
    command = [sys.executable, "-c", lines, str(spec), saved]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as editor:
        assert editor.stdout
        editor.stdout.readline()
        outcome = one(spec, decide())
        assert editor.wait() == 0
    if isinstance(outcome, Waits):  # the editor paused for longer than a save may take
        apply_waiting(spec)
    text = spec.read_text(encoding="utf-8")
    assert text.endswith("# the last line\n")
    assert phases_in(spec)["F1"] == "2"


# -------------------------------------------------------------------------- kinds of files


def test_a_link_stays_a_link_and_the_rights_stay(spec: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "real.yaml"
    real.parent.mkdir()
    spec.rename(real)
    spec.symlink_to(real)
    real.chmod(0o640)
    assert isinstance(one(spec, decide()), Done)
    assert spec.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert phases_in(real)["F1"] == "2"
    assert journal_path(spec).parent == real.parent
    assert visible(tmp_path) == ["elsewhere", "spec.yaml"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_must_not_be_written_is_not(spec: Path) -> None:
    spec.chmod(0o400)
    with pytest.raises(PermissionError):
        one(spec, decide())
    spec.chmod(0o600)
    assert apply_waiting(spec).caught_up == ()
    assert ids_in(spec) == []


def test_a_file_that_is_not_there_is_an_error_and_nothing_waits(spec: Path) -> None:
    spec.unlink()
    with pytest.raises(FileNotFoundError):
        one(spec, decide())
    assert visible(spec.parent) == []


def _may_mount() -> bool:
    try:
        return subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode == 0
    except OSError:
        return False


@needs_linux
@pytest.mark.skipif(not _may_mount(), reason="needs the right to mount")
def test_a_file_that_is_a_mount_of_its_own_is_written_in_place(spec: Path, tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    real.write_bytes(spec.read_bytes())
    lines = (
        "import sys; from pathlib import Path; from generator.decide.write import *\n"
        "from generator.decide.actions import Decide\n"
        "for phase, seen in (('2', '1'), ('out', '2')):\n"
        "    decision = Decide(feature='F1', phase=phase, by='x', reason='y', seen=seen)\n"
        "    print(type(carry_out(Path(sys.argv[1]), [decision]).outcomes[0]).__name__)\n"
    )
    script = 'mount --bind "$1" "$2" && exec "$3" -c "$4" "$2"'
    words = ["unshare", "-m", "sh", "-c", script, "sh", str(real), str(spec)]
    done = subprocess.run(
        [*words, sys.executable, lines], capture_output=True, encoding="utf-8", check=False
    )
    assert done.stdout == "Done\nDone\n", done.stderr
    assert phases_in(real)["F1"] == "out"
    assert spec.read_text(encoding="utf-8") == SPEC
    assert not beside(spec, "redo").exists()
    assert not beside(spec, "exchange").exists()


# -------------------------------------------------------------------------- after a crash


@pytest.mark.parametrize("written", [0, 1, 150, 10_000])
def test_a_file_that_was_half_written_in_place_is_finished(spec: Path, written: int) -> None:
    from base64 import b64encode

    base = spec.read_bytes()
    result = decide().applied(Document.of(base)).content
    words = {"base": b64encode(base).decode(), "result": b64encode(result).decode()}
    beside(spec, "redo").write_text(json.dumps(words), encoding="ascii")
    spec.write_bytes(result[:written] + base[written:])
    apply_waiting(spec)
    assert spec.read_bytes() == result
    assert not beside(spec, "redo").exists()


def test_a_save_after_a_crash_in_place_is_not_overwritten(spec: Path) -> None:
    from base64 import b64encode

    base = spec.read_bytes()
    result = decide().applied(Document.of(base)).content
    words = {"base": b64encode(base).decode(), "result": b64encode(result).decode()}
    beside(spec, "redo").write_text(json.dumps(words), encoding="ascii")
    spec.write_text(SPEC + "# saved later\n", encoding="utf-8")
    apply_waiting(spec)
    assert spec.read_text(encoding="utf-8") == SPEC + "# saved later\n"


def test_a_save_that_a_killed_writer_had_displaced_is_put_back(spec: Path) -> None:
    one(spec, decide())
    beside(spec, "exchange").write_text(SPEC + "# saved in that instant\n", encoding="utf-8")
    apply_waiting(spec)
    text = spec.read_text(encoding="utf-8")
    assert text.endswith("# saved in that instant\n")
    assert phases_in(spec)["F1"] == "2"
    assert not beside(spec, "exchange").exists()


def test_a_displaced_save_that_is_not_the_last_one_is_kept_by_name(spec: Path) -> None:
    one(spec, decide())
    beside(spec, "exchange").write_text("# saved in that instant\n", encoding="utf-8")
    spec.write_bytes(spec.read_bytes() + b"# saved later\n")
    written = apply_waiting(spec)
    assert spec.read_bytes().endswith(b"# saved later\n")
    (kept,) = written.set_aside
    assert kept.read_text(encoding="utf-8") == "# saved in that instant\n"
    assert kept.name in visible(spec.parent)


def test_what_a_killed_writer_left_half_done_is_cleared_away(spec: Path) -> None:
    one(spec, decide())
    after = spec.read_bytes()
    beside(spec, "writing").write_bytes(b"half")
    beside(spec, "exchange").write_text(SPEC, encoding="utf-8")
    with journal_path(spec).open("ab") as journal:
        journal.write(b'{"state": "waiting", "time": 1, "actions": [{"kind": "Dec')
    assert apply_waiting(spec).caught_up == ()
    assert spec.read_bytes() == after
    assert isinstance(one(spec, decide("F2")), Done)
    assert phases_in(spec)["F2"] == "2"
    assert dropped(spec) == waiting(spec) == []


def test_a_decision_that_was_only_journalled_is_written_by_the_next_one(spec: Path) -> None:
    decision = decide()
    one(spec, decision)
    journal = journal_path(spec)
    first = journal.read_bytes().splitlines(keepends=True)[0]
    spec.write_text(SPEC, encoding="utf-8")
    journal.write_bytes(first)
    for sidecar in ("lock",):
        beside(spec, sidecar).unlink()
    assert waiting(spec) == [decision]
    assert apply_waiting(spec).caught_up == (decision,)
    assert ids_in(spec) == [decision.id]


def test_a_lost_or_foreign_journal_stops_nothing(spec: Path) -> None:
    one(spec, decide())
    journal_path(spec).unlink()
    assert isinstance(one(spec, decide("F2")), Done)
    journal_path(spec).write_bytes(b'\xff\xfe{}\n[]\n{"state": 1}\nnull\n{"state":"waiting"}\n')
    assert isinstance(one(spec, decide("F3", seen="undecided")), Done)
    assert phases_in(spec) == {"F1": "2", "F2": "2", "F3": "2"}


# -------------------------------------------------------------------------- all at once


class Room:
    """A spec, people who decide on it, each a process that may be killed, and perhaps an editor."""

    def __init__(self, spec: Path, people: int, each: int) -> None:
        self.spec = spec
        self.each = each
        self.people = range(people)
        self.kills = 0
        self._started = multiprocessing.get_context("forkserver")
        self._started.set_forkserver_preload(["tests.decide.deciders"])

    def diary(self, person: int) -> Path:
        return self.spec.with_name(f"diary-{person}")

    def run(self, *, saves: int, stale_seconds: float = 0) -> None:
        """Let all decide until each has got ``each`` decisions acknowledged, and kill them."""
        chance = random.Random(1)
        working = {person: self._start(person) for person in self.people}
        if stale_seconds:
            target, arguments = deciders.edit_stale, (self.spec, saves, stale_seconds)
            saving = self._started.Process(target=target, args=arguments)
        else:
            saving = self._started.Process(target=deciders.edit, args=(self.spec, saves))
        saving.start()
        while working:
            victim = chance.choice(list(working))
            self._let_decide(victim, working[victim], chance.randint(1, 2))
            working[victim].join(chance.uniform(0, 0.02))
            if working[victim].is_alive() and working[victim].pid:
                os.kill(working[victim].pid or 0, signal.SIGKILL)
                self.kills += 1
                working[victim].join()
            for person, process in list(working.items()):
                if process.is_alive():
                    continue
                assert process.exitcode in (0, -signal.SIGKILL), process.exitcode
                if process.exitcode == 0:
                    del working[person]
                else:
                    working[person] = self._start(person)
        saving.join()
        assert saving.exitcode == 0

    def _let_decide(self, person: int, process: BaseProcess, more: int) -> None:
        """Wait for ``more`` tried decisions of ``person``: kills follow the work, not a clock."""
        tried = len(deciders.noted(self.diary(person), "try"))
        while process.is_alive() and len(deciders.noted(self.diary(person), "try")) < tried + more:
            time.sleep(0.001)

    def _start(self, person: int) -> BaseProcess:
        arguments = (self.spec, self.diary(person), self.each, person)
        process = self._started.Process(target=deciders.decide, args=arguments)
        process.start()
        return process

    def check(self) -> None:
        """Nothing acknowledged is lost, nothing is twice, nothing is torn."""
        apply_waiting(self.spec)
        document = Document.of(self.spec.read_bytes())
        acknowledged = [i for p in self.people for i in deciders.noted(self.diary(p), "ok")]
        tried = {
            json.loads(kept)["id"]
            for person in self.people
            for kept in deciders.noted(self.diary(person), "try")
        }
        assert len(acknowledged) >= self.each * len(self.people)
        there = Counter(ids_in(self.spec))
        assert [i for i in acknowledged if i not in there] == []
        assert [i for i, count in there.items() if count > 1] == []
        assert set(there) <= tried
        assert waiting(self.spec) == unresolved(self.spec) == []
        for feature in deciders.FEATURES:
            records = decisions_on(document, feature)
            assert not records or records[-1]["phase"] == phase_of(document, feature)
            for before, after in pairwise(records):
                assert after["from"] == before["phase"]


def room(spec: Path, people: int, each: int, *, saves: int = 0, stale_seconds: float = 0) -> Room:
    more = "".join(f"  {name}: 題名\n" for name in deciders.FEATURES[3:])
    spec.write_text(SPEC.replace("questions:", f"{more}questions:"), encoding="utf-8")
    found = Room(spec, people, each)
    found.run(saves=saves, stale_seconds=stale_seconds)
    return found


@needs_kill
def test_people_who_are_killed_at_any_moment_lose_nothing(spec: Path) -> None:
    found = room(spec, 4, 25)
    assert found.kills > 10
    found.check()


@needs_kill
def test_an_editor_that_saves_meanwhile_loses_nothing_and_nobody_does(spec: Path) -> None:
    found = room(spec, 3, 12, saves=12)
    check_saves(found, 12)


DECISIONS = 200 if WHOLE else 60
"""Decisions of each of the eight."""


@pytest.mark.slow
@needs_kill
def test_eight_people_who_decide_at_once_and_are_killed_lose_nothing(spec: Path) -> None:
    found = room(spec, 8, DECISIONS)
    assert found.kills > DECISIONS // 2
    found.check()


@pytest.mark.slow
@needs_kill
def test_eight_people_and_an_editor_lose_nothing(spec: Path) -> None:
    check_saves(room(spec, 8, 25, saves=60), 60)


@pytest.mark.slow
@needs_kill
def test_an_editor_whose_text_is_stale_drops_nothing_silently(spec: Path) -> None:
    each = DECISIONS if WHOLE else 24
    found = room(spec, 8, each, saves=each // 4, stale_seconds=1.5)
    written = apply_waiting(found.spec)
    there = Counter(ids_in(found.spec))
    told = {action.id for batch in needing_attention(found.spec) for action in batch.actions}
    acknowledged = [i for p in found.people for i in deciders.noted(found.diary(p), "ok")]
    print(
        f"{len(acknowledged)} acknowledged, {found.kills} killed, "
        f"{len(written.put_back)} put back at the end, {len(told)} asked about"
    )
    assert [i for i in acknowledged if i not in there and i not in told] == []
    assert [i for i, count in there.items() if count > 1] == []


def check_saves(found: Room, saves: int) -> None:
    """Every save is in the file or set aside, and no acknowledged decision is lost."""
    apply_waiting(found.spec)
    asides = found.spec.parent.glob("spec.set-aside-*")
    kept = b"".join(path.read_bytes() for path in [found.spec, *asides])
    marks = {int(number) for number in re.findall(rb"# save (\d+)\n", kept)}
    missing = sorted(set(range(saves)) - marks)
    assert missing == []
    found.check()
