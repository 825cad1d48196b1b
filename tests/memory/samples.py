"""Owns what the tests of the memory share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.model import Translation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from l10n.protocols import Memory


def learn(memory: Memory, locale: str, article: str, digest: str, pairs: Iterable[tuple[str, str]]) -> None:
    """Let a memory learn plain pairs of an article."""
    made = (Translation(source, target, "en", locale, article=article) for source, target in pairs)
    memory.update(locale, article, digest, made)
