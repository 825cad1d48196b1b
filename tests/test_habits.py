"""The pages and files for those who keep the project tell the truth, and agree with each other and the program."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import tomllib
from importlib import metadata
from typing import TYPE_CHECKING, Any

import pytest
import typer
import yaml
from packaging.utils import canonicalize_name

from l10n import checks, formats
from l10n.cli.app import app
from l10n.version import __version__
from tests.conftest import ROOT
from tests.docs_runner import folder
from tools import licences, lowest

if TYPE_CHECKING:
    from pathlib import Path

FORMS = sorted(path.name for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
FLOWS = sorted(path.name for path in (ROOT / ".github/workflows").glob("*.yml"))
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # the group of all commands


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def unfenced(page: str) -> str:
    """Return a page without its blocks of code."""
    return re.sub(r"^ *```.*?^ *```$", "", text(page), flags=re.MULTILINE | re.DOTALL)


def load(path: str) -> Any:
    return yaml.safe_load(text(path))


LANGUAGES = "\n".join(
    text(str(path.relative_to(ROOT)))
    for folder_, ending in (("l10n/languages", "py"), ("l10n/languages", "toml"), ("tools", "py"))
    for path in sorted((ROOT / folder_).glob(f"*.{ending}"))
)
"""What a supplement may say, and what they do."""


def flow(name: str) -> dict[Any, Any]:
    return dict(load(f".github/workflows/{name}"))


def targets() -> set[str]:
    phony = re.search(r"^\.PHONY: (.*)$", text("Makefile"), re.MULTILINE)
    assert phony
    return {name for name in phony[1].split() if re.search(rf"^{name}:", text("Makefile"), re.MULTILINE)}


def exists(word: str) -> bool:
    """Tell whether what a page writes as code is there: a target, a command, a rule, a variable, a file, a key."""
    first, *rest = word.split()
    if first == "make":
        return set(rest) <= targets()
    if first == "l10n":
        return all(name in COMMANDS or name.startswith("--") or name.isupper() for name in rest)
    if variable := re.match(r"(L10N_[A-Z_]+)=1\Z", word):
        return any(variable[1] in path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    if first == "pre-commit":
        return (ROOT / ".pre-commit-config.yaml").is_file()
    if (ROOT / "l10n/languages" / word).exists() or re.search(rf"(?<!\w){re.escape(word)}(?!\w)", LANGUAGES):
        return True
    return word in checks.names() or (ROOT / word).exists() or f"{word}\n" in text(".gitignore").replace("\n/", "\n")


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "SECURITY.md", ".github/PULL_REQUEST_TEMPLATE.md"])
def test_all_that_a_page_names_is_there(page: str) -> None:
    named = set(re.findall(r"`([^`\n]+)`", unfenced(page)))
    elsewhere = {".git", "pypi", "v"}  # of git and of the package index
    assert {word for word in named if not exists(word)} <= elsewhere
    for block in re.findall(r"^```sh\n(.*?)^```$", text(page), re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            assert exists(line) or line.startswith(".venv/bin/python -m pytest tests/checks "), line


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"])
def test_every_link_of_a_page_leads_to_a_file_and_a_heading(page: str) -> None:
    prose = re.sub(r"`[^`\n]*`", "", unfenced(page))
    for path, anchor in re.findall(r"\]\((?!https?:)([^)#]+)#?([^)]*)\)", prose):
        headings = re.findall(r"^#+ (.*)$", text(path), re.MULTILINE)
        assert not anchor or anchor in {heading.lower().replace(" ", "-") for heading in headings}, (path, anchor)


def test_the_commands_of_the_chapter_on_languages_do_what_it_says(tmp_path: Path) -> None:
    chapter = text("CONTRIBUTING.md").partition("\n## Adding a language\n")[2].partition("\n## ")[0]
    tried = folder(tmp_path)
    for name in ("l10n", "tools"):
        shutil.copytree(ROOT / name, tried.root / name, ignore=shutil.ignore_patterns("__pycache__"))
    tried.try_out(re.sub(r"^  (?=```|day)", "", chapter, flags=re.MULTILINE))


def test_the_page_of_security_says_what_is_tested_and_how_to_report() -> None:
    page = text("docs/security.md")
    holds = page.partition("\n## What holds\n")[2].partition("\n## ")[0]
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in holds.splitlines() if re.match(r"\|[^-]", line)]
    assert len(rows) > 20
    assert all(len(row) == 2 and all(cell.strip() for cell in row) for row in rows)
    assert "](../SECURITY.md)" in page
    assert "](docs/security.md)" in text("SECURITY.md")
    assert "](docs/security.md)" in text("README.md")


def test_contributors_find_each_target_that_they_need() -> None:
    assert {f"`make {name}`" for name in targets()} <= set(re.findall(r"`make [\w-]+`", text("CONTRIBUTING.md")))


def test_the_changelog_tells_of_this_version() -> None:
    unreleased, *released = re.findall(r"^## \[(.+?)\](?: - \d{4}-\d\d-\d\d)?$", text("CHANGELOG.md"), re.MULTILINE)
    assert unreleased == "Unreleased"
    announced = re.search(r"^The next release is (\d+\.\d+\.\d+)\b", text("CHANGELOG.md"), re.MULTILINE)
    assert __version__ in {announced[1] if announced else "", *released[:1]}


@pytest.mark.parametrize("name", FLOWS)
def test_a_workflow_may_only_read_and_names_the_version_of_what_it_uses(name: str) -> None:
    assert flow(name)["permissions"] == {"contents": "read"}
    for job in flow(name)["jobs"].values():
        assert "uses" in job or job["timeout-minutes"] <= 60
        for step in [job, *job.get("steps", ())]:
            assert re.search(r"^\./|@v\d+$|@release/v\d+$|^$", step.get("uses", "")), step


def test_ci_runs_everything_on_each_python_that_the_project_promises() -> None:
    check = flow("ci.yml")["jobs"]["check"]
    classifiers = tomllib.loads(text("pyproject.toml"))["project"]["classifiers"]
    promised = re.findall(r"Python :: (3\.\d+)$", "\n".join(classifiers), re.MULTILINE)
    assert check["strategy"]["matrix"]["python"] == promised
    assert check["steps"][-1]["run"] == "bash .ci/run"
    assert (ROOT / ".ci/run").is_file()


def test_ci_tries_the_oldest_dependencies_on_the_oldest_python() -> None:
    job = flow("ci.yml")["jobs"]["lowest"]
    (python,) = (step["with"]["python-version"] for step in job["steps"] if "python-version" in step.get("with", {}))
    assert tomllib.loads(text("pyproject.toml"))["project"]["requires-python"] == f">={python}"
    assert job["steps"][-1]["run"] == "make lowest"
    assert "lowest" in targets()


def test_every_dependency_has_a_lower_bound_and_tests_that_try_it() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    assert set(lowest.bounds(lowest.required(project))) == set(lowest.SMOKE)
    assert lowest.bounds(project["optional-dependencies"]["test"])
    assert not [path for paths in lowest.SMOKE.values() for path in paths if not (ROOT / path).is_file()]
    with pytest.raises(ValueError, match="no lower bound"):
        lowest.bounds(["rich"])


def test_every_library_that_is_imported_is_a_dependency() -> None:
    names = metadata.packages_distributions()
    needed = {canonicalize_name(name.partition("[")[0]) for name in lowest.SMOKE}
    imported = set()
    for path in (ROOT / "l10n").rglob("*.py"):
        for match in re.findall(r"^\s*(?:from|import) ([a-z_]\w*)", path.read_text(encoding="utf-8"), re.MULTILINE):
            imported |= {canonicalize_name(name) for name in names.get(match, []) if match != "l10n"}
    assert imported <= needed


def test_no_licence_comes_along_that_the_house_does_not_allow() -> None:
    assert licences.main() == 0
    base = licences.closure(licences.PROJECT)
    assert {"certifi", "soupsieve", "pydantic-core"} <= base
    assert "dev" in licences.extras()
    assert "pytest" in licences.closure(licences.PROJECT, "dev") - base
    assert set(licences.KNOWN) <= base


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("MIT", {"", "dev"}),
        ("Apache-2.0 OR BSD-2-Clause", {"", "dev"}),
        ("GPL-3.0-only OR MIT", {"", "dev"}),
        ("MIT AND (GPL-3.0-only OR Apache-2.0)", {"", "dev"}),
        ("MPL-2.0", {"dev"}),
        ("LGPL-3.0-or-later", {"dev"}),
        ("GPL-3.0-only AND MIT", set()),
        ("GPL-3.0-only", set()),
        ("AGPL-3.0-or-later", set()),
        ("Proprietary", set()),
        ("", set()),
    ],
)
def test_a_licence_that_binds_comes_with_an_extra_only(said: str, where: set[str]) -> None:
    assert {extra for extra in ("", "dev") if not list(licences.faults({"a-library": said}, extra=extra))} == where


def test_a_known_exception_holds_for_its_licence_alone() -> None:
    assert not list(licences.faults({"certifi": "MPL-2.0"}))
    assert list(licences.faults({"certifi": "GPL-3.0-only"}))


def test_what_a_dependency_needs_is_followed_with_its_extras_and_markers() -> None:
    needs = {
        "a": ['B[fast]>=1; extra == "more"', "c", 'd; python_version < "3"'],
        "b": ['e; extra == "fast"', "c"],
        "c": ["a"],
    }
    assert licences.closure("a", "", needs.get) == {"c"}
    assert licences.closure("a", "more", needs.get) == {"b", "c", "e"}


def test_a_release_is_checked_and_built_before_it_is_published_without_a_key() -> None:
    release = flow("release.yml")
    assert release[True] == {"push": {"tags": ["v*"]}}, "YAML reads the key `on` as true"
    publish = release["jobs"]["publish"]
    assert publish["needs"] == ["check", "build"]
    assert (publish["environment"], publish["permissions"]) == ("pypi", {"id-token": "write"})
    assert "secrets." not in text(".github/workflows/release.yml")


@pytest.mark.parametrize(
    ("tag", "heading", "code"),
    [
        (f"v{__version__}", f"## [{__version__}] - 2026-12-01", 0),
        ("v9.9.9", "## [9.9.9] - 2026-12-01", 1),
        (f"v{__version__}", "## [Unreleased]", 1),
        (f"v{__version__[:-1]}", f"## [{__version__[:-1]}] - 2026-12-01", 1),
    ],
)
def test_a_tag_that_is_not_the_version_is_no_release(tag: str, heading: str, code: int, tmp_path: Any) -> None:
    (step,) = (step for step in flow("release.yml")["jobs"]["build"]["steps"] if step.get("id") == "tag")
    (tmp_path / "l10n").mkdir()
    (tmp_path / "l10n/version.py").write_text(text("l10n/version.py"), encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text(f"# Changelog\n\n{heading}\n", encoding="utf-8")
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]], cwd=tmp_path, env={"GITHUB_REF_NAME": tag}, capture_output=True, check=False
    )
    assert done.returncode == code, done


def test_dependencies_and_actions_are_looked_at_weekly() -> None:
    updates = load(".github/dependabot.yml")["updates"]
    assert {row["package-ecosystem"]: row["schedule"]["interval"] for row in updates} == {
        "pip": "weekly",
        "github-actions": "weekly",
    }


@pytest.mark.parametrize("name", FORMS)
def test_a_form_says_what_it_is_for_and_asks_each_thing_once(name: str) -> None:
    form = load(f".github/ISSUE_TEMPLATE/{name}")
    assert form["name"]
    assert form["description"]
    asked = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert asked
    assert len(asked) == len(set(asked))


def test_a_false_alarm_comes_with_both_texts_the_language_and_the_rule() -> None:
    fields = load(".github/ISSUE_TEMPLATE/false-alarm.yml")["body"]
    needed = {field.get("id") for field in fields if field.get("validations", {}).get("required")}
    assert needed >= {"source", "target", "locale", "rule"}


def test_the_hooks_of_contributors_are_targets_of_the_makefile() -> None:
    (repository,) = load(".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    assert {hook["entry"] for hook in repository["hooks"]} == {"make lint", "make types", "make contracts"}


def test_the_hooks_for_projects_are_commands_and_see_every_article() -> None:
    hooks = load(".pre-commit-hooks.yaml")
    assert re.findall(r"^ +- id: (\S+)", text("docs/ci.md"), re.MULTILINE) == [hook["id"] for hook in hooks]
    for hook in hooks:
        assert (hook["entry"], hook["language"], hook["pass_filenames"]) == ("l10n", "python", False)
        assert exists(" ".join(["l10n", *hook["args"][1:]])), hook["args"]
        for path in [*(f"articles/a{ending}" for ending in formats.EXTENSIONS), "locales/ko/a.po", "pyproject.toml"]:
            assert re.search(hook["files"], path), (hook["id"], path)


def test_editors_and_ruff_agree() -> None:
    editor = configparser.ConfigParser()
    editor.read_string(f"[top]\n{text('.editorconfig')}")
    assert editor["top"]["root"] == "true"
    assert (
        editor["*.py"].getint("max_line_length") == tomllib.loads(text("pyproject.toml"))["tool"]["ruff"]["line-length"]
    )
    assert editor["Makefile"]["indent_style"] == "tab"
