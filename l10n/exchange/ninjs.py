"""Owns a story as ninjs, the JSON in which news agencies exchange articles (IPTC, "News in JSON", 2.1).

Only what is known is said: a field that the article does not state is absent, and a day without its hour is no time.
Items are named by UUIDs that follow from the site, the article and the language, the same in every export.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Any

from l10n import locales

if TYPE_CHECKING:
    from l10n.model import Story

__all__ = ["ending", "written"]

ending = ".ninjs.json"
_VERSION = "2.1"
_STANDARD = {
    "name": "ninjs",
    "version": _VERSION,
    "schema": f"http://www.iptc.org/std/ninjs/ninjs-schema_{_VERSION}.json",
}
_SPACED = re.compile(r"\s+(?=[+-]\d\d:?\d\d\Z)|\s+(?=Z\Z)")
"""What YAML allows before the offset of a time."""


def written(story: Story, *, site: str, source: str) -> str:
    """Return a story as one line; `site` is the address that its articles are known by, `source` their language."""
    fields: dict[str, Any] = {
        "standard": _STANDARD,
        "uri": _uri(site, story.article, story.locale),
        "type": "text",
        "language": locales.tag(story.locale),
        "version": hashlib.sha256(f"{story.headline}\0{story.summary}\0{story.html}".encode()).hexdigest()[:12],
        "versioncreated": _time(story.date),
        "headlines": _texts(story.headline),
        "descriptions": _texts(story.summary),
        "by": ", ".join(story.by),
        "slugline": story.slug,
        "bodies": _texts(story.html, contenttype="text/html"),
        "altids": [{"role": "article", "value": story.article}],
        "associations": [
            {
                "name": "original",
                "uri": _uri(site, story.article, source),
                "type": "text",
                "language": locales.tag(source),
            }
        ],
        **_drafts(story),
    }
    return json.dumps({name: value for name, value in fields.items() if value}, ensure_ascii=False) + "\n"


def _uri(site: str, article: str, locale: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{site}{article}#{locales.tag(locale)}").urn


def _texts(value: str, **fields: str) -> list[dict[str, str]]:
    return [{**fields, "value": value}] if value else []


def _time(stated: str) -> str:
    """Return a time with its offset as RFC 3339 writes it; empty for a day, and for a time of no one place."""
    try:
        found = datetime.fromisoformat(_SPACED.sub("", stated))
    except ValueError:
        return ""
    return found.isoformat() if found.utcoffset() is not None else ""


def _drafts(story: Story) -> dict[str, Any]:
    """Return what an editor who receives the article has to know of machines' part in it."""
    stated = story.provenance
    if not stated:
        return {}
    engines = [name for name in stated.get("engine", "").split(", ") if name]
    note = (
        f"Machine translation ({stated.get('status', '')}) by {', '.join(engines)}; "
        f"{stated.get('reviewed', '0%')} of the words were reviewed by people."
    )
    return {"ednote": note, "infosources": [{"name": name} for name in engines]}
