"""Owns the texts of an article as data: what stands in each language, why, and what is known of it."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from l10n.model import State
from l10n.report.dashboard.embedding import embedded
from l10n.text.sentences.changes import changes

if TYPE_CHECKING:
    from l10n.model import ArticleDetail, LocaleDetail, Origin, Standing, TextDetail

__all__ = ["file_of", "is_file", "texts"]

_ENDING = ".js"
_CALL = 'l10nTexts("'
"""What such a file begins with: it hands its texts to the page."""


def texts(one: ArticleDetail) -> str:
    """Return the texts of an article as JSON for a script."""
    first = next((here.texts for here in one.locales.values()), ())
    return embedded(
        {
            "article": one.article,
            "source": [_source(text.standing) for text in first],
            "locales": [[name, _locale(here)] for name, here in one.locales.items()],
        }
    )


def file_of(told: str) -> tuple[str, str]:
    """Return the name of the file that has the texts of an article, by what it has, and all that is written in it."""
    name = blake2b(told.encode(), digest_size=12).hexdigest()
    return f"{name}{_ENDING}", f'{_CALL}{name}",{told});\n'


def is_file(name: str, text: str) -> bool:
    """Tell whether a file has such texts, so that it may be removed."""
    return name.endswith(_ENDING) and text.startswith(f'{_CALL}{name.removesuffix(_ENDING)}",')


def _source(one: Standing) -> list[Any]:
    return [one.line, one.kind, one.prominence, one.words, one.key.text]


def _locale(one: LocaleDetail) -> dict[str, Any]:
    return {"held": one.held, "texts": [_text(text) for text in one.texts]}


def _from(origin: Origin) -> str:
    return f"{'drafted by' if origin.drafted else 'imported from'} {origin.by}"


def _text(one: TextDetail) -> dict[str, Any]:
    """Return a text; what there is nothing to say of is left out."""
    standing = one.standing
    stale = standing.state is State.STALE
    told = {
        "state": standing.substate,
        "text": one.target,
        "from": _from(standing.origin) if standing.origin else "",
        "reviewer": standing.reviewer,
        "urgent": list(standing.urgent),
        "changes": [[change.side, change.text] for change in changes(one.before, standing.key.text)]
        if stale and one.before
        else [],
        "shown": one.shown,
        "why": one.why,
    }
    return {name: value for name, value in told.items() if value not in ("", [])}
