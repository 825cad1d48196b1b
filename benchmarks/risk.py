"""Measures the risk of drafts: of those it ranks highest, how many are among the worst by chrF.

Usage: python benchmarks/risk.py [--even]; the corpus folder is `L10N_CORPUS`, by default `../shared/corpus` seen from
the project. Each engine's answers in `flores-mt` are drafts, scored without the human text; `second` is the score
where another engine's answer is known too (Google's; for Google Microsoft's), `alone` the one without. The worst tenth
has the lowest chrF (Popović 2015, n = 6, β = 2) against the human text. A row tells how often a draft of the riskiest
tenth is in the worst one, in parts of what chance gives. The weights were fitted on the sentences of even number, so
those of odd number are measured; `--even` measures the others. Exits 1 where `second` is under 3.0 in a row.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from l10n import checks
from l10n.model import Severity
from l10n.protocols import Pair
from l10n.text.risk import Draft, risk

if TYPE_CHECKING:
    from collections.abc import Sequence

CORPUS = Path(os.environ.get("L10N_CORPUS", Path(__file__).parent.parent.parent / "shared" / "corpus"))
LOCALES = {"ko": "ko", "ja": "ja", "zh": "zh_CN", "es": "es", "de": "de"}
ENGINES = ("google", "microsoft", "firefox", "firefox-tiny", "argos", "nllb", "opusmt")
NAMES = {name: name.partition("-")[0] for name in ENGINES[:4]} | {"argos": "libre"}
"""What the program calls an engine, where it has it."""
TARGET = 3.0
TENTH = 10
ORDER, BETA = 6, 2


def chrf(text: str, human: str) -> float:
    """Return the character n-gram F-score, 0…1: precision and recall are means over the orders that both texts have."""
    precisions: list[float] = []
    recalls: list[float] = []
    for size in range(1, ORDER + 1):
        here, there = _pieces(text, size), _pieces(human, size)
        if here and there:
            common = (here & there).total()
            precisions.append(common / here.total())
            recalls.append(common / there.total())
    if not any(precisions):
        return 0.0
    precision, recall = mean(precisions), mean(recalls)
    return (1 + BETA**2) * precision * recall / (BETA**2 * precision + recall)


def _pieces(text: str, size: int) -> Counter[str]:
    letters = "".join(text.split())
    return Counter(letters[at : at + size] for at in range(len(letters) - size + 1))


def lift(scores: Sequence[float], quality: Sequence[float]) -> float:
    """Return how many of the tenth of the highest scores are in the tenth of the lowest quality, by chance 1.0."""
    places = range(len(scores))
    some = len(scores) // TENTH
    riskiest = sorted(places, key=lambda at: -scores[at])[:some]
    worst = set(sorted(places, key=lambda at: quality[at])[:some])
    return sum(at in worst for at in riskiest) / some * TENTH


def measured(rows: Sequence[dict[str, str]], engine: str, locale: str) -> tuple[float, float]:
    """Return the lift with another engine's answer and without."""
    second = "google" if engine != "google" else "microsoft"
    rows = [row for row in rows if row.get(engine)]
    warned = Counter(
        index
        for index, rule, flaw in checks.inspect([Pair(row["en"], row[engine], locale, draft=True) for row in rows])
        if (flaw.severity or rule.severity) is not Severity.INFO
    )
    drafts = [
        Draft(row["en"], row[engine], locale, "en", NAMES.get(engine, ""), warned[at]) for at, row in enumerate(rows)
    ]
    quality = [chrf(row[engine], row["human"]) for row in rows]
    known = [risk(draft, (row[second],)).score for draft, row in zip(drafts, rows, strict=True)]
    return lift(known, quality), lift([risk(draft).score for draft in drafts], quality)


def main() -> int:
    """Print the table; return 1 where the target is missed."""
    begin = 0 if "--even" in sys.argv[1:] else 1
    print(f"{'locale':8}{'engine':14}{'second':>8}{'alone':>8}")
    found: list[tuple[float, float]] = []
    for name, locale in LOCALES.items():
        lines = (CORPUS / "flores-mt" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines][begin::2]
        for engine in ENGINES:
            if engine in rows[0]:
                found.append(measured(rows, engine, locale))
                low = "" if found[-1][0] >= TARGET else "  under the target"
                print(f"{locale:8}{engine:14}{found[-1][0]:8.1f}{found[-1][1]:8.1f}{low}", flush=True)
    print(f"{'mean':22}{mean(one for one, _ in found):8.1f}{mean(one for _, one in found):8.1f}")
    reached = sum(one >= TARGET for one, _ in found)
    print(f"{reached} of {len(found)} at {TARGET} or more; the deviation of a row by chance is about 0.6")
    return int(reached < len(found))


if __name__ == "__main__":
    sys.exit(main())
