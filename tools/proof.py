"""Proofreads the supplements of a language: what would be read without a word, and never be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import TYPE_CHECKING

from l10n import checks, languages
from l10n.errors import ConfigError, UsageError
from l10n.languages.supplement import compiled
from l10n.text.numbers.phrases import meaning
from l10n.text.numbers.ways import WAYS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.languages import Language
    from l10n.languages.supplement import Supplement

__all__ = ["proofread"]


def proofread(language: Language) -> None:
    """Look through the supplements of a language; raises `ConfigError` for the first fault, with file, key and remedy.

    A pattern must compile, a phrase must have a meaning, a row must name a rule, and a thing that is looked for on both
    sides must be called as English calls it.
    """
    for one in language.supplements:
        for facet in one.tables:
            known = getattr(language, facet)
            try:
                if known is not None:
                    compiled(known, facet)
            except ConfigError as err:
                raise ConfigError(err.message, path=err.path or one.path, remedy=err.remedy) from err
        _names(one)
        _phrases(one)
        _rows(one)


def _names(one: Supplement) -> None:
    english = languages.of(languages.ENGLISH)
    for facet, table in one.tables.items():
        theirs = getattr(english, facet)
        if facet in WAYS:
            _numbered(table, facet, one.path)
        if theirs is None or facet in {"numbers", "fractions", "idioms", *WAYS}:
            continue
        sides = {field.name: getattr(theirs, field.name) for field in fields(theirs)}
        named = {key: known for key, known in sides.items() if isinstance(known, Mapping)}
        every = sorted({name for known in named.values() for name in known})
        for key, names in table.items():
            if isinstance(names, Mapping) and named.get(key) and key not in {"wholes", "numbers"}:
                _known(names, every, f"{facet}.{key}", one.path)


def _numbered(table: Mapping[str, object], facet: str, path: str) -> None:
    """Raise `ConfigError` for what is named by no number."""
    for key in ("named", "also"):
        names = table.get(key)
        for name in names if isinstance(names, Mapping) else ():
            if not name.isdecimal():
                remedy = "Write the number that it says, such as `2`."
                raise ConfigError(f"`{facet}.{key}.{name}` is no number", path=path, remedy=remedy)


def _known(names: Iterable[str], known: list[str], where: str, path: str) -> None:
    for name in names:
        if name not in known:
            near = [] if name.isdigit() else get_close_matches(name, known, n=1)
            remedy = f"Did you mean `{near[0]}`?" if near else f"Known are {', '.join(known)}."
            raise ConfigError(f"`{where}.{name}` is not known, for English has none of it", path=path, remedy=remedy)


def _phrases(one: Supplement) -> None:
    for facet in ("numbers", "idioms"):
        phrases = one.tables.get(facet, {}).get("phrases")
        for name in phrases if isinstance(phrases, Mapping) else ():
            try:
                meaning(name)
            except UsageError as err:
                raise ConfigError(f"`{facet}.phrases.{name}`: {err.message}", path=one.path, remedy=err.remedy) from err


def _rows(one: Supplement) -> None:
    for at, row in enumerate(one.examples, 1):
        try:
            checks.members(row.rule)
        except UsageError as err:
            raise ConfigError(f"`example[{at}].rule`: {err.message}", path=one.path, remedy=err.remedy) from err
