"""Measures the checks as a Korean news desk meets them: silent on a good translation, loud on one planted error.

Usage: python benchmarks/checks_news.py; the corpus folder is `L10N_CORPUS`, by default `../shared/corpus` seen from
the project. Prints each alarm on the human translation, then for each planted error the rules that found it: a new
error or warning on its paragraph. Exits 1 where an error stands on the human text, or where fewer than 92 of 100
planted errors are found.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from l10n import checks, formats
from l10n.model import Kind, Severity, Term
from l10n.protocols import Pair, Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

CORPUS = Path(os.environ.get("L10N_CORPUS", Path(__file__).parent.parent.parent / "shared" / "corpus"))
TARGET = 0.92
SCOPES = (Scope.SEGMENT, Scope.ARTICLE, Scope.LOCALE)
GLOSSARY = (
    Term("Ministry of State Security", "국가보위성", variants=("보위성",), forbidden=("국가안보부",)),
    Term("MSS", "국가보위성", variants=("보위성", "보위원", "MSS"), forbidden=("국가안보부",)),
    Term("MSS agent", "보위원", variants=("국가보위성(MSS) 요원",)),
    Term("South Hamgyong Province", "함경남도"),
    Term("North Hamgyong Province", "함경북도"),
    Term("border guard", "국경경비대"),
    Term("source", "소식통"),
    Term("Party", "당", variants=("노동당",), case=True),
    Term("Daily NK", "데일리NK"),
    Term("Anti-Socialist Group", "비사회주의 그루빠", variants=("비사회주의 구루빠",)),
)


class Plant(NamedTuple):
    """An error put into one paragraph."""

    kind: str
    paragraph: int
    """From 1; the headline is the first."""
    old: str
    """A word of the translation; empty to drop the sentence numbered by `new`, from 1."""
    new: str

    def put(self, text: str) -> str:
        """Return the paragraph with the error; raises `ValueError` where the word is not there."""
        if not self.old:
            sentences = re.split(r"(?<=\.) ", text)
            del sentences[int(self.new) - 1]
            return " ".join(sentences)
        if self.old not in text:
            raise ValueError(f"paragraph {self.paragraph} has no {self.old}")
        return text.replace(self.old, self.new, 1)


def _nfd(word: str) -> str:
    return unicodedata.normalize("NFD", word)


PLANTS = (
    Plant("leftover English", 7, "요원들도", "agents들도"),
    Plant("leftover English", 10, "현장에서", "site에서"),
    Plant("leftover English", 8, "밀수꾼을", "smugglers를"),
    Plant("wrong particle", 3, "통제를", "통제을"),
    Plant("wrong particle", 4, "소식통은", "소식통는"),
    Plant("wrong particle", 5, "식량을", "식량를"),
    Plant("wrong particle", 6, "소식통은", "소식통가"),
    Plant("wrong particle", 6, "당으로부터", "당로부터"),
    Plant("wrong particle", 11, "국가는", "국가은"),
    Plant("wrong particle", 3, "성(MSS) 요원들 사이에서", "성(MSS)를 지키는 이들 사이에서"),
    Plant("NFD text", 3, "국가보위성", _nfd("국가보위성")),
    Plant("NFD text", 9, "휴대전화", _nfd("휴대전화")),
    Plant("register mix", 5, "전했다.", "전했습니다."),
    Plant("register mix", 10, "쫓겨났다.", "쫓겨났어요."),
    Plant("wrong province", 4, "함경남도", "함경북도"),
    Plant("wrong province", 8, "함경북도", "함경남도"),
    Plant("space before a particle", 4, "소식통은", "소식통 은"),
    Plant("space before a particle", 5, "식량을", "식량 을"),
    Plant("space before a particle", 6, "지시를", "지시 를"),
    Plant("lost negation", 8, "수 없게", "수 있게"),
    Plant("lost negation", 12, "수 없으니", "수 있으니"),
    Plant("lost negation", 6, "돌보지 못하게", "돌보게"),
    Plant("wrong number in a quotation", 6, "6개월", "8개월"),
    Plant("dropped sentence", 3, "", "2"),
    Plant("dropped sentence", 6, "", "3"),
    Plant("dropped sentence", 10, "", "2"),
    Plant("literal **", 3, "국가보위성(MSS)", "**국가보위성(MSS)**"),
    Plant("literal **", 9, "국경경비대원들은", "**국경경비대원들**은"),
    Plant("doubled word", 5, "지난해", "지난해 지난해"),
    Plant("doubled word", 9, "중국", "중국 중국"),
    Plant("wrong quotation marks", 4, "“보위원들이", '"보위원들이'),
    Plant("wrong quotation marks", 8, "“그나마", "”그나마"),
    Plant("term not from the glossary", 9, "국경경비대원들은", "변방수비대원들은"),
    Plant("term not from the glossary", 10, "비사회주의 그루빠", "반사회주의 조직"),
    Plant("term not from the glossary", 2, "데일리NK", "매일북한"),
    Plant("forbidden term", 3, "국가보위성", "국가안보부"),
    Plant("changed month", 4, "5월", "6월"),
    Plant("changed day", 4, "25일", "26일"),
    Plant("changed percentage", 5, "70%", "60%"),
    Plant("changed percentage", 5, "30%", "13%"),
    Plant("zero-width space", 7, "감시", "감\u200b시"),
    Plant("unclosed quote", 8, "됐다”고", "됐다고"),
    Plant("unclosed quote", 11, "“국가는", "국가는"),
    Plant("closing bracket lost", 10, "단속반]에", "단속반에"),
    Plant("closing bracket lost", 3, "(MSS)", "(MSS"),
    Plant("English sentence left", 7, "있다.", "있다. Nobody knows what will happen to them."),
    Plant("English sentence left", 11, "덧붙였다.", "덧붙였다. He did not say when it would end."),
)


def article() -> list[Pair]:
    """Return the paragraphs of the article with their human translation."""
    fmt = formats.load("plain")
    folder = CORPUS / "news-article"
    texts = [
        (folder / name).read_text(encoding="utf-8").strip().split("\n\n")
        for name in ("security-agents.txt", "security-agents.ko.txt")
    ]
    kinds = {0: Kind.HEADLINE, 1: Kind.CAPTION}
    return [
        Pair(
            source,
            target,
            "ko",
            fmt.inline(source),
            fmt.inline(target),
            kind=kinds.get(number, Kind.PARAGRAPH),
            terms=GLOSSARY,
            article="security-agents.txt",
        )
        for number, (source, target) in enumerate(zip(*texts, strict=True))
    ]


def alarms(pairs: Sequence[Pair]) -> set[tuple[int, Severity, str, str]]:
    """Return paragraph from 1, severity, rule and message of each alarm."""
    return {
        (index + 1, flaw.severity or rule.severity, rule.id, flaw.message)
        for index, rule, flaw in checks.inspect(pairs, scopes=SCOPES)
    }


def main() -> int:
    """Print the alarms and the planted errors; return 1 where the target is missed."""
    fmt = formats.load("plain")
    pairs = article()
    known = alarms(pairs)
    for paragraph, severity, rule, message in sorted(known):
        print(f"human text, paragraph {paragraph}: {severity} {rule}: {message}")
    errors = sum(severity is Severity.ERROR for _, severity, _, _ in known)
    warnings = sum(severity is Severity.WARNING for _, severity, _, _ in known)
    print(f"human text: {errors} errors, {warnings} warnings in {len(pairs)} paragraphs")
    found = 0
    for plant in PLANTS:
        changed = list(pairs)
        text = plant.put(pairs[plant.paragraph - 1].target)
        changed[plant.paragraph - 1] = replace(changed[plant.paragraph - 1], target=text, target_spans=fmt.inline(text))
        rules = {
            f"{rule} ({severity})"
            for paragraph, severity, rule, message in alarms(changed) - known
            if paragraph == plant.paragraph and severity is not Severity.INFO
        }
        found += bool(rules)
        print(
            f"{'found ' if rules else 'MISSED'} {plant.kind}, paragraph {plant.paragraph}: {', '.join(sorted(rules))}"
        )
    share = found / len(PLANTS)
    print(f"found {found} of {len(PLANTS)} planted errors, {share:.1%}; target {TARGET:.0%}")
    return int(bool(errors) or share < TARGET)


if __name__ == "__main__":
    sys.exit(main())
