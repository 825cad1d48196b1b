"""Counts the published pages in which an attack on a translation does something.

Usage: python benchmarks/active_content.py [--positions middle,alone,beginning] [--every N] [--live N] [--drafts] [article …]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.active.articles import ARTICLES, POSITIONS, Attack, attacks  # noqa: E402
from tests.active.browser import chromium  # noqa: E402
from tests.active.newsroom import published  # noqa: E402
from tests.active.payloads import payloads, sample  # noqa: E402
from tests.active.programs import install_mdx  # noqa: E402
from tests.active.trial import Trial, Verdict, try_out  # noqa: E402

if TYPE_CHECKING:
    from tests.active.articles import Article


def tell(article: Article, tried: list[Attack], texts: list[str], verdicts: dict[str, list[Verdict]], most: int) -> None:
    """Print the figures of an article, and what is active by renderer and kind of payload."""
    told = len(set(texts))
    hurt = {number for rows in verdicts.values() for number, one in enumerate(rows) if one.active}
    print(f"\n# {article.name}: {len(tried)} attacks, {told} different pages, {len(hurt)} with something active")
    for name, rows in sorted(verdicts.items()):
        active = sum(bool(one.active) for one in rows)
        live = sum("fired" in one.active or "request" in one.active for one in rows)
        ran = sum(one.ran for one in rows)
        broken = sum(bool(one.broken) for one in rows)
        print(f"{article.name:20} {name:18} active {active:6}  fired or asked a host {live:6} of {ran:6} run  not rendered {broken:6}")
    for name, rows in sorted(verdicts.items()):
        kinds: dict[str, list[tuple[Attack, Verdict, str]]] = defaultdict(list)
        for attack, verdict, text in zip(tried, rows, texts, strict=True):
            if verdict.active or verdict.broken:
                kinds[attack.payload.kind].append((attack, verdict, text))
        for kind, hits in kinds.items():
            places = Counter(attack.place for attack, _, _ in hits)
            print(f"\n## {article.name} · {name} · {kind}: {len(hits)}  ({', '.join(f'{k} {v}' for k, v in places.most_common())})")
            seen: set[str] = set()
            for attack, verdict, _ in hits:
                if attack.payload.shown not in seen and len(seen) < most:
                    seen.add(attack.payload.shown)
                    why = ", ".join(verdict.active[:4]) or f"not rendered: {verdict.broken[:80]}"
                    print(f"   {attack.payload.shown}   [{attack.place}, {attack.position}: {why}]")


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--positions", default=",".join(POSITIONS))
    options.add_argument("--every", type=int, default=0)
    options.add_argument("--live", type=int, default=1500)
    options.add_argument("--most", type=int, default=6)
    options.add_argument("--chromium", default="/usr/bin/chromium")
    options.add_argument("articles", nargs="*")
    given = options.parse_args()
    chosen = sample(given.every) if given.every else payloads()
    with tempfile.TemporaryDirectory() as folder, chromium(given.chromium) as browser:
        for article in ARTICLES:
            if given.articles and article.name not in given.articles:
                continue
            began = time.monotonic()
            root = Path(folder) / article.name.replace(" ", "-")
            (root / "work").mkdir(parents=True)
            mdx = install_mdx(ROOT / ".venv" / "mdx") if article.name.startswith("mdx") else None
            tried = list(attacks(article, chosen, tuple(given.positions.split(","))))
            harmless, *texts = published(root / "project", article, [None, *tried])
            built = time.monotonic()
            trial = Trial(browser, root / "work", hugo=True, mdx=mdx, live=given.live)
            verdicts = try_out(article.name, texts, harmless, trial)
            tell(article, tried, texts, verdicts, given.most)
            print(f"({built - began:.0f} s to build, {time.monotonic() - built:.0f} s to try)", flush=True)


if __name__ == "__main__":
    main()
