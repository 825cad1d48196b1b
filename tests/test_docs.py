"""Every example of the documentation is run, and its tables are held against the program."""

import json
import re
import textwrap
from typing import get_args

import pytest

from l10n import checks, config, engines, formats
from tests.conftest import ROOT, need
from tests.docs_runner import PageError, folder

PAGES = sorted(path.stem for path in (ROOT / "docs").glob("*.md") if path.stem not in {"architecture", "cli"})


def page(name):
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_the_examples_of_a_page_do_what_it_says(name, tmp_path):
    folder(tmp_path).try_out(page(name))


def rows(text, heading):
    """Return the cells of the first table under a heading, without its two head lines."""
    section = text.partition(f"\n{heading}\n")[2]
    assert section, f"there is no heading {heading!r}"
    section = re.split(r"^#+ ", section, maxsplit=1, flags=re.MULTILINE)[0]
    lines = [line for line in section.split("\n") if line.startswith("|")]
    return [[one.strip() for one in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


def code(text):
    """Return what stands between code marks, or the text where there are none."""
    return text.strip("`")


def default(field):
    """Write the default of a configuration key as the page does."""
    if field.is_required():
        return "none: it must be set"
    value = field.get_default(call_default_factory=True)
    if value is None:
        return "the project's"
    if value in ({}, ()):
        return "none"
    return json.dumps(list(value) if isinstance(value, tuple) else value)


TABLES = {
    "## `[tool.l10n]`": config.Config,
    "## `[tool.l10n.locale.LOCALE]`": get_args(config.Config.model_fields["locale"].annotation)[1],
    "## `[[tool.l10n.section]]`": get_args(config.Config.model_fields["section"].annotation)[0],
    "## `[tool.l10n.engine.NAME]`": config.EngineTable,
}


@pytest.mark.parametrize("heading", TABLES)
def test_every_key_of_the_configuration_is_on_its_page_with_its_default(heading):
    documented = {code(row[0]): code(row[1]) for row in rows(page("configuration"), heading)}
    fields = TABLES[heading].model_fields
    assert documented == {name.replace("_", "-"): default(field) for name, field in fields.items()}


def test_every_example_of_a_key_is_valid_configuration():
    known = frozenset(engines.NAMES) | {"memory"}
    heads = {"## `[tool.l10n]`": "[tool.l10n]\n", "## `[tool.l10n.engine.NAME]`": "[tool.l10n.engine.libre]\n"}
    heads["## `[tool.l10n.locale.LOCALE]`"] = "[tool.l10n.locale.ko]\n"
    heads["## `[[tool.l10n.section]]`"] = "[[tool.l10n.section]]\n"
    for heading, head in heads.items():
        for key, _, _, example in (map(code, row) for row in rows(page("configuration"), heading)):
            if example.startswith("["):
                assert key in example
                continue
            text = "" if key == "locales" else '[tool.l10n]\nlocales = ["ko"]\n'
            path = 'path = "x"\n' if heading.startswith("## `[[") and key != "path" else ""
            assert key == example.split(" ")[0]
            own = head if head != "[tool.l10n]\n" or not text else ""
            config.load(f"{text}{own}{path}{example}\n", engines=known)


def test_every_engine_is_on_its_page_with_the_place_its_text_goes_to():
    documented = {code(row[0]): row[1] for row in rows(page("drafts"), "## The engines")}
    settings = engines.EngineSettings()
    real = {name: engines.destination(name, settings) or "nowhere" for name in engines.NAMES}
    assert documented == {"memory": "nowhere", **real}


@pytest.mark.system
@pytest.mark.parametrize("name", [name for name in PAGES if "needs=apertium" in page(name)])
def test_the_examples_with_apertium_do_what_their_page_says(name, tmp_path):
    need("apertium")
    folder(tmp_path).try_out(page(name), programs=frozenset({"apertium"}))


def test_every_rule_is_on_its_page_with_its_severity_reason_and_examples():
    documented = ["| " + " | ".join(row) + " |" for row in rows(page("checks"), "## The rules")]
    real = [
        f"| `{rule.id}` | {rule.severity.value} | {rule.reason} | {shown(rule.failing)} | {shown(rule.passing)} |"
        for rule in checks.rules()
    ]
    assert documented == real, "docs/checks.md lacks or has too many of these rows"


def shown(example):
    """Write an example of a rule as a cell of the page's table."""
    locale = "" if example.locale == "ko" else f" ({example.locale})"
    return f"{cell(example.source)} → {cell(example.target)}{locale}"


def cell(text):
    """Write a text as code in a table's cell; white space that would not be seen is drawn."""
    for plain, drawn in (("|", "\\|"), ("\n", "↵"), ("\t", "⇥"), ("  ", "␣␣")):
        text = text.replace(plain, drawn)
    text = re.sub(r"\A | \Z", "␣", text)
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def test_every_ending_of_an_article_is_on_the_page_of_the_formats():
    titles = {"plain": "plain text", "markdown": "Markdown", "html": "HTML"}
    documented = {row[0]: re.findall(r"`([^`]+)`", row[1]) for row in rows(page("formats"), "## What to do first")}
    real = {titles[name]: [] for name in formats.NAMES}
    for ending, name in formats.EXTENSIONS.items():
        real[titles[name]].append(ending)
    assert {name: sorted(endings) for name, endings in documented.items()} == real


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_to_a_page_and_a_heading(name):
    text = re.sub(r"^(`{3,}).*?^\1", "", page(name), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"(?<!`)\]\((?!https?:)([^)]+)\)(?!`)", text):
        path, _, anchor = target.partition("#")
        there = ROOT / "docs" / (path or f"{name}.md")
        assert there.is_file(), target
        assert not anchor or anchor in anchors(there.read_text(encoding="utf-8")), target


def anchors(text):
    """Return the anchors of a page's headings as forges make them."""
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def try_out(tmp_path, text):
    folder(tmp_path).try_out(textwrap.dedent(text).lstrip())


PROJECT = """
```toml file=pyproject.toml
[tool.l10n]
locales = ["ko"]
engines = ["pseudo"]
```

```markdown file=articles/a.md
The port is closed.
```

```console
$ l10n -q extract && l10n -q draft
…
ko: 1 segments drafted (1 by pseudo)
```
"""


def test_a_page_that_tells_the_truth_passes(tmp_path):
    wanted = '```po contains=locales/ko/a.md.po\nmsgid "The port is closed."\nmsgstr "⟪…⟫"\n```\n'
    try_out(tmp_path, f"{PROJECT}\n{wanted}\n```console\n$ exit 3\n(exit 3)\n```\n```sh not-run\nfalse\n```\n")


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
        ("```po contains=locales/ko/b.md.po\nx\n```\n", "there is no file"),
        ('```po contains=locales/ko/a.md.po\nmsgid "The port"\n```\n', "does not hold"),
        ("```po contains=locales/ko/a.md.po\n# draft: pseudo 2026-01-01 000000000000\n```\n", "does not hold"),
        ('```po edit=locales/ko/a.md.po\nmsgid "No"\nmsgstr "x"\n```\n', "has no entry"),
        ('```po edit=locales/ko/a.md.po\nmsgid "The port is closed."\nmsgstr "x"\n```\n', "line that people leave"),
        ("```python\nprint(1)\n```\n", "neither run nor marked"),
    ],
)
def test_a_page_that_is_wrong_is_found_out(tmp_path, wrong, message):
    with pytest.raises(PageError, match=message):
        try_out(tmp_path, PROJECT + wrong if "locales/" in wrong else wrong)


def test_a_block_that_needs_a_program_is_left_out_unless_it_is_asked_for(tmp_path):
    text = "```console needs=teleport\n$ false\n```\n"
    try_out(tmp_path, text)
    (tmp_path / "again").mkdir()
    with pytest.raises(PageError):
        folder(tmp_path / "again").try_out(text, programs=frozenset({"teleport"}))
