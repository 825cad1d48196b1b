"""Owns the articles that corpora are measured on: those of the corpus folder, and what is made of it and of our own.

Real pages are taken as they are; news become plain text as houses set it; guides become HTML; texts of archives and
pages of components are the tests' own.
"""

from __future__ import annotations

import json
import os
import random
import sys
import textwrap
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import mdx  # noqa: E402

from l10n import formats  # noqa: E402
from tests.formats import archives  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

CORPUS = Path(os.environ.get("L10N_CORPUS", ROOT.parent / "shared" / "corpus"))
_PAGES = 400
"""Pages of components that are drawn from all that can be made."""
_NOT = {"README.md", "SUMMARY.md"}


class Source(NamedTuple):
    """An article of a corpus."""

    name: str
    """The corpus, and the path in it; the same name is the same article every time."""
    text: str

    @property
    def corpus(self) -> str:
        """Return which corpus it is of."""
        return self.name.partition("/")[0]


def articles(folders: Sequence[Path] = ()) -> Iterator[Source]:
    """Yield all articles, in a stable order; `folders` are other corpora."""
    for name in ("dialects", "opensource-guide/articles", "comprehensive-rust/src", "news-article"):
        yield from _files(CORPUS / name, name.partition("/")[0])
    for folder in folders:
        yield from _files(folder, folder.resolve().name)
    yield from _guides()
    yield from _news()
    for kind in archives.KINDS:
        for at, one in enumerate(archives.texts(kind)):
            yield Source(f"archives/{kind.replace(' ', '-')}-{at}.txt", one.source)
    pages = sorted(set(mdx.pages()))
    for at in sorted(random.Random(0).sample(range(len(pages)), _PAGES)):  # noqa: S311  the same pages each time
        yield Source(f"components/{at}.mdx", pages[at])


def _files(folder: Path, corpus: str) -> Iterator[Source]:
    for file in sorted(folder.rglob("*")):
        if file.suffix in formats.EXTENSIONS and file.name not in _NOT and ".ko" not in file.suffixes:
            try:
                text = file.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
            yield Source(f"{corpus}/{file.relative_to(folder).as_posix()}", text)


def _guides() -> Iterator[Source]:
    render = MarkdownIt("commonmark").enable("table").render
    for one in _files(CORPUS / "opensource-guide" / "articles", "guides-html"):
        body = render(one.text.split("---\n", 2)[-1])
        yield Source(one.name.replace(".md", ".html"), f"<html>\n<body>\n{body}</body>\n</html>\n")


_SET: dict[str, Callable[[list[str]], str]] = {
    "long": "\n\n".join,
    "lines": "\n".join,
    "wrapped": lambda texts: "\n\n".join(textwrap.fill(text, 70) for text in texts),
    "indented": lambda texts: "\n".join(textwrap.fill(text, 64, initial_indent="    ") for text in texts),
    "double": lambda texts: "\n\n\n".join(textwrap.fill(text, 66).replace("\n", "\n\n") for text in texts),
    "byline": lambda texts: "\n".join([texts[0], "", "By Ann Lee", *(textwrap.fill(text, 70) for text in texts[1:])]),
}
"""How a house sets a text of several paragraphs."""


def _news() -> Iterator[Source]:
    file = CORPUS / "ntrex-news" / "news.jsonl"
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line] if file.is_file() else []
    for name, group in groupby(rows, key=lambda row: row["doc"]):
        texts = [str(row["eng"]) for row in group]
        for kind, made in _SET.items():
            yield Source(f"news-{kind}/{name}.txt", made(texts) + "\n")
