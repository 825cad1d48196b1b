"""Measures the memory: latency of a near match and its recall against brute force, on made-up news sentences.

    python benchmarks/memory.py [SEGMENTS] [--queries N] [--brute N] [--article N] [--built]
        [--clients N] [--postgres URL] [--verbose]

With `--postgres` the memory is in that database, an empty one, which gets its tables; `--clients` ask it at once then.
Sentences are drawn from a vocabulary with Zipf's distribution, seeded; a question is a sentence of the memory with a
word or two changed, or a sentence that is not there. Recall is the share of questions that brute force answers at all
to which the memory gives an answer of the same score or a better one.
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import random
import re
import statistics
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from l10n.memory import open_memory, open_shared
from l10n.memory.match import FLOOR, Candidate, Matcher
from l10n.model import Key, Request, Translation
from l10n.postgres import schema

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n.protocols import Memory

FUNCTION = tuple(
    re.findall(
        r"\w+",
        """the of and to a in that is was for on it with as he at by be from had his this said but not they are have an
    which or were their one has been its who will would there we all when more after about also""",
    )
)
SYLLABLES = tuple(
    re.findall(
        r"\w+",
        """ba be bo da den di fa fer ga go ha hol in ka kel la len lo ma mer mi na nor o pa per ra ri sa sen ta ter
    to u va ve""",
    )
)
VOCABULARY = 60_000


class News:
    """Draws sentences: four words in ten are function words, the others by Zipf; some numbers, some names."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  not for secrets
        words: dict[str, None] = {}
        while len(words) < VOCABULARY:
            stem = "".join(self.random.choices(SYLLABLES, k=self.random.choice((1, 2, 2, 3, 3, 4))))
            words[stem + self.random.choice("strnyd")] = None
        self.words = list(words)
        weights = [1 / (rank + 3) for rank in range(VOCABULARY)]
        self.cumulative = [0.0]
        for weight in weights:
            self.cumulative.append(self.cumulative[-1] + weight)
        self.cumulative.pop(0)

    def word(self) -> str:
        """Draw one word."""
        draw = self.random.random()
        if draw < 0.4:  # noqa: PLR2004
            return str(self.random.choice(FUNCTION))
        word: str = self.random.choices(self.words, cum_weights=self.cumulative)[0]
        if draw > 0.97:  # noqa: PLR2004
            return str(self.random.randint(2, 9999))
        return word.capitalize() if draw > 0.92 else word  # noqa: PLR2004

    def sentence(self) -> str:
        """Draw one sentence of 6 to 40 words."""
        count = min(40, max(6, round(self.random.lognormvariate(3.0, 0.4))))
        words = [self.word() for _ in range(count)]
        return f"The {' '.join(words)}."

    def changed(self, sentence: str) -> str:
        """Change, drop or add one or two lower-case words, or change a number."""
        words = sentence.split(" ")
        for _ in range(self.random.choice((1, 1, 2))):
            at = self.random.randrange(1, len(words) - 1)
            if words[at].isdigit():
                words[at] = str(self.random.randint(2, 9999))
            elif words[at].islower():
                act = self.random.random()
                new = [] if act < 0.25 else [self.word().lower()]  # noqa: PLR2004
                words[at : at + 1] = [words[at], *new] if act > 0.75 else new  # noqa: PLR2004
        return " ".join(words)


def translated(sentence: str) -> str:
    """Return what stands for a translation: the same numbers in other words."""
    return " ".join(reversed(sentence.rstrip(".").split(" ")))


def brute(text: str, sources: Sequence[str]) -> float:
    """Return the best score that any source gives; 0 without one."""
    matcher = Matcher(text, "en", "ko")
    alike = process.extract(text, sources, scorer=fuzz.ratio, score_cutoff=FLOOR * 100, limit=None)
    best = matcher.best(Candidate(known, translated(known), "a") for known, _, _ in alike)
    return best[1] if best else 0.0


def main() -> None:
    """Build a memory, ask it, compare."""
    options = argparse.ArgumentParser()
    options.add_argument("segments", nargs="?", type=int, default=200_000)
    options.add_argument("--queries", type=int, default=400)
    options.add_argument("--brute", type=int, default=100)
    options.add_argument("--postgres", default="", metavar="URL", help="the address of an empty database")
    options.add_argument("--article", type=int, default=100, help="segments that are learnt at once")
    options.add_argument("--built", action="store_true", help="ask a database that an earlier run has filled")
    options.add_argument("--clients", type=int, default=8)
    options.add_argument("--verbose", action="store_true", help="print what is missed")
    chosen = options.parse_args()
    news = News(7)
    start = time.perf_counter()
    sources = list(dict.fromkeys(news.sentence() for _ in range(chosen.segments)))
    print(f"{len(sources):,} sentences made in {time.perf_counter() - start:.1f} s")
    with tempfile.TemporaryDirectory() as folder, contextlib.closing(opened(Path(folder), chosen.postgres)) as memory:
        start = time.perf_counter()
        for at in range(0, 0 if chosen.built else len(sources), chosen.article):
            some = sources[at : at + chosen.article]
            pairs = [Translation(source, translated(source), "en", "ko") for source in some]
            memory.update("ko", f"{at}.md", str(at), pairs)
        built = time.perf_counter() - start
        print(f"built in {built:.1f} s, {size(Path(folder), chosen.postgres)}")
        near = [news.changed(news.random.choice(sources)) for _ in range(chosen.queries)]
        new = [news.sentence() for _ in range(chosen.queries // 2)]
        scores = {text: ask(memory, text) for text in near[:20]}
        for name, texts in (("near", near), ("new", new)):
            times, busy = [], []
            for text in texts:
                start, used = time.perf_counter(), time.process_time()
                scores[text] = ask(memory, text)
                times.append((time.perf_counter() - start) * 1000)
                busy.append((time.process_time() - used) * 1000)
            print(f"{name}: {len(texts)} questions, {spread(times)}; of this process {spread(busy)}")
        if chosen.postgres:
            together(chosen.postgres, near, chosen.clients)
        truth = {text: brute(text, sources) for text in near[: chosen.brute]}
        answered = [text for text, score in truth.items() if score]
        for text in answered:
            if chosen.verbose and scores[text] < truth[text] - 1e-9:
                print(f"missed: {truth[text]:.2f} {text}")
        right = sum(scores[text] >= truth[text] - 1e-9 for text in answered)
        print(f"recall: {right} of {len(answered)} that brute force answers ({right / max(1, len(answered)):.3f})")


def opened(folder: Path, url: str) -> Memory:
    """Open a new memory, in a file or in a database."""
    if not url:
        return open_memory(folder / "memory.sqlite")
    schema.migrate(url)
    return open_shared(url, ["benchmark"], terms=lambda _: (), own=lambda: open_memory(folder / "memory.sqlite"))


def size(folder: Path, url: str) -> str:
    """Say how much of the disk a memory takes."""
    if not url:
        return f"{(folder / 'memory.sqlite').stat().st_size / 1e6:.0f} MB"
    query = b"""SELECT relname, pg_table_size(oid), pg_indexes_size(oid) FROM pg_class
        WHERE relnamespace = 'l10n'::regnamespace AND relkind = 'r' AND relname IN ('source', 'pair', 'word')"""
    link = schema.link(url)
    rows = link.run(lambda one: one.execute(query).fetchall())
    link.run(lambda one: one.execute("ANALYZE l10n.source, l10n.pair, l10n.word"))
    link.close()
    parts = [f"{name} {table / 1e6:.0f} MB with indexes of {index / 1e6:.0f} MB" for name, table, index in sorted(rows)]
    return f"{sum(table + index for _, table, index in rows) / 1e6:.0f} MB: {', '.join(parts)}"


def together(url: str, texts: Sequence[str], clients: int) -> None:
    """Let several processes ask at once."""
    with ProcessPoolExecutor(clients, mp_context=multiprocessing.get_context("spawn")) as pool:
        parts = [texts[at::clients] for at in range(clients)]
        start = time.perf_counter()
        times = [one for part in pool.map(asked, [url] * clients, parts) for one in part]
        lasted = time.perf_counter() - start
    print(f"{clients} clients: {len(times)} questions in {lasted:.1f} s with their start, {spread(times)}")


def asked(url: str, texts: Sequence[str]) -> list[float]:
    """Ask for all texts, and return the milliseconds that each took."""
    times = []
    with tempfile.TemporaryDirectory() as folder, contextlib.closing(opened(Path(folder), url)) as memory:
        ask(memory, "The harbor.")
        for text in texts:
            start = time.perf_counter()
            ask(memory, text)
            times.append((time.perf_counter() - start) * 1000)
    return times


def spread(times: list[float]) -> str:
    """Return mean and 95th percentile."""
    return f"mean {statistics.mean(times):.1f} ms, p95 {statistics.quantiles(times, n=20)[-1]:.1f} ms"


def ask(memory: Memory, text: str) -> float:
    """Ask for a near match; 0 without one."""
    (answer,) = memory.suggest([Request(Key(text), text)], "en", "ko")
    return answer.score if answer.text is not None else 0.0


if __name__ == "__main__":
    main()
