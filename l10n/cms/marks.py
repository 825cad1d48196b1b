"""Owns the mark at the end of a post: which article it is, what was sent and what the site made of it.

WordPress lets no program add a field to posts that no plug-in knows, and a list of posts beside the project would be
missing in a fresh clone. So the post itself says what it is, in a block that editors keep and readers do not see: a
comment for whoever knows no blocks. It survives another address, title or text; where it is gone, the post is
somebody's own.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from l10n.model import Story

__all__ = ["PostMark", "PostText", "marked", "name", "read", "unmarked"]

_MARK = re.compile(r"<!--\s*wp:l10n/source\s+(\{[^<>]*\})\s*/-->")
_ESCAPED = {"--": "\\u002d\\u002d", "<": "\\u003c", ">": "\\u003e", "&": "\\u0026", '\\"': "\\u0022"}
"""How blocks write in their attributes what would end their comment or be read as a reference."""


_BETWEEN = re.compile(r">\s+<")
_SLASH = re.compile(r"(?<!\s)\s*/>")
_REFERENCE = re.compile(r"&#?\w{1,32};")


@dataclass(frozen=True, slots=True)
class PostText:
    """What a person reads and edits of a post, as it is kept: HTML, without the mark."""

    title: str
    excerpt: str
    content: str

    @property
    def digest(self) -> str:
        """What it is known by.

        What editors write in another way whenever they save does not count: white space between tags and at the edges,
        line ends, references that are characters as well, the slash in a tag.
        """
        plain = "\0".join(_plainly(text) for text in (self.title, self.excerpt, self.content))
        return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class PostMark:
    """What a post says of where it came from."""

    name: str
    """What names the article in its locale (`name`)."""
    sent: str
    """The digest of what was sent."""
    kept: str
    """The digest of what the site made of it: filters of a site may change what they are sent."""


def _plainly(text: str) -> str:
    one = _BETWEEN.sub("> <", _SLASH.sub(">", text.replace("\r\n", "\n")))
    return _REFERENCE.sub(lambda found: escape(unescape(found[0]), quote=False), one).strip()


def name(story: Story) -> str:
    """Return one word that no other article and locale has: what a post is looked for by."""
    return f"l10n-{hashlib.sha256(f'{story.locale}/{story.article}'.encode()).hexdigest()[:20]}"


def marked(content: str, mark: PostMark, story: Story) -> str:
    """Return the content of a post with its mark; the path and the locale are for people."""
    fields = {"id": mark.name, "article": story.article, "locale": story.locale, "sent": mark.sent, "kept": mark.kept}
    written = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    for plain, escaped in _ESCAPED.items():
        written = written.replace(plain, escaped)
    return f"{content.strip()}\n\n<!-- wp:l10n/source {written} /-->"


def read(content: str) -> PostMark | None:
    """Return the mark of a post; None where it has none that can be read, or several."""
    found = _MARK.findall(content)
    try:
        fields = json.loads(found[0]) if len(found) == 1 else None
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        return None
    values = [fields.get(key) for key in ("id", "sent", "kept")]
    return PostMark(*values) if all(isinstance(value, str) for value in values) else None  # type: ignore[arg-type]


def unmarked(content: str) -> str:
    """Return the content of a post without its mark and white space at its edges."""
    return _MARK.sub("", content).strip()
