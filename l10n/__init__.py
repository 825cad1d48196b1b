"""Localization of English articles through gettext PO files; `l10n.api` is what other programs use of it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from l10n.version import __version__

if TYPE_CHECKING:
    from l10n.api import Project, check_text, schema, segments

__all__ = ["Project", "__version__", "check_text", "schema", "segments"]


def __getattr__(name: str) -> object:
    """Import the public names when they are first used: `l10n --version` needs none of what they need."""
    if name in __all__:
        return getattr(import_module("l10n.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
