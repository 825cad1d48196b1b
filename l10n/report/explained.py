"""Owns telling what was published in the place of each text of an article, and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from l10n.report.excerpt import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.model import Explained

__all__ = ["fields", "listed"]

_SNIPPET = 72
"""Columns of a text that are shown to find it again."""


def listed(articles: Iterable[Explained]) -> str:
    """Return, for each localized article, whether it is published, two lines a text, and how many there are of each."""
    return "\n".join("\n".join(_lines(one)) + "\n" for one in articles)


def fields(articles: Iterable[Explained]) -> list[dict[str, Any]]:
    """Return the same for programs."""
    return [
        {
            "article": one.article,
            "locale": one.locale,
            "path": one.path,
            "policy": one.policy,
            "fallback": one.fallback,
            "held": one.held,
            "counts": dict(Counter(text.shown for text in one.texts)),
            "segments": [
                {"line": text.line, "shown": text.shown, "why": text.why, "msgid": text.source, "text": text.text}
                for text in one.texts
            ],
        }
        for one in articles
    ]


def _lines(one: Explained) -> Iterator[str]:
    state = f"held: {one.held}" if one.held else "published"
    yield f"{one.path}: {state} (policy `{one.policy}`, fallback `{one.fallback}`)"
    for text in one.texts:
        yield f"  line {text.line}: {text.shown}: {text.why}"
        yield f"      {shortened(text.text or text.source, _SNIPPET)}"
    counts = Counter(text.shown for text in one.texts)
    told = ", ".join(f"{number} {shown}" for shown, number in counts.most_common())
    yield f"{len(one.texts)} segment{'s' * (len(one.texts) != 1)}: {told}" if one.texts else "no segments"
