"""A command says again what it said where nothing has changed, and opens no file of the project for that."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from l10n import cache, program, replay, snapshots

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Site

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows tells no time at which a file was changed")

PO = "locales/ko/a.md.po"
COMMANDS = ["check", "coverage", "coverage --json", "check --output-format sarif", "extract", "build", "run"]


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command begin a moment after its files were written, without waiting for it."""
    monkeypatch.setattr(replay, "_now", lambda: time.time_ns() + 10**10)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Get the exit code of each command that was repeated."""
    found: list[int] = []
    tell = replay.Kept.tell

    def noted(kept: replay.Kept) -> None:
        found.append(kept.code)
        tell(kept)

    monkeypatch.setattr(replay.Kept, "tell", noted)
    return found


@pytest.fixture
def pier(site: Site) -> Site:
    """A project whose translation has a fault, so that `check` has something to say."""
    site.write("articles/a.md", "# Pier\n\nIn 2024 the pier opened.\n")
    site.ok("extract")
    site.translate(PO, {"Pier": "부두", "In 2024 the pier opened.": "2025년에 부두가 문을 열었다."})
    site.run("run")
    return site


@pytest.mark.parametrize("command", COMMANDS)
def test_the_second_time_it_says_and_ends_the_same(pier: Site, told: list[int], command: str) -> None:
    first = pier.run(*command.split())
    assert not told
    second = pier.run(*command.split())
    assert second == first
    assert told == [first.code]
    assert pier.run(*command.split(), "--no-cache") == first
    assert told == [first.code]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_second_time_no_file_of_the_project_is_opened(pier: Site, command: str) -> None:
    first, second = (_opened(pier, command) for _ in range(2))
    assert [name for name in first if Path(name).is_relative_to(pier.root)]
    assert not [name for name in second if Path(name).is_relative_to(pier.root)]
    assert not [name for name in second if "pydantic" in name or "typer" in name]


def _opened(site: Site, command: str) -> list[str]:
    """Return the files that a command opens in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", _LISTENING, *command.split()],
        cwd=site.root,
        capture_output=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200"},
    )
    return [str(name) for name in json.loads(done.stderr.decode().rpartition("\n")[2])]


_LISTENING = """
import atexit, json, os, sys
names = []
def noted(event, rest):
    if event == "open" and isinstance(rest[0], str):
        names.append(os.path.abspath(rest[0]))
sys.addaudithook(noted)
atexit.register(lambda: sys.stderr.write("\\n" + json.dumps(names)))
import l10n.replay, time
l10n.replay._now = lambda: time.time_ns() + 10**10
from l10n.cli import main
main()
"""


def _kept() -> list[Path]:
    folder = cache.base()
    assert folder
    return list((folder / "commands").glob("*.json"))


CHANGES: dict[str, Callable[[Site], object]] = {
    "article": lambda site: site.write("articles/a.md", "# Pier\n\nIn 2025 the pier opened.\n"),
    "new article": lambda site: site.write("articles/b.md", "A second one.\n"),
    "review": lambda site: site.write(PO, site.read(PO).replace("2025년", "2024년")),
    "glossary": lambda site: site.write("locales/ko/glossary.tsv", "source\ttarget\npier\t잔교\n"),
    "configuration": lambda site: site.configure('locales = ["ko"]\n[tool.l10n.check]\nignore = ["all"]\n'),
    "nearer configuration": lambda site: site.write("articles/pyproject.toml", "[tool.other]\n"),
    "built file": lambda site: site.write("build/ko/a.md", "# 부두\n"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_it_depends_on_may_change(pier: Site, told: list[int], change: str) -> None:
    for _ in range(2):
        pier.run("run")
    assert len(told) == 1
    time.sleep(0.02)  # longer than a tick of the file system's clock
    CHANGES[change](pier)
    done = pier.run("run")
    assert len(told) == 1
    assert done.code in {0, 1}


@pytest.mark.parametrize("name", ["NO_COLOR", "COLUMNS", "ANYTHING"])
def test_another_environment_is_another_command(pier: Site, told: list[int], name: str) -> None:
    pier.run("coverage")
    pier.run("coverage", **{name: "40"})
    assert not told
    pier.run("coverage", SHLVL="7")
    assert told == [0]


def test_another_program_is_another_command(pier: Site, told: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    pier.run("coverage")
    monkeypatch.setattr(program, "digest", lambda: "another")
    pier.run("coverage")
    assert not told


def test_what_was_written_a_moment_ago_is_not_kept(pier: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "_now", lambda: (pier.root / PO).stat().st_ctime_ns + 10**7)
    before = _kept()
    pier.run("coverage")
    assert _kept() == before


def test_what_changes_while_a_command_runs_is_not_kept(pier: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from l10n.stages import coverage  # noqa: PLC0415

    count = coverage.coverage

    def meanwhile(*given: object, **more: object) -> object:
        found = count(*given, **more)  # type: ignore[arg-type]
        time.sleep(0.02)
        pier.write(PO, pier.read(PO))
        return found

    monkeypatch.setattr(coverage, "coverage", meanwhile)
    before = _kept()
    pier.run("coverage")
    assert _kept() == before


def test_a_refusal_is_not_kept(pier: Site) -> None:
    pier.write(PO, "msgid broken\n")
    before = _kept()
    assert pier.run("check").code == 3
    assert _kept() == before


def test_a_run_that_asks_an_engine_is_not_kept(pier: Site, told: list[int]) -> None:
    pier.configure('locales = ["ko"]\nengines = ["openai"]\n')
    pier.write("articles/b.md", "Nobody translates this.\n")
    for _ in range(3):
        pier.run("run")
    assert not told


def test_a_run_that_asks_the_memory_alone_is_kept_until_what_it_advises_may_change(
    pier: Site, told: list[int], tmp_path: Path
) -> None:
    models = tmp_path / "models"
    pier.configure('locales = ["ko"]\nengines = ["memory"]\n')
    pier.write("articles/b.md", "Nobody translates this.\n")
    pier.run("run", L10N_FIREFOX_MODELS=str(models))
    first, second = (pier.run("run", L10N_FIREFOX_MODELS=str(models)) for _ in range(2))
    assert "no draft for 1 of 1 missing segments" in first.err
    assert (second, told) == (first, [first.code])
    (models / "en-ko").mkdir(parents=True)
    pier.run("run", L10N_FIREFOX_MODELS=str(models))
    assert len(told) == 1


def test_what_is_about_to_write_looks_at_nothing_more_than_what_has_changed(
    pier: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        pier.run("build")
    seen: list[str] = []

    def noted(paths: list[str], *, places: frozenset[str] = frozenset()) -> snapshots.Snapshot:
        seen.extend(paths)
        return snapshots.snapshot(paths, places=places)

    monkeypatch.setattr(replay, "snapshot", noted)
    time.sleep(0.02)
    pier.write("articles/a.md", "# Pier\n\nIn 2025 the pier opened.\n")
    pier.run("build")
    assert seen[-1] == str(pier.root / "articles")
    assert str(pier.root / "locales") not in seen


def test_a_result_is_kept_in_no_folder_of_the_project(pier: Site, told: list[int]) -> None:
    for _ in range(2):
        pier.run("coverage", XDG_CACHE_HOME=str(pier.root / "mine"))
    assert not told
    assert not (pier.root / "mine").exists()


def test_a_result_that_is_none_is_made_anew(pier: Site, told: list[int]) -> None:
    first = pier.run("coverage")
    for path in _kept():
        path.write_text('{"version": 1, "root": 3}')
    assert pier.run("coverage") == first
    assert not told


def test_old_results_make_room_for_new_ones(pier: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "_COMMANDS", 2)
    for columns in range(40, 46):
        pier.run("coverage", COLUMNS=str(columns))
    assert len(_kept()) == 2


def test_a_baseline_that_is_named_belongs_to_what_it_depends_on(pier: Site, told: list[int]) -> None:
    pier.run("check", "--baseline", "known.json", "--write-baseline")
    done = [pier.run("check", "--baseline", "known.json") for _ in range(2)]
    assert (done[0], told) == (done[1], [0])
    (pier.root / "known.json").unlink()
    assert pier.run("check", "--baseline", "known.json").code == 2
