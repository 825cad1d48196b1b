"""Measures how fast `l10n check` is on many Korean segments, against Translate Toolkit's pofilter in the same run.

Usage: python benchmarks/checks_speed.py [segments]; 100,000 by default. The texts are human news translations from the
corpus folder (`L10N_CORPUS`, by default `../shared/corpus` seen from the project), two at a time, so that hardly any
text comes twice. `pofilter` must be on the PATH, or named by `POFILTER` (pip install translate-toolkit, in an
environment of its own); without it only l10n is measured. Both read the same PO files.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(os.environ.get("L10N_CORPUS", Path(__file__).parent.parent.parent / "shared" / "corpus"))
ARTICLE = 1000


def texts() -> Iterator[tuple[str, str]]:
    """Yield paragraphs of two segments and their translations, all different."""
    with (CORPUS / "ntrex-news" / "news.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for step in range(1, len(rows)):
        for at, row in enumerate(rows):
            other = rows[(at + step) % len(rows)]
            yield f"{row['eng']} {other['eng']}", f"{row['kor']} {other['kor']}"


def project(root: Path, many: int) -> int:
    """Write a project whose every segment is reviewed; return how many there are."""
    (root / "articles").mkdir()
    (root / "pyproject.toml").write_text('[tool.l10n]\nlocales = ["ko"]\nengines = ["memory"]\n')
    rows = dict(islice(texts(), many))
    sources = list(rows)
    for start in range(0, len(sources), ARTICLE):
        text = "\n\n".join(sources[start : start + ARTICLE])
        (root / "articles" / f"{start:07}.txt").write_text(text + "\n")
    run([sys.executable, "-m", "l10n", "-q", "extract"], root)
    for path in sorted((root / "locales" / "ko").glob("*.po")):
        lines = path.read_text().split("\n")
        for at, line in enumerate(lines):
            if line == 'msgstr ""' and lines[at - 1].startswith("msgid ") and lines[at - 1] != 'msgid ""':
                source = json.loads(lines[at - 1].removeprefix("msgid "))
                lines[at] = f"msgstr {json.dumps(rows[source], ensure_ascii=False)}" if source in rows else line
        path.write_text("\n".join(lines))
    return len(rows)


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Run a command; return its seconds of the processor and on the clock."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # both as they are when installed
    subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (
        after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        time.monotonic() - begun,
    )


def main(many: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        many = project(root, many)
        ours = run([sys.executable, "-m", "l10n", "-q", "check", "--output-format", "json"], root)
        print(f"l10n check: {many:,} segments, {many / ours[1]:,.0f} a second ({ours[0]:.1f} s of the processor)")
        program = os.environ.get("POFILTER") or shutil.which("pofilter")
        if program is None:
            print("pofilter is not installed: not compared")
            return
        theirs = run([program, "--language", "ko", "--progress", "none", "locales/ko", "found"], root)
        print(f"pofilter:   {many:,} segments, {many / theirs[1]:,.0f} a second ({theirs[0]:.1f} s of the processor)")
        print(f"ratio of processor time, pofilter ÷ l10n: {theirs[0] / ours[0]:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
