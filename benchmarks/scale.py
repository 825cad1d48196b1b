"""Measures whether each command's work grows with the project: seconds of the processor and peak memory.

    python benchmarks/scale.py [SCENE …] [--part N] [--program "python -m l10n"]

The scenes are `articles` (20,000 of them in one locale), `large` (one article of 20 MB), `catalog` (a PO file of
200,000 entries), `memory` (300,000 pairs) and `handles` (300 articles in three locales while 128 files may be open).
Each is made up in a temporary folder at one quarter of its size and whole; `--part` divides both. Printed are processor
seconds and the peak of resident memory of both, and how many times the work of the quarter the whole is: four is even
growth.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import shlex
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WHOLE = 4
_WORDS = re.findall(
    r"\w+",
    "harbor council net ship captain rope winter market bridge letter window doctor garden engine river teacher voted "
    "bought carried mended opened closed painted counted watched left found told asked the a of in on at with after "
    "before every new old wet green quiet early northern",
)


def sentence(chance: random.Random) -> str:
    """Return a made-up sentence with a number."""
    words = chance.choices(_WORDS, k=chance.randint(8, 16))
    return f"{' '.join(words).capitalize()} {chance.randint(2, 9999)} times."


def text(chance: random.Random, size: int) -> Iterator[str]:
    """Yield the paragraphs of a made-up article of so many characters."""
    yield f"# {sentence(chance)[:-1]}"
    while size > 0:
        paragraph = " ".join(sentence(chance) for _ in range(3))
        size -= len(paragraph)
        yield paragraph


def project(root: Path, locales: tuple[str, ...] = ("ko",)) -> None:
    """Make the configuration of a project without articles."""
    (root / "articles").mkdir()
    names = ", ".join(f'"{locale}"' for locale in locales)
    (root / "pyproject.toml").write_text(
        f'[tool.l10n]\nlocales = [{names}]\nengines = ["pseudo"]\npolicy = "drafts-labelled"\n', encoding="utf-8"
    )


def articles(root: Path, size: int) -> tuple[str, ...]:
    """Make many short articles."""
    project(root)
    _write(root, size)
    return "extract", "draft", "check", "coverage", "build", "run"


def handles(root: Path, size: int) -> tuple[str, ...]:
    """Make articles for three locales."""
    project(root, ("ko", "ja", "es"))
    _write(root, size)
    return "run", "check", "run"


def _write(root: Path, many: int) -> None:
    chance = random.Random(many)  # noqa: S311  made-up texts
    for at in range(many):
        path = root / "articles" / f"{at % 100:02}" / f"{at}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n\n".join(text(chance, 300)) + "\n", encoding="utf-8")


def large(root: Path, size: int) -> tuple[str, ...]:
    """Make one article of so many characters."""
    project(root)
    chance = random.Random(1)  # noqa: S311  made-up texts
    (root / "articles" / "a.md").write_text("\n\n".join(text(chance, size)) + "\n", encoding="utf-8")
    return "extract", "draft", "check", "build"


def catalog(root: Path, size: int) -> tuple[str, ...]:
    """Make an article whose segments are so many short paragraphs, and the catalogue with a person's texts for them."""
    project(root)
    lines = [f"The net {at} is wet." for at in range(size)]
    (root / "articles" / "a.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    (root / "locales" / "ko").mkdir(parents=True)
    entries = (f'msgid "The net {at} is wet."\nmsgstr "그물 {at}번은 젖었다."\n' for at in range(size))
    head = 'msgid ""\nmsgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    (root / "locales" / "ko" / "a.md.po").write_text("\n".join((head, *entries)), encoding="utf-8")
    return "extract", "check", "coverage", "build", "run"


def memory(root: Path, size: int) -> tuple[str, ...]:
    """Make reviewed catalogues of so many different pairs, and one article that is like some of them."""
    project(root)
    chance = random.Random(2)  # noqa: S311  made-up texts
    each = 1000
    for number in range(size // each):
        lines = [sentence(chance) for _ in range(each)]
        (root / "articles" / f"{number}.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        path = root / "locales" / "ko" / f"{number}.md.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        entries = (f'msgid "{line}"\nmsgstr "⟨{line[::-1]}⟩"\n' for line in dict.fromkeys(lines))
        head = 'msgid ""\nmsgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        path.write_text("\n".join((head, *entries)), encoding="utf-8")
    return "tm rebuild", "tm stats", 'tm search --locale ko "The captain mended every wet net 12 times."'


SCENES: dict[str, tuple[Callable[[Path, int], tuple[str, ...]], int]] = {
    "articles": (articles, 20_000),
    "large": (large, 20_000_000),
    "catalog": (catalog, 200_000),
    "memory": (memory, 300_000),
    "handles": (handles, 300),
}
_MOST_OPEN = 128


@dataclass(frozen=True, slots=True)
class Usage:
    """What one command took."""

    seconds: float
    """Of the processor."""
    megabytes: float
    """Resident at the peak."""
    code: int


def ran(program: list[str], command: str, root: Path, *, most_open: int = 0) -> Usage:
    """Run a command in a project and measure it."""
    child = os.fork()
    if child == 0:
        os.chdir(root)
        if most_open:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most_open, most_open))
        out = os.open(root / "out.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os.execvp(program[0], [*program, *shlex.split(command)])  # noqa: S606  the program that is measured
    _, status, used = os.wait4(child, 0)
    return Usage(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))


def measured(scene: str, size: int, program: list[str]) -> Iterator[tuple[str, Usage]]:
    """Yield each command of a scene with what it took, in the order in which they are run."""
    make, _ = SCENES[scene]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for command in make(root, size):
            used = ran(program, command, root, most_open=_MOST_OPEN if scene == "handles" else 0)
            if used.code not in {0, 1, 3}:
                print((root / "out.txt").read_text(encoding="utf-8")[-2000:], file=sys.stderr)
            yield command, used


def main() -> int:
    """Print the table; return 1 where a command failed."""
    options = argparse.ArgumentParser()
    options.add_argument("scenes", nargs="*", default=list(SCENES))
    options.add_argument("--part", type=int, default=1)
    options.add_argument("--program", default=f"{sys.executable} -m l10n")
    given = options.parse_args()
    failed = False
    print("scene\tsize\tcommand\tseconds of the quarter\twhole\ttimes\tMB of the quarter\twhole")
    for scene in given.scenes:
        size = SCENES[scene][1] // given.part
        program = shlex.split(given.program)
        few = list(measured(scene, size // _WHOLE, program))
        for (command, one), (_, other) in zip(few, measured(scene, size, program), strict=True):
            times, shown = other.seconds / max(one.seconds, 0.01), command.split(" --", maxsplit=1)[0]
            figures = f"{one.seconds:.1f}\t{other.seconds:.1f}\t{times:.1f}\t{one.megabytes:.0f}\t{other.megabytes:.0f}"
            print(f"{scene}\t{size}\t{shown}\t{figures}", flush=True)
            failed |= other.code not in {0, 1, 3}
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
