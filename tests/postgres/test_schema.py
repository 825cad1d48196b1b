"""The tables in PostgreSQL: made once by whoever comes, and others than this program's are refused with a way out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from importlib import resources

import psycopg
import pytest

from l10n.engines.shared_journal import SharedJournal
from l10n.errors import StorageError
from l10n.memory import open_shared
from l10n.postgres import schema
from l10n.postgres.link import ServerLink, check_address
from tests.memory.samples import learn


def refusal(url):
    link = schema.link(url)
    with pytest.raises(StorageError) as refused:
        link.run(lambda one: one.execute("SELECT 1"))
    link.close()
    return str(refused.value)


def test_several_who_make_the_tables_at_once_make_them_once(server):
    url = server.url(server.database(migrated=False))
    with ThreadPoolExecutor(4) as pool:
        done = sorted((files for _, files in pool.map(schema.migrate, [url] * 4)), key=len)
    assert done == [[], [], [], ["001_shared.sql", "002_fresh.sql"]]


def test_tables_of_an_earlier_version_are_brought_up_with_all_that_they_hold(server, tmp_path):
    name = server.database(migrated=False)
    first = resources.files("l10n.postgres").joinpath("migrations", "001_shared.sql").read_bytes()
    with server.connect(name) as connection:
        connection.execute("CREATE SCHEMA l10n")
        connection.execute(first)
        connection.execute("CREATE TABLE l10n.migration (number integer PRIMARY KEY, name text, applied date)")
        connection.execute("INSERT INTO l10n.migration VALUES (1, '001_shared.sql')")
        connection.execute("INSERT INTO l10n.space (name) VALUES ('daily')")
        connection.execute("INSERT INTO l10n.answer SELECT id, 'a', 'deepl', '가' FROM l10n.space")
    assert "tables of an earlier version" in refusal(server.url(name))
    assert schema.migrate(server.url(name))[1] == ["002_fresh.sql"]
    journal = SharedJournal(server.url(name), ("daily",), aside=tmp_path / "unsent")
    assert journal.recall("a") == "가"
    journal.close()


def test_a_database_without_tables_names_the_command(server):
    text = refusal(server.url(server.database(migrated=False)))
    assert text.startswith("127.0.0.1/trial_")
    assert text.endswith("the shared memory has no tables yet. Run `l10n tm migrate` as the owner of the database.")


def test_tables_of_a_later_version_are_refused_and_left_alone(url):
    with psycopg.connect(url) as connection:
        connection.execute("INSERT INTO l10n.migration (number, name) VALUES (999, '999_later.sql')")
    assert "tables of a later version (999, and this program knows" in refusal(url)
    with pytest.raises(StorageError, match="later version"):
        schema.migrate(url)


def test_who_may_not_make_tables_is_told_so(server):
    name = server.database(migrated=False)
    with server.connect("postgres") as connection:
        connection.execute(f"CREATE ROLE nobody_{name} LOGIN")
    with pytest.raises(StorageError, match=r"does not let its user do this: permission denied for database"):
        schema.migrate(server.url(name, f"nobody_{name}"))


def test_the_documented_rights_are_enough_for_a_writer(server, tmp_path):
    name = server.database()
    writer = f"writer_{name}"
    with server.connect(name) as connection:
        connection.execute(f"CREATE ROLE {writer} LOGIN")
        connection.execute(f"GRANT USAGE ON SCHEMA l10n TO {writer}")
        connection.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA l10n TO {writer}")
    url = server.url(name, writer)
    memory = open_shared(url, ["daily"], terms=lambda _: (), own=lambda: pytest.fail("not shared"))
    learn(memory, "ko", "a.md", "1", [("Hello there", "안녕")])
    memory.clear()
    learn(memory, "ko", "a.md", "1", [("Hello there", "안녕")])
    journal = SharedJournal(url, ["daily"], aside=tmp_path)
    assert journal.ready()
    journal.keep("k", "deepl", "가")
    assert journal.ledger is not None
    assert journal.ledger.spend(1.0, 2.0)
    assert journal.turns is not None
    journal.turns("deepl", "h", 600.0).enter(waited=False)
    assert not memory.troubles
    assert not journal.notices
    memory.close()
    journal.close()


def test_a_database_in_another_charset_is_refused(server):
    with server.connect("postgres") as connection:
        connection.execute("CREATE DATABASE ascii ENCODING 'SQL_ASCII' TEMPLATE template0")
    with pytest.raises(StorageError, match="SQL_ASCII"):
        schema.migrate(server.url("ascii"))


def test_an_address_that_is_none_never_shows_its_password():
    with pytest.raises(StorageError) as refused:
        schema.migrate("postgresql://me:hunter2%zz@h/x")
    assert "hunter2" not in str(refused.value)
    assert "hunter2" not in repr(refused.value.__cause__)


@pytest.mark.parametrize("password", ["se@cret", "se/cret", "cret@", "a/b@cret"])
def test_a_password_that_is_not_written_as_addresses_want_it_is_not_told(password):
    with pytest.raises(StorageError, match="in a password % as %25, @ as %40") as refused:
        check_address(f"postgresql://owner:{password}@127.0.0.1:5/l10n?sslmode=disable")
    assert "cret" not in str(refused.value)
    assert check_address("postgresql://owner:se%40c%2Fret@127.0.0.1:5/l10n?sslmode=disable") == "127.0.0.1/l10n"
    assert check_address("postgresql:///l10n?host=/var/run@here") == "/var/run@here/l10n"


def test_what_the_program_asks_of_a_session_holds_whatever_the_address_says(url):
    more = f"{url}{'&' if '?' in url else '?'}options=-csynchronous_commit%3Doff"
    asked = ServerLink(more, lambda _: None, options=("synchronous_commit=on",))
    assert asked.run(lambda one: one.execute("SHOW synchronous_commit").fetchone()) == ("on",)
    asked.close()
