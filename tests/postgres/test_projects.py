"""A project and a shared memory from the command line: who may use it, what is shared, and what is told without it."""

from __future__ import annotations

from datetime import date

import pytest

from l10n.engines.journal import Journal
from l10n.project import find
from l10n.stages.draft import draft
from l10n.stages.workset import gather
from tests.conftest import Site

PROJECT = """
locales = ["ko"]
engines = ["memory"]
memory-name = "daily"
"""
TEXT = "Harbor notes\n\nThe harbor office opened again on Monday.\n"
TARGET = "항만사무소는 월요일에 다시 문을 열었다."


@pytest.fixture
def paper(site):
    site.configure(PROJECT)
    site.write("articles/may.txt", TEXT)
    site.ok("extract")
    site.translate("locales/ko/may.txt.po", {"The harbor office opened again on Monday.": TARGET})
    return site


def around(url, names="daily"):
    return {"L10N_MEMORY": url, "L10N_MEMORY_NAMES": names}


def test_tables_are_made_and_what_a_project_has_is_put_in(server, paper):
    url = server.url(server.database(migrated=False))
    done = paper.run("tm", "stats", **around(url))
    assert (done.code, done.out) == (3, "")
    assert "Run `l10n tm migrate`" in done.err
    done = paper.run("tm", "migrate", **around(url))
    assert done.code == 0, done.err
    assert done.out.endswith(": 001_shared.sql, 002_fresh.sql\n")
    journal = Journal(paper.root / ".l10n" / "journal.sqlite")
    for number in range(3):
        journal.keep(f"k{number}", "deepl", "가")
    journal.close()
    for many in (3, 0):
        done = paper.run("tm", "migrate", "--from", "sqlite", **around(url))
        assert done.code == 0, done.err
        assert done.out.splitlines()[1:] == [
            f"{many} answers copied",
            "ko: 1 text, 0 sentences, 1 source from 1 article",
        ]
    assert paper.run("tm", "stats", **around(url)).out == "ko: 1 text, 0 sentences, 1 source from 1 article\n"
    assert not (paper.root / ".l10n" / "memory.sqlite").exists()


def test_another_desk_drafts_from_what_one_has_reviewed_and_forgets_nothing_of_it(url, paper, tmp_path):
    paper.run("draft", **around(url))
    desk = Site(tmp_path / "desk")
    desk.root.mkdir()
    desk.configure(PROJECT)
    desk.write("articles/june.txt", TEXT.replace("notes", "news"))
    desk.ok("extract")
    desk.run("draft", **around(url))
    assert TARGET in desk.read("locales/ko/june.txt.po")
    assert paper.run("tm", "stats", **around(url)).out == "ko: 1 text, 0 sentences, 1 source from 1 article\n"


def test_a_sister_papers_memory_is_read_where_it_is_named(url, paper, tmp_path):
    paper.run("tm", "rebuild", **around(url))
    sister = Site(tmp_path / "sister")
    sister.root.mkdir()
    sister.configure(PROJECT.replace('"daily"', '"weekly"\nmemory-also = ["daily"]'))
    sister.write("articles/june.txt", TEXT)
    sister.ok("extract")
    done = sister.run("tm", "search", "The harbor office opened again on Monday.", **around(url, "weekly, daily"))
    assert "ko 1.00 daily:may.txt" in done.out
    done = sister.run("draft", **around(url, "weekly"))
    assert done.code == 2
    assert "the project would use the shared memory of daily, and only you can allow that" in done.err
    assert 'set L10N_MEMORY_NAMES="daily weekly"' in done.err
    done = sister.run("draft")
    assert "the memory of daily is not read: there is no shared memory here (L10N_MEMORY)" in done.err


def test_a_project_without_a_name_is_told_to_have_one(url, paper):
    paper.configure(PROJECT.replace('memory-name = "daily"', ""))
    done = paper.run("draft", **around(url))
    assert done.code == 2
    assert 'Set `memory-name = "…"` in [tool.l10n] of pyproject.toml' in done.err


def test_a_project_cannot_say_where_the_memory_is(paper):
    paper.configure(PROJECT + 'memory = "postgresql://me:hunter2@db.example/l10n"\n')
    done = paper.run("draft")
    assert done.code == 2
    assert done.err.startswith("l10n: pyproject.toml:6: the address of a shared memory may not stand in a project")
    assert "set L10N_MEMORY in your environment" in done.err
    assert "hunter2" not in done.err


def test_the_users_own_file_says_it_as_well(url, paper, tmp_path):
    folder = tmp_path / "config" / "l10n"
    folder.mkdir(parents=True)
    file = folder / "config.toml"
    file.write_text(f'[memory]\nurl = "{url}"\nnames = ["daily"]\n')
    file.chmod(0o600)
    done = paper.run("tm", "rebuild", XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert (done.code, done.out) == (0, "ko: 1 text, 0 sentences, 1 source from 1 article\n")
    assert not (paper.root / ".l10n" / "memory.sqlite").exists()
    file.chmod(0o644)
    done = paper.run("tm", "stats", XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert done.code == 2
    assert "can be read by others" in done.err
    file.chmod(0o600)
    file.write_text('[memory]\nurl = "postgresql://h/x"\nspaces = ["daily"]\n')
    done = paper.run("tm", "stats", XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert done.code == 2
    assert "[memory] is not understood" in done.err


def test_without_its_server_a_run_goes_on_and_asks_no_paid_engine(paper, service):
    paper.configure(
        PROJECT.replace('["memory"]', '["memory", "libre"]')
        + f'[tool.l10n.engine.libre]\nurl = "{service.url}"\nprice = 1\n'
    )
    paper.write("articles/june.txt", TEXT.replace("notes", "news"))
    paper.ok("extract")
    done = paper.run("draft", **around("postgresql://me:hunter2@127.0.0.1:1/l10n"))
    assert done.err.count("127.0.0.1/l10n: the shared memory cannot be reached") == 2  # memory and journal
    assert "hunter2" not in done.err
    assert TARGET in paper.read("locales/ko/june.txt.po")
    assert service.questions == []


def test_a_run_is_not_said_again_while_others_may_change_the_memory(url, paper, monkeypatch):
    def asked():
        work = gather(find(paper.root), chosen=(), articles=(), here=paper.root)
        return draft(work, today=date(2026, 1, 2), tell=lambda _: None).asked

    assert not asked()
    for name, value in around(url).items():
        monkeypatch.setenv(name, value)
    assert asked()
