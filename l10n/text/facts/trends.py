"""Owns whether a figure goes up or down, as news of markets and counts say it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n.text.numbers import values

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["turned_round"]

_UP = (
    "rose risen rises rise rising climbed climbs climbing gained gains jumped jumps grew grown grows increased "
    "increases advanced soared surged rallied added up"
)
_DOWN = (
    "fell fallen falls fall falling dropped drops declined declines decreased decreases slid slipped tumbled plunged "
    "plummeted shrank sank dipped shed lost down"
)
_BEFORE = re.compile(
    rf"\b(?:(?P<up>{'|'.join(_UP.split())})|(?P<down>{'|'.join(_DOWN.split())}))"
    r"(?: (?:by|of|to|about|around|roughly|some|nearly|almost|another|more than|over|just|only|a further))*"
    r" (?:US)?[$€£]?\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s?%| percent| per cent) (?:(?P<up>more|higher|increase|rise|gain)"
    r"|(?P<down>fewer|less|lower|decrease|drop|decline))\b(?! likely)"
)
_KOREAN = re.compile(
    r"[가-힣%㎞㎏㎜㎝㎡A-Za-z]{0,6}(?:\([^()]*\))?\s?(?:가량 |정도 |넘게 |이상 )?"
    r"(?:(?P<up>오[른르름]|올[라랐]|상승|증가|늘[어었고며어]|늘[고며]|급등|뛰[어었]|뛴|높[은아])"
    r"|(?P<down>내[린리림]|내[려렸]|하락|감소|줄[어었고며]|급락|떨어|떨구|낮[은아]))"
)
_RATE = re.compile(r"환율|약세|강세|절[상하]|가치|적자|손실|(?:달러|엔|유로)당|[/·](?:달러|엔|유로)")
"""Where a fall of one thing is told as the rise of another."""


def turned_round(source: str, target: str) -> Iterator[tuple[str, int, int]]:
    """Yield figures of a Korean text that fall where they rise in its English source, or the other way round.

    Each comes with the English word and the place of the Korean figure and its verb. Only figures count that stand once
    in each text, with the verb beside them in both.
    """
    if _RATE.search(target):
        return
    before, after = values(source, "en"), values(target, "ko")
    for number in before:
        lead = _BEFORE.search(source, max(0, number.start - 40), number.start)
        said = lead or _AFTER.match(source, number.end)
        same = [one for one in after if one.readings & number.readings] if said else []
        if said is None or len(same) != 1 or sum(bool(one.readings & number.readings) for one in before) != 1:
            continue
        told = _KOREAN.match(target, same[0].end)
        if told and (said["up"] is None) != (told["up"] is None):
            yield said["up"] or said["down"], same[0].start, told.end()
