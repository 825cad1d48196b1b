"""Owns what the lines of a block show by their looks: rules, columns, labels, verse, margins.

Each function looks at one kind of evidence, over all lines of a block, and knows no words.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.formats.plain.width import Line

__all__ = ["is_rule", "is_table", "is_verse", "labelled", "opening", "speaks"]

_GAP = re.compile(r"(?<=[^\s.!?:;,\"'”’)])(?:[ ]{2,}|[ ]*\t\s*|[ ]+\|[ ]*|[ ]*\|[ ]+)(?=\S)")
"""White space between two columns; after a full stop, typists write two spaces."""
_LABEL = re.compile(
    r"(?:[^\s:]{1,20}(?: [^\s:]{1,20}){0,2}:|[^\s.,;:]{1,12}(?: -| =| –|\)))[ \t]+(?=\S)|--?\w[\w-]*(?=[\s,=])"
)
"""A key and its mark: `To: `, `y - `, `--help`."""
_DASH = re.compile(r"[–—―] ?(?=[^\W\d_]|[“”\"'‘’«»„¿¡.…])")
_OPENING = "“”\"'‘’«»„¿¡([—–― "
_RULES = "-=~_*#+^|–—―·•."
_SMALL = 45
"""Characters that lines of verse stay below."""
_STANZA = 5
"""Lines that begin with a capital by chance in no language."""
_STEP = 2
"""Columns that a margin moves by."""


def is_rule(text: str) -> bool:
    """Tell whether a line holds no words, but marks at both ends: what underlines, divides, or ends a story."""
    return text[0] in _RULES and text[-1] in _RULES and not any(map(str.isalpha, text)) and len(text) > 1


def is_table(lines: Sequence[Line]) -> bool:
    """Tell whether white space inside of the lines stands in columns: cells begin, or end, below each other."""
    rows = [(line, list(_GAP.finditer(line.text))) for line in lines if not is_rule(line.text)]
    if len(rows) < 2:  # noqa: PLR2004 -- a column is two cells
        return False
    begun: Counter[int] = Counter()
    ended: Counter[int] = Counter()
    for line, gaps in rows:
        begun.update({line.indent + gap.end() for gap in gaps})
        edges = [line.indent + gap.start() for gap in gaps[1:]]
        ended.update({*edges, line.width} if gaps else ())
    most = max((*begun.values(), *ended.values()), default=0)
    return most >= 2 and most * 3 >= len(rows) * 2  # noqa: PLR2004 -- the same


def labelled(lines: Sequence[Line]) -> bool:
    """Tell whether lines begin with a key: the head of a letter, options, questions and answers."""
    keys = sum(_LABEL.match(line.text) is not None for line in lines)
    return keys >= 2 and keys * 3 >= len(lines) * 2  # noqa: PLR2004 -- one key is the beginning of a sentence


def speaks(text: str) -> bool:
    """Tell whether a line begins with the dash of a dialogue."""
    return _DASH.match(text) is not None


def is_verse(lines: Sequence[Line]) -> bool:
    """Tell whether each line begins with a capital, and the lines are short, or many."""
    if len(lines) < 3:  # noqa: PLR2004 -- two sentences begin two lines by chance
        return False
    heads = [line.text.lstrip(_OPENING)[:1] for line in lines]
    capital = all(head.isupper() or head.isdigit() for head in heads) and any(map(str.isupper, heads))
    return capital and (max(line.width for line in lines) < _SMALL or len(lines) >= _STANZA)


def opening(lines: Sequence[Line], filled: Sequence[bool]) -> frozenset[int]:
    """Return which lines open a paragraph by their margin; `filled` tells of each line but the last if it is full.

    Where the first line is indented and others are not, each indented one opens, and so it is where indented lines are
    full: they go on at the margin. Where two or more runs of lines hang below a line at the margin, that line opens.
    """
    margin = min(line.indent for line in lines)
    deep = [line.indent >= margin + _STEP for line in lines]
    back = frozenset(place for place, one in enumerate(deep) if place and not one and deep[place - 1])
    runs = sum(one and not deep[place - 1] for place, one in enumerate(deep) if place)
    if all(deep) or not (deep[0] or runs > 1):
        return frozenset()
    indented = deep[0] or sum(filled[place - 1] for place in back) * 2 > len(back)
    return frozenset(place for place, one in enumerate(deep) if one and place) if indented else back
