"""Measures the guard on what engines really answered: the bad answers that were judged by reading, and all others.

Usage: python benchmarks/guard_judged.py [-v]; the corpus folder is `L10N_CORPUS`, by default `../shared/corpus` seen
from the project. guard_judged.tsv has a row for each answer of `flores-mt` that was read before the guard was asked and
found bad: locale, engine, line of the file from 1, and `english` (words left in English), `loop` or `half` (a sentence
or as much was lost). Prints how many of them are refused, then for each language and engine how many answers are.
With `-v` the refused answers of the engines that are to pass, by position and reason.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from checks import CORPUS

from l10n.drafting.guard import inspect
from l10n.formats import load

JUDGED = Path(__file__).with_suffix(".tsv")
CODES = {"zh": "zh_CN"}
LOCALES = ("ar", "de", "es", "fr", "id", "ja", "ko", "nl", "tr", "vi", "zh")
PASSING = ("human", "google", "microsoft", "firefox")


def rows(locale: str) -> list[dict[str, str]]:
    """Return the sentences of a language with all answers."""
    lines = (CORPUS / "flores-mt" / f"{locale}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def why(source: str, answer: str, locale: str) -> str:
    """Return why an answer is refused; empty where it is kept."""
    inline = load("plain").inline
    code = CODES.get(locale, locale)
    return inspect(source, answer, target_locale=code, source_spans=inline(source), target_spans=inline(answer))


def main() -> None:
    """Print the tables."""
    texts = {locale: rows(locale) for locale in LOCALES}
    bad: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    for line in JUDGED.read_text(encoding="utf-8").splitlines()[1:]:
        locale, engine, number, fault = line.split("\t")
        row = texts[locale][int(number) - 1]
        bad[fault] += 1
        refused[fault] += bool(why(row["en"], row.get(engine) or "", locale))
    print("judged bad, refused:", ", ".join(f"{fault} {refused[fault]}/{many}" for fault, many in bad.items()))
    for locale, found in texts.items():
        cells = []
        for engine in [name for name in found[0] if name != "en"]:
            told = [
                (at, said) for at, row in enumerate(found, 1) if (said := why(row["en"], row.get(engine) or "", locale))
            ]
            cells.append(f"{engine} {len(told)} = {len(told) / len(found):.2%}")
            if "-v" in sys.argv and engine in PASSING:
                for at, reason in told:
                    print(f"   {locale}:{engine}:{at}: {reason}")
        print(locale, *cells, sep="  ", flush=True)


if __name__ == "__main__":
    main()
