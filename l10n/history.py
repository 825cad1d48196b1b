"""Owns the door to git: when the lines of a file became what they are, and which files changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from l10n.errors import StorageError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = [
    "CHUNK",
    "Commit",
    "FileChange",
    "between",
    "changed_since",
    "commits",
    "contents",
    "line_times",
    "user_name",
]

_HEAD = re.compile(rb"([0-9a-f]{40,64}) [0-9]+ ([0-9]{1,15})(?: [0-9]+)?")
_TIME = re.compile(rb"committer-time ([0-9]{1,15})")
_COMMIT_HEAD = re.compile(
    rb"\n?\x01([0-9a-f]+)\x02([0-9a-f ]*)\x02([0-9]{1,15})\x02([0-9]{1,15})\x02([^\x02]*)\x02(.*?)\n?", re.DOTALL
)
_TIMEOUT = 60
_WITHOUT = "leave --since out"
_NOT_IN_GIT = "Commit the file first, or leave --older-than out."
CHUNK = 200
"""Versions of files that are read at once."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """What one commit did to one file."""

    before: str
    path: str
    """Its path before and after, relative to the root, with `/`: they differ where it was renamed."""
    old: str
    new: str
    """Names of its content before and after, for `contents`; empty where there was no file."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit, as far as it touched certain files."""

    id: str
    author: str
    """E-mail address, as `.mailmap` has it."""
    name: str
    """Of the author, likewise."""
    written: int
    committed: int
    """Unix times of the author and of the committer: the second is later where a commit was amended or moved."""
    cut_off: bool
    """The history was fetched from here on only: what was there before is not known."""
    files: tuple[FileChange, ...]


def commits(root: Path, folders: Iterable[str], *, until: str = "HEAD", otherwise: str) -> list[Commit]:
    """Return the commits that one, the checked-out one by default, builds on and that touched files in some folders.

    A commit comes before those it builds on. Merges are left out: what they bring is in the commits that they merge.
    `otherwise` says in a remedy how to do without a history. Raises `UsageError` where there is no repository,
    `StorageError` where git is not installed or gives up.
    """
    shallow = _git(root, ["rev-parse", "--is-shallow-repository"], "", otherwise)
    remedy = f"Commit drafts and reviews, or {otherwise}."
    if shallow.returncode:
        raise UsageError("there is no history of git here", remedy=remedy)
    command = ["-c", "log.showSignature=false", "log", "--topo-order", "--raw", "-z", "--no-abbrev", "-M", "--relative"]
    command += [
        "--no-ext-diff",
        "--no-textconv",
        "--no-color",
        "--format=%x01%H%x02%P%x02%at%x02%ct%x02%aE%x02%aN",
        "--end-of-options",
        until,
        "--",
        *folders,
    ]
    done = _git(root, command, "", otherwise)
    if done.returncode:
        raise UsageError(f"git tells no history: {_reason(done.stderr)}", remedy=remedy)
    return list(_log(done.stdout, shallow=b"true" in shallow.stdout))


def between(root: Path, first: str, last: str, *, otherwise: str) -> tuple[str, frozenset[str]]:
    """Return the id of a revision and those of the commits that it builds on and another does not.

    Raises `UsageError` for a revision that git does not know or where there is no repository, `StorageError` where git
    is not installed or gives up.
    """
    since, until = (_revision(root, name, otherwise) for name in (first, last))
    done = _git(root, ["rev-list", "--end-of-options", until, f"^{since}"], "", otherwise)
    if done.returncode:
        raise StorageError(f"git gave up: {_reason(done.stderr)}", remedy=f"{_sentence(otherwise)}.")
    return until, frozenset(done.stdout.decode("ascii", "replace").split())


def contents(root: Path, names: Iterable[str], *, otherwise: str) -> Iterator[tuple[str, bytes]]:
    """Yield the content of each version of a file by its name; what git does not have is passed over.

    Raises `StorageError` where git is not installed or gives up.
    """
    wanted = list(dict.fromkeys(names))
    for start in range(0, len(wanted), CHUNK):
        asked = "".join(f"{name}\n" for name in wanted[start : start + CHUNK]).encode()
        said = _git(root, ["cat-file", "--batch"], "", otherwise, asked).stdout
        at = 0
        while (end := said.find(b"\n", at)) >= 0:
            name, *kind = said[at:end].split(b" ")
            at = end + 1
            if len(kind) == 2 and kind[1].isdigit():  # noqa: PLR2004  `<name> blob <size>`
                yield name.decode(), said[at : at + int(kind[1])]
                at += int(kind[1]) + 1


def line_times(root: Path, name: str) -> dict[int, int]:
    """Return, for each committed line of a file as it stands on disk, the Unix time of the commit it came with.

    Line numbers are 1-based; lines that are not committed yet are absent. `name` is relative to `root`. Raises
    `UsageError` where the file is in no repository or not in version control, `StorageError` where git is not
    installed or gives up.
    """
    command = ["-c", "core.fsmonitor=false", "blame", "--porcelain", "--no-textconv", "--", name]
    done = _git(root, command, name, "leave --older-than out")
    if done.returncode:
        said = done.stderr.decode(errors="replace")
        if "not a git repository" in said or "no such path" in said or "no such ref" in said:
            raise UsageError("how old its entries are is known to git only", path=name, remedy=_NOT_IN_GIT)
        raise StorageError(f"git gave up: {_reason(done.stderr)}", path=name, remedy="Leave --older-than out.")
    return _times(done.stdout)


def changed_since(root: Path, revision: str, *, otherwise: str = _WITHOUT) -> frozenset[str]:
    """Return the files below `root` that differ from a revision or are in no commit, relative to it, with `/`.

    Raises `UsageError` for a revision that git does not know or where there is no repository, `StorageError` where git
    is not installed or gives up.
    """
    commit = _revision(root, revision, otherwise)
    found: set[str] = set()
    for command in (
        ["diff", "--name-only", "-z", "--relative", "--no-renames", "--no-ext-diff", "--no-textconv", commit, "--"],
        ["ls-files", "-z", "--others", "--exclude-standard"],
    ):
        done = _git(root, ["-c", "core.fsmonitor=false", *command], "", otherwise)
        if done.returncode:
            raise StorageError(f"git gave up: {_reason(done.stderr)}", remedy=f"{_sentence(otherwise)}.")
        found.update(os.fsdecode(name) for name in done.stdout.split(b"\0") if name)
    return frozenset(found)


def user_name(root: Path) -> str:
    """Return who the user is to git; empty where it does not know, or is not installed."""
    try:
        done = _git(root, ["config", "--get", "user.name"], "", _WITHOUT)
    except StorageError:
        return ""
    return done.stdout.decode("utf-8", "replace").strip()


def _revision(root: Path, name: str, otherwise: str) -> str:
    """Return the commit that a name means; raises `UsageError` where it means none."""
    wanted = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
    named = _git(root, wanted, "", otherwise)
    if named.returncode:
        raise UsageError(
            f"git knows no revision `{name}` here", remedy="Name a commit, a branch or a tag; in CI, fetch it first."
        )
    return named.stdout.decode("ascii", "replace").strip()


def _log(said: bytes, *, shallow: bool) -> Iterator[Commit]:
    """Read the log: a head for each commit, and the files it touched behind it."""
    fields = iter(said.split(b"\0"))
    head: re.Match[bytes] | None = None
    files: list[FileChange] = []
    for field in fields:
        if field.startswith((b":", b"\n:")):
            what = field.split()
            if len(what) != 5:  # noqa: PLR2004  two modes, two names, a status
                continue
            path = os.fsdecode(next(fields, b""))
            after = os.fsdecode(next(fields, b"")) if what[4][:1] in {b"R", b"C"} else path
            files.append(FileChange(path, after, _content(what[2]), _content(what[3])))
        elif start := _COMMIT_HEAD.fullmatch(field):
            if head:
                yield _commit(head, files, shallow=shallow)
            head, files = start, []
    if head:
        yield _commit(head, files, shallow=shallow)


def _content(name: bytes) -> str:
    return name.decode() if name.strip(b"0") else ""


def _commit(head: re.Match[bytes], files: Iterable[FileChange], *, shallow: bool) -> Commit:
    author, name = (head[at].decode("utf-8", "replace") for at in (5, 6))
    return Commit(head[1].decode(), author, name, int(head[3]), int(head[4]), shallow and not head[2], tuple(files))


def _git(
    root: Path, arguments: Sequence[str], name: str, otherwise: str, asked: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git; `name` is the file to blame, `otherwise` what to do where git cannot be run, `asked` its input."""
    program = shutil.which("git")
    if program is None:
        raise StorageError("git is not installed", path=name, remedy=f"Install it, or {otherwise}.")
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    try:
        return subprocess.run(  # noqa: S603  fixed commands; names and revisions stand where git reads no options
            [program, "--no-pager", *arguments],
            cwd=root,
            env=environment,
            input=asked,
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as err:
        raise StorageError("git gave no answer", path=name, remedy=f"{_sentence(otherwise)}.") from err


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _reason(said: bytes) -> str:
    return said.decode(errors="replace").strip().split("\n")[-1].removeprefix("fatal: ")


def _times(porcelain: bytes) -> dict[int, int]:
    """Read git's porcelain: a header a line, its commit's fields where it is first met, the line behind a tab."""
    commits: dict[bytes, int] = {}
    lines: dict[int, bytes] = {}
    commit = b""
    for row in porcelain.split(b"\n"):
        head = _HEAD.fullmatch(row)
        if head:
            commit = head[1]
            lines[int(head[2])] = commit
        elif when := _TIME.fullmatch(row):
            commits[commit] = int(when[1])
    return {number: commits[name] for number, name in lines.items() if name.strip(b"0") and name in commits}
