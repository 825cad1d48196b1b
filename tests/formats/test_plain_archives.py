"""Plain text as newsrooms and archives hold it: running text is folded, lines with a meaning stay lines."""

from __future__ import annotations

import pytest

from l10n.formats import plain
from l10n.model import Segment, Segmentation
from l10n.protocols import ParseOptions
from tests.formats import archives

PARAGRAPHS = ParseOptions(Segmentation.PARAGRAPH)


def segments(source: str) -> list[Segment]:
    return [part for part in plain.parse(source, PARAGRAPHS) if isinstance(part, Segment)]


@pytest.mark.parametrize("kind", archives.KINDS)
def test_a_kind_of_text_is_cut_as_it_was_built(kind: str) -> None:
    for text in archives.texts(kind):
        assert tuple(one.key.text for one in segments(text.source)) == text.wanted
