"""What is told with the help of earlier commands is what would be told without, whatever happened in between."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from unittest import mock

import polib
import pytest
from hypothesis import HealthCheck, event, target
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from l10n import disk, files, replay, state
from l10n.cache import Cache
from tests.conftest import Site
from tests.examples import ALL, examples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.inside import Ran

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows tells no time at which a file was changed")

QUICK = Path("/dev/shm")  # noqa: S108 - a disk in memory: what is proved here does not depend on syncing
GIT = shutil.which("git")
MSGATTRIB = shutil.which("msgattrib")
TICK = 0.006
"""Seconds that are longer than a tick of the file system's clock."""
SECOND = 10**9
ARTICLES = ("a.md", "b.md", "old/c.md", "page.html", "note.txt")
LOCALES = ("ko", "ja")
PO_FILES = tuple(f"{locale}/{article}.po" for locale in LOCALES for article in ARTICLES)
SENTENCES = [
    "The harbor opened in 1999.",
    "The harbor opened in 2001.",
    "About 300 traders came from the valley.",
    "Anna Berg met the mayor on Monday.",
    "Nobody expected the crowd.",
    "It opened.",
    "See the [map](map.html) of the old town.",
    "More on the [ferry](b.md#pier), the [lock](c.md) and ![the pier](pier.png).",
    "The [archive](old/c.md) and the [front page](page.html) know more.",
]
TARGETS = [
    "항구는 1999년에 열렸다.",
    "港は2001年に開いた。",
    "아무도 오지 않았다",
    "It opened.",
    "[지도](map.html)를 보라.",
    "",
]
CONFIGURED = [
    "",
    'policy = "drafts-labelled"\n',
    'policy = "hold"\nmin-coverage = 50\n',
    "max-unedited = 40\n",
    "min-seconds-per-word = 1\n",
    'segmentation = "sentence"\n',
    '[tool.l10n.check]\nignore = ["markup", "number"]\n',
    '[tool.l10n.check]\nselect = ["numbers"]\nfail-on = "warning"\n',
    '[tool.l10n.check]\nbaseline = "known.json"\n',
    '[[tool.l10n.section]]\npath = "b.md"\npolicy = "hold"\n',
    '[[tool.l10n.section]]\npath = "old/**"\nsegmentation = "sentence"\n',
    '[[tool.l10n.section]]\npath = "nowhere/**"\nsegmentation = "sentence"\n',
    'front-matter = ["kicker"]\n',
    '[tool.l10n.locale.ja]\npolicy = "drafts-labelled"\n',
]
WAITING = "".join(
    f'[[tool.l10n.section]]\npath = "{path}"\nempty = true\nmin-coverage = 10\n' for path in ("b.md", "old/**")
)
LAID = [
    f'layout = "{{lang}}/{{path}}"\npolicy = "drafts-labelled"\n{WAITING}',
    f'layout = "{{dir}}/{{stem}}.{{locale}}{{ext}}"\n{WAITING}',
    f'layout = "vitepress"\nbuild = "text/en"\npolicy = "drafts-labelled"\n{WAITING}',
    f'layout = "hugo"\nbuild = "text/en"\n[tool.l10n.locale.ja]\nmin-coverage = 10\n{WAITING}',
]
"""Where links and headings are settled as well."""
READING = [
    "check",
    "coverage --json",
    "coverage --segments --json",
    "coverage --risk",
    "coverage --only stale",
    "extract --check",
    "extract --check b.md",
    "build --check",
    "build --check --verbatim",
    "build --check --json",
    "check --output-format sarif",
    "check --json -l ko",
    "check locales/ko/a.md.po",
    "check --fix --check",
]
WRITING = [
    "extract",
    "extract -l ja",
    "extract b.md --json",
    "draft",
    "check --fix",
    "check --baseline known.json --write-baseline",
    "build",
    "build --json",
    "build -l ko",
    "build --verbatim a.md",
    "run",
    "run --json",
    "run -l ko",
    "purge --yes",
    "accept-source a.md",
    "glossary names learn",
    "coverage --html page.html",
]
number = st.integers(0, 40)
few = st.integers(0, 2)
counted: Counter[str] = Counter()
"""How often a command was repeated, and how often a result was kept or made anew, over all examples."""


def _article(at: int, sentences: list[str], name: str) -> str:
    picked = [sentences[(at + more) % len(sentences)] for more in range(1 + at % 4)]
    if name.endswith(".html"):
        return "<h1>Pier</h1>\n" + "\n".join(f"<p>{one}</p>" for one in picked) + "\n"
    head = f"---\ntitle: Pier {at % 3}\nkicker: Harbour news\n---\n\n" if name.endswith(".md") and at % 3 == 0 else ""
    return head + "\n\n".join(["# Pier" if name.endswith(".md") else "Pier", *picked]) + "\n"


class Newsroom(RuleBasedStateMachine):
    """A project in which anything may happen to any file, by any hand, between two commands."""

    configured: ClassVar[list[str]] = CONFIGURED

    @initialize(first=number, reading=st.lists(st.sampled_from(READING), min_size=2, max_size=3, unique=True))
    def begin(self, first: int, reading: list[str]) -> None:
        self.reading = reading
        """Few commands, so that each is asked again and again."""
        self.folder = tempfile.TemporaryDirectory(dir=QUICK if QUICK.is_dir() else None)
        base = Path(os.path.realpath(self.folder.name))
        self.root, self.caches = base / "site", base / "caches"
        self.site = Site(self.root)
        self.ahead = 10 * SECOND
        self.turn = self.twins = 0
        self.patches = contextlib.ExitStack()
        for module in (replay, state):
            self.patches.enter_context(mock.patch.object(module, "_now", self._later))
        self._count()
        self.root.mkdir()
        self._configure(self.configured[0])
        for at, name in enumerate(ARTICLES[:3]):
            self.site.write(f"text/en/{name}", _article(first + at, SENTENCES, name))
        self._git("init", "-q", "-b", "main")
        self._run("run")
        self.commit()

    def _later(self) -> int:
        """Let what was just written be taken for settled, or the clock be set back."""
        return time.time_ns() + self.ahead

    def _count(self) -> None:
        tell, known = replay.Kept.tell, state.ProjectState.known

        def told(kept: replay.Kept) -> None:
            counted["repeated"] += 1
            self.repeats += 1
            tell(kept)

        def asked(one: state.ProjectState, verb: str, keys: dict[str, bytes]) -> set[str]:
            found = known(one, verb, keys)
            counted["kept"] += len(found)
            counted["anew"] += len(keys) - len(found)
            self.kept += len(found)
            return found

        self.repeats = self.kept = 0
        self.patches.enter_context(mock.patch.object(replay.Kept, "tell", told))
        self.patches.enter_context(mock.patch.object(state.ProjectState, "known", asked))

    def teardown(self) -> None:
        if not hasattr(self, "folder"):
            return
        try:
            for command in READING if ALL else self.reading:
                self._asked(command)
            target(self.repeats + self.kept)
        finally:
            self.patches.close()
            self.folder.cleanup()

    # What is asked.

    def _run(self, command: str) -> Ran:
        return self.site.run(*command.split(), XDG_CACHE_HOME=str(self.caches))

    def _asked(self, command: str) -> None:
        """Compare what is told with the help of earlier commands, and of this one, with what is told without."""
        repeats = self.repeats
        with_help = self._run(command)
        without = self._run(f"{command} --no-cache")
        assert with_help == without, command
        assert self._run(command) == without, f"{command}, once more"
        event("repeated" if self.repeats > repeats else "not repeated")

    @rule(then=few, locked=st.integers(0, 9))
    def ask(self, then: int, locked: int) -> None:
        with self._locked() if locked == 0 else contextlib.nullcontext():
            self._asked(self.reading[then % len(self.reading)])

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Have another command write what it found out, all the while."""
        path = self._cache("state.sqlite")
        if not path.is_file():
            yield
            return
        other = sqlite3.connect(path, isolation_level=None, timeout=0)
        try:
            with contextlib.suppress(sqlite3.Error):
                other.execute("BEGIN IMMEDIATE")
            yield
        finally:
            other.close()

    def _cache(self, name: str) -> Path:
        with mock.patch.dict(os.environ, {"XDG_CACHE_HOME": str(self.caches)}):
            path = Cache(self.root, name).path
        assert path
        return path

    @rule(command=st.sampled_from(WRITING), then=few)
    def work(self, command: str, then: int) -> None:
        self._worked(command)
        self._asked(self.reading[then % len(self.reading)])

    def _worked(self, command: str) -> None:
        """Do what writes here, and in a twin that knows nothing of earlier commands but what they built."""
        self.twins += 1
        twin = Site(self.root.parent / f"twin{self.twins}" / "site")
        caches = {"XDG_CACHE_HOME": str(self.root.parent / f"twin{self.twins}" / "caches")}
        shutil.copytree(self.root, twin.root, symlinks=True)
        with mock.patch.dict(os.environ, {"XDG_CACHE_HOME": str(self.caches)}):
            built = files.built_list(self.root).load()
        with mock.patch.dict(os.environ, caches):
            files.built_list(twin.root).keep(built or {})
        clean = twin.run(*command.split(), "--no-cache", **caches)
        here = self._run(command)
        moved = (clean.code, *(text.replace(str(twin.root), str(self.root)) for text in (clean.out, clean.err)))
        if not self.caches_fail:
            assert (here.code, here.out, here.err) == moved, command
        assert _tree(self.root) == _tree(twin.root), command
        if not self.caches_fail:
            with mock.patch.dict(os.environ, {"XDG_CACHE_HOME": str(self.caches)}):
                mine = files.built_list(self.root).load() or {}
            with mock.patch.dict(os.environ, caches):
                assert mine == (files.built_list(twin.root).load() or {}), command
        shutil.rmtree(twin.root.parent)

    @property
    def caches_fail(self) -> bool:
        return self.caches.is_file() or (self.caches / "l10n").is_file()

    @rule(command=st.sampled_from(["extract", "build", "run"]), after=st.integers(0, 6), at=number, text=number)
    def interrupt(self, command: str, after: int, at: int, text: int) -> None:
        """Press Ctrl-C while a file is written."""
        self._write_article(at, text)
        writes = iter(range(after))
        replace = disk.replace

        def stopped(*given: Any, **more: Any) -> None:
            if next(writes, None) is None:
                raise KeyboardInterrupt
            replace(*given, **more)

        with mock.patch.object(disk, "replace", stopped):
            self._run(command)
        time.sleep(TICK)

    # What anybody does to files.

    @rule(at=number, text=number, then=few)
    def edit_article(self, at: int, text: int, then: int) -> None:
        self._write_article(at, text)
        self._asked(self.reading[then % len(self.reading)])

    def _write_article(self, at: int, text: int) -> None:
        name = ARTICLES[at % len(ARTICLES)]
        with self._quiet():
            self.site.write(f"text/en/{name}", _article(text, SENTENCES, name))

    @rule(at=number, text=number, then=few, how=st.sampled_from(["polib", "msgattrib", "text"]))
    def edit_po(self, at: int, text: int, then: int, how: str) -> None:
        path = self._some("locales", at, ".po")
        if path is None:
            return
        with self._quiet():
            if how == "msgattrib" and MSGATTRIB:
                subprocess.run([MSGATTRIB, "-o", path, path], capture_output=True, check=False)
            elif how == "polib":
                _reviewed(path, text)
            else:
                path.write_text(path.read_text().replace("1999", "2001", 1 + text % 2))
        self._asked(self.reading[then % len(self.reading)])

    @rule(at=number, then=few, change=st.sampled_from(range(14)), which=st.integers(0, 4))
    def happen(self, at: int, then: int, change: int, which: int) -> None:
        folder, ending = [("text", ""), ("locales", ".po"), ("locales", ".pot"), ("build", ""), ("locales", "")][which]
        path, other = self._some(folder, at, ending), self._some(folder, at + 1, ending)
        if path is None or other is None:
            return
        with self._quiet(), contextlib.suppress(OSError):
            HAPPENING[change](path, other)
        self._asked(self.reading[then % len(self.reading)])

    @rule(at=number, then=few)
    def configure(self, at: int, then: int) -> None:
        with self._quiet():
            self._configure(self.configured[at % len(self.configured)], more=at > 35)
        self._asked(self.reading[then % len(self.reading)])

    def _configure(self, text: str, *, more: bool = False) -> None:
        locales = '["ko", "ja", "es"]' if more else '["ko", "ja"]'
        self.site.configure(f'locales = {locales}\narticles = "text/en"\nengines = ["memory", "pseudo"]\n{text}')

    @rule(
        locale=st.sampled_from(LOCALES),
        name=st.sampled_from(["glossary.tsv", "names.tsv"]),
        at=number,
        then=few,
    )
    def write_terms(self, locale: str, name: str, at: int, then: int) -> None:
        rows = ["harbor\t항구", "harbor\t부두", "Anna Berg\t안나 베르크", "Anna Berg\t베르그", "broken"]
        head = "source\ttarget\n" if name == "glossary.tsv" else "name\tspelling\n"
        with self._quiet():
            self.site.write(f"locales/{locale}/{name}", head + rows[at % len(rows)] + "\n")
        self._asked(self.reading[then % len(self.reading)])

    @rule(
        where=st.sampled_from(["text", "text/en", "locales", "locales/ko", "build", "build/ko", ".l10n"]),
        then=few,
    )
    def link(self, where: str, then: int) -> None:
        """Put a link in the place of a folder, or the folder back in the place of the link."""
        path, away = self.root / where, self.root.parent / f"away-{where.replace('/', '-')}"
        with self._quiet():
            if path.is_symlink():
                path.unlink()
                away.rename(path)
            elif path.is_dir() and not away.exists():
                path.rename(away)
                path.symlink_to(away)
        self._asked(self.reading[then % len(self.reading)])

    @rule(how=st.sampled_from(["delete", "commands", "cut", "garbage", "file"]), at=number, then=few)
    def damage_cache(self, how: str, at: int, then: int) -> None:
        found = sorted(path for path in self.caches.rglob("*") if path.is_file()) if self.caches.is_dir() else []
        if self.caches.is_file():
            self.caches.unlink()
        elif how == "delete":
            shutil.rmtree(self.caches, ignore_errors=True)
        elif how == "commands":
            shutil.rmtree(self.caches / "l10n/commands", ignore_errors=True)
        elif how == "file":
            shutil.rmtree(self.caches, ignore_errors=True)
            self.caches.write_text("")
        elif found and how == "cut":
            path = found[at % len(found)]
            path.write_bytes(path.read_bytes()[: at * 100])
        elif found:
            found[at % len(found)].write_bytes(b"garbage" * at)
        self._asked(self.reading[then % len(self.reading)])

    @rule(ahead=st.sampled_from([10 * SECOND, 10 * SECOND, 3600 * SECOND, 0, -3600 * SECOND]))
    def set_clock(self, ahead: int) -> None:
        self.ahead = ahead

    @rule()
    def commit(self) -> None:
        self._git("add", "-A")
        self._git("commit", "-qm", "More", "--allow-empty")

    @rule(back=st.integers(1, 4), then=few)
    def check_out(self, back: int, then: int) -> None:
        with self._quiet():
            self._git("checkout", "-qf", f"main~{back}")
        self._asked(self.reading[then % len(self.reading)])
        if back % 2:
            with self._quiet():
                self._git("checkout", "-qf", "main")
            self._asked(self.reading[then % len(self.reading)])

    def _git(self, *args: str) -> None:
        who = {f"GIT_{role}_{what}": "x@y" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        if GIT:
            subprocess.run([GIT, *args], cwd=self.root, capture_output=True, check=False, env=os.environ | who | alone)

    @contextlib.contextmanager
    def _quiet(self) -> Iterator[None]:
        """Change files at another moment than that at which they were looked at."""
        time.sleep(TICK)
        yield
        time.sleep(TICK)

    def _some(self, folder: str, at: int, ending: str) -> Path | None:
        found = [path for path in sorted((self.root / folder).rglob(f"*{ending}")) if path.is_file()]
        return found[at % len(found)] if found else None


def _tree(root: Path) -> dict[str, bytes]:
    """Return what every file holds, save of git, of caches, and of backups, which are named by the time."""
    found = [path for path in sorted(root.rglob("*")) if path.is_file()]
    names = {path.relative_to(root).as_posix(): path for path in found}
    return {name: path.read_bytes() for name, path in names.items() if not name.startswith((".git/", ".l10n/"))}


def _reviewed(path: Path, at: int) -> None:
    try:
        catalog = polib.pofile(str(path), wrapwidth=0)
    except (OSError, UnicodeDecodeError):
        return
    if catalog:
        entry = catalog[at % len(catalog)]
        entry.msgstr = TARGETS[at % len(TARGETS)]
        if at % 3 and "fuzzy" in entry.flags:
            entry.flags.remove("fuzzy")
        if at % 7 == 0:
            entry.tcomment = "l10n-ignore: number"
        catalog.save(str(path))


def _same_size(path: Path, _: Path) -> None:
    """Write as many other bytes and give the file back its time, as `rsync --times` does."""
    before = path.stat()
    path.write_bytes(path.read_bytes().translate(bytes.maketrans(b"19", b"23")))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _linked_out(path: Path, _: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


def _swap(path: Path, other: Path) -> None:
    between = path.with_name("between.tmp")
    path.rename(between)
    other.rename(path)
    between.rename(other)


HAPPENING: list[Callable[[Path, Path], object]] = [
    lambda path, _: path.unlink(),
    lambda path, _: path.write_bytes(path.read_bytes() + b"\nIt opened again.\n"),
    lambda path, _: path.write_bytes(path.read_bytes()[:-9]),
    lambda path, _: path.write_bytes(b""),
    lambda path, _: os.utime(path),
    lambda path, _: os.utime(path, (10**9, 10**9)),
    lambda path, _: os.utime(path, (2**32, 2**32)),
    lambda path, _: path.rename(path.with_name(f"moved{''.join(path.suffixes[-2:])}")),
    lambda path, _: path.chmod(0o600),
    lambda path, other: shutil.copy2(other, path),
    lambda path, _: path.with_name(f"~{path.name}~").write_text("swap"),
    _linked_out,
    _same_size,
    _swap,
]


class LaidOut(Newsroom):
    """The same, where what stands in one article depends on what is published of others."""

    configured: ClassVar[list[str]] = [*LAID, CONFIGURED[1]]

    @rule(at=number, whole=st.booleans(), then=few)
    def release(self, at: int, whole: bool, then: int) -> None:  # noqa: FBT001  drawn by hypothesis
        """Review an article, or take its translation away; another leads to it."""
        name = ARTICLES[1 + at % 2]
        paths = [self.root / f"locales/{locale}/{name}.po" for locale in LOCALES]
        with self._quiet():
            self.site.write("text/en/a.md", "# Pier\n\nSee [more](b.md#pier) and [old](old/c.md).\n")
        self._worked("run")
        with self._quiet(), contextlib.suppress(OSError, UnicodeDecodeError):
            for path in paths:
                catalog = polib.pofile(str(path), wrapwidth=0)
                for entry in catalog:
                    entry.msgstr = entry.msgid if whole else ""
                    entry.flags = []
                catalog.save(str(path))
        self._worked("build")
        self._asked(self.reading[then % len(self.reading)])


@pytest.mark.parametrize("machine", [Newsroom, LaidOut])
def test_what_is_kept_changes_nothing_that_is_told(machine: type[Newsroom]) -> None:
    counted.clear()
    more = {"stateful_step_count": 20 if ALL else 6, "suppress_health_check": list(HealthCheck)}
    run_state_machine_as_test(machine, settings=examples(60, **more))
    assert counted["repeated"] > 10
    assert counted["kept"] > counted["anew"] / 20, counted
