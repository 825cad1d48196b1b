"""Owns the baseline: findings that were there when the checks were adopted, and are not told again."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, TypeAlias

from l10n.checks import registry
from l10n.checks.fingerprint import Fingerprint, fingerprint
from l10n.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from l10n.model import Finding

__all__ = ["Known", "Reach", "compare", "none", "parse", "render", "renewed"]

VERSION = 1
_FIELDS = ("article", "locale", "rule", "source", "text")
_MOST = 1_000_000_000
Known: TypeAlias = Counter[Fingerprint]
"""Fingerprint → how many findings share it."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What was looked at."""

    articles: AbstractSet[str]
    """Those that could be read."""
    places: AbstractSet[tuple[str, str]]
    """Article and locale of every catalogue that was read."""
    left_out: AbstractSet[str]
    """Locales of the project that were not asked for."""
    rules: Mapping[str, AbstractSet[str]]
    """Locale → the rules that were applied; the empty one is the source."""
    whole: bool
    """All articles were asked for."""
    failed: bool
    """Something could not be read."""

    def has(self, one: Fingerprint) -> bool:
        """Tell whether a known finding would have been found again, were it still there."""
        applied = self.rules.get(one.locale, {one.rule})
        if one.locale in self.left_out or (one.rule in registry.names() and one.rule not in applied):
            return False
        if self.failed:
            return one.article in self.articles if not one.locale else (one.article, one.locale) in self.places
        return one.article in self.articles or self.whole


def compare(known: Known, findings: Iterable[Finding], reach: Reach) -> tuple[tuple[Finding, ...], int]:
    """Return the findings that are not known, and how many known ones are gone of what was looked at.

    Of equal ones, as many as are known are left out, the first of them.
    """
    rest = known.copy()
    left = []
    for finding in findings:
        one = fingerprint(finding)
        if rest[one] > 0:
            rest[one] -= 1
        else:
            left.append(finding)
    return tuple(left), sum(number for one, number in rest.items() if number > 0 and reach.has(one))


def renewed(known: Known | None, findings: Iterable[Finding], reach: Reach) -> Known:
    """Return what is known from now on: what was found, and what was not looked at."""
    kept = Counter({one: number for one, number in (known or Counter()).items() if not reach.has(one)})
    kept.update(fingerprint(finding) for finding in findings)
    return kept


def parse(text: str, path: str) -> Known:
    """Read a baseline; `path` is for messages. Raises `UsageError` where it is none."""
    try:
        data = json.loads(text)
        version = data["version"]
        if version != VERSION:
            raise UsageError(
                f"a baseline of version {version!r:.20}, and this program knows {VERSION}",
                path=path,
                remedy="Use the l10n that wrote it, or write it anew.",
            )
        return Counter({_one(row): _many(row) for row in data["findings"]})
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as err:
        raise none(path) from err


def none(path: str) -> UsageError:
    """Return the refusal of a file that is no baseline."""
    return UsageError(
        "not a baseline", path=path, remedy="Mend it, or delete it and run `l10n check --write-baseline`."
    )


def render(known: Known) -> str:
    """Write a line for each fingerprint, sorted, so that a change of one is a change of one line."""
    rows = [
        json.dumps({**asdict(one), **({"count": number} if number > 1 else {})}, ensure_ascii=False)
        for one, number in sorted(known.items())
        if number > 0
    ]
    lines = ",\n".join(f"    {row}" for row in rows)
    return f'{{\n  "version": {VERSION},\n  "findings": [\n{lines}\n  ]\n}}\n' if rows else _EMPTY


_EMPTY = f'{{\n  "version": {VERSION},\n  "findings": []\n}}\n'


def _one(row: dict[str, object]) -> Fingerprint:
    values = [row[name] for name in _FIELDS]
    if not all(isinstance(value, str) for value in values):
        raise TypeError(values)
    return Fingerprint(*map(str, values))


def _many(row: dict[str, object]) -> int:
    many = row.get("count", 1)
    if not isinstance(many, int) or not 0 < many < _MOST:
        raise ValueError(many)
    return many
