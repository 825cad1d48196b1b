"""Lists the licence of everything that an installation brings along, and refuses what the house does not allow.

`python -m tools.licences` looks at what is installed beside it: first what `article-l10n` needs, then what each extra
adds. It exits with 1 where a licence is not allowed, or is not told.
"""

from __future__ import annotations

import re
import sys
from importlib import metadata
from itertools import chain
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["PROJECT", "closure", "extras", "faults", "licence", "main"]

PROJECT = "article-l10n"
PERMISSIVE = frozenset(
    [
        "0BSD",
        "Apache-2.0",
        "BSD",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "MIT",
        "PSF-2.0",
        "Python-2.0",
        "Unicode-3.0",
        "Unlicense",
        "Zlib",
    ]
)
"""What may come with every installation."""
WEAK = frozenset(["LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MPL-2.0"])
"""What may come with an extra only: who passes it on has to pass its source on."""
KNOWN: Mapping[str, tuple[str, str]] = {
    "certifi": ("MPL-2.0", "comes with requests: a list of certificates, taken as it is and linked with nothing"),
}
"""Distribution → the weak licence that it may have with every installation, and why."""
READ: Mapping[str, str] = {"axe-playwright-python": "MIT AND MPL-2.0", "pyromark": "MIT"}
"""Distribution → the licence of the text that it ships, where its metadata tell none."""
_SPDX: Mapping[str, str] = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""What older metadata say, as SPDX has it."""


def closure(name: str, extra: str = "", requires: Callable[[str], list[str] | None] = metadata.requires) -> set[str]:
    """Return the names of all distributions that one needs here, with an extra, without itself."""
    found: set[str] = set()
    open_ = [(canonicalize_name(name), extra)]
    seen = set(open_)
    while open_:
        one, wanted = open_.pop()
        for line in requires(one) or []:
            need = Requirement(line)
            if need.marker and not need.marker.evaluate({"extra": wanted}):
                continue
            below = canonicalize_name(need.name)
            found.add(below)
            more = {(below, other) for other in ("", *need.extras)} - seen
            seen |= more
            open_ += more
    return found - {canonicalize_name(name)}


def extras(name: str = PROJECT) -> list[str]:
    """Return the extras of a distribution."""
    return metadata.metadata(name).get_all("Provides-Extra") or []


def licence(name: str) -> str:
    """Return a distribution's licence in SPDX's words; empty where it tells none."""
    told = metadata.metadata(name)
    classified = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier") or [] if line.startswith("License")]
    fields = told.get_all("License-Expression") or [], classified, told.get_all("License") or [], [READ.get(name, "")]
    for said in chain.from_iterable(fields):
        line = said.strip()
        if line and "\n" not in line:
            return _SPDX.get(line, line)
    return ""


def _allowed(expression: str, names: frozenset[str]) -> bool:
    """Tell whether an SPDX expression leaves a choice of allowed licences; brackets are read strictly."""
    parts = re.sub("[()]", "", expression).split(" AND ")
    return all(any(one.strip() in names for one in part.split(" OR ")) for part in parts)


def faults(needed: Mapping[str, str], *, extra: str = "") -> Iterator[str]:
    """Yield what is wrong with the licences (by distribution) of an installation, or of what an extra adds to it."""
    for name, said in sorted(needed.items()):
        if not said:
            yield f"{name}: its metadata tell no licence. Read what it ships, and name it in READ."
        elif not (_allowed(said, PERMISSIVE | WEAK if extra else PERMISSIVE) or said == KNOWN.get(name, ("", ""))[0]):
            where = f"with the extra `{extra}`" if extra else "with every installation"
            yield f"{name}: {said} may not come {where}. Take another library."


def main() -> int:
    """Print the list; return 1 where a licence is refused."""
    wrong: list[str] = []
    listed: set[str] = set()
    for extra in ("", *extras()):
        needed = {name: licence(name) for name in closure(PROJECT, extra) - listed}
        print(f"extra {extra}:" if extra else f"{PROJECT}:")
        for name, said in sorted(needed.items()):
            print(f"  {name} {metadata.version(name)}: {said or '?'}{_why(name, extra)}")
        wrong += faults(needed, extra=extra)
        listed |= set(needed)
    for fault in wrong:
        print(fault, file=sys.stderr)
    return int(bool(wrong))


def _why(name: str, extra: str) -> str:
    return f" ({KNOWN[name][1]})" if name in KNOWN and not extra else ""


if __name__ == "__main__":
    sys.exit(main())
