"""Owns the acceptance figures of the Markdown format: `python benchmarks/formats_corpus.py ../shared/corpus`.

Prints each figure with its target and exits 1 on a miss. The structure of a translation is judged by two renderers, of
which one (markdown-it-py) shares no code with the parser the format cuts with.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from l10n.errors import ArticleError
from l10n.formats import frontmatter, markdown
from l10n.formats.markdown import events
from l10n.model import Part, Segment, Segmentation
from l10n.protocols import ParseOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BLOCKS = ParseOptions(Segmentation.PARAGRAPH)
SENTENCES = ParseOptions(Segmentation.SENTENCE)
_ACCENTS = str.maketrans("aeiounscAEIOU", "àéîöûñšçÀÉÎÖÛ")
_WORD = re.compile(r"[^\W\d_]+")
_BLOCK_TAG = re.compile(r"</?(?:p|h[1-6]|ul|ol|li|blockquote|pre|table|tr|td|th|thead|tbody|hr|div)\b[^>]*>")
_INLINE_TAG = re.compile(r"<(/?(?:a|em|strong|del|code|img))\b")
_STRAY = re.compile(r"(?:[-*+]|#{1,6}|\d{1,9}[.)])[ \t]|>|.*\n[ \t]*>|.*<[a-z/][^<>]*\Z", re.DOTALL | re.IGNORECASE)
_ODD = re.compile("[\r\x00\x0b\x0c\ufeff\u2028\u00a0]|\\[\\^")
_COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ATOMS = (
    "word ",
    "Two words. ",
    "\n",
    "\n",
    "\n\n",
    "- ",
    "* ",
    "1. ",
    "> ",
    "# ",
    "## ",
    "    ",
    "  ",
    "\t",
    "`code`",
    "**b**",
    "*e*",
    "[a](u)",
    "[foo]",
    "[foo][]",
    "[bar][foo]",
    "![i](p)",
    "<div>",
    "</div>",
    "<b>",
    "<!-- c -->",
    "```\n",
    "~~~",
    "---\n",
    "===\n",
    "|",
    "|a|b|\n|-|-|\n",
    "| c | d |\n",
    "[foo]: /u 'T i'\n",
    "[^1]: ",
    "[^1]",
    "- [ ] ",
    "\\",
    "\\*",
    "&amp;",
    "{{ v }}",
    "{% x %}",
    ":::",
    "> [!NOTE]\n",
    "한국 ",
    "😀",
    "\r\n",
    "\r",
    "\x00",
    "\ufeff",
    "  \n",
    "\\\n",
    "{#id}",
    " #",
    "http://x.y/z",
    "<http://a.b>",
    "`",
    "*",
    "**",
    "_",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "!",
    "+++\n",
    "title: x\n",
    "<!-- l10n:skip -->\n",
    "<!-- l10n:end -->\n",
    "~",
    "=",
    "+",
    "\u00a0",
    "\x0c",
    "\u2028",
    "\ud800",
)


def _changed(text: str, change: Callable[[str], str]) -> str:
    out, done = [], 0
    for span in markdown.inline(text):
        out += [change(text[done : span.start]), text[span.start : span.end]]
        done = span.end
    return "".join([*out, change(text[done:])])


KINDS: dict[str, Callable[[str], str]] = {
    "other words": lambda text: _changed(text, lambda piece: _WORD.sub("words", piece)),
    "accents in brackets": lambda text: f"⟦{_changed(text, lambda piece: piece.translate(_ACCENTS))}⟧",
    "Korean": lambda text: _changed(text, lambda piece: _WORD.sub("한국어는", piece)),
    "one sentence, no markup": lambda _: "전혀 다른 문장",
    "a date": lambda _: "2024. 1. 3. 발표",
}
_KEEPS = ("other words", "accents in brackets", "Korean")
"""The kinds that keep the markup of their source."""


def joined(parts: Iterable[Part]) -> str:
    """Return the raw texts of parts, joined."""
    return "".join(part if isinstance(part, str) else part.raw for part in parts)


def translated(parts: Iterable[Part], change: Callable[[str], str]) -> str:
    """Return the article with every segment replaced."""
    return "".join(
        part
        if isinstance(part, str)
        else markdown.encode(part, change(part.key.text))
        if isinstance(part, Segment)
        else part.raw
        for part in parts
    )


def _body(source: str) -> str:
    text = source.removeprefix("\ufeff")
    return text[frontmatter.skeleton(text)[1] :]


def first_judge(source: str) -> list[str]:
    """Return the block tags pyromark renders; a lone CR counts as a line break."""
    text = _body(source).replace("\r\n", "\n").replace("\r", "\n")
    return [re.sub(r' id="[^"]*"', "", tag) for tag in _BLOCK_TAG.findall(events.html(text))]


def second_judge(source: str) -> list[tuple[str, str, bool]]:
    """Return the block tokens of markdown-it-py."""
    return [(t.type, t.tag, t.hidden) for t in _COMMONMARK.parse(_body(source)) if t.type != "inline"]


def links(source: str) -> list[str]:
    """Return the inline tags pyromark renders, sorted: languages order their words differently."""
    return sorted(_INLINE_TAG.findall(events.html(_body(source))))


def documents(corpus: Path) -> dict[str, dict[str, str]]:
    """Return name → text for each part of the corpus."""
    spec = json.loads((corpus / "commonmark" / "spec-examples.json").read_text(encoding="utf-8"))
    found = {"commonmark": {f"example {number}": item["markdown"] for number, item in enumerate(spec, 1)}}
    for name, folder in (("opensource-guide", "articles"), ("comprehensive-rust", "src")):
        files = sorted((corpus / name / folder).rglob("*.md"))
        found[name] = {str(file.relative_to(corpus)): file.read_bytes().decode("utf-8") for file in files}
    return found


def check(source: str, counts: dict[str, list[str]], name: str) -> list[Part]:
    """Cut one text both ways, put it back, replace its words; note each fault under its title."""
    parts = list(markdown.parse(source, BLOCKS))
    for way in (parts, markdown.parse(source, SENTENCES)):
        if joined(way) != source or translated(way, lambda text: text) != source:
            counts.setdefault("identity lost", []).append(name)
    agreed = not _ODD.search(source)
    before = (markdown.skeleton(source), first_judge(source), second_judge(source) if agreed else [])
    for kind, change in KINDS.items():
        out = translated(parts, change)
        if markdown.skeleton(out) != before[0]:
            title = "refused, markup kept" if kind in _KEEPS else "refused, markup dropped"
            counts.setdefault(title, []).append(f"{name} ({kind})")
            continue
        if first_judge(out) != before[1]:
            counts.setdefault("silent change (pyromark)", []).append(f"{name} ({kind})")
        if agreed and second_judge(out) != before[2]:
            counts.setdefault("silent change (markdown-it)", []).append(f"{name} ({kind})")
        if kind in _KEEPS and links(out) != links(source):
            counts.setdefault("inline markup changed", []).append(f"{name} ({kind})")
    return parts


def main(corpus: Path) -> int:
    """Print the figures; return 1 when a target is missed."""
    missed = False
    for name, texts in documents(corpus).items():
        counts: dict[str, list[str]] = {}
        stray: list[str] = []
        segments = 0
        for path, source in texts.items():
            for part in check(source, counts, path):
                if isinstance(part, Segment):
                    segments += 1
                    if _STRAY.match(part.key.text):
                        stray.append(part.key.text[:70])
        lost = counts.get("identity lost", [])
        print(f"{name}: {len(texts)} texts, {segments} segments, identity {len(texts) - len(set(lost))}/{len(texts)}")
        for title, where in counts.items():
            print(f"  {title}: {len(where)}: {', '.join(where[:6])}")
            real = name != "commonmark" and title in {"refused, markup kept", "inline markup changed"}
            missed |= title.startswith(("identity", "silent")) or real
        print(f"  msgids with a stray mark: {len(stray)} {stray or ''}")
    missed |= _random(10_000)
    _speed(documents(corpus))
    return int(missed)


def _random(number: int) -> bool:
    """Cut random documents; tell whether one lost a character or raised anything but a refusal with a line."""
    pick = random.Random(7)  # noqa: S311  # a fixed seed, for the same documents each time
    lost = refused = 0
    for _ in range(number):
        source = "".join(pick.choice(ATOMS) for _ in range(pick.randint(1, 40)))
        try:
            parts = markdown.parse(source, BLOCKS)
        except ArticleError:
            refused += 1
            continue
        lost += joined(parts) != source or translated(parts, lambda text: text) != source
    print(f"random documents: {number}, lost {lost}, front matter refused {refused}")
    return lost > 0


def _speed(texts: dict[str, dict[str, str]]) -> None:
    for name in ("opensource-guide", "comprehensive-rust"):
        sources = list(texts[name].values())
        size = sum(len(source.encode()) for source in sources) / 1e6
        for title, options in (("paragraphs", BLOCKS), ("sentences", SENTENCES)):
            start = time.perf_counter()
            for source in sources:
                markdown.parse(source, options)
            print(f"{name}: parse into {title} {size / (time.perf_counter() - start):.1f} MB/s")
        start = time.perf_counter()
        for source in sources:
            markdown.skeleton(source)
        print(f"{name}: skeleton {size / (time.perf_counter() - start):.1f} MB/s")


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004  # the program and the folder
        sys.exit("usage: python benchmarks/formats_corpus.py CORPUS")
    sys.exit(main(Path(sys.argv[1])))
