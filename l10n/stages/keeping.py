"""Owns not doing again for an article what an earlier command did of the same files, in the same way.

What is done for an article is a function of its files and of values (`stages.outcomes.each_batch`). So its result is
kept under the digests of both, and of the program; whatever else a result may depend on has to be among them.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from l10n import program
from l10n.values import loads, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from l10n.state import ProjectState

__all__ = ["Keeping", "Written", "remembered"]

_Made = TypeVar("_Made")
_TOGETHER = 100
"""Articles whose files are asked for together."""


@dataclass(frozen=True, slots=True)
class Written(Generic[_Made]):
    """What would come of an article if it were worked on once more, as what it depends on was written meanwhile."""

    value: _Made
    files: Mapping[str, tuple[str, str]]
    """The files that were written: the digest of what was read, and that of what was written."""


@dataclass(frozen=True, slots=True)
class Keeping(Generic[_Made]):
    """How the results of a verb are kept."""

    verb: str
    """What is done, and in which locales: of that one result is kept an article."""
    depends: object
    """All that a result depends on besides files; `mark` says of what it may be made."""
    reads: Callable[[str], Sequence[str]]
    """Article → the files it depends on, relative to the root; those that are not there count as well."""
    kept: Callable[[_Made], _Made | None]
    """A result → what of it is kept: None where it may not be, as with failures, which may pass."""
    made: Callable[[_Made], Mapping[str, str]] = lambda _: {}
    """What is kept → files by the digests that they have to have for it to hold, empty for one that must not be."""
    also: Callable[[str], object] = lambda _: None
    """Article → what else its result depends on, as a value whose `repr` is all of it."""
    written: Callable[[_Made], Written[Any] | None] = lambda _: None
    """A result that is not kept → what would come of the files that were written by it; None where nobody knows."""


def remembered(
    articles: Sequence[str],
    state: ProjectState,
    keeping: Keeping[_Made],
    work: Callable[[Sequence[str]], Iterator[_Made]],
) -> Iterator[_Made]:
    """Yield the result of each article, in their order; what is not kept comes of `work`, and is kept now."""
    kept = _Kept(state, keeping, mark((program.digest(), keeping.verb, keeping.depends)))
    keys: dict[str, bytes] = {}
    known: set[str] = set()
    for at in range(0, len(articles), _TOGETHER):
        reads = {article: keeping.reads(article) for article in articles[at : at + _TOGETHER]}
        about = {article: kept.about(article) for article in reads}
        found = state.unmoved(keeping.verb, reads, about)
        others = kept.keys({article: names for article, names in reads.items() if article not in found})
        again = state.known(keeping.verb, others)
        for article in again:
            state.trust(keeping.verb, article, reads[article], about[article])
        known |= found.keys() | again
        keys |= dict.fromkeys(reads, b"") | found | others
    fresh = work([article for article in keys if article not in known])
    for article, key in keys.items():
        if article not in known:
            done = next(fresh)
            if key:
                kept.keep(article, key, done)
            yield done
        else:
            found = _loaded(state.value(keeping.verb, article, key))
            yield from work((article,)) if found is None else (found,)


@dataclass(frozen=True, slots=True)
class _Kept(Generic[_Made]):
    """The results of one verb."""

    state: ProjectState
    keeping: Keeping[_Made]
    common: bytes
    """The mark of all that they depend on besides files."""

    def about(self, article: str) -> bytes:
        """Return the mark of all that an article's result depends on besides files."""
        known = repr((self.common, self.keeping.also(article)))
        return blake2b(known.encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def keys(self, reads: Mapping[str, Sequence[str]]) -> dict[str, bytes]:
        """Return the key of each article's result, by the files that it depends on."""
        self.state.recall(name for names in reads.values() for name in names)
        return {article: self.key(article, names) for article, names in reads.items()}

    def key(self, article: str, names: Sequence[str] = ()) -> bytes:
        """Return the key of an article's result by its files as they are now; empty where they cannot be told."""
        names = names or self.keeping.reads(article)
        digests = self.state.digests(names)
        return b"" if digests is None else self._key(article, dict(zip(names, digests, strict=True)))

    def _key(self, article: str, files: Mapping[str, str]) -> bytes:
        known = repr((self.about(article), tuple(files.items())))
        return blake2b(known.encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def keep(self, article: str, key: bytes, done: _Made) -> None:
        """Keep a result if the files are those that it was asked of: they may have changed before they were read."""
        kept = self.keeping.kept(done)
        if kept is not None and key == self.key(article):
            self._put(article, key, kept, self.keeping.made(kept))
        after = self.keeping.written(done) if kept is None else None
        names = self.keeping.reads(article) if after else ()
        digests = self.state.digests(names)
        if after is None or digests is None:
            return
        now = dict(zip(names, digests, strict=True))
        if key == self._key(article, now | {name: was for name, (was, _) in after.files.items()}):
            fresh = now | {name: new for name, (_, new) in after.files.items()}
            self._put(article, self._key(article, fresh), after.value, {})

    def _put(self, article: str, key: bytes, value: object, made: Mapping[str, str]) -> None:
        self.state.keep(self.keeping.verb, article, key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL), made)


def _loaded(data: bytes) -> Any:
    """Return a result that was kept; None where it is none."""
    try:
        return loads(data)
    except Exception:  # noqa: BLE001  whatever a damaged file has it raise
        return None
