"""The verb `import` for PO files of other tools: their messages find the texts of articles by what they say."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n import files, formats
from l10n.catalog.lossless import decode
from l10n.errors import CatalogError, L10nError
from l10n.model import Brought, State, Unplaced
from l10n.stages.extract import extract
from l10n.stages.importing import Imported
from l10n.stages.outcomes import Desk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from l10n.catalog.pofile import PoFile
    from l10n.model import Entry, Key
    from l10n.protocols import ParseOptions
    from l10n.stages.importing import ImportOrder
    from l10n.stages.workset import Workset

__all__ = ["bring"]

_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])")
_MARKS = re.compile(r"[*_]")
_EXACT, _CUT, _FOLDED = range(3)
"""How a message was found, the surest first."""
_MESSAGE = "message.md"


@dataclass(frozen=True, slots=True)
class _Message:
    """A source and its translation out of a message, each as the segments of an article are."""

    path: str
    line: int
    source: str
    target: str
    how: int
    refs: tuple[str, ...]
    doubt: str
    """What the other tool says against it, and what we do."""
    standing: int
    """0 for one that was done, 1 for one marked as fuzzy, 2 for one that is obsolete."""


@dataclass(frozen=True, slots=True)
class _TextPlace:
    """A text of an article."""

    article: str
    key: Key


@dataclass(frozen=True, slots=True)
class _ArticleTexts:
    """Where each text stands in the articles."""

    options: ParseOptions
    """By which messages are cut."""
    exact: dict[str, list[_TextPlace]] = field(default_factory=lambda: defaultdict(list))
    folded: dict[str, list[_TextPlace]] = field(default_factory=lambda: defaultdict(list))


def bring(work: Workset, existing: Sequence[Path], order: ImportOrder) -> Imported:
    """Extract, then put the translations of other tools' messages where articles have the same text."""
    done = Imported()
    extracted = extract(work, today=order.today, dry=order.dry)
    done.changed += extracted.changed
    done.failures += extracted.failures
    texts = _texts(work, done)
    found: dict[_TextPlace, list[_Message]] = defaultdict(list)
    for path in existing:
        try:
            po = _read(path, order.locale)
        except L10nError as err:
            done.failures.append(err)
            continue
        for at, entry in enumerate(po.catalog.entries):
            if entry.target:
                reason = _find(po, at, texts, found)
                if reason:
                    done.unplaced.append(Unplaced(po.path, entry.line, entry.key.text, reason))
    brought: dict[str, list[Brought]] = defaultdict(list)
    for place, messages in found.items():
        brought[place.article].append(_chosen(place, messages))
    desk = Desk.of(work, terms=not work.termless)
    for article in sorted(brought):
        try:
            done.put(desk, article, brought[article], order)
        except L10nError as err:
            done.failures.append(err)
    return done


def _texts(work: Workset, done: Imported) -> _ArticleTexts:
    """Return all texts of the articles; those that cannot be read are among the failures since they were extracted."""
    texts = _ArticleTexts(work.project.options(_MESSAGE))
    for article in work.articles:
        try:
            segments = work.project.document(article).segments
        except L10nError as err:
            if str(err) not in map(str, done.failures):
                done.failures.append(err)
            continue
        for key in dict.fromkeys(one.key for one in segments):
            texts.exact[key.text].append(_TextPlace(article, key))
            texts.folded[_fold(key.text)].append(_TextPlace(article, key))
    return texts


def _find(po: PoFile, at: int, texts: _ArticleTexts, found: dict[_TextPlace, list[_Message]]) -> str:
    """Add a message to the places that have its text; return why there is none, empty where there is one."""
    if "msgid_plural" in po.raw(at).fields:
        return "it has a plural; no text has"
    placed = False
    for one in _messages(po.path, po.catalog.entries[at], texts):
        for place in texts.exact.get(one.source) or texts.folded.get(_fold(one.source)) or []:
            found[place].append(one)
            placed = True
    return "" if placed else "no article has its text"


def _read(path: Path, locale: str) -> PoFile:
    """Read a PO file; raises `CatalogError` where it says that it is in another language."""
    shown = path.as_posix()
    po = decode(files.read(path, shown), path=shown, article="", locale=locale)
    said = _LANGUAGE.search(po.header.fields.get("msgstr", "") if po.header else "")
    if said and not _same_language(said[1], locale):
        raise CatalogError(
            f"its header says that it is in {said[1]}, not in {locale}",
            path=shown,
            line=po.header.line if po.header else 0,
            remedy="Name the locale of the file with -l, or correct the line Language of its header.",
        )
    return po


def _same_language(said: str, locale: str) -> bool:
    """Tell whether two names mean one locale; a language alone means any of its regions."""
    one, other = (re.split(r"[-_@.]", name.lower()) for name in (said, locale))
    return one[0] == other[0] and (len(one) == 1 or len(other) == 1 or one[1:] == other[1:])


def _messages(path: str, entry: Entry, texts: _ArticleTexts) -> Iterator[_Message]:
    """Yield what a message says: itself where a text is just that, else the segments that it is cut into."""
    standing, doubt = _standing(entry)

    def made(source: str, target: str, how: int, more: str = "") -> _Message:
        same = "it is the same as the source" if source == target else ""
        return _Message(path, entry.line, source, target, how, entry.refs, doubt or more or same, standing)

    source, target = entry.key.text, entry.target
    if source in texts.exact:
        yield made(source, target, _EXACT)
        return
    here, there = (_cut(text, texts.options) for text in (source, target))
    if here and len(here) == len(there):
        for one, other in zip(here, there, strict=True):
            if one in texts.exact:
                yield made(one, other, _CUT)
            else:
                yield made(one, other, _FOLDED, "its source is written otherwise")
    elif len(here) <= 1:
        yield made(source, target, _FOLDED, "its source is written otherwise")


def _cut(text: str, options: ParseOptions) -> tuple[str, ...]:
    try:
        return tuple(one.key.text for one in formats.parse(_MESSAGE, text, options).segments)
    except L10nError:
        return ()


def _standing(entry: Entry) -> tuple[int, str]:
    if entry.state is State.OBSOLETE:
        return 2, "it was obsolete there"
    return (0, "") if entry.state is State.REVIEWED else (1, "it was marked as fuzzy there")


def _fold(text: str) -> str:
    """Return a text without what tools write differently.

    That is white space, escapes, character references, the marks of emphasis, and where a link leads.
    """
    return " ".join(html.unescape(_ESCAPE.sub(r"\1", _MARKS.sub("", _LINK.sub("]", text)))).split())


def _chosen(place: _TextPlace, messages: Iterable[_Message]) -> Brought:
    """Return the best of the translations of a text: done before fuzzy, exact before cut, of its own file first."""

    def rank(one: _Message) -> tuple[int, int, bool, bool]:
        own = any(_names(ref, place.article) for ref in one.refs)
        return one.standing, one.how, not own, bool(one.doubt)

    ranked = sorted(messages, key=rank)
    best = ranked[0]
    rivals = {one.target for one in ranked if rank(one) == rank(best)}
    doubt = best.doubt or ("it is translated in several ways there" if len(rivals) > 1 else "")
    return Brought(place.key, best.target, best.path, doubt, 0.5 if doubt else 1.0)


def _names(ref: str, article: str) -> bool:
    """Tell whether a reference of another project may name an article."""
    path = re.sub(r":[0-9]+(:[0-9]+)?\Z", "", ref)
    return path == article or path.endswith(f"/{article}") or article.endswith(f"/{path}")
