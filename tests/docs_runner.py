"""Owns the running of a documentation page: its fenced blocks, in order, in a fresh folder.

A block says by the words after its language what it is:

- ``console``: a line `$ command` runs in a shell in the folder (a command may go on over lines that end in a
  backslash); the lines after it are what it prints on both streams, then `(exit 3)` unless it exits with 0. `…` on a
  line of its own stands for any lines, `…` inside a line for any text.
- ``pycon``: a session of Python in the folder, checked by doctest; `…` in what it prints stands for any text.
- ``file=PATH``: the block is written to that file.
- ``contains=PATH``: these lines stand in that file, one after another; `…` works here too, and the date of a
  `# draft:` or `# stale:` line is any date.
- ``edit=PATH``: what a translator does by hand: each entry of the block takes the place of the one with the same
  msgctxt and msgid in that PO file; its `#.`, `#:`, `# draft:` and `# stale:` lines must be those of the
  file.
- ``needs=PROGRAM`` besides: the block is left out unless the run asks for it.
- ``not-run``: for the eye only.
"""

from __future__ import annotations

import os
import re
import shlex
import stat
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests import inside

ROOT = Path(__file__).resolve().parent.parent
_FENCE = re.compile(r"(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL)
_PLAIN = re.compile(r"""l10n(?: (?:[^'"|<>;&$`*?(){}#\\\n!~]|'[^'\n]*'|"[^"$`\\\n!]*")*)?""")
"""A command that a shell does nothing with but cut it into words."""
_EXIT = re.compile(r"\(exit (\d+)\)")
_DATED = ("# draft: ", "# stale: ")
_ANY = "…"
_DOCTEST = """
import doctest, sys
test = doctest.DocTestParser().get_doctest(sys.stdin.read(), {}, "page", None, 0)
sys.exit(bool(doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test).failed))
"""


class PageError(AssertionError):
    """A page shows what is not so."""


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    language: str
    words: tuple[str, ...]
    """What follows the language: `file=articles/a.md`."""
    body: str
    line: int

    def word(self, name: str) -> str:
        """Return the value of `name=value`; empty without it."""
        return next((word.partition("=")[2] for word in self.words if word.startswith(f"{name}=")), "")


def blocks(page: str) -> list[Block]:
    """Return the fenced blocks of a page in order."""
    found = []
    for match in _FENCE.finditer(page):
        language, *words = match["info"].split() or [""]
        found.append(Block(language, tuple(words), match["body"], page.count("\n", 0, match.start()) + 1))
    return found


@dataclass(frozen=True)
class Step:
    """A command of a console block and what is expected of it."""

    command: str
    output: str
    code: int


def steps(body: str) -> list[Step]:
    """Cut a console block into its commands."""
    found: list[Step] = []
    lines = body.rstrip("\n").split("\n")
    at = 0
    while at < len(lines):
        if not lines[at].startswith("$ "):
            raise PageError(f"a console block begins with a command, not with {lines[at]!r}")
        command = [lines[at][2:]]
        while command[-1].endswith("\\"):
            at += 1
            command.append(lines[at])
        at += 1
        output: list[str] = []
        while at < len(lines) and not lines[at].startswith("$ "):
            output.append(lines[at])
            at += 1
        ended = _EXIT.fullmatch(output[-1]) if output else None
        if ended:
            output.pop()
        found.append(Step("\n".join(command), "\n".join(output), int(ended[1]) if ended else 0))
    return found


def pattern(text: str, *, dated: bool = False) -> str:
    """Return a regular expression for lines of which `…` stands for anything."""
    pieces = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        last = number == len(lines) - 1
        if line.strip() == _ANY:
            pieces.append(r"(?:[^\n]*(?:\n|\Z))*?")
            continue
        one = re.escape(line).replace(re.escape(_ANY), r"[^\n]*?")
        if dated and line.startswith(_DATED):
            one = re.sub(r"\d{4}\\-\d\d\\-\d\d", r"\\d{4}-\\d\\d-\\d\\d", one)
        pieces.append(one + ("" if last else r"\n"))
    return "".join(pieces)


def matches(expected: str, actual: str) -> bool:
    """Tell whether an output is the expected one, white space at its end aside."""
    trimmed = "\n".join(line.rstrip() for line in actual.rstrip().split("\n"))
    return re.fullmatch(pattern(expected.rstrip("\n")) + r"\n?", trimmed) is not None


@dataclass(frozen=True)
class Folder:
    """A fresh folder in which a page is tried out."""

    root: Path
    launcher: Path
    around: dict[str, str] = field(default_factory=dict)
    """What the environment of its commands has besides."""

    def try_out(self, page: str, *, programs: frozenset[str] = frozenset()) -> None:
        """Run the blocks of a page; raises `PageError` at the first that is wrong."""
        for block in blocks(page):
            needed = block.word("needs")
            if needed and needed not in programs:
                continue
            try:
                self._block(block)
            except PageError as err:
                raise PageError(f"line {block.line}: {err}") from None

    def _block(self, block: Block) -> None:
        if block.language == "console":
            for step in steps(block.body):
                self._step(step)
        elif block.language == "pycon":
            self._session(block.body)
        elif path := block.word("file"):
            self._path(path).parent.mkdir(parents=True, exist_ok=True)
            self._path(path).write_bytes(block.body.encode())
        elif path := block.word("contains"):
            self._contains(path, block.body)
        elif path := block.word("edit"):
            self._edit(path, block.body)
        elif "not-run" not in block.words:
            raise PageError(f"a block “{block.language} {' '.join(block.words)}” is neither run nor marked not-run")

    def _path(self, path: str) -> Path:
        return self.root / path

    def _step(self, step: Step) -> None:
        code, out = self._run(step.command)
        if code != step.code:
            raise PageError(f"`{step.command}` exits with {code}, not {step.code}:\n{out}")
        if not matches(step.output, out):
            raise PageError(f"`{step.command}` prints\n{out}\nand the page says\n{step.output}")

    def _run(self, command: str) -> tuple[int, str]:
        """Run a command and return how it ends and what it prints.

        The commands of `l10n` it begins with are run inside this process, the rest in a shell.
        """
        environment = self._environment()
        said = ""
        while True:
            first, _, rest = command.partition(" && ")
            if not _PLAIN.fullmatch(first):
                break
            ran = inside.run_together(self.root, shlex.split(first)[1:], environment)
            said += ran.out
            if ran.code or not rest:
                return ran.code, said
            command = rest
        done = self._process(["/bin/bash", "-c", command])
        return done.returncode, said + done.stdout.decode()

    def _session(self, body: str) -> None:
        done = self._process([sys.executable, "-c", _DOCTEST], body.replace(_ANY, "..."))
        if done.returncode:
            raise PageError(done.stdout.decode())

    def _process(self, command: list[str], said: str = "") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            command,
            cwd=self.root,
            env=self._environment(),
            input=said.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": f"{self.launcher}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
            "PYTHONPATH": str(ROOT),
            "HOME": str(self.launcher),
            "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1",
            "COLUMNS": "120",
            **self.around,
        }

    def _contains(self, path: str, body: str) -> None:
        if not self._path(path).is_file():
            raise PageError(f"there is no file {path}")
        text = self._path(path).read_bytes().decode()
        wanted = rf"^{pattern(body.rstrip(chr(10)), dated=True)}$"
        if not re.search(wanted, text.replace("\r\n", "\n"), re.MULTILINE):
            raise PageError(f"{path} does not hold\n{body}\nbut\n{text}")

    def _edit(self, path: str, body: str) -> None:
        entries = {_source(entry): entry for entry in re.split(r"\n{2,}", body.strip("\n"))}
        old = self._path(path).read_bytes().decode().rstrip("\n").split("\n\n")
        known = {_source(entry): entry for entry in old}
        for source, entry in entries.items():
            if source not in known:
                raise PageError(f"{path} has no entry\n{source}\nbut\n" + "\n\n".join(old))
            if _fixed(entry) != _fixed(known[source]):
                raise PageError(
                    f"{path} has\n{known[source]}\nof which the page changes a line that people leave:\n{entry}"
                )
        new = [entries.get(_source(entry), entry) for entry in old]
        self._path(path).write_bytes(("\n\n".join(new) + "\n").encode())


def _source(entry: str) -> str:
    """Return the lines of msgctxt and msgid of a live entry."""
    lines = [line for line in entry.split("\n") if not line.startswith("#")]
    end = next((at for at, line in enumerate(lines) if line.startswith("msgstr")), len(lines))
    return "\n".join(lines[:end]) or entry


def _fixed(entry: str) -> list[str]:
    """Return the comment lines of an entry that a translator leaves alone, without the dates of ours."""
    lines = [line for line in entry.split("\n") if line.startswith(("#.", "#:", *_DATED))]
    return [re.sub(r"\d{4}-\d\d-\d\d", "", line) if line.startswith(_DATED) else line for line in lines]


def folder(base: Path) -> Folder:
    """Make a fresh folder with the checkout's `l10n`, and this Python, first on the path of its commands."""
    root, launcher = base / "newsroom", base / "bin"
    root.mkdir()
    launcher.mkdir()
    for name, module in (("l10n", " -m l10n"), ("python", "")):
        program = launcher / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}"{module} "$@"\n', encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return Folder(root, launcher)
