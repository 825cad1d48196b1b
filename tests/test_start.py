"""What a command imports before it has anything to do; each of these modules costs more than the command itself."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = [
    "babel",
    "deep_translator",
    "importlib.metadata",
    "polib",
    "pydantic",
    "pydantic_core",
    "pyromark",
    "rapidfuzz",
    "requests",
    "rich",
    "sentencex",
    "sqlite3",
    "tomlkit",
    "turbohtml",
    "typer._adapters",
    "yaml",
    "l10n.catalog",
    "l10n.checks",
    "l10n.formats",
    "l10n.languages",
    "l10n.memory",
    "l10n.project",
    "l10n.stages",
    "l10n.text",
]
UNASKED = [
    "concurrent.futures",
    "importlib.metadata",
    "logging",
    "multiprocessing",
    "pydantic",
    "rapidfuzz",
    "tomlkit",
    "yaml",
    "l10n.catalog.backup",
    "l10n.catalog.stale_risk",
    "l10n.checks.rules.facts",
    "l10n.config_faults",
    "l10n.drafting",
    "l10n.engines",
    "l10n.formats.frontmatter.filling",
    "l10n.formats.frontmatter.yaml",
    "l10n.history",
    "l10n.memory",
    "l10n.report.totals",
    "l10n.stages.addressed",
    "l10n.stages.workers",
    "l10n.text.facts.known_names",
    "l10n.text.facts.name_table",
    "l10n.text.facts.negation",
    "l10n.text.facts.terms",
    "l10n.text.numbers",
]
"""What one edited article, which nobody has translated, does not need."""
PROGRAM = """
import sys
from l10n.__main__ import main
sys.argv = ["l10n", *sys.argv[1:]]
try:
    main()
finally:
    sys.stderr.write(" ".join(sys.modules))
"""


def loaded(*arguments, code=PROGRAM):
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["tm", "--help"], ["help", "draft"]])
def test_what_only_tells_of_the_program_loads_no_library_and_no_room(arguments):
    assert not loaded(*arguments) & set(HEAVY)


@pytest.mark.parametrize("arguments", [["coverage", "--help"], ["help", "run"]])
def test_a_command_that_may_be_repeated_loads_besides_what_its_earlier_answer_is_kept_in(arguments):
    assert not loaded(*arguments) & set(HEAVY) - {"sqlite3"}


def test_the_version_is_told_without_any_of_the_commands():
    told = loaded("--version")
    assert not {name for name in told if name.startswith("l10n.cli.")} - {
        f"l10n.cli.{name}" for name in ("app", "command", "complete", "exits", "refusals", "shared", "values")
    }
    assert not {name for name in told if name.startswith("l10n.model")}


def test_importing_the_package_loads_its_version_alone():
    told = loaded(code="import l10n, sys; sys.stderr.write(' '.join(sys.modules))")
    assert {name for name in told if name.startswith("l10n")} == {"l10n", "l10n.version"}
    assert not told & set(HEAVY)


@pytest.mark.parametrize("command", ["coverage", "extract", "check", "build"])
def test_a_configuration_that_is_known_imports_nothing_to_validate_it(site, command):
    site.write("articles/a.md", "# Pier\n\nIt opened.\n")
    site.ok("extract")
    arguments = ("-C", str(site.root), command)
    libraries = {"pydantic", "pydantic_core", "annotated_types"}
    assert not loaded(*arguments) & libraries
    assert loaded(*arguments, "--no-cache") & libraries
    site.configure('locales = ["ko"]  # once more\n')
    assert loaded(*arguments) & libraries
    site.write("articles/a.md", "# Pier\n\nIt closed.\n")
    assert not loaded(*arguments) & libraries


@pytest.mark.parametrize("command", ["extract", "build"])
def test_a_command_that_finds_one_article_edited_imports_what_that_article_needs(site, command):
    site.write("articles/a.md", "# Pier\n\nThe pier was opened by the *mayor* in person, and stays open all winter.\n")
    site.write("articles/b.md", "# Quay\n\nIt closed.\n")
    arguments = ("-C", str(site.root), command)
    for _ in range(2):
        site.ok("extract")
        site.ok("build")
    site.write("articles/a.md", "# Pier\n\nThe pier was opened by the *mayor* in person, and stays open all summer.\n")
    if command == "build":
        site.ok("extract")
    told = loaded(*arguments)
    assert {"l10n.formats.markdown", "l10n.catalog"} <= told
    assert sorted(told.intersection(UNASKED)) == []


def test_plain_utf_8_needs_no_tables_of_charsets():
    read = "from l10n.charsets import decoded; decoded(b'A pier.', 'a.md')"
    told = loaded(code=f"{read}; import sys; sys.stderr.write(' '.join(sys.modules))")
    assert "l10n.charsets" in told
    assert not {"l10n.charsets.readings", "l10n.charsets.declared"} & told
