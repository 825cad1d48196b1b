"""What a kept result depended on without having it in its key, each once found by its difference."""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from l10n import replay, state
from tests.conftest import need

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows tells no time at which a file was changed")

PO = "locales/ko/a.md.po"


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command begin a moment after its files were written, without waiting for it."""
    for module in (replay, state):
        monkeypatch.setattr(module, "_now", lambda: time.time_ns() + 10**10)


def _git(root: Path, *args: str, when: str = "2026-01-01T10:00:00Z") -> None:
    who = {f"GIT_{role}_{what}": "x@y" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when_ = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run([need("git"), *args], cwd=root, check=True, capture_output=True, env=os.environ | who | when_)


def test_a_run_that_tells_how_fast_drafts_were_read_asks_the_history_again(site: Site) -> None:
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\nmin-seconds-per-word = 2\n')
    site.write("articles/a.md", "# Pier\n\nThe pier opened in the rain.\n")
    _git(site.root, "init", "-q")
    site.run("run")
    _git(site.root, "add", "-A")
    _git(site.root, "commit", "-qm", "drafts")
    site.write(PO, site.read(PO).replace("#, fuzzy\n", "").replace("# draft", "# draft"))
    for _ in range(2):
        site.run("run")
    _git(site.root, "add", "-A")
    _git(site.root, "commit", "-qm", "read", when="2026-01-01T10:00:01Z")
    told = site.run("run")
    assert told == site.run("run", "--no-cache")
    assert "seconds a word" in told.out + told.err


def test_a_project_that_is_named_by_a_link_is_that_to_which_it_leads_now(site: Site) -> None:
    other = site.root.parent / "other"
    for root in (site.root, other):
        (root / "articles").mkdir(parents=True, exist_ok=True)
        (root / "pyproject.toml").write_text('[tool.l10n]\nlocales = ["ko"]\n')
        (root / f"articles/{root.name}.md").write_text("# Pier\n")
    link = site.root / "current"
    link.symlink_to(site.root)
    for _ in range(2):
        assert "site.md" in site.ok("coverage", "-C", "current", "--json").out
    link.unlink()
    link.symlink_to(other)
    assert "other.md" in site.ok("coverage", "-C", "current", "--json").out


def test_a_folder_that_a_link_leads_to_now_is_refused_again(site: Site) -> None:
    site.configure('locales = ["ko"]\narticles = "text/en"\n')
    site.write("text/en/a.md", "# Pier\n")
    site.ok("extract")
    for _ in range(2):
        site.ok("check")
    away = site.root.parent / "away"
    (site.root / "text").rename(away)
    (site.root / "text").symlink_to(away)
    told = site.run("check")
    assert told == site.run("check", "--no-cache")
    assert told.code == 3


def test_an_article_that_is_named_through_a_link_is_that_to_which_it_leads_now(site: Site) -> None:
    for name in ("old", "new"):
        site.write(f"articles/{name}/a.md", "# Pier\n")
    link = site.root.parent / "link"
    link.symlink_to(site.root / "articles/old")
    for _ in range(2):
        assert "old/a.md" in site.ok("coverage", str(link), "--json").out
    link.unlink()
    link.symlink_to(site.root / "articles/new")
    assert "new/a.md" in site.ok("coverage", str(link), "--json").out
