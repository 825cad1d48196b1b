"""Owns the rules about stray characters around and between words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n import languages
from l10n.model import Flaw, Severity
from l10n.protocols import Example, Rule
from l10n.text.punctuation import characters
from l10n.text.punctuation.characters import mask
from l10n.text.punctuation.mojibake import misread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from l10n.protocols import Pair

__all__ = ["RULES"]

_RUN = re.compile(r"(?<=[^ \n])  +(?=[^ \n])")


def _wide(pair: Pair) -> bool:
    """Tell whether marks are wide in the language of a translation."""
    return languages.of(pair.locale).has("marks.wide")


def _white_space(pair: Pair) -> Iterator[Flaw]:
    text, source = pair.target, pair.source
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    if first and source == source.lstrip():
        yield Flaw("the translation begins with white space", 0, first, fix="")
    if last < len(text) and source == source.rstrip():
        yield Flaw("the translation ends with white space", last, len(text), fix="")
    if "  " in text and not _RUN.search(source):
        for run in _RUN.finditer(mask(text, pair.target_spans)):
            yield Flaw("two spaces in a row", *run.span(), fix=" ")
    if "\t" in text and "\t" not in source:
        yield Flaw("a tab in the text", text.index("\t"), text.index("\t") + 1)


def _nfc(pair: Pair) -> Iterator[Flaw]:
    yield from characters.decomposed(mask(pair.target, pair.target_spans))


def _jamo(pair: Pair) -> Iterator[Flaw]:
    for flaw in characters.jamo(mask(pair.target, pair.target_spans)):
        if pair.target[flaw.start : flaw.end] not in pair.source:
            yield flaw


def _zero_width(pair: Pair) -> Iterator[Flaw]:
    yield from characters.invisible(mask(pair.target, pair.target_spans), pair.source, pair.locale)


def _bidi(pair: Pair) -> Iterator[Flaw]:
    yield from characters.directions(pair.target, pair.source)


def _control(pair: Pair) -> Iterator[Flaw]:
    yield from characters.controls(pair.target, pair.source)


def _wide_space(pair: Pair) -> Iterator[Flaw]:
    if "\u3000" in pair.target and "\u3000" not in pair.source and not _wide(pair):
        yield from characters.wide_spaces(mask(pair.target, pair.target_spans))


def _full_width(pair: Pair) -> Iterator[Flaw]:
    text = mask(pair.target, pair.target_spans)
    yield from characters.half_width(text) if _wide(pair) else characters.full_width(text, pair.source, pair.locale)


def _mojibake(pair: Pair) -> Iterator[Flaw]:
    if pair.locale != pair.source_locale:  # else English in other letters, on purpose
        yield from misread(pair.target, pair.source, pair.locale)


_FINE = Example("The ship left.", "배가 떠났다.")

RULES = (
    Rule(
        id="white-space",
        severity=Severity.WARNING,
        reason="Stray white space shows in print and breaks the comparison of texts.",
        failing=(Example("The ship left.", "배가  떠났다."),),
        passing=(_FINE, Example("Run `a  b`.", "`a  b`를 실행한다.")),
        find=_white_space,
        finishes=True,
    ),
    Rule(
        id="nfc",
        severity=Severity.ERROR,
        reason="A syllable or an accent in pieces is not found by search, and many fonts draw it apart.",
        failing=(Example("The harbor opened.", "\u1112\u1161\u11bc구가 열렸다."),),
        passing=(Example("The harbor opened.", "항구가 열렸다."),),
        find=_nfc,
        finishes=True,
    ),
    Rule(
        id="jamo",
        severity=Severity.WARNING,
        reason="A lone Korean letter beside a syllable is a slip of the keyboard.",
        failing=(Example("The ship left.", "배가 떠났다ㅏ."),),
        passing=(_FINE, Example("A man named A laughed.", "ㄱ씨가 웃었다ㅋㅋ.")),
        find=_jamo,
    ),
    Rule(
        id="zero-width",
        severity=Severity.WARNING,
        reason="An invisible character comes from copying; it breaks search, counting and line breaks.",
        failing=(Example("The ship left.", "배가\u200b 떠났다."),),
        passing=(_FINE, Example("The ship left.", "کشتی می\u200cرفت.", locale="fa")),
        find=_zero_width,
        finishes=True,
    ),
    Rule(
        id="bidi",
        severity=Severity.ERROR,
        reason="A character that turns the direction of writing shows a text in another order than it is stored.",
        failing=(Example("The ship left.", "배가 \u202e떠났다."),),
        passing=(_FINE, Example("The ship left (Port 9).", "غادرت السفينة (Port 9)\u200f.", locale="ar")),
        find=_bidi,
    ),
    Rule(
        id="control",
        severity=Severity.ERROR,
        reason="A control or broken character is a box on the reader's screen, or a piece of a word that is lost.",
        failing=(Example("The ship left.", "배가 떠\ufffd다."),),
        passing=(_FINE,),
        find=_control,
    ),
    Rule(
        id="ideographic-space",
        severity=Severity.WARNING,
        reason="The wide space of Chinese and Japanese leaves a hole between words elsewhere.",
        failing=(Example("The ship left.", "배가\u3000떠났다."),),
        passing=(_FINE, Example("The ship left!", "船が出た！\u3000港は静かだ。", locale="ja")),
        find=_wide_space,
        finishes=True,
    ),
    Rule(
        id="full-width",
        severity=Severity.WARNING,
        reason="Full-width letters, digits and marks belong to Chinese and Japanese, whose stops and commas are wide.",
        failing=(
            Example("Prices rose 5%.", "물가가 5％ 올랐다."),
            Example("Stop!", "¡Alto！", locale="es"),
            Example("The ship left.", "船离开了.", locale="zh_CN"),
        ),
        passing=(
            Example("Prices rose 5%!", "물가가 5% 올랐다!"),
            Example("Stop!", "止まれ！", locale="ja"),
            Example("It has 1,000 nets.", "网有1,000张。", locale="zh_CN"),
        ),
        find=_full_width,
        finishes=True,
    ),
    Rule(
        id="mojibake",
        severity=Severity.ERROR,
        reason="Text that was read in the wrong encoding, or escaped twice, is rubbish on the reader's screen.",
        failing=(
            Example("“The ship left.”", "â€œ배가 떠났다.â€œ"),
            Example("The ship left.", "El barco zarpÃ³.", locale="es"),
            Example("Ships & ports", "배 &amp;amp; 항구"),
        ),
        passing=(
            Example("Ships &amp; ports", "배 &amp; 항구"),
            Example("At the café…", "« Au café»…", locale="fr"),
        ),
        find=_mojibake,
        finishes=True,
    ),
)
