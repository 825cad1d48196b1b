"""What projects do with l10n: workflows, as their pages show them, and hooks, from a repository and from a wheel."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
pytestmark = pytest.mark.skipif(
    os.environ.get("L10N_REQUIRE_SYSTEM") != "1", reason="L10N_REQUIRE_SYSTEM=1 installs l10n from what is packed here"
)


def block(path: str) -> str:
    """Return what the page writes into a file."""
    found = re.search(rf"^```\w+ file={re.escape(path)}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert found, path
    return found[1]


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )


def done(command: list[str], folder: Path, **environment: str) -> str:
    shown = run(command, folder, **environment)
    assert shown.returncode == 0, (command, shown.stdout[-2000:], shown.stderr[-2000:])
    return shown.stdout


def commit(folder: Path, message: str) -> subprocess.CompletedProcess[str]:
    done(["git", "add", "-A"], folder)
    return run(["git", *NOBODY, "commit", "-m", message], folder)


NOBODY = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false"]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of l10n with a version, made of what lies here."""
    folder = tmp_path_factory.mktemp("packed") / "l10n"
    names = done(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], ROOT).split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    done(["git", "init", "-q", "-b", "main"], folder)
    assert commit(folder, "All").returncode == 0
    done(["git", "tag", "v0.1.0"], folder)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project of the page, its one article translated."""
    folder = tmp_path / "project"
    for path in ("pyproject.toml", "articles/news/harbor.md", "ci/l10n.sh", "ci/summary.sh"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(block(path), encoding="utf-8")
    (folder / ".gitignore").write_text(".l10n/\nbuild/\nfresh/\n", encoding="utf-8")
    done([sys.executable, "-m", "l10n", "-q", "extract"], folder)
    translate(folder, "5월 25일")
    return folder


def translate(folder: Path, day: str) -> None:
    """Translate the article into Korean, or review what is stale."""
    path = folder / "locales" / "ko" / "news" / "harbor.md.po"
    text = re.sub(r"^#[,|].*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    head, *rest = text.strip().split("\n\n")
    texts = [part.rpartition("msgstr ")[0] for part in rest]
    made = ("폭풍 뒤 항구가 다시 열렸다", f"항구는 3일 만인 {day} 다시 문을 열었다.")
    entries = (f'{text}msgstr "{target}"\n' for text, target in zip(texts, made, strict=True))
    path.write_text("\n".join([f"{head}\n", *entries]), encoding="utf-8")


def scripts(path: str) -> list[str]:
    """Return the shell lines of a workflow, as they run one after another."""
    jobs: dict[str, Any] = yaml.safe_load(block(path))
    if "jobs" not in jobs:
        return [line for job in jobs.values() for line in job["script"]]
    return [step["run"] for job in jobs["jobs"].values() for step in job["steps"] if "run" in step]


@pytest.mark.parametrize("source", ["repository", "wheel"])
def test_a_workflow_installs_a_package_that_is_on_no_index_and_runs(
    repository: Path, project: Path, source: str
) -> None:
    if source == "wheel":
        done([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", "vendor", str(repository)], project)
        (wheel,) = (project / "vendor").glob("article_l10n-*.whl")
        package = str(wheel.relative_to(project))
    else:
        package = f"git+file://{repository}@v0.1.0"
    done([sys.executable, "-m", "venv", "fresh"], project)
    places = os.pathsep.join([str(project / "fresh" / "bin"), os.environ["PATH"]])
    for path in (".github/workflows/l10n.yml", ".github/workflows/l10n-check.yml", ".gitlab-ci.yml"):
        for line in scripts(path):
            done(["bash", "-e", "-c", line], project, L10N=package, PATH=places)
        assert Path(done(["bash", "-c", "command -v l10n"], project, PATH=places).strip()).parent.parent.name == "fresh"
        if "build" in block(path):
            built = project / "build" / "ko" / "news" / "harbor.md"
            assert "3일 만인" in built.read_text(encoding="utf-8")
            built.unlink()
    assert "| `all articles` | ko | 2/13 |" in (project / "summary.md").read_text(encoding="utf-8")


def test_the_hooks_stop_a_commit_that_is_out_of_step_and_one_with_a_mistake(
    repository: Path, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "hooks"))
    config = block(".pre-commit-config.yaml")
    (project / ".pre-commit-config.yaml").write_text(
        re.sub(r"repo: .*", f"repo: {repository}", config), encoding="utf-8"
    )
    done(["git", "init", "-q"], project)
    done([sys.executable, "-m", "pre_commit", "install"], project)
    first = commit(project, "A story")
    assert first.returncode == 0, (first.stdout, first.stderr)
    article = project / "articles" / "news" / "harbor.md"
    article.write_text(article.read_text(encoding="utf-8").replace("25", "26"), encoding="utf-8")
    late = commit(project, "Another day")
    assert late.returncode != 0
    assert re.search(r"PO files are in step with the articles\.+Failed", late.stderr), late.stderr
    assert "locales/ko/news/harbor.md.po" in late.stderr
    done([sys.executable, "-m", "l10n", "-q", "extract"], project)
    translate(project, "5월 25일")
    wrong = commit(project, "The old day")
    assert wrong.returncode != 0
    assert re.search(r"no mistake in the translations\.+Failed", wrong.stderr), wrong.stderr
    translate(project, "5월 26일")
    right = commit(project, "The right day")
    assert right.returncode == 0, right.stderr
