"""Owns the languages of a site with Polylang Pro, the plug-in that has fields for them in REST.

Polylang without Pro and WPML take neither the language of a post nor its translations over REST: nothing is sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from l10n import locales
from l10n.web.faults import Fault

__all__ = ["Languages"]

_FIELDS = frozenset({"lang", "translations"})


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a site; none where it has no fields for them."""

    rows: tuple[tuple[str, str], ...]
    """The code by which it is known there, and its locale in WordPress (`pt-br`, `pt_BR`)."""

    def __bool__(self) -> bool:
        return bool(self.rows)

    @staticmethod
    def told_of(schema: Any) -> bool:
        """Tell whether a site says, where it is asked what posts have, that it has the fields."""
        told = schema.get("schema") if isinstance(schema, dict) else None
        fields = told.get("properties") if isinstance(told, dict) else None
        return isinstance(fields, dict) and fields.keys() >= _FIELDS

    @classmethod
    def read(cls, answer: Any) -> Languages:
        """Read the list of languages; raises `Fault` where it is none."""
        rows = answer if isinstance(answer, list) else []
        found = tuple((row["slug"], row["locale"]) for row in rows if isinstance(row, dict) and _told(row))
        if not found:
            raise Fault("it has fields for languages, and does not say which languages it has")
        return cls(found)

    def code(self, locale: str) -> str:
        """Return the code of a gettext locale: of the same locale, else of the one that has its language."""
        same = [code for code, own in self.rows if own == locale]
        alike = [code for code, own in self.rows if locales.language(own) == locales.language(locale)]
        return next(iter(same or (alike if len(alike) == 1 else [])), "")


def _told(row: dict[str, Any]) -> bool:
    return isinstance(row.get("slug"), str) and isinstance(row.get("locale"), str)
