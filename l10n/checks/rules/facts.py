"""Owns the rules about facts that must survive translation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from l10n import languages
from l10n.checks.rules import figures
from l10n.model import Flaw, Severity
from l10n.protocols import Example, Rule
from l10n.text import numbers
from l10n.text.facts import (
    acronyms,
    bounds,
    directions,
    latin_names,
    money,
    negation,
    opposites,
    reworded,
    times,
    trends,
    units,
    who,
)
from l10n.text.identity import scripts
from l10n.text.sentences import align

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]


def _source(pair: Pair) -> str:
    return numbers.blank(pair.source, pair.source_spans)


def _target(pair: Pair) -> str:
    return numbers.blank(pair.target, pair.target_spans)


def _negation(pair: Pair) -> Iterator[Flaw]:
    if pair.locale == pair.source_locale:
        return
    source, target, locales = _source(pair), _target(pair), (pair.locale, pair.source_locale)
    word = reworded.denied_no_more(source, target, *locales)
    if word:
        yield Flaw(f"the source says “{word}”, the translation has no negative form")
    elif negation.denied(source, pair.source_locale):
        in_part = list(_denied_in_part(source, target, *locales))
        yield from in_part or _denied_vaguely(source, target, *locales)
    else:
        yield from _denied_anew(source, target, *locales)


def _denied_vaguely(source: str, target: str, locale: str, source_locale: str) -> Iterator[Flaw]:
    """Yield a negation that only a word may say which says something else as often."""
    plain = reworded.denied_no_more(source, target, locale, source_locale, plainly=True)
    if plain:
        said = f"the source says “{plain}”, the translation has no plain negative form"
        yield Flaw(said, severity=Severity.INFO)


def _denied_anew(source: str, target: str, locale: str, source_locale: str) -> Iterator[Flaw]:
    """Yield the first negation that is new in a translation, sentence by sentence where they pair."""
    if not negation.may_add(target, locale):
        return
    for one, other in align.beside(source, target, source_locale, locale) or ((source, target),):
        new = negation.added(one, other, locale, source_locale)
        if new:
            start = target.find(other) + new.start()
            said = f"the translation says “{new.group().strip()}”, nothing in the source denies it"
            yield Flaw(said, start, start + len(new.group()))
            return


def _denied_in_part(source: str, target: str, locale: str, source_locale: str) -> Iterator[Flaw]:
    """Yield the first negation that is lost while the text has another one, sentence by sentence where they pair."""
    for one, other in align.beside(source, target, source_locale, locale) or ((source, target),):
        word = reworded.denied_no_more(one, other, locale, source_locale)
        less = reworded.denied_less(one, other, locale, source_locale)
        if word:
            yield Flaw(f"the source says “{word}” in a sentence, whose translation has no negative form")
            return
        if less:
            said = ", ".join(f"“{found}”" for found in less[0])
            yield Flaw(f"the source negates {len(less[0])} times ({said}), the translation {less[1]}")
            return


def _direction(pair: Pair) -> Iterator[Flaw]:
    yield from directions.swaps(_source(pair), _target(pair), pair.locale, pair.source_locale)
    yield from trends.turned_round(_source(pair), _target(pair), pair.locale, pair.source_locale)


def _bound(pair: Pair) -> Iterator[Flaw]:
    return bounds.turned(_source(pair), _target(pair), pair.locale, pair.source_locale)


def _opposite(pair: Pair) -> Iterator[Flaw]:
    return opposites.turned(_source(pair), _target(pair), pair.locale, pair.source_locale)


def _office(pair: Pair) -> Iterator[Flaw]:
    return who.other_office(_source(pair), _target(pair), pair.locale, pair.source_locale)


def _country(pair: Pair) -> Iterator[Flaw]:
    return who.other_country(_source(pair), _target(pair), pair.locale, pair.source_locale)


def _tense(pair: Pair) -> Iterator[Flaw]:
    source, target, locales = _source(pair), _target(pair), (pair.locale, pair.source_locale)
    turned = list(who.other_tense(source, target, *locales))
    yield from turned
    if turned or not who.may_be_over(source, target, *locales):
        return
    for one, other in align.beside(source, target, *reversed(locales)) or ((source, target),):
        found = who.over(one, other, *locales)
        if found:
            start = target.find(other)
            yield replace(found, start=start + found.start, end=start + found.end)
            return


def _time(pair: Pair) -> Iterator[Flaw]:
    texts = _source(pair), _target(pair)
    yield from times.moved(*texts, pair.locale, pair.source_locale)
    locales = languages.of(pair.source_locale), languages.of(pair.locale)
    for find, half in ((numbers.early, "before"), (numbers.late, "after")):
        for time, start, end in find(*texts, locales):
            told = f"the source says “{texts[0][time.start : time.end]}”, the translation “{texts[1][start:end]}”"
            yield Flaw(f"{told}, which is {half} noon", start, end)


def _currency(pair: Pair) -> Iterator[Flaw]:
    found = money.other_currency(_source(pair), _target(pair), pair.locale, pair.source_locale)
    if found:
        yield found


def _unit(pair: Pair) -> Iterator[Flaw]:
    return units.other_units(_source(pair), _target(pair), pair.locale, pair.source_locale)


def _acronym(pair: Pair) -> Iterator[Flaw]:
    if "latin" in scripts.expected(pair.source_locale) and "latin" not in scripts.expected(pair.locale):
        for near, start, end in latin_names.unknown(_source(pair), _target(pair)):
            told = pair.target[start:end]
            if near:
                yield Flaw(f"{told} is not in the source, which has {near}", start, end)
            else:
                yield Flaw(f"{told} is not in the source", start, end, severity=Severity.INFO)
    elif "latin" in scripts.expected(pair.locale) & scripts.expected(pair.source_locale):
        for near, start, end in acronyms.respelt(_source(pair), _target(pair)):
            yield Flaw(f"{pair.target[start:end]} is not in the source, which has {near}", start, end)


def _name(pair: Pair) -> Iterator[Flaw]:
    alike = "latin" in scripts.expected(pair.locale)
    for near, start, end in latin_names.misspelt(_source(pair), _target(pair), latin=alike):
        yield Flaw(f"{pair.target[start:end]} is {near} in the source", start, end)


RULES = (
    *figures.RULES,
    Rule(
        id="negation",
        severity=Severity.WARNING,
        reason="A sentence that lost its `not` says the opposite, and so does one that got a `not`.",
        failing=(
            Example("The guards did not open the gate.", "경비병들이 문을 열었다."),
            Example("He did not pay. She did not ask.", "그는 돈을 내지 않았다. 그녀는 물었다."),
            Example("The guards opened the gate.", "경비병들이 문을 열지 않았다."),
        ),
        passing=(
            Example("The guards did not open the gate.", "경비병들이 문을 열지 않았다."),
            Example("No one was hurt in the fire.", "불이 났지만 모두 무사했다."),
            Example("They are not only tired but also hungry.", "그들은 지쳤고 배도 고프다."),
            Example("The gate stayed shut.", "문은 열리지 않았다."),
        ),
        find=_negation,
        facets=("negation",),
        of_source=("negation.clear",),
    ),
    Rule(
        id="direction",
        severity=Severity.WARNING,
        reason="North and south, up and down are easily exchanged, and then the place or the news is another.",
        failing=(
            Example("The train left for South Hamgyong Province.", "열차는 함경북도로 떠났다."),
            Example("It rained in the northern hills.", "남부 산간에 비가 내렸다."),
            Example("Catches fell 12 percent.", "어획량이 12% 늘었다."),
        ),
        passing=(
            Example("The train left for South Hamgyong Province.", "열차는 함경남도로 떠났다."),
            Example("South Korea agreed.", "한국이 동의했다."),
        ),
        find=_direction,
        facets=("directions",),
        of_source=("directions",),
    ),
    Rule(
        id="bound",
        severity=Severity.ERROR,
        reason="At least and at most, before and after are easily exchanged, and the figure beside them stays right.",
        failing=(
            Example("More than 300 boats left.", "배 300척 미만이 떠났다."),
            Example("At least 300 boats left.", "최대 300척의 배가 떠났다."),
            Example("Apply before May 3.", "5월 3일 이후에 신청하라."),
        ),
        passing=(
            Example("More than 300 boats left.", "배 300척 이상이 떠났다."),
            Example("No more than 300 boats left.", "떠난 배는 300척을 넘지 않았다."),
        ),
        find=_bound,
        facets=("bounds",),
        of_source=("bounds",),
    ),
    Rule(
        id="opposite",
        severity=Severity.WARNING,
        reason="A word that says the opposite turns the news round: denied and admitted, won and lost.",
        failing=(
            Example("He denied the charge.", "그는 혐의를 인정했다."),
            Example("Catches fell last year.", "지난해 어획량이 늘었다."),
        ),
        passing=(
            Example("He denied the charge.", "그는 혐의를 부인했다."),
            Example("He did not deny the charge.", "그는 혐의를 인정했다."),
        ),
        find=_opposite,
        facets=("opposites.sides",),
        of_source=("opposites.sides",),
    ),
    Rule(
        id="office",
        severity=Severity.WARNING,
        reason="A president is no prime minister: with another office the news is about another person.",
        failing=(Example("The mayor thanked the crews.", "주지사는 선원들에게 감사를 전했다."),),
        passing=(Example("The mayor thanked the crews.", "시장은 선원들에게 감사를 전했다."),),
        find=_office,
        facets=("offices",),
        of_source=("offices",),
    ),
    Rule(
        id="country",
        severity=Severity.WARNING,
        reason="The news of another country is other news.",
        failing=(Example("The French crews went home.", "독일 선원들은 집으로 갔다."),),
        passing=(Example("The French crews went home.", "프랑스 선원들은 집으로 갔다."),),
        find=_country,
        facets=("countries",),
        of_source=("countries",),
    ),
    Rule(
        id="tense",
        severity=Severity.WARNING,
        reason="What is to come has not happened, and what has happened is not to come.",
        failing=(
            Example("The harbor will open on Monday.", "항구는 월요일에 문을 열었다."),
            Example("The harbor opened on Monday.", "항구는 월요일에 문을 열 예정이다."),
        ),
        passing=(Example("The harbor will open on Monday.", "항구는 월요일에 문을 열 예정이다."),),
        find=_tense,
        facets=("tenses",),
        of_source=("tenses",),
    ),
    Rule(
        id="time-word",
        severity=Severity.WARNING,
        reason="Another weekday, season, year or half of the day is a wrong date, though no figure has changed.",
        failing=(
            Example("The council met on Thursday.", "의회는 금요일에 모였다."),
            Example("The bridge opens next year.", "다리는 지난해 개통한다."),
            Example("The gate closes at 6:15 p.m.", "Das Tor schließt um 6.15 Uhr.", locale="de"),
        ),
        passing=(
            Example("The council met on Thursday.", "의회는 목요일에 모였다."),
            Example("The bridge opens next year.", "다리는 내년에 개통한다."),
        ),
        find=_time,
        facets=("times",),
        of_source=("times.told",),
    ),
    Rule(
        id="currency",
        severity=Severity.WARNING,
        reason="The same figure in another currency is another amount.",
        failing=(Example("It cost 300 dollars.", "비용은 300원이었다."),),
        passing=(
            Example("It cost 300 dollars.", "비용은 300달러였다."),
            Example("It cost 300 dollars.", "비용은 300달러(약 40만 원)였다."),
        ),
        find=_currency,
        facets=("currencies",),
        of_source=("currencies",),
    ),
    Rule(
        id="unit",
        severity=Severity.WARNING,
        reason="The same figure with another unit is another size, time or share.",
        failing=(Example("They walked 12 kilometers.", "그들은 12m를 걸었다."),),
        passing=(Example("They walked 12 kilometers.", "그들은 12km를 걸었다."),),
        find=_unit,
        facets=("units",),
        of_source=("units",),
    ),
    Rule(
        id="acronym-unknown",
        severity=Severity.WARNING,
        reason="An acronym that differs by a letter from that of the source names another body, or none.",
        failing=(Example("The MSS arrested two men.", "국가보위성(MMS)이 남성 두 명을 체포했다."),),
        passing=(Example("The MSS arrested two men.", "국가보위성(MSS)이 남성 두 명을 체포했다."),),
        find=_acronym,
    ),
    Rule(
        id="name-misspelt",
        severity=Severity.WARNING,
        reason="A name kept in Latin letters is written as in the source.",
        failing=(Example("He left Pyongyang.", "그는 평양(Pyongynag)을 떠났다."),),
        passing=(Example("He left Pyongyang.", "그는 평양(Pyongyang)을 떠났다."),),
        find=_name,
    ),
)
