"""The README's commands do what it says, on a copy of this project's own articles."""

import re
import shlex
import shutil

import pytest

from tests.conftest import ROOT, Site

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    shlex.split(line, comments=True) for block in BLOCKS for line in block.split("\n") if line.startswith("l10n ")
]
OWN = [command for command in COMMANDS if command[1] not in {"init", "run"}]


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A copy of this project, without the engine that needs a network."""
    made = Site(tmp_path_factory.mktemp("copy"))
    for folder in ("articles", "locales"):
        shutil.copytree(ROOT / folder, made.root / folder)
    configuration = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    made.write("pyproject.toml", configuration.replace('"memory", "firefox", "google", "apertium"', '"memory"'))
    assert '"google"' not in made.read("pyproject.toml").split("[tool.ruff]")[0]
    return made


def test_the_readme_shows_the_commands_that_its_readers_need():
    assert {command[1] for command in COMMANDS} >= {"init", "run", "coverage", "check", "extract", "build"}


@pytest.mark.parametrize("command", OWN, ids=" ".join)
def test_a_command_of_the_readme_works_here(command, copy):
    done = copy.run(*command[1:])
    low = "--fail-under" in command
    assert done.code == (1 if low else 0), done.out + done.err
    assert "bug in l10n" not in done.err


def test_the_projects_own_catalogues_are_in_step_with_its_articles(copy):
    assert copy.run("extract", "--check").code == 0
    assert copy.run("check").out == ""


def test_a_project_of_your_own_starts_as_the_readme_says(tmp_path):
    mine = Site(tmp_path)
    init, run = (command for command in COMMANDS if command[1] in {"init", "run"})
    mine.ok(*init[1:])
    mine.write("pyproject.toml", mine.read("pyproject.toml").replace('"memory", "firefox", "apertium"', '"pseudo"'))
    mine.write("articles/story.md", "# A story\n\nIt rained.\n")
    done = mine.ok(*run[1:])
    assert "story.md" in done.out
    assert (tmp_path / "build/ko/story.md").is_file()


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(((?!https?:)[^)#]+)", README))))
def test_the_readmes_links_lead_somewhere(link):
    assert (ROOT / link).is_file()


def test_make_has_the_two_commands_of_the_readme():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in re.findall(r"^make (\w+)", "\n".join(BLOCKS), re.MULTILINE):
        assert re.search(rf"^{line}:", makefile, re.MULTILINE), line
