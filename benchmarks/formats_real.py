"""Owns what happens when people's own translations are put into the articles of the corpus.

Prints for each set how many files keep their structure, are refused by the guard, or change without a word (none may),
and whether the emphasis of the source is rendered or reported; emphasis rendered as in the source and yet reported is
counted as wrongly reported.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import formats_judges as judges
import polib

from l10n.checks.rules import markup
from l10n.formats import markdown
from l10n.model import Segment
from l10n.protocols import Pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from l10n.model import Part


def measure(corpus: Path) -> bool:
    """Print the figures; return True when a change went unseen."""
    missed = False
    for folder in sorted((corpus / "opensource-guide" / "translations").iterdir()):
        missed |= _report(f"opensource-guide {folder.name}", _guide(corpus, folder))
    for file in sorted((corpus / "comprehensive-rust" / "po").glob("*.po")):
        known = {e.msgid: e.msgstr for e in polib.pofile(str(file)) if e.translated() and not e.obsolete}
        missed |= _report(f"comprehensive-rust {file.stem}", _rust(corpus, known))
    return missed


class Spliced:
    """An article with the translations of a person, not yet encoded."""

    def __init__(self, name: str, source: str, parts: Sequence[Part], targets: Sequence[str | None]) -> None:
        self.name = name
        self.source = source
        self.parts = parts
        self.targets = targets
        """One a segment; None where there is none."""

    def pairs(self) -> Iterable[tuple[Segment, str]]:
        """Yield each segment with its translation."""
        segments = [part for part in self.parts if isinstance(part, Segment)]
        return ((one, text) for one, text in zip(segments, self.targets, strict=True) if text is not None)

    def out(self, only: int = -1) -> str:
        """Return the article with all translations, or with one."""
        waiting = iter(enumerate(self.targets))
        shown: list[str] = []
        for part in self.parts:
            if isinstance(part, Segment):
                number, text = next(waiting)
                used = text is not None and only in {-1, number}
                shown.append(markdown.encode(part, text) if used and text is not None else part.raw)
            else:
                shown.append(part if isinstance(part, str) else part.raw)
        return "".join(shown)


def _guide(corpus: Path, folder: Path) -> Iterable[Spliced]:
    for file in sorted(folder.glob("*.md")):
        path = corpus / "opensource-guide" / "articles" / file.name
        if not path.is_file():
            continue
        source = path.read_bytes().decode("utf-8")
        parts = markdown.parse(source, judges.BLOCKS)
        there = [part for part in markdown.parse(file.read_bytes().decode("utf-8"), judges.BLOCKS)]  # noqa: C416
        found = [part for part in there if isinstance(part, Segment)]
        own = [part for part in parts if isinstance(part, Segment)]
        if [part.kind for part in own] == [part.kind for part in found]:
            yield Spliced(file.name, source, parts, [part.key.text for part in found])


def _rust(corpus: Path, known: dict[str, str]) -> Iterable[Spliced]:
    folder = corpus / "comprehensive-rust" / "src"
    for file in sorted(folder.rglob("*.md")):
        source = file.read_bytes().decode("utf-8")
        parts = markdown.parse(source, judges.BLOCKS)
        targets = [known.get(part.key.text) for part in parts if isinstance(part, Segment)]
        if any(targets):
            yield Spliced(str(file.relative_to(folder)), source, parts, targets)


def _report(name: str, articles: Iterable[Spliced]) -> bool:
    files: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    marks: Counter[str] = Counter()
    silent: list[str] = []
    for article in articles:
        seen = judges.verdict(article.source, article.out())
        files[seen] += 1
        silent += [article.name] if seen == "silent" else []
        if seen != "same":
            for number, target in enumerate(article.targets):
                if target is not None:
                    alone[judges.verdict(article.source, article.out(only=number))] += 1
        else:
            alone["same"] += sum(target is not None for target in article.targets)
        for segment, target in article.pairs():
            marks[_emphasis(segment, target)] += 1
    alike = marks["same"] + marks["wrongly"]
    print(
        f"{name}: {files.total()} files, {files['same']} same, {files['refused']} refused, {files['silent']} silent; "
        f"{alone.total()} segments, {alone['same']} same, {alone['refused']} refused, {alone['silent']} silent; "
        f"with emphasis {alike + marks['reported'] + marks['unreported']}: {alike} rendered alike, "
        f"{marks['wrongly']} of them wrongly reported, {marks['reported']} reported, "
        f"{marks['unreported']} neither {silent or ''}"
    )
    return bool(files["silent"] or alone["silent"] or marks["unreported"])


def _emphasis(segment: Segment, target: str) -> str:
    source = segment.key.text
    wanted = judges.emphasis(source)
    shown = markdown.encode(segment, target)
    got = judges.emphasis(shown)
    if not wanted and not got:
        return "none"
    spans = markdown.inline(source), markdown.inline(target)
    pair = Pair(source, target, "ko", *spans)
    said = [flaw.message for rule in markup.RULES for _, flaw in rule.find([pair])]
    if wanted == got:
        told = any("emphasis" in message for message in said)
        return "wrongly" if told and judges.strengths(source) == judges.strengths(shown) else "same"
    return "reported" if said else "unreported"
