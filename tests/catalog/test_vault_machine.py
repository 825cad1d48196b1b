"""The vault under any sequence of what a newsroom does: what a person reviewed is live, obsolete or in a backup."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from datetime import date
from pathlib import Path

import polib
from hypothesis import HealthCheck
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from l10n import project
from l10n.catalog import decode
from l10n.catalog.cosmetic import cosmetic
from l10n.model import State
from l10n.stages.draft import draft
from l10n.stages.extract import extract
from l10n.stages.purge import Purge, purge
from l10n.stages.workset import gather
from tests.examples import examples

SOAK = os.environ.get("L10N_SOAK") == "1"
RUNS = int(os.environ.get("L10N_RUNS", "2000" if SOAK else "30"))
QUICK = Path("/dev/shm")  # noqa: S108 - a disk in memory: what is proved here does not depend on syncing
MSGCAT = shutil.which("msgcat")

SENTENCES = [
    "The council met on Monday to talk about the bridge.",
    "About 300 traders came from the valley.",
    'The mayor said: "We will not close the market."',
    "Nobody expected the crowd - it was a cold day.",
    "Rain is expected. The river may rise by two metres.",
    "The school opens again in March.",
    "See the [map](map.html) of the old town.",
]
CHANGES = [
    ("Monday", "Tuesday"),
    ("300", "400"),
    ("will not", "will"),
    (" - ", " \u2014 "),
    ('"', "\u201c"),
    ("The", "This"),
    ("old", "new"),
    (".", "!"),
    (" of ", "  of "),
]
number = st.integers(0, 30)


class Vault(RuleBasedStateMachine):
    """A project of few articles with one locale; every text of a person is unlike any other."""

    @initialize(first=st.permutations(SENTENCES))
    def begin(self, first: list[str]) -> None:
        self.folder = tempfile.TemporaryDirectory(dir=QUICK if QUICK.is_dir() else None)
        self.root = Path(self.folder.name)
        (self.root / "pyproject.toml").write_text('[tool.l10n]\nlocales = ["ko"]\nengines = ["pseudo"]\n')
        (self.root / "articles").mkdir()
        self.articles: dict[str, list[str]] = {"a.md": first[:4], "b.md": first[4:]}
        self.bin: list[tuple[str, list[str]]] = []
        self.reviewed: dict[str, tuple[str, set[str]]] = {}
        """Korean text → the comment written with it, and the sources (in cosmetic form) that it was reviewed for."""
        self.turn = self.changes = 0
        self.publish()
        self.extract()
        for at in range(2):
            self.translate(at, 0, "ask the desk")
            self.translate(at, 1, "")

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def publish(self, width: int = 0) -> None:
        """Write all articles; `width` breaks lines after so many words."""
        base = self.root / "articles"
        for path in base.glob("*.md"):
            if path.name not in self.articles:
                path.unlink()
        for name, paragraphs in self.articles.items():
            text = "\n\n".join(broken(text, width) for text in ["# Story", *paragraphs])
            (base / name).write_text(text + "\n")
        self.changes += 1
        if self.changes % 3:  # now and then several changes come together
            self.extract()

    def pick(self, at: int) -> tuple[str, list[str]]:
        names = sorted(self.articles)
        name = names[at % len(names)]
        return name, self.articles[name]

    # What reporters do.

    @precondition(lambda self: self.articles)
    @rule(at=number, which=number, change=st.sampled_from(CHANGES))
    def edit(self, at: int, which: int, change: tuple[str, str]) -> None:
        _, texts = self.pick(at)
        if texts:
            texts[which % len(texts)] = texts[which % len(texts)].replace(*change)
        self.publish()

    @rule(width=st.integers(0, 5))
    def reflow(self, width: int) -> None:
        self.publish(width)

    @precondition(lambda self: self.articles)
    @rule(at=number, to=number, which=number, place=number)
    def move(self, at: int, to: int, which: int, place: int) -> None:
        _, one = self.pick(at)
        _, two = self.pick(to)
        if one:
            two.insert(place % (len(two) + 1), one.pop(which % len(one)))
        self.publish()

    @precondition(lambda self: self.articles)
    @rule(at=number, which=number)
    def cut(self, at: int, which: int) -> None:
        _, texts = self.pick(at)
        if texts:
            texts.pop(which % len(texts))
        self.publish()

    @precondition(lambda self: self.articles)
    @rule(at=number, text=st.sampled_from(SENTENCES))
    def write(self, at: int, text: str) -> None:
        self.pick(at)[1].append(text)
        self.publish()

    @precondition(lambda self: self.articles)
    @rule(at=number)
    def join(self, at: int) -> None:
        _, texts = self.pick(at)
        if len(texts) > 1:
            texts[:2] = [" ".join(texts[:2])]
        self.publish()

    @precondition(lambda self: self.articles)
    @rule(at=number)
    def rename(self, at: int) -> None:
        name, texts = self.pick(at)
        del self.articles[name]
        self.turn += 1
        self.articles[f"story-{self.turn}.md"] = texts
        self.publish()

    @precondition(lambda self: self.articles)
    @rule(at=number)
    def delete(self, at: int) -> None:
        name, texts = self.pick(at)
        self.bin.append((name, texts))
        del self.articles[name]
        self.publish()

    @precondition(lambda self: self.bin)
    @rule()
    def restore(self) -> None:
        name, texts = self.bin.pop()
        self.articles.setdefault(name, list(texts))
        self.publish()

    # What translators do, in their own tools.

    def catalogs(self) -> list[Path]:
        return sorted((self.root / "locales" / "ko").rglob("*.po"))

    @precondition(lambda self: self.catalogs())
    @rule(at=number, which=number, comment=st.sampled_from(["", "ask the desk"]))
    def translate(self, at: int, which: int, comment: str) -> None:
        """Write two texts where none are, or a machine's."""
        path = self.catalogs()[at % len(self.catalogs())]
        file = polib.pofile(str(path))
        todo = [one for one in file if not one.obsolete and (not one.msgstr or (one.fuzzy and not one.previous_msgid))]
        todo = [one for one in todo if one.msgstr not in self.reviewed]
        for one in todo[which % 3 :][:2]:
            self.turn += 1
            one.msgstr = f"사람이 {self.turn}번째로 옮긴 문장이다."
            one.flags = []
            if comment:
                one.tcomment = "\n".join(filter(None, [one.tcomment, comment]))
            self.reviewed[one.msgstr] = (comment, {cosmetic(one.msgid)})
        file.save()

    @precondition(lambda self: self.catalogs())
    @rule(at=number, which=number)
    def review(self, at: int, which: int) -> None:
        """Accept what is fuzzy, a draft or a stale text."""
        path = self.catalogs()[at % len(self.catalogs())]
        file = polib.pofile(str(path))
        todo = [one for one in file if not one.obsolete and one.fuzzy and one.msgstr]
        if todo:
            one = todo[which % len(todo)]
            one.flags = []
            one.previous_msgid = None
            comment, sources = self.reviewed.get(one.msgstr, ("", set()))
            self.reviewed[one.msgstr] = (comment, sources | {cosmetic(one.msgid)})
            file.save()

    @precondition(lambda self: self.catalogs())
    @rule(at=number, width=st.sampled_from([0, 60, 78]))
    def save_with_polib(self, at: int, width: int) -> None:
        path = self.catalogs()[at % len(self.catalogs())]
        polib.pofile(str(path), wrapwidth=width).save()

    @precondition(lambda self: MSGCAT is not None and bool(self.catalogs()))
    @rule(at=number, wrap=st.booleans())
    def save_with_msgcat(self, at: int, wrap: bool) -> None:  # noqa: FBT001 - drawn
        path = self.catalogs()[at % len(self.catalogs())]
        options = [] if wrap else ["--no-wrap"]
        subprocess.run([str(MSGCAT), *options, "-o", str(path), str(path)], check=True, capture_output=True)

    # What commands do.

    @rule()
    def extract(self) -> None:
        done = extract(gather(project.find(self.root)), today=date(2026, 10, 1))
        assert done.failures == ()
        assert extract(gather(project.find(self.root)), today=date(2026, 10, 1)).changed == ()

    @rule()
    def draft(self) -> None:
        done = draft(gather(project.find(self.root)), today=date(2026, 10, 1), tell=lambda _: None)
        assert done.failures == []

    @rule(orphans=st.booleans())
    def purge(self, orphans: bool) -> None:  # noqa: FBT001 - drawn
        order = Purge(obsolete=True, orphans=orphans, stamp="20261001T000000Z")
        assert purge(gather(project.find(self.root)), order).failures == []

    # What stays true.

    @invariant()
    def nothing_a_person_reviewed_is_lost(self) -> None:
        if not hasattr(self, "reviewed"):
            return
        found: dict[str, list[tuple[str, ...]]] = {}
        for path in [*self.catalogs(), *(self.root / ".l10n").rglob("backup/**/*.po")]:
            live = ".l10n" not in path.parts
            for entry in decode(path.read_bytes(), path=path.name, article="a.md", locale="ko").catalog:
                found.setdefault(entry.target, []).append(entry.comments)
                known = self.reviewed.get(entry.target)
                if live and known and entry.state is State.REVIEWED:
                    assert cosmetic(entry.key.text) in known[1], "a review was given to another source"
        for text, (comment, _) in self.reviewed.items():
            assert any(not comment or comment in comments for comments in found.get(text, [])), text


def broken(text: str, width: int) -> str:
    """Break a paragraph's lines after so many words; 0 leaves it on one."""
    if not width:
        return text
    words = text.split(" ")
    lines = [" ".join(words[at : at + width]) for at in range(0, len(words), width)]
    return "\n".join(lines) if all(line[:1].isalpha() for line in lines) else text


Vault.TestCase.settings = examples(
    RUNS,
    stateful_step_count=30 if SOAK else 16,
    derandomize=not SOAK,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
TestVault = Vault.TestCase
