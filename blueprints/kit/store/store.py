"""The one way of the screens to the records."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, make_url, select

from ..model.entity import Entity
from ..model.field import Condition, Field
from ..model.project import Project
from . import aggregates, attachments, daily, drafts, intake, laid_aside, query, saving, transitions
from .aggregates import Groups, Number, Selection
from .catalogue import COUNTERS, ENTITIES, HISTORY, Catalogue
from .daily import DayOfRecords, Span
from .database import Database
from .draft_writer import DraftWriter
from .errors import Unavailable
from .files import Files
from .history import Change, history
from .intake import Intake, Line
from .kept import ID, E, Kept, Model
from .migrate import migrate
from .query import Page, Query
from .refresh import renew_all
from .shown import Shown, labels_by_id, labels_of, moments_of, texts_of

_PATIENCE = 0.5
"""Seconds that a change of the tables waits for others who write while everybody waits for it."""
_PATIENCE_TO_RESET = 5.0


class Store:
    """The records of a prototype in its database.

    It may be used from several threads, and several processes may use the same database. Every
    method can raise Unavailable; those that write say what else.
    """

    def __init__(self, database: Database, model: Model, files: Files) -> None:
        self.files = files
        self._database = database
        self._model = model
        self._drafts = DraftWriter(database, files)
        self._changing = threading.Lock()
        self.laid_aside_at: datetime | None = None
        """When a reset laid records aside that can be brought back; None when none did."""

    @classmethod
    def open(
        cls,
        url: str,
        entities: Sequence[type[Entity]],
        project: Project,
        files: Path | None = None,
    ) -> Store:
        """Open the database at ``url``, an SQLAlchemy URL, and bring it to ``entities``.

        Tables are made or changed, nothing is lost (see :mod:`.migrate`), and sample data is put
        into entities that never had any. ``files`` is the folder for files: without it, the one
        beside an SQLite database, else the one that ``PROTOTYPE_FILES`` names. Raises Unavailable
        when the database can't be used.
        """
        database = Database(url)  # which tells what is wrong with the address
        kept = Files(files or _folder_of_files(url), _name(url))
        store = cls(database, Model({}, project), kept)
        try:
            store._change_to(entities, project, None)
        except BaseException:
            store.close()
            raise
        return store

    def use(self, entities: Sequence[type[Entity]], project: Project) -> None:
        """Go on with a changed model: all of the change is made or, on an error, none of it.

        Everybody waits meanwhile, so this hardly waits for others who are writing: who calls it
        tries again when it raises Unavailable.
        """
        self._change_to(entities, project, _PATIENCE)

    def _change_to(
        self, entities: Sequence[type[Entity]], project: Project, patience: float | None
    ) -> None:
        with self._changing, self._database.writing_alone(patience) as connection:
            model, catalogue = migrate(connection, entities, project)
            _fill(connection, model, catalogue, self.files)
            self._model = model
            self.laid_aside_at = laid_aside.laid_aside_at(connection)

    def copy(self, url: str) -> Store:
        """Return a new store at ``url``: the same entities and files, only sample data."""
        entities = list(self.entities.values())
        return Store.open(url, entities, self._model.project, self.files.folder)

    @property
    def url(self) -> str:
        """Where the database is, with the password if there is one."""
        return self._database.engine.url.render_as_string(hide_password=False)

    @property
    def entities(self) -> Mapping[str, type[Entity]]:
        """The entities in use, by key."""
        return {key: kept.entity for key, kept in self._model.kept.items()}

    def get(self, entity: type[E], id: int) -> E | None:
        """Return the record with ``id``, None when there is none."""
        kept = self._model.of(entity)
        found = select(kept.table).where(kept.table.c[ID] == id)
        if abs(id) >= 2**63:
            return None
        row = self._database.read(lambda connection: connection.execute(found).first())
        return None if row is None else kept.record_of(row, entity)

    def find(self, entity: type[E], query_: Query = Query()) -> Page[E]:  # noqa: B008
        """Return the records that fit, a page of them when the query has a limit."""
        model = self._model
        kept = model.of(entity)
        return self._database.read(lambda c: query.find(c, model, kept, entity, query_))

    def each(self, entity: type[E], query_: Query) -> Iterator[tuple[E, Shown]]:
        """Yield all records that fit with their texts, as they were when it began.

        They come in parts: a hundred thousand don't fill the memory.
        """
        model = self._model
        kept = model.of(entity)
        with self._database.reading() as connection:
            for records in query.each(connection, model, kept, entity, query_):
                shown = self._shown(connection, model, kept, records)
                yield from zip(records, shown, strict=True)

    def count(self, entity: type[Entity], where: Condition | None = None) -> int:
        """Return how many records fulfil ``where``."""
        model = self._model
        return self._database.read(lambda c: query.count(c, model, model.of(entity), where or {}))

    def total(self, entity: type[Entity], of: Field[Any], where: Condition | None = None) -> Number:
        """Return what the values of ``of`` come to, exactly, in the records that fulfil ``where``."""
        model = self._model
        selection = Selection(model, model.of(entity), where or {}, of.key)
        return self._database.read(lambda connection: aggregates.total(connection, selection))

    def groups(
        self,
        entity: type[Entity],
        by: Field[Any],
        where: Condition | None = None,
        *,
        of: Field[Any] | None = None,
        most: int = 12,
    ) -> Groups:
        """Return the records that fulfil ``where``, counted by the values of ``by``.

        With ``of`` its values are added up too. There are at most ``most`` groups: of days the last
        months, of others without an order of their own the largest.
        """
        model = self._model
        selection = Selection(model, model.of(entity), where or {}, of.key if of else "")
        return self._database.read(
            lambda connection: aggregates.groups(connection, selection, by, most)
        )

    def days(
        self, entity: type[E], span: Span, where: Condition | None = None, *, most: int
    ) -> Mapping[date, DayOfRecords[E]]:
        """Return the days of ``span`` that have records, with the first ``most`` of each."""
        model = self._model
        kept = model.of(entity)
        return self._database.read(
            lambda c: daily.days(c, model, kept, entity, span, where or {}, most)
        )

    def nearest_days(
        self, entity: type[Entity], span: Span, where: Condition | None = None
    ) -> tuple[date | None, date | None]:
        """Return the last day before ``span`` that has records, and the first one after it."""
        model = self._model
        kept = model.of(entity)
        return self._database.read(lambda c: daily.nearest(c, model, kept, span, where or {}))

    def save(self, record: Entity, *, who: str, asked: Collection[str] | None = None) -> None:
        """Insert a record without id, or write the changes of one that has an id.

        A new record gets its numbers, its defaults and the first state; ``record`` is brought up to
        date. Values that ``record`` does not have stay as they are kept; its state is changed by
        ``take`` only. ``asked`` holds the keys of the fields that were on the form: others are not
        checked unless they changed. Raises NotValid, also for a file that is gone, or Conflict when
        somebody else was quicker.
        """
        gone = self._gone(record.values)
        with self._database.writing() as connection:
            saving.save(connection, self._model, record, who, asked, gone)

    def take(
        self,
        record: E,
        transition: str,
        *,
        role: str | None,
        who: str,
        reason: str = "",
        values: Mapping[str, Any] | None = None,
    ) -> E:
        """Take ``record`` on by the transition of that key, with ``values`` filled in on the way.

        Returns the record as it is then. Raises Refused when role or state do not allow it,
        NotValid when something is missing (``problems[REASON]`` is a missing reason), Conflict when
        somebody else took it on, or changed one of ``values``, meanwhile.
        """
        given = values or {}
        request = transitions.TransitionRequest(
            transition, role, who, reason, given, self._gone(given)
        )
        with self._database.writing() as connection:
            return transitions.take(connection, self._model, record, request)

    def look_at(self, entity: type[Entity], lines: Sequence[Line]) -> Intake:
        """Say what would come of the rows of a sheet: new records, changes, mistakes."""
        model = self._model
        return self._database.read(lambda c: intake.look(c, model, entity, lines))

    def take_in(self, looked_at: Intake, *, who: str) -> None:
        """Write what was looked at, all of it or nothing. Raises StoppedError when it can't."""
        with self._database.writing() as connection:
            intake.take_in(connection, self._model, looked_at, who)

    def history(self, record: Entity) -> list[Change]:
        """Return what happened to ``record``, newest first."""
        kept = self._model.of(type(record))
        if (id := record.id) is None:
            return []
        return self._database.read(lambda connection: history(connection, kept, id))

    def shown(self, entity: type[Entity], records: Sequence[Entity]) -> list[Shown]:
        """Return the texts of each record by field key, references as the labels of the others.

        Also ``state`` (its title), ``created_at``, ``updated_at`` and ``label``.
        """
        model = self._model
        kept = model.of(entity)
        return self._database.read(lambda c: self._shown(c, model, kept, records))

    def _shown(
        self, connection: Connection, model: Model, kept: Kept, records: Sequence[Entity]
    ) -> list[Shown]:
        labels = labels_of(connection, model, kept, [record.values for record in records])
        own = dict(labels_by_id(connection, kept, [r.id for r in records if r.id is not None]))
        return [
            Shown(
                texts_of(kept, record.values, labels) | moments_of(record),
                own.get(record.id or 0, "") or record.label,
            )
            for record in records
        ]

    def label(self, entity_key: str, id: int) -> str:
        """Return how a record is called; its number when it is gone."""
        kept = self._model.named(entity_key)
        found = self._database.read(lambda c: dict(labels_by_id(c, kept, [id])))
        return found.get(id, f"#{id}")

    def options(self, entity_key: str, search: str = "", limit: int = 50) -> list[tuple[int, str]]:
        """Return id and label of the records in which ``search`` stands, by label."""
        kept = self._model.named(entity_key)
        return self._database.read(lambda c: query.options(c, kept, search, limit))

    def reset(self) -> None:
        """Lay aside all records, their history and all drafts, and begin with the sample data."""
        with (
            self._changing,
            self._drafts.forgetting() as forget,
            self._database.writing_alone(_PATIENCE_TO_RESET) as connection,
        ):
            model = self._model
            self._drafts.write_into(connection)
            tables = [kept.table_name for kept in model.kept.values()]
            laid_aside.lay_aside(connection, Catalogue(connection), tables)
            for kept in model.kept.values():
                _empty(connection, kept)
            forget()
            drafts.drop_all(connection)
            _, catalogue = migrate(
                connection, [kept.entity for kept in model.kept.values()], model.project
            )
            _fill(connection, model, catalogue, self.files)
            self.laid_aside_at = laid_aside.laid_aside_at(connection)

    def undo_reset(self) -> None:
        """Bring back what was laid aside; what there is now is laid aside in its place."""
        with (
            self._changing,
            self._database.writing_alone(_PATIENCE_TO_RESET) as connection,
        ):
            model = self._model
            changed = laid_aside.bring_back(connection, Catalogue(connection))
            for kept in model.kept.values():
                if kept.key in changed:
                    renew_all(connection, model, kept)
            self.laid_aside_at = laid_aside.laid_aside_at(connection)

    def draft(self, visitor: str, place: str) -> dict[str, Any] | None:
        """Return what ``visitor`` has typed at ``place`` but not saved, None when nothing."""
        with suppress(KeyError):
            return self._drafts.get(visitor, place)
        return self._database.read(lambda connection: drafts.draft(connection, visitor, place))

    def keep_draft(self, visitor: str, place: str, typed: Mapping[str, Any]) -> None:
        """Keep what ``visitor`` has typed at ``place``; values must be JSON. Never waits."""
        self._drafts.put(visitor, place, typed)

    def drop_draft(self, visitor: str, place: str) -> None:
        """Forget what ``visitor`` has typed at ``place``. Never waits."""
        self._drafts.put(visitor, place, None)

    def drop_unused_files(self) -> int:
        """Drop the files that neither a record nor a draft speaks of for a day; return how many.

        None are dropped from a folder in which another database had files as well.
        """
        if self.files.shared or not self.files.old():
            return 0
        waiting = self._drafts.hashes()  # before the database, where they may be a moment later
        return self.files.clean(self._database.read(attachments.hashes) | waiting)

    def _gone(self, values: Mapping[str, Any]) -> set[str]:
        """Touch the files among ``values``, which are to be kept; return those that are gone."""
        return self.files.touch(attachments.hashes_of(values))

    def answers(self) -> bool:
        """Tell whether the database is there and answers."""
        try:
            self._database.read(lambda connection: connection.execute(select(1)).scalar())
        except Unavailable:
            return False
        return True

    def close(self) -> None:
        """Close the connections; the store can't be used any more."""
        self._drafts.close()
        self._database.close()


def _folder_of_files(url: str) -> Path:
    parsed = make_url(url)
    database = parsed.database or ""
    if parsed.get_backend_name() != "sqlite":
        return Path(os.environ.get("PROTOTYPE_FILES", "data/files"))
    if database in ("", ":memory:") or database.startswith("file:"):
        return Path(tempfile.gettempdir(), f"prototype-files-{os.getpid()}")
    return Path(database).resolve().parent / "files"


def _name(url: str) -> str:
    """Return how a database is called among those with files in one folder, without passwords."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return Path(parsed.database or "").name
    where = parsed.set(drivername=parsed.get_backend_name(), username=None, password=None)
    return where.render_as_string()


def _fill(connection: Connection, model: Model, catalogue: Catalogue, files: Files) -> None:
    # Faker takes a while to import, and most starts find everything filled.
    waiting = [kept for kept in model.kept.values() if _unfilled(catalogue, kept)]
    if waiting:
        from .samples import fill

        fill(connection, model, catalogue, waiting, files)


def _unfilled(catalogue: Catalogue, kept: Kept) -> bool:
    item = catalogue.entity(kept.key)
    about = kept.entity.about
    return item is not None and not item.filled and bool(about.samples or about.rows)


def _empty(connection: Connection, kept: Kept) -> None:
    """Throw away the records of one entity, with their history and counts."""
    connection.execute(delete(kept.table))
    for table in (HISTORY, COUNTERS):
        connection.execute(delete(table).where(table.c.table_name == kept.table_name))
    here = ENTITIES.c.table_name == kept.table_name
    connection.execute(ENTITIES.update().where(here).values(filled=False))
