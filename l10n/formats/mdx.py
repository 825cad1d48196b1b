"""Owns the format `mdx`: Markdown whose comments stand in braces, `{/* … */}`, as MDX 2 and later refuse HTML's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n.formats import markdown
from l10n.formats.markdown import encode, fill, inline, notices, skeleton

if TYPE_CHECKING:
    from l10n.model import Part
    from l10n.protocols import ParseOptions

__all__ = ["encode", "extensions", "fill", "inline", "name", "notices", "parse", "skeleton"]

name = "mdx"
extensions = (".mdx",)


def parse(source: str, options: ParseOptions) -> tuple[Part, ...]:
    """Cut an article as Markdown is cut; raise `ArticleError` with a line for front matter that cannot be read."""
    return markdown.parse(source, options, comment="mdx")
