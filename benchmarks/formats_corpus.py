"""Owns the acceptance figures of the formats: `python benchmarks/formats_corpus.py ../shared/corpus`.

Prints each figure and exits 1 on a miss: a character lost, a change of structure that the guard does not see, a msgid
of an article with a stray mark. With Translate Toolkit's `md2po` on PATH its speed is compared in the same run.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import formats_judges as judges
import formats_real

from l10n.errors import ArticleError
from l10n.formats import markdown, plain
from l10n.model import Part, Segment

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.protocols import ParseOptions

_JUDGED = 2000
"""Random documents whose translations are judged by both renderers."""
_ACCENTS = str.maketrans("aeiounscAEIOU", "àéîöûñšçÀÉÎÖÛ")
_WORD = re.compile(r"[^\W\d_]+")
_STRAY = re.compile(r"(?:[-*+]|#{1,6}|\d{1,9}[.)])[ \t]|>|.*\n[ \t]*>|.*<[a-z/][^<>]*\Z", re.DOTALL | re.IGNORECASE)
# fmt: off
ATOMS: tuple[str, ...] = (
    "word ", "Two words. ", "\n", "\n", "\n\n", "- ", "* ", "1. ", "> ", "# ", "## ", "    ", "  ", "\t", "`code`",
    "**b**", "*e*", "[a](u)", "[foo]", "[foo][]", "[bar][foo]", "![i](p)", "<div>", "</div>", "<b>", "<!-- c -->",
    "```\n", "~~~", "---\n", "===\n", "|", "|a|b|\n|-|-|\n", "| c | d |\n", "[foo]: /u 'T i'\n", "[^1]: ", "[^1]",
    "- [ ] ", "\\", "\\*", "&amp;", "{{ v }}", "{% x %}", ":::", "> [!NOTE]\n", "한국 ", "😀", "\r\n", "\r", "\x00",
    "\ufeff", "  \n", "\\\n", "{#id}", " #", "http://x.y/z", "<http://a.b>", "`", "*", "**", "_", "[", "]", "(",
    ")", "<", ">", "!", "+++\n", "title: x\n", "<!-- l10n:skip -->\n", "<!-- l10n:end -->\n", "~", "=", "+", "\xa0",
    "\x0c", "\u2028", "\ud800",
)
# fmt: on
"""What random documents are made of."""


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
    parts = list(markdown.parse(source, judges.BLOCKS))
    for way in (parts, markdown.parse(source, judges.SENTENCES)):
        if judges.joined(way) != source or judges.translated(way, lambda text: text) != source:
            counts.setdefault("identity lost", []).append(name)
    agreed = judges.agreed(source)
    before = (markdown.skeleton(source), judges.first(source), judges.second(source) if agreed else [])
    for kind, change in KINDS.items():
        out = judges.translated(parts, change)
        if markdown.skeleton(out) != before[0]:
            title = "refused, markup kept" if kind in _KEEPS else "refused, markup dropped"
            counts.setdefault(title, []).append(f"{name} ({kind})")
            continue
        if judges.first(out) != before[1]:
            counts.setdefault("silent change (pyromark)", []).append(f"{name} ({kind})")
        if agreed and judges.second(out) != before[2]:
            counts.setdefault("silent change (markdown-it)", []).append(f"{name} ({kind})")
        if kind in _KEEPS and judges.links(out) != judges.links(source):
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
        missed |= bool(stray) and name != "commonmark"
    missed |= _news(corpus / "news-article")
    missed |= formats_real.measure(corpus)
    missed |= _random(10_000)
    _speed(documents(corpus))
    _peer(corpus / "comprehensive-rust" / "src")
    print("missed" if missed else "all targets met")
    return int(missed)


def _news(folder: Path) -> bool:
    """Cut the plain texts; tell whether one was lost or has a stray mark."""
    bad = False
    for file in sorted(folder.glob("*.txt")):
        source = file.read_bytes().decode("utf-8")
        for options in (judges.BLOCKS, judges.SENTENCES):
            parts = plain.parse(source, options)
            segments = [part for part in parts if isinstance(part, Segment)]
            stray = [one.key.text[:70] for one in segments if _STRAY.match(one.key.text)]
            same = judges.joined(parts) == source
            print(
                f"{file.name}: {len(segments)} segments ({options.segmentation}), identity {same}, stray {len(stray)}"
            )
            bad |= not same or bool(stray)
    return bad


def _random(number: int) -> bool:
    """Cut random documents; tell whether one lost a character, changed silently or raised but for front matter."""
    pick = random.Random(7)  # noqa: S311  # a fixed seed, for the same documents each time
    lost = refused = judged = 0
    silent: list[str] = []
    for _ in range(number):
        source = "".join(pick.choice(ATOMS) for _ in range(pick.randint(1, 40)))
        try:
            parts = markdown.parse(source, judges.BLOCKS)
        except ArticleError:
            refused += 1
            continue
        lost += judges.joined(parts) != source or judges.translated(parts, lambda text: text) != source
        if judged < _JUDGED and "\ud800" not in source:
            judged += 1
            counts: dict[str, list[str]] = {}
            check(source, counts, repr(source))
            silent += [where[0] for title, where in counts.items() if title.startswith("silent")]
    print(
        f"random documents: {number}, lost {lost}, front matter refused {refused}; "
        f"judged {judged}, silent {len(silent)}"
    )
    for where in silent[:5]:
        print(f"  {where}")
    return bool(lost or silent)


def _speed(texts: dict[str, dict[str, str]]) -> None:
    for name in ("opensource-guide", "comprehensive-rust"):
        sources = list(texts[name].values())
        size = sum(len(source.encode()) for source in sources) / 1e6
        for title, options in (("paragraphs", judges.BLOCKS), ("sentences", judges.SENTENCES)):
            print(f"{name}: parse into {title} {size / _parsed(sources, options):.1f} MB/s")
        start = time.perf_counter()
        for source in sources:
            markdown.skeleton(source)
        print(f"{name}: skeleton {size / (time.perf_counter() - start):.1f} MB/s")


def _parsed(sources: list[str], options: ParseOptions) -> float:
    """Return the seconds that parsing takes, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for source in sources:
            markdown.parse(source, options)
        best = min(best, time.perf_counter() - start)
    return best


def _peer(folder: Path) -> None:
    """Compare with md2po of Translate Toolkit, run as a program, its start not counted."""
    program = shutil.which("md2po")
    if program is None:
        print("md2po: not on PATH, no ratio")
        return
    files = sorted(folder.rglob("*.md"))
    started = time.perf_counter()
    sources = [file.read_bytes().decode("utf-8") for file in files]
    own = time.perf_counter() - started + _parsed(sources, judges.BLOCKS)
    size = sum(len(source.encode()) for source in sources) / 1e6
    with tempfile.TemporaryDirectory() as out:
        idle = _timed([program, "--help"])
        spent = _timed([program, "--progress=none", "-i", str(folder), "-o", out]) - idle
    print(
        f"md2po: {len(files)} files in {spent:.2f} s, {size / spent:.2f} MB/s, and {idle:.2f} s to start; "
        f"l10n reads and parses them in {own:.2f} s, {size / own:.2f} MB/s: {spent / own:.1f} times as fast"
    )


def _timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004  # the program and the folder
        sys.exit("usage: python benchmarks/formats_corpus.py CORPUS")
    sys.exit(main(Path(sys.argv[1])))
