"""Counts what an upgrade makes of reviews: `python benchmarks/upgrade.py [-v] [--from REVISION] [FOLDER …]`.

All articles of `corpora` and of the folders are extracted by the version of an older revision, every entry is reviewed,
each with words of its own, and they are extracted by this version. A review is kept where its words are reviewed still,
stale where they wait to be read, lost where they are obsolete. What is not kept though all words of its source stand in
the article, side by side, is told with its place; exits 1 where one of them is obsolete.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import polib
from corpora import ROOT, articles
from mdx import drafted

from l10n import formats

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n.protocols import Format

OLD = "b7e99ac"
LOCALE = "de"
_WORD = re.compile(r"[^\W_]+")
_FEW = 3
"""Words of a text that also stands inside of others by chance."""


class Review(NamedTuple):
    """What was reviewed under the old version."""

    article: str
    source: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a review."""

    review: Review
    state: str
    standing: bool
    """All words of its source stand in the article, side by side."""
    now: str = ""
    """The source that has its text now, or its words."""

    @property
    def kind(self) -> str:
        """Return the line of the table that it counts for."""
        return self.state if self.state == "kept" else f"{self.state}, words {'stand' if self.standing else 'gone'}"


@contextlib.contextmanager
def version(revision: str, folder: Path) -> Iterator[Path]:
    """Have an older version of this project in a folder meanwhile."""
    git = ["git", "-C", str(ROOT)]
    subprocess.run([*git, "worktree", "add", "--quiet", "--detach", str(folder), revision], check=True)
    try:
        yield folder
    finally:
        subprocess.run([*git, "worktree", "remove", "--force", str(folder)], check=True)


def extract(project: Path, code: Path) -> None:
    """Extract with the version in `code`."""
    command = [sys.executable, "-m", "l10n", "-q", "-C", str(project), "extract"]
    env = os.environ | {"PYTHONPATH": str(code)}
    done = subprocess.run(command, env=env, cwd=project, capture_output=True, text=True, check=False)
    for line in done.stderr.splitlines():
        print(f"extract: {line[:200]}", file=sys.stderr)


def reviewed(project: Path) -> list[Review]:
    """Review every entry of a project, each with words that tell which they were."""
    found = []
    folder = project / "locales" / LOCALE
    for file in sorted(folder.rglob("*.po")):
        article = file.relative_to(folder).as_posix().removesuffix(".po")
        plugin = formats.load(formats.EXTENSIONS[Path(article).suffix])
        catalog = polib.pofile(str(file), wrapwidth=0)
        for entry in catalog:
            entry.msgstr = drafted(entry.msgid, plugin.inline(entry.msgid))
            if entry.msgstr == entry.msgid:
                entry.msgstr = f"{entry.msgid} é"
            found.append(Review(article, entry.msgid, entry.msgstr, entry.linenum or 0))
        catalog.save()
    return found


class _Words:
    """The words of an article's texts in a row, and whose they are; markup is none."""

    def __init__(self, texts: Sequence[str], plugin: Format) -> None:
        self.plugin = plugin
        words = [self.words(text) for text in texts]
        self.owners = [at for at, own in enumerate(words) for _ in own]
        row = [word for own in words for word in own]
        self.text = f" {' '.join(row)} "

    def words(self, text: str) -> list[str]:
        """Return the words outside of markup and code."""
        out, done = [], 0
        for span in self.plugin.inline(text):
            out.append(text[done : span.start])
            done = span.end
        return _WORD.findall(" ".join([*out, text[done:]]))

    def where(self, text: str) -> list[int]:
        """Return which texts have all words of this one, side by side; a short one begins or ends with them."""
        words = self.words(text)
        if not words:
            return []
        sought = f" {' '.join(words)} "
        place = self.text.find(sought)
        while place >= 0:
            first = self.text.count(" ", 0, place)
            last = first + len(words) - 1
            begins = first == 0 or self.owners[first - 1] != self.owners[first]
            ends = last + 1 == len(self.owners) or self.owners[last + 1] != self.owners[last]
            if len(words) > _FEW or begins or ends:
                return sorted(set(self.owners[first : last + 1]))
            place = self.text.find(sought, place + 1)
        return []


def outcomes(project: Path, reviews: Sequence[Review]) -> Iterator[Outcome]:
    """Say of each review what became of it."""
    by_article: dict[str, list[Review]] = {}
    for review in reviews:
        by_article.setdefault(review.article, []).append(review)
    for article, row in by_article.items():
        catalog = polib.pofile(str(project / "locales" / LOCALE / f"{article}.po"), wrapwidth=0)
        live = [entry for entry in catalog if not entry.obsolete]
        plugin = formats.load(formats.EXTENSIONS[Path(article).suffix])
        texts, sources = _Words([one.msgstr for one in live], plugin), _Words([one.msgid for one in live], plugin)
        exact = {one.msgstr: one for one in live}
        for review in row:
            there = (
                [exact[review.target]] if review.target in exact else [live[at] for at in texts.where(review.target)]
            )
            stand = sources.where(review.source)
            now = there or [live[at] for at in stand]
            state = "obsolete" if not there else "stale" if any(one.fuzzy for one in there) else "kept"
            yield Outcome(review, state, bool(stand), " ¦ ".join(one.msgid for one in now))


def main(arguments: Sequence[str]) -> int:
    """Print the figures; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="other corpora")
    parser.add_argument("--from", dest="revision", default=OLD, help="the revision that is upgraded from")
    parser.add_argument("-v", action="store_true", help="tell what is stale or gone rightly, too")
    args = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder, project = Path(name), Path(name) / "project"
        project.mkdir()
        (project / "pyproject.toml").write_text(f'[tool.l10n]\nlocales = ["{LOCALE}"]\n')
        for one in articles(args.folders):
            file = project / "articles" / one.name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(one.text.encode())
        with version(args.revision, folder / "old") as old:
            extract(project, old)
        reviews = reviewed(project)
        extract(project, ROOT)
        done = list(outcomes(project, reviews))
    for outcome in done:
        if outcome.state != "kept" and (outcome.standing or args.v):
            review = outcome.review
            print(f"{review.article}:{review.line}: {outcome.kind}: {review.source[:90]!r} -> {outcome.now[:90]!r}")
    kinds = ("kept", "stale, words stand", "stale, words gone", "obsolete, words stand", "obsolete, words gone")
    print(f"{'':20}{'reviews':>10}" + "".join(f"{kind:>23}" for kind in kinds))
    for corpus in [*dict.fromkeys(one.review.article.partition("/")[0] for one in done), ""]:
        rows = [one for one in done if not corpus or one.review.article.startswith(f"{corpus}/")]
        counts = Counter(one.kind for one in rows)
        print(f"{corpus or 'all':20}{len(rows):>10}" + "".join(f"{counts[kind]:>23}" for kind in kinds))
    return 1 if any(one.state == "obsolete" and one.standing for one in done) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
