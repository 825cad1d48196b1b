"""Owns putting chosen texts into a document, save those that would do something there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.publish.alive import alive
from l10n.publish.fitting import fitting
from l10n.publish.glue import glue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from l10n.model import Document, Edition
    from l10n.protocols import Format

__all__ = ["STRUCTURE", "Rendered", "left_out", "render"]

STRUCTURE = "change the structure of the article"
"""What a text would do that does not stay in its place."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A localized article and what could not be put into it."""

    document: Document
    fmt: Format
    texts: Sequence[str | None]
    """What stands in the places of the segments; None where the source does."""
    refused: Mapping[int, str]
    """Index into `document.segments` of each text that stays out → what it would do; they are in English."""
    joint: str = " "
    edition: Edition | None = None

    @property
    def text(self) -> str:
        """Return the whole article, glued when it is asked for."""
        return glue(self.document, self.fmt, self.texts, joint=self.joint, edition=self.edition)


def render(
    document: Document, fmt: Format, texts: Sequence[str | None], *, joint: str = " ", edition: Edition | None = None
) -> Rendered:
    """Glue a document; a text that would change the structure when put in, or add something active, is left out.

    The structure is compared before slots are filled: filling one may add a block.
    """
    refused = left_out(document, fmt, texts, joint=joint)
    accepted = [None if index in refused else text for index, text in enumerate(texts)]
    return Rendered(document, fmt, accepted, refused, joint, edition)


def left_out(document: Document, fmt: Format, texts: Sequence[str | None], *, joint: str) -> dict[int, str]:
    """Return the index of each text that stays out of a document, with what it would do there (`Rendered.refused`)."""
    refused = dict(alive(document, fmt, texts, joint))
    wanted = [index for index, text in enumerate(texts) if text is not None and index not in refused]
    accepted = fitting(document, fmt, texts, wanted, joint=joint)
    return refused | {index: STRUCTURE for index in wanted if accepted[index] is None}
