"""Owns the comparison of where the links of a text and of its translation by a person lead.

A person links the page in the reader's own language; that is a change, and no loss.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.text.markup.pairing import likeness, paired

if TYPE_CHECKING:
    from l10n.model import Inline

__all__ = ["Links", "MovedLink", "compared", "same_page"]


@dataclass(frozen=True, slots=True)
class MovedLink:
    """A link that leads elsewhere than in the source."""

    before: str
    after: str
    span: Inline
    """Where it stands in the translation."""
    same: bool
    """It leads to the same page, or may well: to the page in another language, to another site."""


@dataclass(frozen=True, slots=True)
class Links:
    """How the links of a translation differ from its source's; each is where it leads, see `placeholders.goal`."""

    lost: tuple[str, ...] = ()
    fewer: tuple[str, ...] = ()
    """Lost once and there at another place."""
    moved: tuple[MovedLink, ...] = ()
    added: tuple[Inline, ...] = ()


Goals = dict[str, list["Inline"]]


def compared(before: Goals, after: Goals) -> Links:
    """Compare links by where they lead; a link that is there more often than in the source is no difference."""
    lost = [goal for goal in before if goal not in after]
    fewer = [goal for goal in before if goal in after and len(after[goal]) < len(before[goal])]
    added = [goal for goal in after if goal not in before]
    pairs = dict(paired(lost, added, lambda old, new: (same_page(old, new), likeness(old, new))))
    moved = (MovedLink(old, new, after[new][0], same_page(old, new)) for old, new in pairs.items())
    taken = set(pairs.values())
    return Links(
        tuple(goal for goal in lost if goal not in pairs),
        tuple(fewer),
        tuple(moved),
        tuple(after[goal][0] for goal in added if goal not in taken),
    )


_SCHEME = re.compile(r"\A(?:https?:)?//(?:www\.)?", re.IGNORECASE)
_LOCALE = re.compile(r"[a-z]{2}(?:[-_](?:[a-z]{2}|[a-z]{4}|\d{3}))?")
_ASKED = re.compile(r"[?&](?:hl|lang|language|locale)=[\w-]+")
_SUFFIX = re.compile(r"\.[a-z]{2}(?:[-_][a-z]{2,4})?(?=\.\w+\Z)")
"""The language before a file's ending: `guide.ko.md`."""


def same_page(one: str, other: str) -> bool:
    """Tell whether two addresses name a page but for its language, scheme, anchor or a slash at its end.

    Pages of two sites, or of one site that names its languages (`en.site.org` and `ko.site.org`), may be the same.
    """
    here, there = _bare(one), _bare(other)
    return here == there or here[0] != there[0] or (bool(here[0]) and _tongue(one) != _tongue(other))


def _tongue(address: str) -> str:
    """Return the language at the beginning of a site's name."""
    label = _SCHEME.sub("", address).lower().partition(".")[0]
    return label if _LOCALE.fullmatch(label) else ""


def _bare(address: str) -> tuple[str, ...]:
    """Return the parts of an address that are no language (`/en-us/`, `ko.`, `lang=ja`)."""
    scheme = _SCHEME.match(address)
    page = _ASKED.sub("", address[scheme.end() if scheme else 0 :].partition("#")[0].lower())
    host, _, path = page.partition("/") if scheme else ("", "", page)
    if host.count(".") > 1 and _LOCALE.fullmatch(host.partition(".")[0]):
        host = host.partition(".")[2]
    parts = [_SUFFIX.sub("", part) for part in path.split("/") if part not in {"", "."} and not _LOCALE.fullmatch(part)]
    return host, *parts
