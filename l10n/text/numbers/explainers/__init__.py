"""Owns the table of what accounts for numbers that differ, in the order in which it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.text.numbers.explainers import (
    accusers,
    conversions,
    dates,
    labels,
    parts,
    phrases,
    restated,
    unsaid,
    verbatim,
    worded,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.text.numbers.evidence import Evidence

__all__ = ["EXPLAINERS", "Explainer"]


@dataclass(frozen=True, slots=True)
class Explainer:
    """A rule that accounts for numbers, or accuses some that nothing else would."""

    name: str
    explain: Callable[[Evidence], Evidence]
    example: tuple[str, str, str]
    """A source in English, a locale, and a translation that this explainer makes right, or an accuser wrong."""
    always: bool = False
    """It is asked where every number is accounted for, too."""


EXPLAINERS: tuple[Explainer, ...] = (
    Explainer("verbatim", verbatim.verbatim, ("Take 1,2,3.", "es", "Toma 1,2,3.")),
    Explainer("articles", labels.articles, ("Group 3 won.", "ko", "3조가 이겼다.")),
    Explainer("phrases", phrases.phrases, ("Add 2½ cups.", "de", "Zweieinhalb Tassen zugeben.")),
    Explainer("fractions", phrases.fractions, ("Add 1 1/2 cups.", "ko", "1.5컵을 넣는다.")),
    Explainer("rows", labels.rows, ("Call 5 and 123.", "es", "Llame al 5 123.")),
    Explainer("idioms", phrases.idioms, ("It has half a million users.", "ko", "사용자가 50만 명이다.")),
    Explainer("weekdays", dates.weekdays, ("They met on Thursday.", "ko", "그들은 27일 만났다.")),
    Explainer("heights", conversions.heights, ("The 6-foot-6 player left.", "ko", "키 198cm의 선수가 떠났다.")),
    Explainer("conversions", conversions.conversions, ("It is 60 miles away.", "ko", "96km 떨어져 있다.")),
    Explainer("lengths", restated.lengths, ("It took 90 minutes.", "ko", "1시간 30분이 걸렸다.")),
    Explainer("months of days", restated.roughly, ("It took 60 days.", "ko", "두 달이 걸렸다.")),
    Explainer("lists", worded.lists, ("China, Japan and Korea agreed.", "ko", "한·중·일 3국이 합의했다.")),
    Explainer("compounds", worded.compounds, ("A 17-year-old left.", "pl", "Siedemnastolatek odszedł.")),
    Explainer("counted", restated.counted, ("He scored in the 88th minute.", "ko", "그는 후반 43분에 골을 넣었다.")),
    Explainer("shares", restated.shares, ("1 in 20 people smoke.", "ko", "국민의 5%가 담배를 피운다.")),
    Explainer("scores", labels.scores, ("She won 6-3 6-4.", "ko", "그녀는 2-0(6-3 6-4)으로 이겼다.")),
    Explainer("leads", labels.leads, ("He leads with 17 goals.", "ko", "그는 17골로 2위에 앞서 있다.")),
    Explainer("brackets", conversions.brackets, ("It costs $300.", "ko", "300달러(약 40만 원)다.")),
    Explainer("elsewhere", labels.elsewhere, ("See [the list](/2019/) now.", "ko", "2019년 목록을 보라.")),
    Explainer("clock signs", parts.clock_signs, ("It began at 19:30.", "da", "Det begyndte kl. 19.30.")),
    Explainer("parts", parts.parts, ("He ran it in 9.58 seconds.", "ko", "그는 9초58에 달렸다.")),
    Explainer("months", dates.months, ("They met on March 28.", "ko", "그들은 지난 28일 만났다.")),
    Explainer("events", dates.events, ("The uprising of 1980.", "ko", "5·18 민주화운동")),
    Explainer("ones", unsaid.ones, ("A boy fell.", "es", "Cayó 1 niño.")),
    Explainer("worded", unsaid.worded, ("There were 0 cases.", "ko", "발병 사례가 없었다.")),
    Explainer(
        "repeated", accusers.repeated, ("33 of the forty left.", "ko", "33명 가운데 33명이 떠났다."), always=True
    ),
    Explainer("other months", accusers.other_months, ("It opens in May.", "es", "Abre en junio."), always=True),
    Explainer("halves", accusers.halves, ("It opens at 6 p.m.", "ko", "오전 6시에 연다."), always=True),
    Explainer("upside down", accusers.upside_down, ("Two thirds left.", "ko", "2분의 3이 떠났다."), always=True),
)
"""The first that accounts for a number has it. Where two would, the order does not matter, save that what a text says
in words (`phrases`) comes before what depends on it, and what is seldom meant (`ones`, `worded`) after all the rest."""
