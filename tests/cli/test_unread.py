"""What could not be read is named in everything that a program reads, beside what could be done for the rest."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

BROKEN = "locales/ko/b.md.po"
UNREADABLE = "articles/c.md"


@pytest.fixture
def half(site):
    """A project with a broken PO file, an article that cannot be read, and a glossary that cannot."""
    site.configure('locales = ["ko", "ja"]\nengines = ["pseudo"]')
    for name in "ab":
        site.write(f"articles/{name}.md", f"The Ferry of pier {name} left Port Calder.\n\nThe Ferry came back.\n")
    site.ok("extract")
    site.write(BROKEN, site.read(BROKEN).replace('msgstr ""\n', 'msgstr "\n', 2))
    site.write(UNREADABLE, "---\ntitle: [\n---\n\nThe tide was low.\n")
    site.write("locales/ja/glossary.tsv", "nothing\there\n")
    return site


def errors(site, *command: str, code: int = 3) -> list[dict[str, Any]]:
    done = site.run(*command)
    assert done.code == code, done.err
    told: list[dict[str, Any]] = json.loads(done.out)["errors"]
    return told


@pytest.mark.parametrize(
    ("command", "files"),
    [
        ("extract --json", {BROKEN, UNREADABLE}),
        ("draft --json", {BROKEN, UNREADABLE, "locales/ja/glossary.tsv"}),
        ("draft --estimate --json", {BROKEN, UNREADABLE, "locales/ja/glossary.tsv"}),
        ("check --json", {BROKEN, UNREADABLE, "locales/ja/glossary.tsv"}),
        ("check --fix --json", {BROKEN, UNREADABLE, "locales/ja/glossary.tsv"}),
        ("coverage --json", {BROKEN, UNREADABLE}),
        ("build --json", {BROKEN, UNREADABLE}),
        ("run --json", {BROKEN, UNREADABLE, "locales/ja/glossary.tsv"}),
        ("glossary check --json", {BROKEN, UNREADABLE, "locales/ja/glossary.tsv"}),
        ("glossary candidates --json", {UNREADABLE, "locales/ja/glossary.tsv"}),
        ("tm search --json Ferry", {BROKEN, "locales/ja/glossary.tsv"}),
        ("tm rebuild --json", {BROKEN, UNREADABLE}),
    ],
)
def test_json_names_what_could_not_be_read_with_line_and_remedy(half, command, files):
    found = errors(half, *command.split())
    assert {error["file"] for error in found} == files
    assert all(error["message"] and error["remedy"] for error in found)
    assert all(error["line"] for error in found if error["file"] == BROKEN)


def test_the_rest_is_there_beside_it(half):
    found = json.loads(half.run("coverage", "--json").out)
    assert {(row["article"], row["locale"]) for row in found["articles"]} == {
        ("a.md", "ko"),
        ("a.md", "ja"),
        ("b.md", "ja"),
    }


def test_people_are_told_in_the_table_what_is_not_counted(half):
    assert f"cannot be read: {UNREADABLE}, {BROKEN}\n" in half.run("coverage").out


def test_github_junit_and_sarif_name_it_too(half):
    lines = half.run("check", "-l", "ko", "--output-format", "github").out.split("\n")
    told = [line for line in lines if line.startswith(f"::error file={BROKEN},line=")]
    assert len(told) == 1
    printed = half.run("check", "-l", "ko", "--output-format", "junit").out
    tree = ET.fromstring(printed)  # noqa: S314  what l10n wrote itself
    (suite,) = tree.findall("testsuite[@name='unread']")
    assert (tree.get("errors"), suite.get("errors")) == ("2", "2")
    assert {case.get("name") for case in suite.findall("testcase[error]")} == {BROKEN, UNREADABLE}
    log = json.loads(half.run("check", "-l", "ko", "--output-format", "sarif").out)
    (invocation,) = log["runs"][0]["invocations"]
    places = [one["locations"][0]["physicalLocation"] for one in invocation["toolExecutionNotifications"]]
    assert {place["artifactLocation"]["uri"] for place in places} == {BROKEN, UNREADABLE}
    assert not invocation["executionSuccessful"]


def test_a_command_that_is_refused_says_so_in_the_format_that_was_asked_for(half):
    half.configure('locales = ["ko"]\n[tool.l10n.check]\nbaseline = "known.json"')
    half.write("known.json", "[")
    for command in (["check", "--json"], ["check", "--output-format", "json"], ["run", "--json"]):
        done = half.run(*command)
        assert done.code == 2
        found = json.loads(done.out)
        assert found["version"] == 1
        assert [error["file"] for error in found["errors"]] == ["known.json"]
        assert "known.json" in done.err
    assert half.run("check", "--output-format=github").out.startswith("::error file=known.json,")
    sarif = json.loads(half.run("check", "--output-format", "sarif").out)
    assert not sarif["runs"][0]["invocations"][0]["executionSuccessful"]
    junit = half.run("check", "--output-format", "junit").out
    assert ET.fromstring(junit).get("errors") == "1"  # noqa: S314  what l10n wrote itself
    assert half.run("check").out == ""


def test_what_is_refused_before_there_is_a_project_is_told_to_programs_too(half):
    half.write("pyproject.toml", '[tool.l10n]\nlocales = ["ko"]\npolcy = "hold"\n')
    (error,) = errors(half, "coverage", "--json", code=2)
    assert (error["file"], error["line"]) == ("pyproject.toml", 3)
    assert "policy" in error["remedy"]
    (error,) = errors(half, "extract", "--json", "-l", "xx", code=2)
    assert error["file"] == "pyproject.toml"


def test_run_does_nothing_where_the_baseline_cannot_be_read(site):
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\n[tool.l10n.check]\nbaseline = "known.json"')
    site.write("known.json", "[")
    site.write("articles/a.md", "The tide was low.\n")
    before = site.snapshot()
    assert site.run("run").code == 2
    assert site.snapshot() == before
