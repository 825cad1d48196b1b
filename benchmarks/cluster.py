"""Measures a cluster against the processes of one machine, all on this one: where it computes, and where it waits.

    python benchmarks/cluster.py [computing waiting] [--articles N] [--waiting N] [--workers 1,2,4] [--rounds N]

`computing` runs extract, draft (pseudo), check and build over generated articles in three locales, by a pool of as many
processes and by as many dask workers, in turns. `waiting` drafts articles of five new segments with a server on this
machine that takes 50 ms for an answer. Printed are seconds of the clock and of the processor (of the command, and of
all who worked for it), the ratios of pool and cluster, and whether all wrote the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Self
from urllib.parse import parse_qs

from scale import sentence, text

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAUSE = 0.05
"""Seconds that the server takes for an answer."""
_TICKS = os.sysconf("SC_CLK_TCK")
_SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호기니디리미비시이지치키티피히"


class _Slow(BaseHTTPRequestHandler):
    """Answers as LibreTranslate does, and takes its time."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        """Answer one question: the numbers of a text stay in it."""
        raw = self.rfile.read(int(self.headers["content-length"])).decode()
        asked = json.loads(raw)["q"] if raw.startswith("{") else parse_qs(raw)["q"][0]
        time.sleep(_PAUSE)
        body = json.dumps({"translatedText": " ".join(map(_turned, asked.split())) + "다."}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _turned(word: str) -> str:
    """Return something Korean that is another for each word; a number stays."""
    bare = word.strip(".,#")
    return bare if bare.isdigit() else "".join(_SYLLABLES[ord(one) % len(_SYLLABLES)] for one in bare)


def _serve() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Slow)
    server.daemon_threads = True
    print(server.server_address[1], flush=True)
    server.serve_forever()


@dataclass
class _Dask:
    """A scheduler with workers on this machine."""

    folder: Path
    workers: int
    address: str = ""
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def __enter__(self) -> Self:
        file = self.folder / f"scheduler{self.workers}.json"
        where = ("--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0")
        self._start("scheduler", *where, "--scheduler-file", str(file))
        while not (file.exists() and (said := file.read_text())):
            time.sleep(0.1)
        self.address = str(json.loads(said)["address"])
        for _ in range(self.workers):
            space = ("--local-directory", str(self.folder / "space"), "--host", "127.0.0.1")
            self._start("worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", *space)
        return self

    def _start(self, which: str, *args: str) -> None:
        command = [sys.executable, "-m", f"distributed.cli.dask_{which}", *args]
        quiet = subprocess.DEVNULL
        self.processes.append(subprocess.Popen(command, stdout=quiet, stderr=quiet, cwd=self.folder))

    def spent(self) -> float:
        """Return the seconds of the processor that all have taken so far."""
        found = 0
        for one in self.processes:
            rest = Path(f"/proc/{one.pid}/stat").read_text().rpartition(")")[2].split()
            found += int(rest[11]) + int(rest[12])
        return found / _TICKS

    def __exit__(self, *_: object) -> None:
        for one in self.processes:
            one.kill()
        for one in self.processes:
            one.wait()


@dataclass(frozen=True)
class _Took:
    """What one run took."""

    clock: float
    processor: float
    digest: str


def _run(site: Path, args: list[str], cluster: _Dask | None) -> _Took:
    """Run a command on a fresh copy of a project."""
    for folder in ("locales", "build", ".l10n"):
        shutil.rmtree(site / folder, ignore_errors=True)
    if (site / "before").exists():
        shutil.copytree(site / "before", site / "locales")
    how = ["--cluster", cluster.address] if cluster else []
    start, before, spent = time.perf_counter(), _children(), cluster.spent() if cluster else 0.0
    done = subprocess.run([sys.executable, "-m", "l10n", "-q", *args, *how], cwd=site, capture_output=True, check=False)
    if done.returncode not in {0, 1} or (done.returncode and args == ["draft"]):
        sys.exit(f"{args}: {done.returncode}: {done.stderr.decode()[-2000:]}")
    clock, processor = time.perf_counter() - start, _children() - before
    processor += cluster.spent() - spent if cluster else 0.0
    return _Took(clock, processor, _digest(site))


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _digest(site: Path) -> str:
    found = hashlib.sha256()
    for folder in ("locales", "build"):
        for path in sorted((site / folder).rglob("*")):
            if path.is_file():
                found.update(f"{path.relative_to(site)}\0".encode())
                found.update(path.read_bytes())
    return found.hexdigest()[:12]


def _computing(folder: Path, many: int, workers: list[int], rounds: int) -> None:
    site = folder / "computing"
    _project(site, ("ko", "ja", "es"), 'engines = ["pseudo"]\npolicy = "drafts-labelled"\n')
    chance = random.Random(1)  # noqa: S311  made-up texts
    for at in range(many):
        path = site / "articles" / f"{at % 100:02}" / f"{at}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n\n".join(text(chance, 1200)) + "\n", encoding="utf-8")
    print(f"computing: {many:,} articles, three locales: extract, draft, check, build")
    _compare(site, folder, workers, rounds, ["run"])


def _waiting(folder: Path, many: int, workers: list[int], rounds: int) -> None:
    site = folder / "waiting"
    command = [sys.executable, __file__, "--serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None  # noqa: S101  it was asked for
        port = server.stdout.readline().strip()
        engine = f'engines = ["libre"]\n[tool.l10n.engine.libre]\nurl = "http://127.0.0.1:{port}"\n'
        _project(site, ("ko",), engine)
        chance = random.Random(2)  # noqa: S311  made-up texts
        for at in range(many):
            path = site / "articles" / f"{at % 100:02}" / f"{at}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text("\n\n".join(sentence(chance) for _ in range(5)) + "\n", encoding="utf-8")
        subprocess.run([sys.executable, "-m", "l10n", "-q", "extract"], cwd=site, check=True, capture_output=True)
        (site / "locales").rename(site / "before")
        print(f"waiting: {many:,} articles of five new segments, an engine that takes {_PAUSE * 1000:.0f} ms: draft")
        try:
            _compare(site, folder, workers, rounds, ["draft"])
        finally:
            server.kill()


def _project(site: Path, locales: tuple[str, ...], more: str) -> None:
    (site / "articles").mkdir(parents=True)
    names = ", ".join(f'"{one}"' for one in locales)
    (site / "pyproject.toml").write_text(f"[tool.l10n]\nlocales = [{names}]\n{more}", encoding="utf-8")


def _compare(site: Path, folder: Path, workers: list[int], rounds: int, args: list[str]) -> None:
    """Run a command by pools and clusters in turns, and print what they took."""
    took: dict[tuple[str, int], list[_Took]] = {}
    for _ in range(rounds):
        for number in workers:
            took.setdefault(("pool", number), []).append(_run(site, [*args, "--jobs", str(number)], None))
            with _Dask(folder, number) as cluster:
                _run(site, ["extract", next(iter(_some(site)))], cluster)  # the program is loaded, as in the pool
                took.setdefault(("dask", number), []).append(_run(site, args, cluster))
            (folder / f"scheduler{number}.json").unlink()
    print(f"{'':>9} {'clock s':>9} {'processor s':>12} {'to pool':>8} {'to one':>8}")
    for (kind, number), all_ in took.items():
        clock, processor = median(one.clock for one in all_), median(one.processor for one in all_)
        pairs = zip(took["pool", number], all_, strict=True)
        beside = median(other.processor / own.processor for own, other in pairs)
        first = zip(took[kind, workers[0]], all_, strict=True)
        speed = median(one.clock / other.clock for one, other in first)
        print(f"{kind + ' ' + str(number):>9} {clock:9.1f} {processor:12.1f} {beside:8.2f} {speed:8.2f}")
    digests = {one.digest for all_ in took.values() for one in all_}
    print("the same bytes" if len(digests) == 1 else f"DIFFERENT BYTES: {sorted(digests)}")


def _some(site: Path) -> Iterator[str]:
    yield from (str(path) for path in sorted((site / "articles").rglob("*.md")))


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", default=["computing", "waiting"])
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--waiting", type=int, default=1_000)
    parser.add_argument("--workers", default="1,2,4")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        _serve()
    workers = [int(one) for one in given.workers.split(",")]
    with tempfile.TemporaryDirectory(prefix="l10n-cluster-") as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        if "computing" in given.parts:
            _computing(folder, given.articles, workers, given.rounds)
        if "waiting" in given.parts:
            _waiting(folder, given.waiting, workers, given.rounds)


if __name__ == "__main__":
    main()
