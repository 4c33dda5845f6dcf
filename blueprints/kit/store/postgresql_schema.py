"""A PostgreSQL schema for each test run, so that tests of one database don't meet each other."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import create_engine, inspect, make_url, text
from sqlalchemy.exc import IntegrityError

from .database import with_driver


def in_schema(url: str, name: str) -> str:
    """Return the address of the schema ``name`` in the database at ``url``; it is made if needed."""
    address = with_driver(make_url(url))
    engine = create_engine(address)
    # What somebody else makes in the same moment IF NOT EXISTS does not see: then it is there.
    with suppress(IntegrityError), engine.begin() as connection:
        connection.execute(text(f'CREATE SCHEMA IF NOT EXISTS "{name}"'))
    engine.dispose()
    own = address.update_query_dict({"options": f"-csearch_path={name}"})
    return own.render_as_string(hide_password=False)


def copy_schema(url: str, source: str, target: str) -> str:
    """Copy all tables of a schema with what is in them, and return the address of the copy."""
    address = in_schema(url, target)
    engine = create_engine(with_driver(make_url(url)))
    with engine.begin() as connection:
        for table in inspect(connection).get_table_names(schema=source):
            here, there = f'"{source}"."{table}"', f'"{target}"."{table}"'
            connection.execute(text(f"CREATE TABLE {there} (LIKE {here} INCLUDING ALL)"))
            connection.execute(text(f"INSERT INTO {there} SELECT * FROM {here}"))
    engine.dispose()
    return address


def drop_schemas(url: str, beginning: str) -> None:
    """Drop the schemas whose names begin with ``beginning``, and all that is in them."""
    engine = create_engine(with_driver(make_url(url)))
    with engine.begin() as connection:
        for name in inspect(connection).get_schema_names():
            if name.startswith(beginning):
                connection.execute(text(f'DROP SCHEMA "{name}" CASCADE'))
    engine.dispose()
