"""What each engine that runs on this machine makes of the news of NTREX: drafted, refused and why, time, memory.

Usage: python benchmarks/engines_table.py [engine:locale …], by default all that run here. The memory has been taught
every second document by its human translation and drafts the others. Firefox runs the models in the folder that
`L10N_FIREFOX_MODELS` names; without one, a model of random weights with the dimensions of a real one: it is refused,
and takes longer than a real one, for it ends a sentence at twice its tokens only. `L10N_CORPUS` names the corpora.

Seconds are of `draft` with all its checks, per 1,000 English words; memory is what all its processes held together at
most.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from l10n import project  # noqa: E402
from l10n.engines import models  # noqa: E402
from l10n.stages.draft import draft  # noqa: E402
from l10n.stages.extract import extract  # noqa: E402
from l10n.stages.workset import gather  # noqa: E402
from tests.engines import marian  # noqa: E402

CORPUS = Path(os.environ.get("L10N_CORPUS", ROOT.parent / "shared" / "corpus")) / "ntrex-news" / "news.jsonl"
LANGUAGES = {"ko": "kor", "ja": "jpn", "es": "spa", "de": "deu", "fr": "fra"}
TODAY = date(2026, 11, 29)
NOISE = "firefox (random weights)"


def documents() -> dict[str, list[dict[str, str]]]:
    """Return the segments of each document, in order."""
    found: dict[str, list[dict[str, str]]] = {}
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.setdefault(row["doc"], []).append(row)
    return found


def here() -> list[tuple[str, str]]:
    """Return the engines and languages that run on this machine."""
    rows = [("memory", locale) for locale in ("ko", "ja", "es")] + [("pseudo", "ko")]
    if shutil.which("apertium"):
        rows.append(("apertium", "es"))
    installed = [locale for locale in LANGUAGES if models.find("en", locale)]
    return rows + ([("firefox", locale) for locale in installed] or [(NOISE, "ko")])


def prepare(root: Path, engine: str, locale: str) -> None:
    """Write a project with the news, and for the memory what people made of every second document."""
    (root / "articles").mkdir()
    name = engine.partition(" ")[0]
    (root / "pyproject.toml").write_text(f'[tool.l10n]\nlocales = ["{locale}"]\nengines = ["{name}"]\n')
    for number, rows in enumerate(documents().values()):
        (root / "articles" / f"{number:02}.txt").write_text("\n\n".join(row["eng"] for row in rows) + "\n", "utf-8")
    extract(gather(project.find(root)), today=TODAY)
    if engine == "memory":
        for number, rows in enumerate(documents().values()):
            if number % 2:
                _teach(root / "locales" / locale / f"{number:02}.txt.po", rows, locale)


def _teach(po: Path, rows: list[dict[str, str]], locale: str) -> None:
    import polib  # noqa: PLC0415  only here

    human = {row["eng"]: row[LANGUAGES[locale]] for row in rows}
    file = polib.pofile(str(po), wrapwidth=0)
    for entry in file:
        entry.msgstr = human.get(entry.msgid, "")
    file.save()


def measure(root: Path) -> dict[str, Any]:
    """Draft the project; runs in a process of its own."""
    place = project.find(root)
    work = gather(place)
    start = time.perf_counter()
    done = draft(work, today=TODAY, tell=lambda _: None)
    seconds = time.perf_counter() - start
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in (root / "articles").iterdir())
    reasons = Counter(_kind(reason) for left in done.left for reason in left.reasons)
    return {
        "drafted": sum(sum(one.values()) for one in done.engines.values()),
        "left": len(done.left),
        "silent": sum(not left.reasons for left in done.left),
        "reasons": reasons.most_common(),
        "seconds": seconds * 1000 / words,
        "notices": done.notices,
    }


def _kind(reason: str) -> str:
    """Return what a reason says, without what it says it of."""
    said = reason.partition(": ")[2].partition(": ")[0].partition(" (")[0]
    return re.sub(r"\d+", "N", said)


def _memory(pid: int) -> int:
    """Return the megabytes that a process and all its children hold, shared pages by their share."""
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            total += _memory(int(child))
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return total + int(re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)[1]) // 1024  # type: ignore[index]


def row(engine: str, locale: str) -> str:
    """Measure one engine in one language and return its row."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        root.mkdir()
        prepare(root, engine, locale)
        environment = dict(os.environ)
        if engine == NOISE:
            known = Counter(re.findall("[A-Za-z]+", CORPUS.read_text(encoding="utf-8")))
            marian.installed(Path(folder) / "models", marian.noise(known=known), "en", locale)
            environment[models.MODELS] = str(Path(folder) / "models")
        process = subprocess.Popen(
            [sys.executable, __file__, "--one", str(root)], stdout=subprocess.PIPE, text=True, env=environment
        )
        most = 0

        def watch() -> None:
            nonlocal most
            while process.poll() is None:
                with contextlib.suppress(OSError, TypeError):  # one of them has just ended
                    most = max(most, _memory(process.pid))
                time.sleep(0.2)

        watcher = threading.Thread(target=watch)
        watcher.start()
        out, _ = process.communicate()
        watcher.join()
    said = json.loads(out)
    figures = (said["drafted"], said["left"] - said["silent"], said["silent"], f"{said['seconds']:.2f}", most)
    reasons = "; ".join(f"{reason} {many}" for reason, many in said["reasons"][:8])
    return " | ".join(map(str, (engine, locale, *figures, reasons)))


def main(wanted: list[str]) -> None:
    """Print the table."""
    pairs = [(engine, locale) for engine, _, locale in (one.rpartition(":") for one in wanted)] or here()
    print("engine | language | drafted | refused | no answer | s / 1,000 words | MB | why refused")
    for engine, locale in pairs:
        print(row(engine, locale), flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(Path(sys.argv[2]))))
    else:
        main(sys.argv[1:])
