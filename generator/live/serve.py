"""Build, serve, and follow: the spec, the prototype's own files, the blueprints in use.

This process watches and builds; the prototype runs in a child process, which receives what changed
and shows it (:mod:`.room`). An error in one can't take the other down, and building never keeps the
screens waiting.
"""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.messages import text

from .address import Address
from .child import Child
from .parent_request import RESTART, VERIFY_ALL
from .port import USUAL_PORT, port_to_serve
from .presence import Presence
from .room_secrets import SecretsFile
from .verifier import Known, Verifier
from .watch import Changes, Stamp, changes_of, stamp_of

if TYPE_CHECKING:
    from generator.pipeline import Built, Pipeline
    from generator.spec.problems import Problem
    from generator.write import FileResult

PACKAGE = "prototype"

Progress = Callable[[int, str], None]

STEPS = 2
"""What is waited for at first: the screens, then the server with its sample data."""

_SERVE_LOCK = "serve.lock"
_MOST_DEATHS, _DEATHS_SECONDS = 3, 60.0
"""How often in a minute a prototype that died is started again by itself."""
_PAINT_SECONDS = 0.1
"""How long writing tests waits: browsers that paint what was saved need the processor first."""


@dataclass(frozen=True)
class Settings:
    """What to serve, and where; ``out``, ``blueprints`` and ``port`` are None for the usual ones.

    ``base_path`` stands before every path, ``proxies`` are believed when they say whose request
    they pass on. With ``verify``, what changed is verified in the background; with ``new_pin``
    those who joined before must join again.
    """

    spec: Path
    out: Path | None
    blueprints: Path | None
    host: str
    port: int | None
    base_path: str = ""
    proxies: tuple[str, ...] = ()
    new_pin: bool = False
    open_browser: bool = True
    once: bool = False
    verify: bool = True


def no_progress(step: int, doing: str) -> None:
    """Report no progress."""


def serve(
    settings: Settings,
    notify: Callable[[str], None],
    explain: Callable[[Exception], str],
    progress: Progress = no_progress,
) -> bool:
    """Serve until Ctrl-C or SIGTERM; False when ``once`` is set and nothing could be served.

    ``notify`` gets what people are to read; ``progress`` gets, until the prototype answers, which
    of the :data:`STEPS` is under way and what is being done. ``explain`` turns an error of a build
    into a sentence: with ``once`` it is raised, else the last good prototype stays and the next
    save is waited for.
    Raises BusyError when another process serves the same folder.
    """
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with Server(settings, notify, explain, progress) as server:
            return server.run()
    except KeyboardInterrupt:
        # An interrupt that passed through code made at run time, such as a dataclass in the making,
        # would be taken for unhandled when Python ends, until such code has run to its end.
        exec("")
        notify(text("live.stopped"))
        return True


class Server:
    """One served prototype. Entering starts a child at once, leaving ends all children."""

    def __init__(
        self,
        settings: Settings,
        notify: Callable[[str], None],
        explain: Callable[[Exception], str],
        progress: Progress = no_progress,
    ) -> None:
        self._settings = settings
        self._notify = notify
        self._explain = explain
        self._progress = progress
        self._children = ExitStack()
        self._current: Child | None = None
        self._spare: Child | None = None
        self._out = Path()
        self._address = Address(settings.host, 0)
        self._secrets = SecretsFile(settings.spec)
        self._presence = Presence(settings.spec)
        self._deaths: list[float] = []
        self._restart_is_requested = False
        self._pipeline: Pipeline
        self._problem = ""
        self._noticed: set[str] = set()
        self._verifier: Verifier | None = None
        self._verified: Known = {"why": text("live.verify_off")}
        self._known: dict[Path, Stamp | None] = {}  # what this process wrote: no hand edits

    def __enter__(self) -> Server:
        self._spare = self._new_child()
        return self

    def __exit__(self, *_: object) -> None:
        self._children.close()

    def run(self) -> bool:
        """Build and serve; return when there is nothing to wait for."""
        from generator.pipeline import default_out
        from generator.write import STATE_FOLDER, locked

        settings = self._settings
        self._out = settings.out or default_out(settings.spec)
        (self._out / STATE_FOLDER).mkdir(parents=True, exist_ok=True)
        self._choose_port()
        self._look_for_secrets()
        folders = (self._out / PACKAGE, *self._load_blueprints())
        changes = changes_of(settings.spec, *folders, on_polling=self._notify_polling)
        lock = self._out / STATE_FOLDER / _SERVE_LOCK
        with locked(lock, address=self._address.on_this_machine):
            if self._rebuild():
                self._open_browser()
            if settings.once:
                return self._wait()
            self._begin_to_verify()
            for changed in changes:
                if self._verifier and (changed.spec or changed.files):
                    self._verifier.put_off()
                self._look_after()
                self._look_for_spec()
                self._follow(changed)
        return True

    def _begin_to_verify(self) -> None:
        settings = self._settings
        if settings.verify:
            self._verified = {}
            self._verifier = Verifier(
                settings.spec, self._out, settings.blueprints, self._on_verified
            )
            self._children.callback(self._verifier.close)
        self._on_verified(self._verified)

    def _on_verified(self, known: Known) -> None:
        """Show in the room what is known of its screens."""
        self._verified = known
        if self._current is not None:
            self._current.send_verified(known)

    def _on_request(self, name: str) -> None:
        if self._verifier and name == VERIFY_ALL:
            self._verifier.verify_all()
        if name == RESTART:
            self._restart_is_requested = True

    def _choose_port(self) -> None:
        settings = self._settings
        port = port_to_serve(settings.host, settings.port)
        if settings.port is None and port != USUAL_PORT:
            self._notify(text("live.other_port", wished=USUAL_PORT, port=port))
        self._address = Address(settings.host, port, settings.base_path, settings.proxies)

    def _look_for_secrets(self) -> None:
        """Find the secrets of the room, or make them; say when they can't be kept."""
        if self._settings.new_pin:
            self._secrets.change(lambda secrets: secrets.with_new_pin())
        elif self._secrets.now and not self._secrets.is_kept:
            self._notify(text("live.secrets_not_kept", path=self._secrets.path))

    def _load_blueprints(self) -> tuple[Path, ...]:
        """Load the blueprints and return their folders."""
        from generator.blueprints import Blueprints
        from generator.pipeline import Pipeline

        self._pipeline = Pipeline(Blueprints.find(self._settings.blueprints))
        return self._pipeline.blueprints.roots

    def _follow(self, changed: Changes) -> None:
        """Follow saved files: blueprints and spec are built, hand edits are shown as they are."""
        had_none = self._current is None
        edited = [path for path in changed.files if path.is_relative_to(self._out.resolve())]
        edited = [path for path in edited if self._known.get(path, ()) != stamp_of(path)]
        if len(edited) < len(changed.files) and self._touches_blueprints(changed.files):
            self._load_blueprints()
            shown = self._rebuild()
        elif changed.spec:
            shown = self._rebuild()
        elif edited and self._current is not None:
            self._notify(text("live.edited", names=", ".join(path.name for path in edited)))
            self._current.change(edited, self._problem)
            return
        else:
            return
        if shown and had_none:
            self._open_browser()

    def _touches_blueprints(self, files: Iterable[Path]) -> bool:
        roots = self._pipeline.blueprints.roots
        return any(path.is_relative_to(root.resolve()) for path in files for root in roots)

    def _rebuild(self) -> bool:
        """Build, and show what changed before its tests are written; return whether it answers."""
        if self._current is None:
            return self._begin()
        built, answers = None, False
        for stage in self._stages():
            if built is None:
                self._notify_problems(stage)
                answers = self._show(stage)
                time.sleep(_PAINT_SECONDS)
            built = stage
        if built is not None:
            self._report(built)
        return answers

    def _begin(self) -> bool:
        """Build everything, and start a prototype; nobody looks at one yet."""
        self._progress(0, text("live.making_screens"))
        stages = list(self._stages())
        if not stages:
            return False
        self._notify_problems(stages[-1])
        self._report(stages[-1])
        return self._show(stages[-1])

    def _stages(self) -> Iterator[Built]:
        """Yield the result of each stage of a build; report the error that stops it."""
        try:
            yield from self._pipeline.stages(self._settings.spec, self._out)
        except Exception as error:
            if self._settings.once:
                raise
            self._notify(self._explain(error))

    def _notify_problems(self, built: Built) -> None:
        self._problem = problem_of(built.loaded.errors)
        notices = {problem.as_text() for problem in built.loaded.problems} - self._noticed
        for problem in built.loaded.problems:
            if problem in built.loaded.errors or problem.as_text() in notices:
                self._notify(problem.as_text())
        self._noticed |= notices
        if built.plan is None and not self._settings.once:
            self._notify(text("live.last_good" if self._current else "live.nothing_yet"))

    def _show(self, built: Built) -> bool:
        """Let the prototype reload what a build changed; return whether one answers now."""
        changed = [self._out.resolve() / result.path for result in changes_in(built.files)]
        self._known |= {path: stamp_of(path) for path in changed}
        if self._current is not None and self._current.running:
            self._current.change(changed, self._problem)
            return True
        return built.plan is not None and self._restart()

    def _report(self, built: Built) -> None:
        """Report what a build did to the files."""
        from blueprints.kit import VERSION
        from generator.write.summary import BY_HAND, file_lines, kit_line, summary

        for line in file_lines(built.files, states=BY_HAND):
            self._notify(line)
        if line := kit_line(built.kit_before, VERSION):
            self._notify(line)
        if changes_in(built.files):
            self._notify(text("live.built", summary=summary(built.files)))
        elif built.plan is not None and self._current is not None:
            self._notify(text("live.same"))

    def _restart(self) -> bool:
        fresh, self._spare = self._spare or self._new_child(), None
        if self._current is not None:
            self._current.stop()
        self._current = fresh
        settings = self._settings
        fresh.begin(self._out.resolve(), settings.spec, settings.blueprints, self._address)
        self._progress(1, text("live.starting"))
        if not fresh.answers():
            self._report_exit()
            return False
        for line in self._address.invitation(self._secrets.now):
            self._notify(line)
        fresh.send_verified(self._verified)
        return True

    def _look_after(self) -> None:
        """Restart a child that died, and have a spare one ready for the next time."""
        if self._current is not None and not self._current.running:
            self._restart_dead()
        elif self._restart_is_requested and self._current is not None:
            self._restart_is_requested = False
            self._notify(text("live.restarting"))
            self._restart()
        if self._spare is None:
            self._spare = self._new_child()
        if self._verifier and self._current is not None:
            self._verifier.look()

    def _look_for_spec(self) -> None:
        """Say in the terminal and on the screens when the spec is gone, and when it is back."""
        if not self._presence.changed():
            return
        path = self._settings.spec
        message = text("live.spec_is_back", path=path)
        if self._presence.is_gone:
            to = self._presence.renamed_to()
            key = "live.spec_was_renamed" if to else "live.spec_is_gone"
            message = text(key, path=path, to=to.name if to else "")
        self._notify(message)
        if self._current is not None:
            self._current.change([], message if self._presence.is_gone else self._problem)

    def _notify_polling(self) -> None:
        self._notify(text("live.polls"))

    def _restart_dead(self) -> None:
        """Restart a prototype that died by itself, unless it keeps dying."""
        now = time.monotonic()
        self._deaths = [moment for moment in self._deaths if now - moment < _DEATHS_SECONDS]
        self._deaths.append(now)
        if len(self._deaths) > _MOST_DEATHS:
            self._deaths.clear()
            self._report_exit("live.dies_again_and_again")
        else:
            self._report_exit("live.died_and_restarts")
            self._restart()

    def _report_exit(self, key: str = "live.died") -> None:
        """Report that the prototype does not run any more, with the last lines of its output."""
        dead, self._current = self._current, None
        if dead is None:
            return
        dead.stop()
        output = "\n".join(f"  | {line}" for line in dead.tail) or f"  | {text('live.no_words')}"
        self._notify(text(key, said=output, count=_MOST_DEATHS + 1))

    def _wait(self) -> bool:
        if self._current is None:
            return False
        self._current.wait()
        self._report_exit()
        return False

    def _new_child(self) -> Child:
        child = Child(self._notify, self._on_request)
        self._children.callback(child.stop)
        return child

    def _open_browser(self) -> None:
        import webbrowser

        if self._settings.open_browser:
            link = self._address.for_engineer(self._secrets.now)
            threading.Thread(target=webbrowser.open, args=(link,), daemon=True).start()


def changes_in(files: Iterable[FileResult]) -> list[FileResult]:
    """Return the results of those files that are not as they were."""
    from generator.write import FileState

    same = {FileState.UNCHANGED, FileState.KEPT, FileState.CONFLICT}
    return [result for result in files if result.state not in same]


def problem_of(errors: Sequence[Problem]) -> str:
    """Return what the screens say of errors: the first with its place, and how many more."""
    if not errors:
        return ""
    first = errors[0]
    place = f"{Path(first.file).name}:{first.span.line}:{first.span.column}"
    sentence = text("live.problem", place=place, message=first.message())
    more = len(errors) - 1
    return sentence + (text("live.more_problems", count=more) if more else "")
