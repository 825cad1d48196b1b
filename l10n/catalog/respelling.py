"""Owns which edits of a source only mend its spelling, and the stale texts that keep their review over them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from l10n.catalog.cosmetic import cosmetic, untouched
from l10n.catalog.neighbors import covered
from l10n.catalog.stale_risk import triage
from l10n.model import Entry, State
from l10n.text.digest import digest
from l10n.text.sentences.changes import ChangeSide, changes, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from l10n.model import Catalog, Key

__all__ = ["SourceFix", "accepted", "difference", "fixes", "why_not", "words"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_LETTER = re.compile(r"[^\W_]")
_FREE = re.compile(r"[\s,'’‘-]")
"""What may come or go around words without another meaning."""
_LONG = 8
"""From so many letters on, two may be wrong in a word."""
_SURE = 6
"""From so many letters on, one letter in the place of another is as a rule no other word."""
_LEAST = 3
_CONTEXT = 3
"""Words shown on either side of a change."""


@dataclass(frozen=True, slots=True)
class SourceFix:
    """A stale entry whose source changed, and whether its text may keep its review."""

    entry: Entry
    reason: str
    """Why it may not; empty where it may."""

    @property
    def before(self) -> str:
        """The source that the text was read for; empty where that is not known."""
        return self.entry.previous.text if self.entry.previous else ""


def words(text: str) -> frozenset[str]:
    """Return the words of a source, in small letters."""
    return frozenset(match[0].casefold() for match in _WORD.finditer(text))


def fixes(catalog: Catalog, known: Collection[str], asked: Callable[[Key], bool]) -> Iterator[SourceFix]:
    """Look at the stale entries of a catalogue; `known` are the words of the articles as they are now.

    What a person `asked` for by name may be more than a mended spelling.
    """
    behind = covered(catalog.entries)
    for at, entry in enumerate(catalog):
        if entry.state is State.STALE:
            reason = _unread(entry, [catalog.entries[one].key.text for one in behind.get(at, ())])
            if not reason and entry.previous is not None and not asked(entry.key):
                reason = why_not(entry.previous.text, entry.key.text, known)
            yield SourceFix(entry, reason)


def accepted(entry: Entry) -> Entry:
    """Return a stale entry as reviewed for its new source; what was said of the old one is said of this one."""
    origin = entry.origin
    if origin is not None and entry.previous is not None and origin.source_digest == digest(entry.previous.text):
        origin = replace(origin, source_digest=digest(entry.key.text))
    return replace(entry, state=State.REVIEWED, previous=None, stale=None, origin=origin)


def _unread(entry: Entry, behind: list[str]) -> str:
    """Say why it is not known that a person read this text for the old source, with what it covers `behind`."""
    before, stale = entry.previous, entry.stale
    if before is None:
        return "what the English was is not known"
    if before.context != entry.key.context:
        return "the text was read in another place"
    if stale is None or stale.source_digest != digest(" ".join([before.text, *behind])):
        return "it is not known that anybody read the text for the old English"
    return "" if stale.digest == digest(entry.target) else "somebody is at work on the text"


def why_not(old: str, new: str, known: Collection[str]) -> str:
    """Say why an edit is more than a mended spelling; empty where it is none.

    Words correspond one to one. One that changed differs in case, in a hyphen or a space, or by few letters inside:
    one, two from eight letters on; not in the first one, not by an ending, and in short words not by another letter in
    the place of one. Where the old word is in use (`known`), the new one is another word. Numbers, names,
    negations, quotations, marks and markup are the same.
    """
    danger = triage(old, new)
    if danger:
        return f"{' and '.join(f'a {what}' for what in danger)} changed"
    if untouched(old) != untouched(new):
        return "markup, an address or code changed"
    if _marks(old) != _marks(new):
        return "punctuation or markup changed"
    before, after = (_once(_WORD.findall(text)) for text in (old, new))
    for kind, one, two, three, four in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal" and not _alike(before[one:two], after[three:four]):
            return "words changed, came or went"
        for word in before[one:two] if kind != "equal" else ():
            if word.casefold() in known and not _same_letters(before[one:two], after[three:four]):
                return f"“{word}” is a word of the articles"
    return ""


def _marks(text: str) -> Counter[str]:
    return Counter(
        token
        for token in tokens(cosmetic(_APOSTROPHE.sub("", text)))
        if not _LETTER.search(token) and not _FREE.match(token)
    )


def _once(row: list[str]) -> list[str]:
    """Return words without those that stand twice in a row."""
    return [word for at, word in enumerate(row) if not at or word.casefold() != row[at - 1].casefold()]


def _letters(row: list[str]) -> str:
    return "".join(_LETTER.findall("".join(row))).casefold()


def _same_letters(one: list[str], two: list[str]) -> bool:
    return _letters(one) == _letters(two)


def _alike(one: list[str], two: list[str]) -> bool:
    return _same_letters(one, two) or (len(one) == len(two) and all(map(_misspelt, one, two)))


def _misspelt(old: str, new: str) -> bool:
    one, two = old.casefold(), new.casefold()
    if one == two:
        return True
    size = min(len(one), len(two))
    if size < _LEAST or one[0] != two[0] or one.startswith(two) or two.startswith(one):
        return False
    if len(one) == len(two) and sorted(one) != sorted(two) and size < _SURE:
        return False
    return OSA.distance(one, two) <= (2 if size >= _LONG else 1)


def difference(old: str, new: str) -> str:
    """Show an edit by words as git does, `[-old-]{+new+}`, with a few words on either side."""
    told = changes(old, new)
    out: list[str] = []
    for at, one in enumerate(told):
        match one.side:
            case ChangeSide.BOTH:
                out.append(_shortened(tokens(one.text), first=at == 0, last=at == len(told) - 1))
            case ChangeSide.OLD:
                out.append(f"[-{one.text}-]")
            case ChangeSide.NEW:
                out.append(f"{{+{one.text}+}}")
    return "".join(out)


def _shortened(tokens: list[str], *, first: bool, last: bool) -> str:
    most = 2 * _CONTEXT
    head = [] if first else tokens[:most]
    tail = [] if last else tokens[-most:]
    if len(tokens) <= len(head) + len(tail):
        return "".join(tokens)
    return "".join([*head, "…", *tail])
