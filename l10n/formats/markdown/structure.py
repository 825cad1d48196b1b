"""Owns the block structure of a Markdown body: what must be equal before and after translation."""

from __future__ import annotations

import re
from hashlib import sha256

from l10n.formats.markdown import embedded
from l10n.formats.markdown.events import BLOCK_TAGS, BLOCKS, Event, Source, definitions, events

__all__ = ["skeleton"]

_BLOCK_TAG = re.compile(rf"</?(?:{BLOCK_TAGS})(?=[\s/>])", re.IGNORECASE)


def skeleton(body: str) -> tuple[str, ...]:
    """Return one item a block boundary, list marker, code block, HTML block and link reference definition."""
    source = Source(body)
    rows: list[str] = []
    verbatim: list[str] | None = None
    for event in events(source.text):
        if verbatim is not None and event.op in {"Text", "Html", "InlineHtml"}:
            verbatim.append(event.data)
        elif event.op == "Start" and event.name in BLOCKS:
            rows.append(_opened(event))
            verbatim = [] if event.name in {"CodeBlock", "HtmlBlock"} else None
        elif event.op == "End" and event.name in BLOCKS:
            if verbatim is not None:
                text = "".join(verbatim)
                rows += [_digest(text)] if event.name == "CodeBlock" else embedded.skeleton(text)
                verbatim = None
            rows.append(f"/{event.name}")
        elif event.op == "InlineHtml":
            tag = _BLOCK_TAG.match(event.data)
            rows += [f"tag {tag[0].lower()}"] if tag else []
        elif event.op == "TaskListMarker":
            rows.append(f"box {event.data}")
        elif event.op == "Rule":
            rows.append("rule")
    rows += [f"definition {item.label.casefold()} {item.url}" for item in definitions(source.text)]
    return tuple(rows)


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _opened(event: Event) -> str:
    """Name a block with what a translation must not change of it."""
    detail = event.data
    if event.name == "Heading":
        attributes = [detail["id"] or "", *detail["classes"], *(f"{key}={value}" for key, value in detail["attrs"])]
        return " ".join(["Heading", detail["level"], *attributes]).rstrip()
    return event.name if detail is None else f"{event.name} {detail}"
