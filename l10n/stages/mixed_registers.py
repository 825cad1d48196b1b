"""Owns telling which articles have drafts at more than one level of speech, where nobody chose one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n import languages
from l10n.drafting.drafters import drafter
from l10n.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from l10n.drafting.jobs import DraftOutcome

__all__ = ["mixed"]

_PROSE = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.FOOTNOTE, Kind.ASIDE})


def mixed(locale: str, outcomes: Iterable[DraftOutcome]) -> Iterator[str]:
    """Yield a notice for each article whose drafts of this run mix registers that could be turned to one."""
    prose: dict[str, list[str]] = {}
    for one in outcomes:
        job = one.job
        said = one.text and not drafter(one.engine).disguised
        if said and not (job.register or job.spoken) and job.kind in _PROSE:
            prose.setdefault(job.article, []).append(one.text)
    register = languages.of(locale).register if prose else None
    for article, texts in prose.items():
        odd = {index for index, _ in register.strays(texts)} if register else set()
        if odd and register:
            levels = " or ".join(f'"{name}"' for name in register.LEVELS)
            yield (
                f"{locale}: {article}: {len(odd)} of {len(texts)} drafts are in another register than the rest; "
                f"`register` in pyproject.toml turns them to one ({levels})"
            )
