"""Owns re-extraction: what becomes of a catalogue when its article changes."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from l10n.catalog.cosmetic import cosmetic
from l10n.catalog.edges import edged, unmarked
from l10n.catalog.neighbors import covered, gaps, joined, jointed
from l10n.catalog.notes import noted
from l10n.catalog.ownership import is_person, replaceable, revived, strayed, worth
from l10n.catalog.parallel import bettered
from l10n.catalog.provenance import mark
from l10n.catalog.resegment import recut, summed
from l10n.catalog.similar import pairs, placed
from l10n.catalog.standing import standing
from l10n.catalog.templates import in_step, sources
from l10n.catalog.twins import parted, twice
from l10n.model import Catalog, Entry, Key, Stale, State
from l10n.text.digest import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from l10n.model import Document, Inline

__all__ = ["merge", "retired"]


def merge(
    document: Document,
    catalog: Catalog | None,
    *,
    locale: str,
    today: date,
    others: Iterable[Entry] = (),
    moved: Iterable[Entry] = (),
    uniform: Callable[[str], str] = str,
    inline: Callable[[str], Sequence[Inline]] = unmarked,
) -> Catalog:
    """Bring a catalogue into step with its article; no person's text is lost or changed.

    Each source text of the document takes over, from what the catalogue holds, the first of:

    1. what was made for it, in the state that it has, and a review before any other state (`worth`): the live entry of
       its key; the obsolete one; a live entry whose source differs only cosmetically (`cosmetic`, behind the format's
       `uniform` save for the fields of front matter, which are of no format); an entry of its key
       that holds a person's text in `moved` (it leaves another article now) or in `others` (of articles that vanished;
       not where this catalogue has a live one); an obsolete one that differs cosmetically. A stale text that was read
       for it counts as the review that it was. What somebody is at work on is not replaced (`replaceable`);
    2. a stale entry whose text was made for it;
    3. a text whose source differs in nothing but markup at its edges, which `inline` finds (`edged`), with the markup
       of this one: in the state that it had; or a piece or the sum of texts whose sources are the same words in another
       cut (`recut`): stale where that is not sure. The texts themselves are kept as obsolete;
    4. the best near match among persons' texts, by words (`pairs`), by place (`placed`) or by the words of it that
       stand in the article still (`standing`): it becomes stale.

    An entry without a text or a comment takes over too what no new source wants of 4: its source may have come before
    the translation did, as in a merge of two branches. A stale text gives way to one that a person bettered at the old
    source meanwhile (`bettered`).

    A text that becomes stale gets the line `# stale:` of `today`; one without it when it is next written. Where its
    source is back and it is the text that was read for it, it is reviewed again; where a person reviewed it, the line
    goes.

    A reviewed text that covers the sentence behind it too (`# joined`) becomes stale when that one changes or goes.

    A machine-owned text follows no other change of its source than a cosmetic one: the entry is drafted anew. What is
    left over stays as an obsolete entry where a person wrote a text or a comment, and goes otherwise; where another
    entry has its source now, it stays in a comment there (`parted`), for a PO file has each source once.

    References are the article's path, notes come from the segments; a stale entry's note also says which change makes
    it urgent. The headings that a note quotes are written anew only where the entry changes besides (`noted`): one
    edited heading changes one entry. Order: the article's, then obsolete entries as they stood, new ones behind.
    """
    old = catalog.entries if catalog else ()
    others, moved = list(others), list(moved)
    same = None if others or moved else in_step(document, old)
    if same is not None:
        return Catalog(document.path, locale, same)
    work = _Merge(document, old, locale=locale, today=today, uniform=uniform, inline=inline)
    work.match(others, moved)
    return Catalog(document.path, locale, parted((*work.live(), *work.obsolete()), twice(work.old)))


class _Merge:
    """The new source texts, the old entries, and which goes with which."""

    def __init__(
        self,
        document: Document,
        old: tuple[Entry, ...],
        *,
        locale: str,
        today: date,
        uniform: Callable[[str], str],
        inline: Callable[[str], Sequence[Inline]],
    ) -> None:
        self.path = document.path
        self.uniform = uniform
        self.inline = inline
        self.today = today
        self.locale = locale
        self.notes = sources(document)
        self.cut = jointed(document)
        self.old = tuple(_homeward(entry) for entry in old)
        self.before = {entry.key: entry for entry in old if entry.state is not State.OBSOLETE}
        self.covered = covered(self.old)
        self.used: dict[int, Key] = {}
        self.taken: dict[Key, int] = {}
        self.held: set[int] = set()
        self.told: set[int] = set()
        self.found: dict[Key, Entry] = {}

    def match(self, others: list[Entry], moved: list[Entry]) -> None:
        self._claims(moved, others)
        self._returned(read=False)
        self._edged()
        self._recut()
        self._standing(least=2)
        self._near()
        self._in_place()
        self._standing(least=1)
        self._parted()
        self._bettered()
        self._settled()

    def live(self) -> list[Entry]:
        return [self._dressed(self.found.get(key) or Entry(key), note) for key, note in self.notes.items()]

    def obsolete(self) -> list[Entry]:
        kept: dict[tuple[object, ...], Entry] = {}
        before = [entry for at, entry in enumerate(self.old) if at not in self.used and entry.state is State.OBSOLETE]
        after = [
            entry for at, entry in enumerate(self.old) if at not in self.used and entry.state is not State.OBSOLETE
        ]
        for entry in [*before, *(retired(entry) for entry in after if is_person(entry) or entry.comments)]:
            kept.setdefault((entry.key, entry.target, entry.comments, entry.flags, entry.previous), entry)
        return list(kept.values())

    def _take(self, at: int, entry: Entry) -> None:
        self.used[at] = entry.key
        self.taken[entry.key] = at
        self.found[entry.key] = entry

    def _open(self) -> list[Key]:
        return [key for key in self.notes if key not in self.found]

    def _blanks(self) -> list[Key]:
        return [key for key in self.notes if key in self.found and _blank(self.found[key])]

    def _left(self, *, obsolete: bool) -> list[int]:
        return [
            at
            for at, entry in enumerate(self.old)
            if at not in self.used and (entry.state is State.OBSOLETE) is obsolete
        ]

    def _claims(self, moved: list[Entry], others: list[Entry]) -> None:
        """Give each source the text that was made for it, or for one that says the same: state first, then place."""
        for obsolete in (False, True):
            for at in self._left(obsolete=obsolete):
                if self.old[at].key in self.notes:
                    self._claim(self.old[at].key, self.old[at], at)
        self._alike(obsolete=False)
        self._returned(read=True)
        for entry in moved:
            self._claim(entry.key, entry, None)
        for entry in others:
            if not self._is_live(entry.key):
                self._claim(entry.key, entry, None)
        self._alike(obsolete=True)

    def _alike(self, *, obsolete: bool) -> None:
        left = self._left(obsolete=obsolete)
        wanted: dict[tuple[str, str | None], Key] = {}
        for key in self.notes if left else ():
            if key not in self.found or not self._firm(key, obsolete=obsolete):
                wanted.setdefault((self._form(key), key.context), key)
        for at in left if wanted else ():
            entry = self.old[at]
            new = wanted.get((self._form(entry.key), entry.key.context))
            if new is not None and (new not in self.found or self._movable(at)):
                self._claim(new, entry, at)

    def _form(self, key: Key) -> str:
        """Return what a source has in common with those that differ cosmetically; a context is a field's mostly."""
        return cosmetic(self.uniform(key.text) if key.context is None else key.text)

    def _claim(self, key: Key, entry: Entry, at: int | None) -> None:
        """Give a source an entry, of this catalogue or of another, unless what it has is as good or somebody's work."""
        if key not in self.notes:
            return
        here, now = self._back(entry if at is not None else replace(entry, line=0), key), self.found.get(key)
        if at is None and not is_person(here):
            return
        if now is not None:
            better = is_person(here) and (bool(here.target) or now.state is State.MISSING) and worth(here) > worth(now)
            if not better or self._firm(key):
                return
            self.used.pop(self.taken.pop(key, -1), None)
        if at is None:
            self.found[key] = here
        else:
            self._take(at, here)

    def _firm(self, key: Key, *, obsolete: bool = False) -> bool:
        """Whether a source keeps what it has, whatever else was made for it; a draft against what is `obsolete` too."""
        now = self.found[key]
        if not self._is_live(key):
            return now.state is State.REVIEWED
        return not replaceable(now) or (obsolete and now.state is State.DRAFT)

    def _is_live(self, key: Key) -> bool:
        """Whether what a source has was live in this catalogue."""
        return key in self.taken and self.old[self.taken[key]].state is not State.OBSOLETE

    def _returned(self, *, read: bool) -> None:
        """Give a stale text, or an obsolete one that was stale, back to the source that it was made for.

        The one that was `read` for it is a review again, and claims as one; any other takes what is open.
        """
        left = [
            (at, self._back(self.old[at], self.old[at].key))
            for obsolete in (False, True)
            for at in self._left(obsolete=obsolete)
        ]
        left = [(at, entry) for at, entry in left if entry.state is State.STALE]
        keys = self.notes if read else self._open()
        wanted = {(digest(key.text), key.context): key for key in keys} if left else {}
        for at, entry in left:
            first = entry.previous
            known = digest(first.text) if first else entry.stale.source_digest if entry.stale else ""
            key = wanted.get((known, (first or entry.key).context))
            if key is None:
                continue
            if not read:
                del wanted[known, key.context]
                self._take(at, replace(entry, key=key))
            elif entry.stale is not None and self._read_for(entry, entry.stale, key.text):
                self._claim(key, replace(entry, state=State.REVIEWED, previous=None, stale=None), at)

    def _edged(self) -> None:
        at = self._left(obsolete=False)
        cut = edged([self.old[one] for one in at], self._open() if at else (), form=self._form, inline=self.inline)
        self.found |= cut.kept
        self.held = {at[one] for one in cut.held}
        self.told = set(self.held)
        for one, key in cut.moved.items():
            self._stale(at[one], key)

    def _recut(self) -> None:
        at = [one for one in self._left(obsolete=False) if one not in self.held]
        wanted = frozenset(self._open())
        if not at or not wanted:
            return
        cut = recut(
            [self.old[one] for one in at], list(self.notes), wanted, self.cut, locale=self.locale, form=self._form
        )
        self.found |= {
            key: replace(offer, stale=mark(self.today, offer.target, None)) if offer.state is State.STALE else offer
            for key, offer in cut.offers.items()
        }
        self.held |= {at[one] for one in cut.held}
        self.told |= {at[one] for one in cut.told}

    def _near(self) -> None:
        """Match by words: first with new sources, then with those that are empty still (a text came by another way)."""
        for keys in (self._open, self._blanks):
            lost = [at for at in self._left(obsolete=False) if self._movable(at)]
            new = keys() if lost else []
            for one, two in pairs([self.old[at].key for at in lost], new):
                self._stale(lost[one], new[two])

    def _in_place(self) -> None:
        """Match what stood, and what now stands, between the same two neighbours."""
        new = dict(gaps((key, key if key in self.found else None) for key in self.notes))
        live = (at for at, entry in enumerate(self.old) if entry.state is not State.OBSOLETE)
        for gap, row in list(gaps((at, self.used.get(at)) for at in live)):
            lost, now = [at for at in row if self._movable(at)], new.get(gap, [])
            for one, two in placed([self.old[at].key for at in lost], now):
                self._stale(lost[one], now[two])

    def _standing(self, *, least: int) -> None:
        """Match what nothing was made of, though all its words are there; `least` so many texts with one source."""
        wanted = frozenset(self._open())
        left = self._left(obsolete=False) if wanted else []
        lost = [at for at in left if at not in self.told and self.old[at].target and is_person(self.old[at])]
        found = standing([self.old[at].key for at in lost], list(self.notes), wanted, inline=self.inline)
        for key, row in found.items():
            if len(row) < least:
                continue
            if len(row) == 1:
                self._stale(lost[row[0]], key)
                continue
            offer = summed(key, [self.old[lost[one]] for one in row], self.locale)
            self.found[key] = replace(offer, stale=mark(self.today, offer.target, None))
            self.told.update(lost[one] for one in row)
            self.held.update(lost[one] for one in row)

    def _parted(self) -> None:
        """Make stale what a person wrote for a sentence and a `# joined` one, where that has changed or gone."""
        for at, row in self.covered.items():
            now = self.found.get(self.used[at]) if at in self.used else None
            gone = [one for one in row if one not in self.used]
            if gone and now is not None and now.state is State.REVIEWED and now.target:
                previous = Key(" ".join(self.old[one].key.text for one in (at, *gone)), now.key.context)
                stale = mark(self.today, now.target, self._source(at))
                self.found[now.key] = replace(now, state=State.STALE, previous=previous, stale=stale)

    def _bettered(self) -> None:
        """Offer, at the new source, what was bettered at the old one meanwhile."""
        left = [entry for at, entry in enumerate(self.old) if at not in self.used]
        stale = self.found.values()
        self.found |= bettered(stale, left, today=self.today, form=self._form) if left else {}

    def _settled(self) -> None:
        """Give stale texts whose source is back their review, and take the line from those that were reviewed."""
        keys = list(self.notes)
        for at, key in enumerate(keys):
            entry = self.found.get(key)
            if entry is None or entry.stale is None:
                continue
            behind = takewhile(lambda key: joined(self.found.get(key)), keys[at + 1 :])
            source = " ".join([key.text, *(one.text for one in behind)])
            if entry.state is State.STALE and self._read_for(entry, entry.stale, source):
                entry = replace(entry, state=State.REVIEWED, previous=None)
            if entry.state is State.REVIEWED:
                self.found[key] = replace(entry, stale=None)

    def _source(self, at: int) -> str:
        """Return the source that the text of an old entry translates, with that of the entries it covers."""
        return " ".join(self.old[one].key.text for one in (at, *self.covered.get(at, ())))

    def _read_for(self, entry: Entry, stale: Stale, source: str) -> bool:
        """Whether a stale text is the one that a person read for this source, or for one that differs cosmetically."""
        before = entry.previous
        if digest(entry.target) != stale.digest or (before is not None and before.context != entry.key.context):
            return False
        if before is not None and digest(before.text) == stale.source_digest:
            return self._form(before) == self._form(Key(source, before.context))
        return digest(source) == stale.source_digest

    def _movable(self, at: int) -> bool:
        return at not in self.held and self.old[at].target != "" and is_person(self.old[at])

    def _stale(self, at: int, key: Key) -> None:
        entry = self.old[at]
        if entry.state is State.STALE:
            stale = entry.stale or mark(self.today, entry.target, None)
            self._take(at, replace(entry, key=key, stale=stale))
            return
        stale = mark(self.today, entry.target, self._source(at) if entry.state is State.REVIEWED else None)
        self._take(at, replace(entry, key=key, state=State.STALE, previous=entry.key, stale=stale))

    def _back(self, entry: Entry, key: Key) -> Entry:
        """Give an entry a key that says the same as its own, and an obsolete one the state that it had."""
        origin = entry.origin
        if origin is not None and origin.source_digest == digest(entry.key.text):
            origin = replace(origin, source_digest=digest(key.text))
        if entry.state is not State.OBSOLETE:
            return replace(entry, key=key, origin=origin)
        flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
        return replace(entry, key=key, state=revived(entry), flags=flags, origin=origin)

    def _dressed(self, entry: Entry, note: str) -> Entry:
        note = noted(entry, note, changed=entry != self.before.get(entry.key))
        if entry.note == note and entry.refs == (self.path,):
            return entry
        stale = entry.stale
        if entry.state is State.STALE and stale is None and entry.previous is not None:
            stale = mark(self.today, entry.target, None)  # by an older version, or by another program
        return replace(entry, note=note, refs=(self.path,), stale=stale)


def _blank(entry: Entry) -> bool:
    return entry.state is State.MISSING and not entry.comments


def _homeward(entry: Entry) -> Entry:
    """Return an entry; a draft that another program put at another source as kept for its own."""
    if not strayed(entry) or entry.previous is None:
        return entry
    return retired(replace(entry, key=entry.previous, previous=None))


def retired(entry: Entry) -> Entry:
    """Return an entry as it is kept when its source is gone: with its text, its comments and the mark `fuzzy`."""
    if entry.state is State.OBSOLETE:
        return entry
    fuzzy = entry.target != "" and entry.state in {State.DRAFT, State.STALE}
    flags = ("fuzzy", *entry.flags) if fuzzy else entry.flags
    stale = None if entry.state is State.REVIEWED else entry.stale
    return replace(entry, state=State.OBSOLETE, flags=flags, refs=(), note="", stale=stale)
