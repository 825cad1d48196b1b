"""Owns the table of systems that keep articles as posts; a system's module is imported when it is used."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from l10n.errors import UsageError

if TYPE_CHECKING:
    from l10n.model import Pushed, Story, Wish

__all__ = ["NAMES", "TABLE", "PostSite", "SiteSettings", "load"]

TABLE: dict[str, str] = {"wordpress": "l10n.cms.wordpress"}
"""Name to the module that speaks to it; the module has `create(settings) -> PostSite`."""

NAMES: tuple[str, ...] = tuple(sorted(TABLE))


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What a project says of a site."""

    url: str
    """Where it is, `https://example.org/`; empty where the project does not say it."""
    source: str
    """Gettext name of the language that the originals are written in."""


class PostSite(Protocol):
    """A site that keeps localized articles as posts, and that people work on as well."""

    def push(self, story: Story, wish: Wish) -> Pushed:
        """Send an article, unless it is there as it is or a person has changed it there; a second time does nothing.

        Raises `SiteError`.
        """


def load(name: str, settings: SiteSettings) -> PostSite:
    """Connect to a site; raises `UsageError` for an unknown system, and `ConfigError` for settings it cannot use."""
    if name not in TABLE:
        raise UsageError(f"there is no system `{name}` to push to", remedy=f"Use one of: {', '.join(NAMES)}.")
    return cast("PostSite", import_module(TABLE[name]).create(settings))
