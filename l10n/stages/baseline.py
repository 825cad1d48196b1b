"""Owns the baseline: a file of findings that were there when the checks were adopted, and are not told again."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

from l10n import checks
from l10n.config import file_inside
from l10n.errors import ArticleError, UsageError
from l10n.report.identity import Identity, identity
from l10n.stages.wanted import wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.model import Finding
    from l10n.stages.check import Checked
    from l10n.stages.wanted import Order
    from l10n.stages.workset import Workset

__all__ = ["load", "name_of", "without", "write"]

VERSION = 1
Known = Counter[Identity]
"""Identity → how many findings share it."""


def name_of(work: Workset, order: Order) -> str:
    """Return the file of known findings, relative to the project; empty for none. Raises `UsageError`."""
    if order.baseline is None:
        return work.project.config.check.baseline
    try:
        return file_inside(order.baseline)
    except ValueError as err:
        raise UsageError(str(err), path=order.baseline, remedy="Name a file by its path from the project.") from err


def load(work: Workset, order: Order) -> Known | None:
    """Read the baseline; None where none is asked for. Raises `UsageError` where the file is missing or none."""
    name = name_of(work, order)
    if not name:
        return None
    known = _read(work, name)
    if known is None:
        raise UsageError("there is no such baseline", path=name, remedy="Make it with `l10n check --write-baseline`.")
    return known


def without(work: Workset, order: Order, known: Known, found: Checked) -> tuple[tuple[Finding, ...], int]:
    """Return the findings that are not known, and how many known ones are gone of what was looked at.

    Of equal ones, as many as are known are left out, the first of them.
    """
    rest = known.copy()
    left = []
    for finding in found.findings:
        one = identity(finding)
        if rest[one] > 0:
            rest[one] -= 1
        else:
            left.append(finding)
    seen = _looked_at(work, order, found)
    return tuple(left), sum(number for one, number in rest.items() if seen(one))


def write(work: Workset, order: Order, found: Checked) -> tuple[str, int, bool]:
    """Write what was found as the baseline; what was not looked at stays in it.

    Returns the file's name, how many findings it holds, and whether it changed. Raises `UsageError` where no file is
    named or what is there is no baseline.
    """
    name = name_of(work, order)
    if not name:
        raise UsageError(
            "no file is named for the baseline",
            remedy="Add `--baseline l10n-baseline.json`, or set `baseline` in [tool.l10n.check].",
        )
    seen = _looked_at(work, order, found)
    before = _read(work, name)
    known = Counter({one: number for one, number in (before or Counter()).items() if not seen(one)})
    known.update(identity(finding) for finding in found.findings)
    changed = before is None or +known != +before
    if changed:
        work.project.write_file(name, _dump(known))
    return name, known.total(), changed


def _looked_at(work: Workset, order: Order, found: Checked) -> Callable[[Identity], bool]:
    """Return whether a known finding would have been found again, were it still there."""
    config = work.project.config
    articles = {document.path for document in work.documents}
    read = set(found.places)
    others = set(config.locales) - set(work.locales)
    rules = {locale: {rule.id for rule in wanted(config, order, locale).rules} for locale in ("", *work.locales)}
    names = set(checks.names())

    def seen(one: Identity) -> bool:
        if one.locale in others or (one.rule in names and one.rule not in rules.get(one.locale, {one.rule})):
            return False
        if found.failures:
            return one.article in articles if not one.locale else (one.article, one.locale) in read
        return one.article in articles or work.whole

    return seen


def _read(work: Workset, name: str) -> Known | None:
    try:
        text = work.project.read_file(name)
        if text is None:
            return None
        data = json.loads(text)
        if data["version"] != VERSION:
            raise UsageError(
                f"a baseline of version {data['version']}, and this program knows {VERSION}",
                path=name,
                remedy="Use the l10n that wrote it, or write it anew.",
            )
        return Counter({_one(row): int(row.get("count", 1)) for row in data["findings"]})
    except (ArticleError, ValueError, KeyError, TypeError, AttributeError) as err:
        raise UsageError(
            "not a baseline", path=name, remedy="Mend it, or delete it and run `l10n check --write-baseline`."
        ) from err


def _one(row: dict[str, str]) -> Identity:
    return Identity(row["article"], row["locale"], row["rule"], row["source"], row["text"])


def _dump(known: Known) -> str:
    """Write a line for each identity, sorted, so that a change of one is a change of one line."""
    rows = [
        json.dumps({**asdict(one), **({"count": number} if number > 1 else {})}, ensure_ascii=False)
        for one, number in sorted(known.items())
        if number > 0
    ]
    lines = ",\n".join(f"    {row}" for row in rows)
    return f'{{\n  "version": {VERSION},\n  "findings": [\n{lines}\n  ]\n}}\n' if rows else _EMPTY


_EMPTY = f'{{\n  "version": {VERSION},\n  "findings": []\n}}\n'
