"""The verb `import` for PO files of other tools: their messages find the texts of articles by what they say."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import files, formats
from l10n.catalog.lossless import decode
from l10n.errors import CatalogError, L10nError
from l10n.model import Brought, State, Unplaced
from l10n.stages.extract import extract
from l10n.stages.importing import Imported
from l10n.stages.outcomes import Desk
from l10n.stages.wordings import Wordings, markup_differs, wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from l10n.catalog.pofile import PoFile
    from l10n.model import Entry
    from l10n.protocols import ParseOptions
    from l10n.stages.importing import ImportOrder
    from l10n.stages.wordings import TextPlace
    from l10n.stages.workset import Workset

__all__ = ["bring"]

_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)
_HEADER = re.compile(rb'(?:\xef\xbb\xbf)?(?:#[^\n]*\n|\s)*msgid[ \t]*""[ \t]*\r?\nmsgstr[ \t]*"')
_CHARSET = re.compile(rb"charset=", re.IGNORECASE)
_FOLDED_TABLE = re.compile(r"\|[^\n]*\|\s+(?:\|\s*:?-+:?\s*)+\|[^\n]*\|\s*")
"""A table on one line, its line breaks folded as those of a paragraph are."""
_FIELDS = re.compile(r"(?:[A-Za-z][\w-]*:[^\n]*(?:\n|\Z)){2,}")
"""The fields of front matter without the lines around them."""
_EXACT, _CUT, _WORDED, _LETTERED = range(4)
"""How a message was found, the surest first."""
_MESSAGE = "message.md"


@dataclass(frozen=True, slots=True)
class _Message:
    """A translation out of a message, as the segments of an article are."""

    path: str
    line: int
    target: str
    how: int
    refs: tuple[str, ...]
    doubt: str
    """What the other tool says against it, and what we do."""
    standing: int
    """0 for one that was done, 1 for one marked as fuzzy, 2 for one that is obsolete."""


def bring(work: Workset, existing: Sequence[Path], order: ImportOrder) -> Imported:
    """Extract, then put the translations of other tools' messages where articles have the same text."""
    done = Imported()
    extracted = extract(work, today=order.today, dry=order.dry)
    done.changed += extracted.changed
    done.failures += extracted.failures
    texts = _texts(work, done)
    options = work.project.options(_MESSAGE)
    found: dict[TextPlace, list[_Message]] = defaultdict(list)
    for path in existing:
        try:
            po = _read(path, order.locale)
        except L10nError as err:
            done.failures.append(err)
            continue
        for at, entry in enumerate(po.catalog.entries):
            if entry.target:
                reason = _find(po, at, texts, options, found)
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


def _texts(work: Workset, done: Imported) -> Wordings:
    """Return all texts of the articles; those that cannot be read are among the failures since they were extracted."""
    texts = Wordings()
    for article in work.articles:
        try:
            texts.add(work.project.document(article))
        except L10nError as err:
            if str(err) not in map(str, done.failures):
                done.failures.append(err)
    return texts


def _find(po: PoFile, at: int, texts: Wordings, options: ParseOptions, found: dict[TextPlace, list[_Message]]) -> str:
    """Add a message to the places that have its text; return why there is none, empty where there is one."""
    if "msgid_plural" in po.raw(at).fields:
        return "it has a plural; no text has"
    placed = False
    for place, message in _placed(po.path, po.catalog.entries[at], texts, options):
        found[place].append(message)
        placed = True
    return "" if placed else "no article has its text"


def _read(path: Path, locale: str) -> PoFile:
    """Read a PO file; raises `CatalogError` where it says that it is in another language."""
    shown = path.as_posix()
    po = decode(_named(files.read(path, shown)), path=shown, article="", locale=locale)
    said = _LANGUAGE.search(po.header.fields.get("msgstr", "") if po.header else "")
    if said and not _same_language(said[1], locale):
        raise CatalogError(
            f"its header says that it is in {said[1]}, not in {locale}",
            path=shown,
            line=po.header.line if po.header else 0,
            remedy="Name the locale of the file with -l, or correct the line Language of its header.",
        )
    return po


def _named(data: bytes) -> bytes:
    """Return a file with its charset in its header: some tools write UTF-8 and name none; no line moves."""
    header = _HEADER.match(data)
    try:
        if header is None or _CHARSET.search(data) or data.isascii() or not data.decode():
            return data
    except UnicodeError:
        return data
    return data[: header.end()] + rb"Content-Type: text/plain; charset=UTF-8\n" + data[header.end() :]


def _same_language(said: str, locale: str) -> bool:
    """Tell whether two names mean one locale; a language alone means any of its regions."""
    one, other = (re.split(r"[-_@.]", name.lower()) for name in (said, locale))
    return one[0] == other[0] and (len(one) == 1 or len(other) == 1 or one[1:] == other[1:])


def _placed(path: str, entry: Entry, texts: Wordings, options: ParseOptions) -> Iterator[tuple[TextPlace, _Message]]:
    """Yield where a message belongs: itself where a text is just that, else the segments that it is cut into."""
    standing, said = _standing(entry)

    def made(source: str, target: str, how: int, doubt: str = "") -> _Message:
        same = "it is the same as the source" if source == target else ""
        marks = "its code, links or tags are not those of its source" if markup_differs(source, target) else ""
        return _Message(path, entry.line, target, how, entry.refs, said or doubt or same or marks, standing)

    for source, target, cut in _pairs(entry, texts, options):
        exact = texts.exact.get(source, ())
        for place in exact:
            yield place, made(source, target, _CUT if cut else _EXACT)
        words = wording(source, {})
        worded = [one for one in texts.worded.get(words.words, ()) if one.place not in exact]
        for one in worded:
            leads = wording(source, texts.definitions[one.place.article]).targets
            doubt = "" if leads == one.targets else "its links lead elsewhere there"
            message = made(source, target, _WORDED, doubt)
            yield one.place, replace(message, target=f"{one.before}{texts.referring(one.place, target)}{one.after}")
        if not exact and not worded:
            for place in texts.lettered.get(words.letters(), ()):
                yield place, made(source, target, _LETTERED, "its source is written otherwise")


def _pairs(entry: Entry, texts: Wordings, options: ParseOptions) -> Iterator[tuple[str, str, bool]]:
    """Yield each source and its translation out of a message, and whether they were cut out of it."""
    source, target = _source(entry, texts), entry.target
    here, there = (_cut(text, options) for text in (source, target))
    if source in texts.exact or len(here) != len(there) or not here:
        if source in texts.exact or len(here) <= 1:
            yield source, target, False
        return
    for one, other in zip(here, there, strict=True):
        yield one, other, True


def _source(entry: Entry, texts: Wordings) -> str:
    """Return the source that a translation was made for where the articles still have it, else the message's own."""
    before = entry.previous.text if entry.previous else ""
    return before if before in texts.exact else entry.key.text


def _cut(text: str, options: ParseOptions) -> tuple[str, ...]:
    """Return the texts of a message that is read as an article; none where it cannot be read."""
    if _FOLDED_TABLE.fullmatch(text):
        text = text.replace("| |", "|\n|")
    elif _FIELDS.fullmatch(text):
        text = f"---\n{text}\n---\n"
    try:
        return tuple(one.key.text for one in formats.parse(_MESSAGE, text, options).segments)
    except L10nError:
        return ()


def _standing(entry: Entry) -> tuple[int, str]:
    if entry.state is State.OBSOLETE:
        return 2, "it was obsolete there"
    return (0, "") if entry.state is State.REVIEWED else (1, "it was marked as fuzzy there")


def _chosen(place: TextPlace, messages: Iterable[_Message]) -> Brought:
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
