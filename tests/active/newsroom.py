"""Owns a project whose reviewed texts are attacks, and what `l10n build` publishes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n import api
from tests.active.articles import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.active.articles import Attack
    from tests.active.model import Article

__all__ = ["published"]

CONFIG = """[tool.l10n]
locales = ["ko"]
fallback = "english"
engines = []
code-comments = true
front-matter = ["hero.*", "features[].*", "cover.alt"]
shortcode-text = ["text"]
text-props = ["heading"]
[[tool.l10n.section]]
path = "s/**"
segmentation = "sentence"
"""


def published(root: Path, article: Article, attacks: Iterable[Attack | None]) -> list[str]:
    """Build the article once for each attack; none is the harmless translation.

    Where nothing is published, as of a catalogue with a NUL character, the text is empty.
    """
    folder, _, ending = article.path.rpartition("/")
    names: list[str] = []
    for number, attack in enumerate(attacks):
        names.append(f"{folder}/{number}{ending}".lstrip("/"))
        texts = dict(attack.texts) if attack else {}
        for path, text in (
            (f"articles/{names[-1]}", article.source),
            (f"locales/ko/{names[-1]}.po", catalogue(article, texts)),
        ):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode())
    (root / "pyproject.toml").write_text(CONFIG)
    api.Project.open(root).build()
    built = [root / "build" / "ko" / name for name in names]
    return [path.read_bytes().decode() if path.exists() else "" for path in built]
