"""Owns the acceptance figures of MDX: `python benchmarks/mdx.py [FOLDER …]`, judged by the compiler of MDX itself.

Idioms of component libraries, alone, one below the other, inside components and inside lists, and all `.mdx` files of
the folders that are named, are given pseudo-drafts and put together. Prints how many pages compile and keep their tree,
how many segments the guard refuses, and which pages break; exits 1 where one does. Installs the compiler once with npm.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from l10n import formats  # noqa: E402
from l10n.errors import ArticleError  # noqa: E402
from l10n.model import Segmentation  # noqa: E402
from l10n.protocols import ParseOptions  # noqa: E402
from l10n.publish.render import render  # noqa: E402
from tests.active.programs import install_mdx  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"[^\W\d_]+")
_OPTIONS = ParseOptions(Segmentation.PARAGRAPH)

IDIOMS = tuple(Path(__file__).with_name("mdx_idioms.txt").read_text().removesuffix("\n").split("\n%%\n"))
"""Blocks as the libraries of Docusaurus, Starlight, Nextra and others have them, in words of our own."""

_AROUND: tuple[str, ...] = (
    "{}",
    "<Box>\n{}\n</Box>",
    "<Box>\n\n{}\n\n</Box>",
    "- Item\n\n  {}",
    "Above.\n\n{}\n\nBelow.",
)


def _within(around: str, block: str) -> str:
    head, _, tail = around.partition("{}")
    margin = head.rpartition("\n")[2]
    return head + block.replace("\n", f"\n{margin}" if not margin.strip() else "\n") + tail + "\n"


def pages() -> Iterator[str]:
    """Yield the pages that are made of idioms."""
    for around, block in product(_AROUND, IDIOMS):
        module = block.startswith(("import", "export"))
        if not (module and around.startswith("-")):
            yield _within(around, block)
    for above, below in product(IDIOMS, IDIOMS):
        yield f"{above}\n\n{below}\n"
        yield f"{above}\n{below}\n"


def drafted(text: str, inlines: Sequence[Any]) -> str:
    """Return a text with other words outside of its markup."""
    out, done = [], 0
    for span in inlines:
        out += [_WORD.sub(lambda found: f"{found[0]}é", text[done : span.start]), text[span.start : span.end]]
        done = span.end
    return "".join([*out, _WORD.sub(lambda found: f"{found[0]}é", text[done:])])


def trees(texts: Sequence[str], installed: Path) -> list[dict[str, Any]]:
    """Return what the compiler makes of each text."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.json"
        file.write_text(json.dumps(texts))
        script = str(Path(__file__).with_name("mdx_trees.mjs"))
        done = subprocess.run(["node", script, str(installed), str(file)], capture_output=True, check=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def main(folders: Sequence[str]) -> int:
    """Print the figures; return the exit code."""
    installed = install_mdx(ROOT / ".venv" / "mdx")
    texts = list(dict.fromkeys(pages()))
    texts += [file.read_text() for folder in folders for file in sorted(Path(folder).rglob("*.mdx")) if file.is_file()]
    before = trees(texts, installed)
    valid = [text for text, page in zip(texts, before, strict=True) if not page["error"]]
    plugin = formats.load("mdx")
    built, segments, refused = [], 0, 0
    for text in valid:
        try:
            document = formats.parse("page.mdx", text, _OPTIONS)
        except ArticleError:
            built.append(text)
            continue
        words = [drafted(one.key.text, plugin.inline(one.key.text)) for one in document.segments]
        done = render(document, plugin, words)
        segments, refused = segments + len(words), refused + len(done.refused)
        built.append(done.text)
        for index in done.refused:
            print(f"refused: {document.segments[index].key.text[:90]!r} in {text[:160]!r}", file=sys.stderr)
    kept = [page for page in before if not page["error"]]
    broken = 0
    for text, out, old, new in zip(valid, built, kept, trees(built, installed), strict=True):
        if new["error"] or new["tree"] != old["tree"]:
            broken += 1
            print(f"broken: {text!r}\n     -> {out!r}\n     {new['error']}", file=sys.stderr)
    share = f"{100 * refused / max(segments, 1):.2f} %"
    print(
        f"{len(texts)} pages, {len(valid)} compile; {broken} broken; {segments} segments, {refused} refused ({share})"
    )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
