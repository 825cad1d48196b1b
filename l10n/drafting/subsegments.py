"""Owns drafts that are put together: the sentences the memory knows, and an engine's for the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from l10n.model import Key
from l10n.text.sentences.align import joiner
from l10n.text.sentences.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from l10n.drafting.jobs import Brief, DraftJob
    from l10n.protocols import Format, Memory

__all__ = ["Subsegments", "plan"]


@dataclass(frozen=True, slots=True)
class Subsegments:
    """A text of which the memory knows some sentences."""

    parts: tuple[str | DraftJob, ...]
    """In the order of the text: known translations, and jobs for what stands between them."""
    joint: str
    """What stands between two sentences in the target language."""

    @property
    def asked(self) -> tuple[DraftJob, ...]:
        """The jobs an engine has to do."""
        return tuple(part for part in self.parts if not isinstance(part, str))

    def join(self, answers: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Return the whole translation, and where in it people's words stand; `answers[i]` is the one of `asked[i]`."""
        rest = iter(answers)
        text, known = "", []
        for at, part in enumerate(self.parts):
            text += self.joint if at else ""
            if isinstance(part, str):
                known.append((len(text), len(text) + len(part)))
            text += part if isinstance(part, str) else next(rest).strip()
        return text, tuple(known)


def plan(job: DraftJob, memory: Memory, brief: Brief) -> Subsegments | None:
    """Return how a text is put together; None where the memory knows no sentence of it, or markup goes across.

    Neighbouring unknown sentences are one job: an engine joins them better than we do.
    """
    text = job.key.text
    places = [_trimmed(text, start, end) for start, end in sentences(text, brief.source)]
    if len(places) < 2 or not _cut_clean(text, brief.format_of(job.format), places):  # noqa: PLR2004  a single sentence is the text itself
        return None
    known = [answer.text for _, answer in memory.by_sentence(text, brief.source, brief.locale)]
    if len(known) != len(places) or all(one is None for one in known) or None not in known:
        return None
    parts: list[str | DraftJob] = []
    for unknown, group in groupby(zip(places, known, strict=True), key=lambda one: one[1] is None):
        run = list(group)
        if unknown:
            start, end = run[0][0][0], run[-1][0][1]
            parts.append(
                replace(job, key=Key(text[start:end]), before=text[:start] or job.before, after=text[end:] or job.after)
            )
        else:
            parts += [target for _, target in run if target is not None]
    return Subsegments(tuple(parts), joiner(brief.locale))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _cut_clean(text: str, fmt: Format, places: Iterable[tuple[int, int]]) -> bool:
    """Tell whether each sentence has its own markup whole, read alone as it is read in the text, and no line break."""
    if "\n" in text:
        return False
    spans = fmt.inline(text)
    for start, end in places:
        inside = [(span.start - start, span.end - start, span.kind) for span in spans if start <= span.start < end]
        if inside != [(span.start, span.end, span.kind) for span in fmt.inline(text[start:end])]:
            return False
    return True
