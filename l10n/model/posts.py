"""Owns what becomes of a localized article that is sent to a site."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["PushVerdict", "Pushed", "Wish"]


class PushVerdict(StrEnum):
    """What is done with an article, or would be."""

    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    CHANGED_THERE = "changed there"
    """The post is not as it was sent: a person has been at work on it. It is left."""
    HELD = "held"
    """The policy does not release it; what may be on the site stays as it is."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for when articles are sent."""

    publish: bool = False
    """Drafts on the site are to be published."""
    overwrite: bool = False
    """What a person has changed there is to be replaced."""
    dry: bool = False
    """Nothing is to be sent."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """What became of one article in one locale, or would become of it."""

    article: str
    locale: str
    verdict: PushVerdict
    why: str = ""
    """For people: why it is held or left, or what its readers will miss."""
    status: str = ""
    """Of the post on the site, in its own words (`draft`, `publish`); empty where there is none."""
    link: str = ""
    """Where the post is."""
