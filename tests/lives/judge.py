"""Owns what people did in a life, and what must hold after each command."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.lives.files import digest
from tests.lives.news import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.lives.files import Seen, Vault


_END = re.compile(r"""[.!?]["'”’]*(?:\s|\Z)""")


def _ends(text: str) -> int:
    return len(_END.findall(text))


@dataclass
class Judge:
    """Keeps, for each text of a person, for which English it was read and when; asks no code of l10n."""

    read: dict[str, dict[str, int]] = field(default_factory=dict)
    """For each text the English, made plain, that a person read it for, and the last step in which she did."""
    written: set[str] = field(default_factory=set)
    """Texts that a person typed, read or not."""
    remarks: set[str] = field(default_factory=set)
    """Comments that a person typed."""

    def reads(self, source: str, text: str, step: int) -> None:
        self.written.add(text)
        self.read.setdefault(text, {})[plain(source)] = step

    def adopt(self, vault: Vault, step: int) -> None:
        """Take what the files say as said by a person: another program put it there, and l10n must believe it.

        Some take `fuzzy` from what is obsolete: when that was read, nobody knows.
        """
        for some in vault.files.values():
            for one in some:
                if one.reviewed and plain(one.source) not in self.read.get(one.text, {}):
                    self.reads(one.source, one.text, 0 if one.obsolete else step)

    def was_read(self, one: Seen) -> bool:
        """Whether a person read a text for its English: as it is, joined of what was read, or cut between sentences."""
        return self._was_read(plain(one.source), one.text) or self._cut(plain(one.source), one.text)

    def _was_read(self, source: str, text: str) -> bool:
        if source in self.read.get(text, {}):
            return True
        first = [known for known in self.read if known and known != text and text.startswith(known)]
        return any(
            self._was_read(source[len(one) :].strip(), text[len(known) :].strip())
            for known in first
            for one in self.read[known]
            if source != one and source.startswith(one)
        )

    def _cut(self, source: str, text: str) -> bool:
        """Whether it is the same sentences of a text and of what that was read for, both of as many sentences."""
        for known in self.read if source and text else ():
            before, found, behind = known.partition(text)
            for one in self.read[known] if found else ():
                head, there, tail = one.partition(source)
                if there and [*map(_ends, (before, behind))] == [*map(_ends, (head, tail))]:
                    return True
        return False

    def lost(self, wanted: set[str], after: Vault) -> Iterator[str]:
        """Yield persons' texts of these that are neither live, obsolete, in a comment nor in a backup."""
        for text in sorted(wanted & self.written):
            if not after.holds(text):
                yield f"lost: {text!r}"

    def silenced(self, wanted: set[str], after: Vault) -> Iterator[str]:
        """Yield persons' comments that are gone."""
        there = after.comments()
        for text in sorted(wanted & self.remarks):
            if text not in there and text not in after.kept:
                yield f"comment lost: {text!r}"

    def miscarried(self, after: Vault) -> Iterator[str]:
        """Yield what counts as reviewed at an English that no person read it for."""
        for name, some in after.files.items():
            for one in some:
                if one.reviewed and not self.was_read(one):
                    yield f"mis-carried in {name}: {one.text!r} at {one.source!r}, read for {self._known(one.text)}"

    def buried(self, after: Vault) -> Iterator[str]:
        """Yield newer and reviewed texts that are obsolete while the live entry has an older one or none."""
        for name, some in after.files.items():
            live = {one.source: one for one in some if not one.obsolete}
            for one in some:
                if not (one.obsolete and one.reviewed and self.was_read(one)):
                    continue
                now = live.get(one.source)
                if now is not None and (now.stale or (not now.text and not now.comment)) and not _told(now, one):
                    yield f"buried in {name}: {one.text!r} of the exact {one.source!r}, live is {now.text!r}"
                for other in live.values():
                    if other.stale and self._newer(one, other) and not _told(other, one):
                        yield f"buried in {name}: {one.text!r} of {one.source!r}, live and stale is {other.text!r}"

    def withheld(self, before: Vault, after: Vault) -> Iterator[str]:
        """Yield reviews that a cosmetic edit took, and those that a revert has not given back."""
        for name, some in after.files.items():
            old = before.files.get(name, ())
            live = [one for one in some if not one.obsolete]
            kin = [plain(one.source) for one in live]
            busy = {
                plain(one.source) for one in old if not one.obsolete and not one.reviewed and (one.text or one.comment)
            }
            was = {plain(one.source): one for one in old if one.reviewed and not one.obsolete and self.was_read(one)}
            back = {
                (one.stale_line[1], one.text)
                for one in old
                if one.fuzzy and one.stale_line and one.stale_line[0] == digest(one.text)
            }
            for one in live:
                what = plain(one.source)
                if one.reviewed or kin.count(what) > 1 or what in busy:
                    continue
                if what in was and not was[what].obsolete:
                    yield f"review lost in {name}: {was[what].text!r} of {was[what].source!r} at {one.source!r}"
                if (digest(one.source), one.text) in back:
                    yield f"not given back in {name}: {one.text!r} at {one.source!r}"

    def _newer(self, one: Seen, stale: Seen) -> bool:
        """Whether a text is a later one of the English that a stale text was last read for."""
        known = self.read.get(stale.text)
        if not known or one.text == stale.text:
            return False
        last = max(known, key=lambda source: known[source])
        mine = self.read[one.text].get(last)
        return plain(one.source) == last and mine is not None and mine > known[last]

    def _known(self, text: str) -> str:
        return repr(sorted(self.read.get(text, {})))


def unread(name: str, some: tuple[Seen, ...], blocks: list[str], policy: str) -> Iterator[str]:
    """Yield blocks of a localized article that the policy must keep out of it."""
    there = {plain(block) for block in blocks}
    good = {plain(one.text) for one in some if one.reviewed and not one.obsolete} | {plain(one.source) for one in some}
    for one in some:
        if one.obsolete or not one.fuzzy or not one.text or plain(one.text) in good:
            continue
        if plain(one.text) in there and (policy in {"reviewed", "hold"} or one.made_for_another):
            yield f"published unread in {name} under {policy}: {one.text!r} at {one.source!r}"


def _told(live: Seen, other: Seen) -> bool:
    return f"): {other.text}" in live.comment
