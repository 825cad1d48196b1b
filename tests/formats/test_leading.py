"""Where publishing writes: never above front matter, modules and statements that must stay first."""

from __future__ import annotations

import pytest

from l10n.formats import frontmatter, load
from l10n.model import Edition, Segment, Segmentation, Slot
from l10n.protocols import Format, ParseOptions

PARAGRAPHS = ParseOptions(Segmentation.PARAGRAPH)
EDITION = Edition("ko", "ltr", "기계 번역.", {"source": "a.md"})
SAYS = '<p class="l10n-disclosure" lang="ko" dir="ltr">기계 번역.</p>'


def built(fmt: Format, source: str, edition: Edition = EDITION) -> str:
    return "".join(
        part if isinstance(part, str) else fmt.fill(part, edition) if isinstance(part, Slot) else part.raw
        for part in fmt.parse(source, PARAGRAPHS)
    )


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: Only front\n---",
        "---\r\ntitle: Only front\r\n---",
        "---\ntitle: Only front\n...",
        '+++\ntitle = "Only front"\n+++',
        '+++\r\ntitle = "Only front"\r\n+++',
        "---\n{title: Flow title, lang: en}\n---",
        "---\n{title: Flow title, translation: theirs}\n---",
        "---\ntitle: Only front\n---\n",
    ],
)
def test_front_matter_keeps_its_closing_line(source: str) -> None:
    fmt = load("markdown")
    out = built(fmt, source)
    rows, end = frontmatter.skeleton(out)
    assert rows == frontmatter.skeleton(source)[0]
    assert out[:end].splitlines()[-1] == source.splitlines()[-1]
    assert "ko" in out[:end]
    assert out[end:].lstrip().endswith("*기계 번역.*\n\n".replace("\n", "\r\n" if "\r" in source else "\n"))
    assert "a.md" in out
    assert built(fmt, source, Edition("", "")) == source


@pytest.mark.parametrize(
    ("source", "head"),
    [
        ("---\n{title: Flow title, translation: theirs}\n---\n\nBody\n", "---\n{lang: ko, "),
        ("---\n---\n\nBody\n", "---\n---\n\n<!--"),
        ("\ufeff---\n# draft: true\n---\nBody\n", "\ufeff---\n# draft: true\n---\n<!--"),
    ],
)
def test_nothing_is_written_above_front_matter_of_any_kind(source: str, head: str) -> None:
    assert built(load("markdown"), source).startswith(head)


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        (
            "mdx",
            "import A from './a'\nimport B from './b'\n\nexport const x = 1\n\n# Title\n",
            "\n\nexport const x = 1\n\n{/* translation\n  source: a.md\n*/}\n\n*기계 번역.*\n\n# Title\n",
        ),
        ("mdx", "import A from './a'", "import A from './a'\n\n{/* translation\n  source: a.md\n*/}\n\n"),
        ("mdx", "---\ntitle: T\n---\nexport default Page\n\nText", "Page\n\n*기계 번역.*\n\nText"),
        ("markdown", '{% extends "a" %}\n{% block b %}\n\nText', "{% block b %}\n\n<!-- translation\n"),
        ("markdown", "<?php\n$a = 1;\n?>\n\nText", "?>\n\n<!-- translation\n"),
        ("markdown", "Import duties rose.\n", "<!-- translation\n"),
        ("html", '{% extends "a" %}\n{% block b %}\n<p>Hi</p>', "{% block b %}\n<!-- l10n:provenance\n"),
        ("markdown", '{% extends "a" %}\nText.\n', '{% extends "a" %}\n<!-- translation\n'),
        ("html", "{% extends 'a' %}\n{% block t %}Hi{% endblock %}\n{% block b %}\n<p>Hi</p>", "block b %}<!-- l10n:"),
        ("html", "<?php\n$a = 1;\n?>\n<p>Hi</p>", "?>\n<!-- l10n:provenance\n"),
        ("html", "<?php $a = 1; ?><p>Hi</p>", "?><!-- l10n:provenance\n"),
        (
            "html",
            "<html><head></head><frameset><frame src=a></frameset></html>",
            f"<frame src=a></frameset>{SAYS}\n</html>",
        ),
    ],
)
def test_statements_that_must_stay_first_do(name: str, source: str, expected: str) -> None:
    out = built(load(name), source)
    assert expected in out
    assert out.startswith(source[:3]) or expected.startswith("<!--")
    assert SAYS in out or "*기계 번역.*" in out


@pytest.mark.parametrize("name", ["mdx", "markdown"])
def test_directives_may_stand_in_braces(name: str) -> None:
    source = (
        "{/* l10n:skip */}\n\nLeft alone.\n\n{/* l10n:note The pub. */}\n\nOpen *now*\n\n"
        "{/* l10n:context door */}\n\nOpen\n\n{/* l10n:skip */}\n\nOne.\n\nTwo.\n\n{/* l10n:end */}\n\nThree.\n"
    )
    found = [part for part in load(name).parse(source, PARAGRAPHS) if isinstance(part, Segment)]
    assert [part.key.text for part in found] == ["Open *now*", "Open", "Three."]
    assert found[0].note.endswith("\nThe pub.")
    assert found[1].key.context == "door"


def test_an_end_in_braces_without_a_skip_is_told() -> None:
    assert [line for line, _ in load("mdx").notices("One.\n\n{/* l10n:end */}\n")] == [3]


def test_a_comment_in_braces_cannot_be_ended_by_what_it_says() -> None:
    out = built(load("mdx"), "Text\n", Edition("ko", "ltr", "", {"note": "a */} b"}))
    assert out == "{/* translation\n  note: a * /} b\n*/}\n\nText\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{% extends "a" %}\nText goes on.\n', ["Text goes on."]),
        ("export default to the north.\n\nMore.\n", ["export default to the north.", "More."]),
        ("import A from 'a'\n\nText.\n", ["Text."]),
        ("{% block b %}\nimport A from 'a'\n- item\nimport {a", ["item import {a"]),
    ],
)
def test_text_below_a_statement_is_translated(source: str, expected: list[str]) -> None:
    assert [part.key.text for part in load("mdx").parse(source, PARAGRAPHS) if isinstance(part, Segment)] == expected
