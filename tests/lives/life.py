"""Owns one life of a project: what happens in each step, by a seed, and what was wrong after it."""

from __future__ import annotations

import contextlib
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polib

from tests.lives import news
from tests.lives.files import entries, readable
from tests.lives.judge import Judge, unread
from tests.lives.room import POLICIES, TOOLS, Room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.lives.files import Vault

_NAMES = ("ferry.md", "bridge.txt", "market.html", "news/pier.md", "news/mill.txt", "clinic.html")


@dataclass
class Life:
    """A project, its people and its judge."""

    room: Room
    rng: random.Random
    judge: Judge = field(default_factory=Judge)
    step: int = 0
    made: int = 0
    graves: list[str] = field(default_factory=list)
    """Paragraphs that were deleted."""
    past: list[tuple[str, list[str]]] = field(default_factory=list)
    """Articles as they were."""
    story: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    branched: bool = False

    def begin(self) -> None:
        self.room.begin()
        for name in self.rng.sample(_NAMES, self.rng.choice((2, 3, 4))):
            self.room.write(name, [news.headline(self.rng), *(news.paragraph(self.rng) for _ in range(4))])
        self.room.l10n("extract")
        self.room.commit()

    def go(self) -> list[str]:
        """Live one step; return what is wrong after it."""
        self.step += 1
        name = self.rng.choices(list(_DEEDS), [weight for _, weight in _DEEDS.values()])[0]
        self.counts[name] += 1
        self.story.append(f"{self.step} {name}")
        return list(_DEEDS[name][0](self))

    def tell(self, what: str) -> None:
        self.story[-1] += f"; {what}"

    # authors

    def edit(self) -> Iterator[str]:
        """Let an editor do one thing to one article, or a few."""
        for _ in range(self.rng.choice((1, 1, 2, 3, 5))):
            name = self.rng.choice(self.room.articles())
            blocks = self.room.blocks(name)
            if not blocks:
                self.room.write(name, [news.headline(self.rng), news.paragraph(self.rng)])
                continue
            self.past.append((name, list(blocks)))
            deed = self.rng.choice(_AUTHOR)
            deed(self, name, blocks)
        yield from ()

    def _at(self, blocks: list[str]) -> int:
        return self.rng.randrange(1, len(blocks)) if len(blocks) > 1 else 0

    def change(self, name: str, blocks: list[str]) -> None:
        at = self.rng.randrange(len(blocks))
        self._put(name, blocks, at, self.rng.choice(news.EDITS[:4] if at == 0 else news.EDITS))

    def dress(self, name: str, blocks: list[str]) -> None:
        at = self.rng.randrange(len(blocks))
        edit = self.rng.choice([one for one in news.COSMETIC if at or one is not news.reflowed])
        self._put(name, blocks, at, edit)

    def _put(self, name: str, blocks: list[str], at: int, edit: Callable[[str, random.Random], str]) -> None:
        new = edit(blocks[at], self.rng)
        self.tell(f"{name} {edit.__name__}: {blocks[at]!r} → {new!r}")
        blocks[at] = new
        self.room.write(name, blocks)

    def split(self, name: str, blocks: list[str]) -> None:
        at = self._at(blocks)
        two = news.halves(blocks[at], self.rng)
        if two:
            self.tell(f"{name} split: {blocks[at]!r}")
            self.room.write(name, [*blocks[:at], *two, *blocks[at + 1 :]])

    def join(self, name: str, blocks: list[str]) -> None:
        if len(blocks) > 2:
            at = self.rng.randrange(1, len(blocks) - 1)
            self.tell(f"{name} join: {blocks[at]!r} + {blocks[at + 1]!r}")
            self.room.write(name, [*blocks[:at], f"{blocks[at]} {blocks[at + 1]}", *blocks[at + 2 :]])

    def move(self, name: str, blocks: list[str]) -> None:
        one = blocks.pop(self._at(blocks))
        blocks.insert(self._at([*blocks, ""]), one)
        self.tell(f"{name} move: {one!r}")
        self.room.write(name, blocks)

    def move_out(self, name: str, blocks: list[str]) -> None:
        if len(blocks) > 2:
            one = blocks.pop(self._at(blocks))
            self.room.write(name, blocks)
            self._insert(self.rng.choice(self.room.articles()), one)
            self.tell(f"from {name}")

    def copy(self, name: str, blocks: list[str]) -> None:
        self._insert(self.rng.choice(self.room.articles()), blocks[self._at(blocks)])
        self.tell(f"from {name}, copied")

    def _insert(self, name: str, block: str) -> None:
        blocks = self.room.blocks(name)
        at = self._at([*blocks, ""])
        self.tell(f"{name} insert: {block!r}")
        self.room.write(name, [*blocks[:at], block, *blocks[at:]])

    def delete(self, name: str, blocks: list[str]) -> None:
        if len(blocks) > 2:
            one = blocks.pop(self._at(blocks))
            self.graves.append(one)
            self.tell(f"{name} delete: {one!r}")
            self.room.write(name, blocks)

    def restore(self, name: str, blocks: list[str]) -> None:  # noqa: ARG002  one shape for all
        if self.graves:
            self._insert(name, self.graves.pop(self.rng.randrange(len(self.graves))))

    def revert(self, name: str, blocks: list[str]) -> None:  # noqa: ARG002  one shape for all
        old = [some for where, some in self.past[-12:] if where == name]
        self.tell(f"{name} revert")
        self.room.write(name, self.rng.choice(old))

    def add(self, name: str, blocks: list[str]) -> None:
        self._insert(name, news.paragraph(self.rng))
        if len(blocks) > 9:
            self.delete(name, self.room.blocks(name))

    def rename(self, name: str, blocks: list[str]) -> None:  # noqa: ARG002  one shape for all
        stem, _, kind = name.rpartition(".")
        new = f"{stem.rstrip('0123456789')}{self.step}.{kind}"
        self.tell(f"{name} renamed {new}")
        (self.room.root / "articles" / name).rename(self.room.root / "articles" / new)

    # translators

    def translate(self) -> Iterator[str]:
        """Let a translator save a file in a PO editor, a few entries changed."""
        for path in self._one_of(self.room.catalogs()):
            self._saves(path)
        yield from ()

    def _one_of(self, paths: list[Path]) -> list[Path]:
        return self.rng.sample(paths, min(1, len(paths)))

    def _saves(self, path: Path) -> None:
        po = polib.pofile(str(path), wrapwidth=self.rng.choice((0, 78)))
        live = [entry for entry in po if not entry.obsolete]
        for entry in self.rng.sample(live, min(len(live), self.rng.choice((1, 3, 6, 12)))):
            deed = self.rng.choice(
                ("accept", "accept", "better", "better", "better", "half", "doubt", "comment", "clear")
            )
            if deed == "accept" and not entry.msgstr:
                deed = "better"
            self.tell(f"{path.name} {deed} {entry.msgid[:30]!r} {entry.msgstr[:24]!r}")
            if deed in {"better", "half"}:
                self.made += 1
                entry.msgstr = (
                    f"글 {self.made}. {entry.msgstr[-12:]}".strip() if deed == "half" else f"글 {self.made}번이다."
                )
                self.judge.written.add(entry.msgstr)
            if deed in {"accept", "better"}:
                entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
                if self.rng.random() < 0.7:
                    entry.previous_msgid = None
                self.judge.reads(entry.msgid, entry.msgstr, self.step)
            elif deed == "comment":
                self.made += 1
                entry.tcomment = "\n".join(filter(None, [entry.tcomment, f"메모 {self.made}번"]))
                self.judge.remarks.add(f"메모 {self.made}번")
            elif deed == "clear":
                if self.rng.random() < 0.3:
                    entry.msgstr = ""
                    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            elif entry.msgstr and "fuzzy" not in entry.flags:
                entry.flags.append("fuzzy")
        po.save(str(path))

    def tool(self) -> Iterator[str]:
        """Let another program read and write a file."""
        for path in self._one_of(self.room.catalogs()):
            name = self.rng.choice(list(TOOLS))
            self.tell(f"{name} {path.name}")
            old = {one.text for one in entries(path.read_text())}
            with contextlib.suppress(Exception):  # what another program cannot do is its own affair
                TOOLS[name](path)
            self.counts[f"texts that {name} lost"] += len(old - {one.text for one in entries(path.read_text())})
        yield from ()

    # commands

    def _before(self) -> Vault:
        before = self.room.vault()
        self.judge.adopt(before, self.step)
        return before

    def _after(self, before: Vault) -> Iterator[str]:
        after = self.room.vault()
        yield from self.judge.lost(before.texts(), after)
        yield from self.judge.silenced(before.comments(), after)
        yield from self.judge.miscarried(after)
        for path in self.room.catalogs():
            name = path.relative_to(self.room.folder).as_posix().removesuffix(".po")
            old, new = before.data.get(name, b""), after.data[name]
            if old != new and (wrong := self.room.refused(new)) and not self.room.refused(old):
                yield f"msgfmt: {path.name}: {wrong}"

    def _ran(self, *args: str, good: tuple[int, ...] = (0,)) -> Iterator[str]:
        done = self.room.l10n(*args)
        if done.code not in good or "Traceback" in done.err:
            yield f"l10n {' '.join(args)}: exit {done.code}: {done.err[-400:]}"

    def extract(self) -> Iterator[str]:
        before = self._before()
        yield from self._ran("extract")
        yield from self._after(before)
        after = self.room.vault()
        yield from self.judge.buried(after)
        yield from self.judge.withheld(before, after)
        yield from self._ran("extract", "--check")
        yield from self._ran("extract")
        if self.room.vault().data != after.data:
            yield "a second extract writes"

    def draft(self) -> Iterator[str]:
        before = self._before()
        yield from self._ran("draft", good=(0, 3))
        yield from self._after(before)

    def build(self) -> Iterator[str]:
        """Publish under each policy."""
        yield from self.extract()
        before = self._before()
        for policy in POLICIES:
            self.room.policy(policy)
            yield from self._ran("build")
            for name in self.room.articles():
                some = before.files.get(name, ())
                yield from unread(name, some, self.room.blocks(name, f"build/{self.room.locale}"), policy)
        self.room.policy("reviewed")
        if self.room.vault().data != before.data:
            yield "build writes a catalogue"

    def look(self) -> Iterator[str]:
        before = self._before()
        yield from self._ran("check", good=(0, 1))
        yield from self._ran("coverage", good=(0, 1))
        yield from self._after(before)

    def purge(self) -> Iterator[str]:
        before = self._before()
        yield from self._ran("purge", "--obsolete", "--orphans")
        yield from self._after(before)

    # branches

    def branch(self) -> Iterator[str]:
        """Begin a second branch, go to the other one, or make one of the two."""
        self.room.commit()
        if not self.branched:
            self.room.git("branch", "-f", "other")
            self.branched = True
        elif self.rng.random() < 0.5:
            yield from self._merge()
            return
        there = self.room.git("rev-parse", "--verify", "-q", "HEAD")
        where = (self.room.root / ".git/HEAD").read_text()
        self.room.git("checkout", "-q", "main" if "other" in where else "other")
        self.tell(f"from {where.strip()[-5:]} {there or ''}")

    def _merge(self) -> Iterator[str]:
        self.room.git("checkout", "-q", "other")
        theirs = self._before()
        self.room.git("checkout", "-q", "main")
        ours = self._before()
        base = self._base()
        how = self.rng.choices(("l10n", "", "union"), (60, 25, 15))[0]
        driven = how == "l10n"
        self.room.merges(how)
        self.tell(f"merge by {how or 'lines'}")
        self.room.git("merge", "-q", "--no-edit", "other")
        unmerged = self.room.unmerged()
        for name in unmerged:
            self._resolve(name, driven=driven)
        if not driven:
            self._mended()
        if driven and all(name.endswith(".po") for name in unmerged):
            yield from self._merged(base, ours, theirs)
        self.room.commit()
        self.branched = False

    def _base(self) -> Vault:
        self.room.git("checkout", "-q", "--detach")
        where = self.room.root / ".git/base"
        self.room.git("-c", "alias.b=!git merge-base main other > .git/base", "b")
        self.room.git("checkout", "-q", where.read_text().strip())
        found = self.room.vault()
        self.room.git("checkout", "-q", "main")
        return found

    def _resolve(self, name: str, *, driven: bool) -> None:
        path = self.room.root / name
        if driven and name.endswith(".po") and path.is_file():
            return
        side = self.rng.choice(("--ours", "--theirs"))
        self.tell(f"{name} {side}")
        if self.room.git("checkout", side, "--", name) and not path.is_file():
            self.room.git("rm", "-q", "--cached", name)

    def _mended(self) -> None:
        """Take our side where lines were merged to what no program reads."""
        for path in self.room.catalogs():
            if not readable(path.read_text()) or self.room.refused(path.read_bytes()):
                self.tell(f"{path.name} is broken, ours")
                name = path.relative_to(self.room.root).as_posix()
                if self.room.git("checkout", "HEAD", "--", name):
                    path.unlink()

    def _merged(self, base: Vault, ours: Vault, theirs: Vault) -> Iterator[str]:
        """Yield what the driver lost or took for reviewed."""
        after = self.room.vault()
        kept = (ours.texts() | theirs.texts()) - (base.texts() - (ours.texts() & theirs.texts()))
        yield from self.judge.lost(kept, after)
        yield from self.judge.miscarried(after)
        for path in self.room.catalogs():
            name = path.relative_to(self.room.folder).as_posix().removesuffix(".po")
            given = [some.data.get(name, b"") for some in (base, ours, theirs)]
            if (wrong := self.room.refused(after.data[name])) and not any(map(self.room.refused, given)):
                yield f"msgfmt after a merge: {path.name}: {wrong}"


_AUTHOR = (
    *(Life.change,) * 5,
    *(Life.dress,) * 3,
    *(Life.split, Life.join, Life.move, Life.move_out, Life.copy, Life.delete, Life.restore, Life.add),
    *(Life.revert,) * 2,
    Life.rename,
)
_DEEDS: dict[str, tuple[Callable[[Life], Iterator[str]], int]] = {
    "edit": (Life.edit, 24),
    "translate": (Life.translate, 22),
    "tool": (Life.tool, 14),
    "extract": (Life.extract, 24),
    "draft": (Life.draft, 6),
    "build": (Life.build, 4),
    "look": (Life.look, 2),
    "purge": (Life.purge, 1),
    "branch": (Life.branch, 10),
}


def lived(top: Path, seed: int, steps: int) -> Iterator[tuple[Life, list[str]]]:
    """Live one life; yield it after each step in which anything new was wrong, and at its end with nothing."""
    rng = random.Random(seed)  # noqa: S311  a play, no secret
    life = Life(Room(top / "site", rng.choice(("ko", "ja"))), rng)
    life.begin()
    told: set[str] = set()
    for _ in range(steps):
        wrong = [fault for fault in life.go() if fault not in told]
        told.update(wrong)
        if wrong:
            yield life, wrong
    yield life, []
