"""Measures sentence segmentation: the golden rules, the news traps, news sentences glued together, and speed.

Run `python benchmarks/segmentation.py [CORPUS]`; the corpus folder defaults to `L10N_CORPUS` or `../shared/corpus`.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sentencex import segment as sentencex_segment  # type: ignore[import-untyped]  # the library ships no types

from l10n.text.sentences.segmentation import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
LISTS = range(31, 41)
"""Golden rules about list markers, which a format takes away before sentences are cut."""


def ours(text: str) -> list[str]:
    """Cut by l10n."""
    return [text[start:end] for start, end in sentences(text)]


def bare(text: str) -> list[str]:
    """Cut by l10n without the quotation rule."""
    return [text[start:end] for start, end in sentences(text, whole_quotations=False)]


def sentencex(text: str) -> list[str]:
    """Cut by sentencex alone."""
    return [piece for found in sentencex_segment("en", text) if (piece := found.strip())]


CUTTERS: dict[str, Callable[[str], list[str]]] = {"l10n": ours, "l10n, quotations cut": bare, "sentencex": sentencex}


def main() -> None:
    """Print one line a measurement."""
    default = os.environ.get("L10N_CORPUS", str(ROOT.parent / "shared" / "corpus"))
    corpus = Path(sys.argv[1] if sys.argv[1:] else default)
    traps = (ROOT / "tests" / "data" / "segmentation" / "news-traps.txt").read_text(encoding="utf-8").splitlines()
    cases = [line.split(" ¦ ") for line in traps if not line.startswith("#")]
    golden = corpus / "segmentation" / "english-golden-rules.json"
    if golden.is_file():
        rules = json.loads(golden.read_text(encoding="utf-8"))
        measure_golden([rule for rule in rules if rule["rule"] not in LISTS])
    for name, cut in CUTTERS.items():
        right = sum(cut(" ".join(trap)) == trap for trap in cases)
        print(f"news traps          {name:22} {right}/{len(cases)}")
    news = corpus / "ntrex-news" / "news.jsonl"
    if news.is_file():
        rows = [json.loads(line) for line in news.read_text(encoding="utf-8").splitlines()]
        measure_news(rows)
        measure_unclosed([row["eng"].strip() for row in rows])


def measure_golden(rules: list[dict[str, object]]) -> None:
    """Count the golden rules of prose that hold."""
    for name, cut in CUTTERS.items():
        right = sum(cut(str(rule["text"])) == rule["sentences"] for rule in rules)
        print(f"golden prose rules  {name:22} {right}/{len(rules)}")


def measure_news(rows: list[dict[str, str]]) -> None:
    """Glue the segments of each news document and count how many of its borders are found again, and the speed."""
    documents: dict[str, list[str]] = {}
    for row in rows:
        documents.setdefault(row["doc"], []).append(row["eng"].strip())
    for name, cut in CUTTERS.items():
        found = wanted = extra = 0
        began = time.perf_counter()
        for segments in documents.values():
            starts = borders(segments)
            got = borders(cut(" ".join(segments)))
            wanted += len(starts)
            found += len(starts & got)
            extra += len(got - starts)
        size = sum(len(text) for segments in documents.values() for text in segments)
        speed = size / (time.perf_counter() - began) / 1e6
        print(f"news borders        {name:22} {found}/{wanted} found, {extra} more; {speed:.1f} MB/s")


def measure_unclosed(texts: list[str]) -> None:
    """Glue seven segments of news, one mark of a quotation lost, and count the borders found and those that are none.

    Cuts that a segment has by itself are not counted.
    """
    whole = [text for text in texts if text[-1] in '.!?"' and text.count('"') % 2 == 0]
    quoting = [text for text in whole if '"' in text]
    chance = random.Random(7)  # noqa: S311  chooses samples, no secrets
    for lost, name in enumerate(("opening mark lost", "closing mark lost")):
        for cutter, cut in CUTTERS.items():
            found = wanted = right = got = 0
            for _ in range(300):
                segments = [*chance.sample(whole, 5), *chance.sample(quoting, 2)]
                places = [mark.start() for mark in re.finditer('"', segments[-1])][lost::2]
                place = chance.choice(places)
                segments[-1] = segments[-1][:place] + segments[-1][place + 1 :]
                chance.shuffle(segments)
                starts, seen = borders(segments), borders(cut(" ".join(segments)))
                alone, offset = set(starts), 0
                for one in segments:
                    alone |= {offset + start for start in borders(bare(one))}
                    offset += len(one) + 1
                found, wanted = found + len(starts & seen), wanted + len(starts)
                right, got = right + len(seen & alone), got + len(seen)
            print(f"{name:19} {cutter:22} recall {found / wanted:.3f}, precision {right / got:.3f}")


def borders(pieces: list[str]) -> set[int]:
    """Return where each piece but the first begins when the pieces stand one space apart."""
    starts, place = set(), 0
    for piece in pieces[:-1]:
        place += len(piece) + 1
        starts.add(place)
    return starts


if __name__ == "__main__":
    main()
