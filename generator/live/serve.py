"""Build, serve, and follow the spec: the prototype runs in a child process that is replaced."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.messages import text

from .child import Child, reachable
from .port import free_port
from .watch import saves

if TYPE_CHECKING:
    from generator.pipeline import Built, Pipeline

_SERVE_LOCK = "serve.lock"


@dataclass(frozen=True)
class Settings:
    """What to serve, and where; ``out`` and ``blueprints`` are None for the usual ones."""

    spec: Path
    out: Path | None
    blueprints: Path | None
    host: str
    port: int
    open_browser: bool = True
    once: bool = False


def serve(
    settings: Settings, tell: Callable[[str], None], explain: Callable[[Exception], str]
) -> bool:
    """Serve until Ctrl-C or SIGTERM; False when ``once`` is set and nothing could be served.

    ``tell`` gets what people are to read. ``explain`` turns an error of a build into a sentence:
    with ``once`` it is raised, else the last good prototype stays and the next save is waited for.
    Raises BusyError when another process serves the same folder.
    """
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with Server(settings, tell, explain) as server:
            return server.run()
    except KeyboardInterrupt:
        tell(text("live.stopped"))
        return True


class Server:
    """One served prototype. Entering starts a child at once, leaving ends all children."""

    def __init__(
        self, settings: Settings, tell: Callable[[str], None], explain: Callable[[Exception], str]
    ) -> None:
        self._settings = settings
        self._tell = tell
        self._explain = explain
        self._children = ExitStack()
        self._current: Child | None = None
        self._spare: Child | None = None
        self._address = ("", 0)

    def __enter__(self) -> Server:
        self._spare = self._new_child()
        return self

    def __exit__(self, *_: object) -> None:
        self._children.close()

    def run(self) -> bool:
        """Build and serve; return when there is nothing to wait for."""
        from generator.blueprints import Blueprints
        from generator.pipeline import Pipeline, default_out
        from generator.write import STATE_FOLDER, locked

        settings = self._settings
        out = settings.out or default_out(settings.spec)
        changes = saves(settings.spec)
        pipeline = Pipeline(Blueprints.find(settings.blueprints))
        port = free_port(settings.host, settings.port)
        if settings.port not in (0, port):
            self._tell(text("live.other_port", wished=settings.port, port=port))
        self._address = (settings.host, port)
        (out / STATE_FOLDER).mkdir(parents=True, exist_ok=True)
        with locked(out / STATE_FOLDER / _SERVE_LOCK, address=self._shown_address()):
            if self._rebuild(pipeline, out):
                self._open_browser()
            if settings.once:
                return self._wait()
            for saved in changes:
                self._look_after()
                if saved and self._rebuild(pipeline, out) and self._current is None:
                    self._open_browser()
        return True

    def _rebuild(self, pipeline: Pipeline, out: Path) -> bool:
        """Build and, if that changed anything, replace the child; tell whether one answers now."""
        built = self._built(pipeline, out)
        if built is None or built.plan is None:
            return False
        changed = self._report(built)
        if changed or self._current is None:
            return self._restart(out)
        self._tell(text("live.same"))
        return True

    def _built(self, pipeline: Pipeline, out: Path) -> Built | None:
        try:
            built = pipeline.build(self._settings.spec, out)
        except Exception as error:
            if self._settings.once:
                raise
            self._tell(self._explain(error))
            return None
        for problem in built.loaded.problems:
            self._tell(problem.as_text())
        if built.plan is None and not self._settings.once:
            self._tell(text("live.last_good" if self._current else "live.nothing_yet"))
        return built

    def _report(self, built: Built) -> bool:
        """Tell what the build did with edited files; return whether the prototype changed."""
        from generator.write import FileState
        from generator.write.report import BY_HAND, file_lines, summary

        for line in file_lines(built.files, states=BY_HAND):
            self._tell(line)
        same = {FileState.UNCHANGED, FileState.KEPT, FileState.CONFLICT}
        changed = any(result.state not in same for result in built.files)
        if changed:
            self._tell(text("live.built", summary=summary(built.files)))
        return changed

    def _restart(self, out: Path) -> bool:
        fresh, self._spare = self._spare or self._new_child(), None
        if self._current is not None:
            self._current.stop()
        self._current = fresh
        fresh.begin(out, *self._address)
        if not fresh.answers():
            self._mourn()
            return False
        self._tell(text("live.address", address=self._shown_address()))
        return True

    def _look_after(self) -> None:
        """Notice a dead child, and have a warm one ready for the next save."""
        if self._current is not None and not self._current.running:
            self._mourn()
        if self._spare is None:
            self._spare = self._new_child()

    def _mourn(self) -> None:
        """Say that the prototype does not run, with its last words."""
        dead, self._current = self._current, None
        if dead is None:
            return
        dead.stop()
        said = "\n".join(f"  | {line}" for line in dead.tail)
        self._tell(text("live.died", said=said))

    def _wait(self) -> bool:
        if self._current is None:
            return False
        self._current.wait()
        self._mourn()
        return False

    def _new_child(self) -> Child:
        child = Child(self._tell)
        self._children.callback(child.stop)
        return child

    def _shown_address(self) -> str:
        host, port = self._address
        host = reachable(host)
        return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"

    def _open_browser(self) -> None:
        import webbrowser

        if self._settings.open_browser:
            threading.Thread(
                target=webbrowser.open, args=(self._shown_address(),), daemon=True
            ).start()
