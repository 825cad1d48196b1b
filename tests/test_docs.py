"""Every example of the documentation is run, and its tables are held against the program."""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import TYPE_CHECKING, Any

import pytest

from l10n import checks, config, engines, formats, languages, locales, report
from l10n.cli.exits import Exit
from l10n.config_tables import key_of
from l10n.model import Coverage, Entry, Key, State, Tally
from l10n.publish import disclosure
from tests import languages_reference, rules_reference
from tests.conftest import ROOT, need
from tests.docs_runner import PageError, folder

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN = {"architecture", "cli", "rules"}
"""Pages without examples to run."""
PAGES = sorted(
    name
    for path in (ROOT / "docs").rglob("*.md")
    if (name := path.relative_to(ROOT / "docs").with_suffix("").as_posix()) not in _SHOWN
)


def page(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_the_examples_of_a_page_do_what_it_says(name: str, tmp_path: Path) -> None:
    folder(tmp_path).try_out(page(name))


@pytest.mark.system
@pytest.mark.parametrize("name", [name for name in PAGES if "needs=apertium" in page(name)])
def test_the_examples_with_apertium_do_what_their_page_says(name: str, tmp_path: Path) -> None:
    need("apertium")
    folder(tmp_path).try_out(page(name), programs=frozenset({"apertium"}))


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_to_a_page_and_a_heading(name: str) -> None:
    text = re.sub(r"^(`{3,}).*?^\1", "", page(name), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)]+)\)", re.sub(r"`[^`\n]*`", "", text)):
        path, _, anchor = target.partition("#")
        page_of = ROOT / "docs" / f"{name}.md"
        there = page_of.parent / path if path else page_of
        assert there.is_file(), target
        assert not anchor or anchor in anchors(there.read_text(encoding="utf-8")), target


def test_every_picture_is_made_by_the_script_and_is_small() -> None:
    picture = pytest.importorskip("tools.picture", exc_type=ModuleNotFoundError)
    sizes = {path.name: path.stat().st_size for path in picture.FOLDER.iterdir()}
    assert sizes.keys() == {one.name for one in picture.PICTURES}
    assert max(sizes.values()) <= 150_000
    shown = "".join(page(name) for name in PAGES) + (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in sizes if f"images/{name})" not in shown] == []


def anchors(text: str) -> set[str]:
    """Return the anchors of a page's headings as forges make them."""
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def rows(text: str, heading: str) -> list[list[str]]:
    """Return the cells of the first table under a heading, without its two head lines."""
    section = text.partition(f"\n{heading}\n")[2]
    assert section, f"there is no heading {heading!r}"
    table = re.search(r"^(?:\|.*\n)+", re.split(r"^#+ ", section, maxsplit=1, flags=re.MULTILINE)[0], re.MULTILINE)
    assert table, f"there is no table under {heading!r}"
    lines = table[0].rstrip("\n").split("\n")
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


def code(text: str) -> str:
    """Return what stands between code marks, or the text where there are none."""
    return text.strip("`")


TABLES: dict[str, tuple[type[Any], str]] = {
    "## `[tool.l10n]`": (config.Config, 'site = "https://example.org/"\n'),
    "## `[tool.l10n.check]`": (config.CheckTable, "[tool.l10n.check]\n"),
    "## `[tool.l10n.locale.LOCALE.check]`": (config.RuleTable, "[tool.l10n.locale.ko.check]\n"),
    "## `[tool.l10n.locale.LOCALE]`": (
        config.LocaleTable,
        "[tool.l10n.locale.ko]\n",
    ),
    "## `[[tool.l10n.section]]`": (
        config.Section,
        '[[tool.l10n.section]]\npath = "news/**"\n',
    ),
    "## `[tool.l10n.engine.NAME]`": (config.EngineTable, "[tool.l10n.engine.libre]\n"),
    "## `[tool.l10n.push.NAME]`": (config.PushTable, "[tool.l10n.push.wordpress]\n"),
}
"""Heading of the page → the table, and what stands before an example of one of its keys."""


def default(field: Field[Any]) -> str:
    """Write the default of a configuration key as the page does."""
    if field.default is MISSING and field.default_factory is MISSING:
        return "none: it must be set"
    value: Any = field.default if field.default_factory is MISSING else field.default_factory()
    if value is None:
        return "the project's"
    if value in ({}, ()) or is_dataclass(value):
        return "none"
    return json.dumps(list(value) if isinstance(value, tuple) else value)


@pytest.mark.parametrize("heading", TABLES)
def test_every_key_of_the_configuration_is_on_its_page_with_its_default(heading: str) -> None:
    documented = {code(row[0]): code(row[1]) for row in rows(page("configuration"), heading)}
    assert documented == {key_of(field.name): default(field) for field in fields(TABLES[heading][0])}


@pytest.mark.parametrize("heading", TABLES)
def test_every_example_of_a_key_is_valid_configuration(heading: str) -> None:
    known = *engines.NAMES, "memory"
    for key, _, _, example in (map(code, row) for row in rows(page("configuration"), heading)):
        if example.startswith("["):
            assert f"l10n.{key}" in example
            continue
        assert key == example.split(" ")[0]
        text = f'[tool.l10n]\nlocales = ["ko"]\n{TABLES[heading][1]}'
        text = re.sub(rf"^{key} = .*\n", "", text, flags=re.MULTILINE)
        config.load(f"{text}{example}\n", engines=lambda: known, rules=checks.names)


def test_every_engine_is_on_its_page_with_the_place_its_text_goes_to() -> None:
    documented = {code(row[0]): row[1] for row in rows(page("drafts"), "## The engines")}
    settings = engines.EngineSettings()
    real = {name: engines.destination(name, settings) or "nowhere" for name in engines.NAMES}
    assert documented == {"memory": "nowhere", **real}


def test_the_page_of_the_rules_is_what_the_program_says() -> None:
    assert page("rules") == rules_reference.render(), "run `make docs`"


def test_the_page_of_the_languages_is_what_the_program_knows() -> None:
    assert page("languages") == languages_reference.render(), "run `make docs`"


def test_every_family_and_format_is_on_the_page_of_the_checks() -> None:
    assert [code(row[0]) for row in rows(page("checks"), "## Choose the rules")] == list(checks.FAMILIES)
    assert [code(row[0]) for row in rows(page("checks"), "## Other formats")] == [
        name for name in report.LISTINGS if name != "text"
    ]


def test_every_ending_of_an_article_is_on_the_page_of_the_formats() -> None:
    titles = {"plain": "plain text", "markdown": "Markdown", "mdx": "MDX", "html": "HTML"}
    documented = {row[0]: re.findall(r"`([^`]+)`", row[1]) for row in rows(page("formats"), "## What to do first")}
    real: dict[str, list[str]] = {titles[name]: [] for name in formats.NAMES}
    for ending, name in sorted(formats.EXTENSIONS.items()):
        real[titles[name]].append(ending)
    assert {name: sorted(endings) for name, endings in documented.items()} == real


def test_every_policy_is_on_the_page_of_publishing() -> None:
    documented = [code(row[0].split(" ")[0]) for row in rows(page("publishing"), "## What to do first")]
    assert sorted(documented) == sorted(config.Policy)


def test_every_exit_code_is_on_the_page_for_ci() -> None:
    documented = [int(row[0]) for row in rows(page("ci"), "## Exit codes")]
    assert documented == sorted(Exit)


def test_every_language_of_the_disclosure_is_named() -> None:
    section = page("publishing").partition("\n## The disclosure\n")[2].partition("\n## ")[0]
    known = [name for name in languages.known() if languages.of(name).disclosure]
    names = {locales.display_name(locales.language(code)).split(" ")[0] for code in known}
    assert not {name for name in names if name not in section}


def test_every_field_of_the_provenance_is_on_its_page() -> None:
    documented = [code(row[0]) for row in rows(page("publishing"), "## The provenance fields")]
    key = Key("Closed.")
    draft = Entry(key, "휴무.", State.DRAFT)
    edition = disclosure.edition("ko", Coverage("a.md", "ko", Tally(draft=1), Tally(draft=1)), [draft])
    assert documented == list(edition.provenance)


CATALOG = """\
```po file=a.po
# draft: pseudo 2026-11-23 0123456789ab
#: a.md
#, fuzzy
msgid "The port is closed."
msgstr "⟪Ţĥéé pööŕţ⟫"

#: a.md
msgid "Bye."
msgstr ""
```
"""


def test_a_page_that_tells_the_truth_passes(tmp_path: Path) -> None:
    held = '```po contains=a.po\n# draft: pseudo 2026-05-26 0123456789ab\n…\nmsgid "The … closed."\nmsgstr "⟪…⟫"\n```\n'
    edited = '```po edit=a.po\n#: a.md\nmsgid "Bye."\nmsgstr "안녕"\n```\n```po contains=a.po\nmsgstr "안녕"\n```\n'
    printed = "```console\n$ echo one; \\\necho two >&2; echo three; exit 3\none\n…\nthr…e\n(exit 3)\n$ true\n```\n"
    folder(tmp_path).try_out(CATALOG + held + edited + printed + "```sh not-run\nfalse\n```\n")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("```console\n$ echo one\ntwo\n```\n", "prints"),
        ("```console\n$ echo one\n```\n", "prints"),
        ("```console\n$ true\none\n```\n", "prints"),
        ("```console\n$ echo one; echo two\none\n```\n", "prints"),
        ("```console\n$ false\n```\n", "exits with 1, not 0"),
        ("```console\n$ true\n(exit 1)\n```\n", "exits with 0, not 1"),
        ("```console\necho one\n```\n", "begins with a command"),
        ("```po contains=b.po\nx\n```\n", "there is no file"),
        ('```po contains=a.po\nmsgid "The port"\n```\n', "does not hold"),
        ("```po contains=a.po\n# draft: pseudo 2026-11-23 000000000000\n```\n", "does not hold"),
        ('```po edit=a.po\nmsgid "No"\nmsgstr "x"\n```\n', "has no entry"),
        ('```po edit=a.po\nmsgid "The port is closed."\nmsgstr "x"\n```\n', "line that people leave"),
        ("```python\nprint(1)\n```\n", "neither run nor marked"),
    ],
)
def test_a_page_that_is_wrong_is_found_out(tmp_path: Path, wrong: str, message: str) -> None:
    with pytest.raises(PageError, match=message):
        folder(tmp_path).try_out(CATALOG + wrong)


def test_a_block_that_needs_a_program_is_left_out_unless_it_is_asked_for(tmp_path: Path) -> None:
    tried = folder(tmp_path)
    tried.try_out("```console needs=teleport\n$ false\n```\n")
    with pytest.raises(PageError):
        tried.try_out("```console needs=teleport\n$ false\n```\n", programs=frozenset({"teleport"}))
