"""The command line's own promises: help for everything, a current page, a light start."""

import subprocess
import sys
from typing import Any

import pytest
import typer

from l10n.cli.app import app
from tests import cli_reference
from tests.conftest import ROOT

GROUP: Any = typer.main.get_command(app)
BY_NAME = dict(cli_reference.commands(GROUP))
COMMANDS = sorted(BY_NAME)


def test_the_page_of_the_command_line_is_current():
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == cli_reference.render(), "run `make docs`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_every_option_has_help(name):
    command = BY_NAME[name]
    assert command.help
    assert all(param.help for param in command.params), [param.name for param in command.params if not param.help]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_shown(name, site):
    assert f"l10n {name}" in site.ok(*name.split(), "--help").out


def test_the_verbs_are_those_of_the_design():
    assert set(COMMANDS) == {
        "init",
        "accept-source",
        "add-locale",
        "extract",
        "draft",
        "coverage",
        "corrections",
        "review",
        "check",
        "build",
        "run",
        "push",
        "export",
        "import",
        "purge",
        "repair",
        "merge-driver",
        "help",
        "engine add",
        "engine list",
        "engine remove",
        "tm migrate",
        "tm search",
        "tm stats",
        "tm rebuild",
        "glossary check",
        "glossary candidates",
        "glossary import",
    }


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_import_no_engine_no_format_and_no_library_of_theirs(option):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "l10n", option], capture_output=True, text=True, check=True
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.split("\n")}
    heavy = ("deep_translator", "requests", "pyromark", "polib", "babel", "pydantic", "rapidfuzz", "sentencex", "rich")
    own = ("l10n.engines", "l10n.formats", "l10n.catalog", "l10n.stages", "l10n.project")
    assert "typer" in loaded
    assert [name for name in loaded if name.split(".")[0] in heavy or name.startswith(own)] == []


def test_an_unknown_command_or_option_is_a_usage_error(site):
    assert site.run("translate").code == 2
    assert site.run("extract", "--nothing").code == 2
    assert site.run("coverage", "--fail-under", "101").code == 2
