"""What was done for an article is not done again while all that it was made of is the same, and only then."""

from __future__ import annotations

import os
import sqlite3
import time
from typing import TYPE_CHECKING

import pytest

from l10n import replay, state
from l10n.cache import Cache
from l10n.stages import learning, outcomes
from l10n.stages.count_article import CountedArticle, count_article

if TYPE_CHECKING:
    from l10n.project import ProjectFolder
    from l10n.stages.articles import ArticleInput
    from tests.conftest import Site

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows tells no time at which a file was changed")

COMMANDS = ["extract", "check", "build", "coverage", "run"]


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command begin a moment after its files were written; none is repeated as a whole."""
    monkeypatch.setattr(state, "_now", lambda: time.time_ns() + 10**10)
    monkeypatch.setattr(replay, "earlier", lambda _: None)


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Get the articles that are worked on."""
    found: list[str] = []
    fresh = outcomes._fresh  # noqa: SLF001  where results come from that are not kept

    def noted(work, shared, function, executor, articles):
        found.extend(articles)
        return fresh(work, shared, function, executor, articles)

    monkeypatch.setattr(outcomes, "_fresh", noted)
    return found


@pytest.fixture
def three(site: Site) -> Site:
    """A project of three articles in two locales, built, one of them reviewed and one of them held."""
    site.configure(
        'locales = ["ko", "ja"]\nengines = ["memory"]\n[[tool.l10n.section]]\npath = "c.md"\npolicy = "hold"\n'
    )
    for name in "abc":
        site.write(f"articles/{name}.md", f"# Pier {name}\n\nThe pier opened in 1999.\n")
    site.ok("extract")
    site.translate("locales/ko/a.md.po", {"The pier opened in 1999.": "부두는 1998년에 열렸다."})
    site.run("run")
    return site


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_worked_on_twice(three: Site, worked: list[str], command: str) -> None:
    first = three.run(command)
    worked.clear()
    assert three.run(command) == first
    assert worked == []
    assert three.run(command, "--no-cache") == first
    assert set(worked) == {"a.md", "b.md", "c.md"}


@pytest.mark.parametrize("command", COMMANDS)
def test_one_article_is_worked_on_when_one_changes(three: Site, worked: list[str], command: str) -> None:
    three.run(command)
    worked.clear()
    time.sleep(0.02)
    three.write("articles/b.md", "# Pier b\n\nThe pier opened in 2001.\n")
    three.run(command)
    assert set(worked) == {"b.md"}


def test_what_was_extracted_once_is_in_step_and_not_looked_at_again(site: Site, worked: list[str]) -> None:
    site.write("articles/a.md", "---\nkicker: Harbour news\n---\n\n# Pier\n\nIt opened.\n")
    assert "said once" in site.ok("extract").err
    worked.clear()
    assert "said once" not in site.ok("extract").err
    assert worked == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda site: site.write("locales/ja/glossary.tsv", "source\ttarget\npier\t桟橋\n"), id="glossary"),
        pytest.param(lambda site: site.configure('locales = ["ko", "ja"]\n'), id="configuration"),
    ],
)
def test_what_all_articles_depend_on_makes_all_anew(three: Site, worked: list[str], change: object) -> None:
    three.run("check")
    worked.clear()
    assert callable(change)
    change(three)
    three.run("check")
    assert set(worked) == {"a.md", "b.md", "c.md"}


def test_the_memory_learns_from_what_has_changed_alone(three: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    taught = learning._taught  # noqa: SLF001  where a catalogue is opened

    def noted(project: ProjectFolder, locale: str, article: str) -> object:
        read.append(f"{locale} {article}")
        return taught(project, locale, article)

    monkeypatch.setattr(learning, "_taught", noted)
    first = three.ok("tm", "search", "The pier opened in 1999.").out
    read.clear()
    assert three.ok("tm", "search", "The pier opened in 1999.").out == first
    assert read == []
    time.sleep(0.02)
    three.translate("locales/ja/b.md.po", {"The pier opened in 1999.": "桟橋は1999年に開いた。"})
    assert three.ok("tm", "search", "The pier opened in 1999.").out != first
    assert read == ["ja b.md"]


def test_a_memory_that_was_deleted_learns_all_of_it_again(three: Site) -> None:
    first = three.ok("tm", "search", "The pier opened in 1999.").out
    (three.root / ".l10n/memory.sqlite").unlink()
    assert three.ok("tm", "search", "The pier opened in 1999.").out == first


@pytest.mark.parametrize("damage", ["gone", "changed", "a held one is there"])
def test_a_file_of_the_build_that_is_not_as_it_was_built_is_built_anew(three: Site, damage: str) -> None:
    three.ok("build")
    file = three.root / "build/ko/a.md"
    before = file.read_text()
    if damage == "gone":
        file.unlink()
    elif damage == "changed":
        file.write_text("Somebody wrote here.\n")
    else:
        three.write("build/ko/c.md", "Somebody wrote here.\n")
        assert three.run("build").code == 3
        return
    assert three.ok("build").out == "build/ko/a.md\n"
    assert file.read_text() == before


def test_what_failed_is_tried_again(three: Site, worked: list[str]) -> None:
    three.run("check")
    three.write("locales/ko/b.md.po", "msgid broken\n")
    for _ in range(2):
        worked.clear()
        assert three.run("check").code == 3
        assert worked == ["b.md"]


def test_files_of_another_tree_behind_a_link_are_never_taken_for_known(three: Site, worked: list[str]) -> None:
    three.run("check")
    moved = three.root.parent / "elsewhere"
    (three.root / "locales/ko").rename(moved)
    (three.root / "locales/ko").symlink_to(moved)
    worked.clear()
    assert three.run("check").code == 3
    assert "a.md" in worked


def test_a_file_that_changes_while_it_is_worked_on_is_not_known(
    three: Site, worked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from l10n.stages import coverage  # noqa: PLC0415

    def meanwhile(given: ArticleInput, *, segments: bool = False) -> CountedArticle:
        found = count_article(given, segments=segments)
        if given.article == "b.md":
            time.sleep(0.02)
            three.write("articles/b.md", "# Another\n")
        return found

    monkeypatch.setattr(coverage, "count_article", meanwhile)
    three.write("locales/ko/glossary.tsv", "source\ttarget\n")
    three.write("articles/b.md", "# Pier b\n\nIt closed.\n")
    three.run("coverage")
    monkeypatch.setattr(coverage, "count_article", count_article)
    worked.clear()
    told = three.run("coverage")
    assert "b.md" in worked
    assert told == three.run("coverage", "--no-cache")


def test_what_is_old_is_found_out_once_more(three: Site, worked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    three.run("check")
    monkeypatch.setattr(state, "_now", lambda: time.time_ns() + 100 * 86400 * 10**9)
    three.write("articles/d.md", "Another article makes this command keep something.\n")
    three.run("check")
    worked.clear()
    three.run("check")
    assert {"a.md", "b.md", "c.md"} <= set(worked)


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_a_state_that_is_none_is_made_anew(three: Site, damage: bytes | None) -> None:
    first = three.run("check")
    path = Cache(three.root, "state.sqlite").path
    assert path
    if damage is None:
        with sqlite3.connect(path) as file:
            file.execute("UPDATE results SET value = x'00', made = '{'")
    else:
        path.write_bytes(damage)
    assert three.run("check") == first
    assert three.run("check") == first


def test_a_state_that_another_command_writes_is_done_without(three: Site, worked: list[str]) -> None:
    three.run("check")
    path = Cache(three.root, "state.sqlite").path
    assert path
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    three.write("articles/b.md", "# Pier b\n\nThe pier opened in 1999 again.\n")
    assert three.run("coverage").code == 0
    other.execute("ROLLBACK")
    other.close()
    worked.clear()
    assert three.run("coverage") == three.run("coverage", "--no-cache")
