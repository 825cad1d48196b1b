"""Counts the published pages in which an attack on a translation does something.

Usage: python benchmarks/active_content.py [--positions middle,alone] [--every N] [--thin N] [--live N] [article …]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter, defaultdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.active.articles import ARTICLES, POSITIONS, Attack, attacks  # noqa: E402
from tests.active.browser import chromium  # noqa: E402
from tests.active.hostile import DRAFTED, published_drafts  # noqa: E402
from tests.active.newsroom import published  # noqa: E402
from tests.active.payloads import payloads, sample  # noqa: E402
from tests.active.programs import install_mdx  # noqa: E402
from tests.active.trial import Trial, Verdict, try_out  # noqa: E402

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from tests.active.model import Article
    from tests.active.payloads import Payload


def tell(article: str, tried: list[Attack], texts: list[str], verdicts: dict[str, list[Verdict]], most: int) -> None:
    """Print the figures of an article, and what is active by renderer and kind of payload."""
    told = len(set(texts))
    hurt = {number for rows in verdicts.values() for number, one in enumerate(rows) if one.active}
    print(f"\n# {article}: {len(tried)} attacks, {told} different pages, {len(hurt)} with something active")
    for name, rows in sorted(verdicts.items()):
        active = sum(bool(one.active) for one in rows)
        live = sum("fired" in one.active or "request" in one.active for one in rows)
        ran = sum(one.ran for one in rows)
        broken = sum(bool(one.broken) for one in rows)
        head = f"{article:20} {name:18} active {active:6}"
        print(f"{head}  fired or asked a host {live:6} of {ran:6} run  not rendered {broken:6}")
    for name, rows in sorted(verdicts.items()):
        kinds: dict[str, list[tuple[Attack, Verdict, str]]] = defaultdict(list)
        for attack, verdict, text in zip(tried, rows, texts, strict=True):
            if verdict.active or verdict.broken:
                kinds[attack.payload.kind].append((attack, verdict, text))
        for kind, hits in kinds.items():
            places = Counter(attack.place for attack, _, _ in hits)
            where = ", ".join(f"{place} {many}" for place, many in places.most_common())
            print(f"\n## {article} · {name} · {kind}: {len(hits)}  ({where})")
            seen: set[str] = set()
            for attack, verdict, _ in hits:
                if attack.payload.shown not in seen and len(seen) < most:
                    seen.add(attack.payload.shown)
                    why = ", ".join(verdict.active[:4]) or f"not rendered: {verdict.broken[:80]}"
                    print(f"   {attack.payload.shown}   [{attack.place}, {attack.position}: {ascii(why)[1:-1]}]")


def reviewed(article: Article, chosen: tuple[Payload, ...], given: Namespace, root: Path, trial: Trial) -> None:
    """Try the payloads as texts that a person reviewed."""
    tried = list(attacks(article, chosen, tuple(given.positions.split(","))))[given.first :: given.thin]
    harmless, *texts = published(root / "project", article, [None, *tried])
    tell(article.name, tried, texts, try_out(article.name, texts, harmless, trial), given.most)


def drafted(name: str, chosen: tuple[Payload, ...], given: Namespace, root: Path, trial: Trial) -> None:
    """Try the payloads as drafts of a hostile engine."""
    tried: list[Attack] = []
    texts: list[str] = []
    verdicts: dict[str, list[Verdict]] = {}
    for harmless, some, pages in published_drafts(root / "drafts", name, chosen[given.first :: given.thin]).values():
        for renderer, rows in try_out(name, pages, harmless, trial).items():
            verdicts.setdefault(renderer, []).extend(rows)
        tried += some
        texts += pages
    tell(f"{name} drafts", tried, texts, verdicts, given.most)


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--positions", default=",".join(POSITIONS))
    options.add_argument("--every", type=int, default=0, help="take one of so many payloads")
    options.add_argument("--thin", type=int, default=1, help="take one of so many attacks: each payload, in few places")
    options.add_argument("--first", type=int, default=0, help="where those begin, to take others")
    options.add_argument("--live", type=int, default=0, help="run so many pages of a renderer; 0 for all")
    options.add_argument("--most", type=int, default=6, help="show so many payloads of a kind")
    options.add_argument("--chromium", default="/usr/bin/chromium")
    options.add_argument("articles", nargs="*", help="names of articles, or `FORMAT drafts`; all by default")
    given = options.parse_args()
    chosen = sample(given.every) if given.every else payloads()
    jobs: dict[str, Callable[[Path, Trial], None]] = {}
    for article in ARTICLES:
        jobs[article.name] = partial(reviewed, article, chosen, given)
    for name in DRAFTED:
        jobs[f"{name} drafts"] = partial(drafted, name, chosen, given)
    with tempfile.TemporaryDirectory() as folder, chromium(given.chromium) as browser:
        for name in given.articles or jobs:
            began = time.monotonic()
            root = Path(folder) / name.replace(" ", "-")
            (root / "work").mkdir(parents=True)
            mdx = install_mdx(ROOT / ".venv" / "mdx") if name.startswith("mdx") else None
            jobs[name](root, Trial(browser, root / "work", hugo=True, mdx=mdx, live=given.live))
            print(f"({time.monotonic() - began:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
