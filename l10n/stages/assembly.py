"""Owns drafts that are put together: the sentences the memory knows, and an engine's for the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from l10n.model import Key, Span
from l10n.text.sentences.align import joiner
from l10n.text.sentences.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from l10n.protocols import Format, Memory
    from l10n.stages.chain import Job

__all__ = ["Assembly", "plan"]


@dataclass(frozen=True, slots=True)
class Assembly:
    """A text of which the memory knows some sentences."""

    parts: tuple[str | Job, ...]
    """In the order of the text: known translations, and jobs for what stands between them."""
    joint: str
    """What stands between two sentences in the target language."""

    @property
    def asked(self) -> tuple[Job, ...]:
        """The jobs an engine has to do."""
        return tuple(part for part in self.parts if not isinstance(part, str))

    def join(self, answers: Sequence[str]) -> str:
        """Return the whole translation; `answers[i]` is the one of `asked[i]`."""
        rest = iter(answers)
        return self.joint.join(part if isinstance(part, str) else next(rest).strip() for part in self.parts)


def plan(job: Job, fmt: Format, memory: Memory, locales: tuple[str, str]) -> Assembly | None:
    """Return how a text is put together; None where the memory knows no sentence of it, or markup goes across.

    `locales` are those of source and target. Neighbouring unknown sentences are one job: an engine joins them better
    than we do.
    """
    text = job.key.text
    places = [_trimmed(text, start, end) for start, end in sentences(text, locales[0])]
    if len(places) < 2 or not _cut_clean(text, fmt, places):  # noqa: PLR2004  a single sentence is the text itself
        return None
    known = [answer.text for _, answer in memory.by_sentence(text, *locales)]
    if len(known) != len(places) or all(one is None for one in known) or None not in known:
        return None
    parts: list[str | Job] = []
    for unknown, group in groupby(zip(places, known, strict=True), key=lambda one: one[1] is None):
        run = list(group)
        if unknown:
            start, end = run[0][0][0], run[-1][0][1]
            parts.append(
                replace(job, key=Key(text[start:end]), before=text[:start] or job.before, after=text[end:] or job.after)
            )
        else:
            parts += [target for _, target in run if target is not None]
    return Assembly(tuple(parts), joiner(locales[1]))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _cut_clean(text: str, fmt: Format, places: Iterable[tuple[int, int]]) -> bool:
    """Tell whether each sentence has its own markup whole, read alone as it is read in the text, and no line break."""
    if "\n" in text:
        return False
    spans = fmt.inline(text)
    for start, end in places:
        inside = tuple(
            Span(span.start - start, span.end - start, span.kind) for span in spans if start <= span.start < end
        )
        if inside != tuple(fmt.inline(text[start:end])):
            return False
    return True
