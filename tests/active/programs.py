"""Owns rendering Markdown with programs in other languages: kramdown, Goldmark inside Hugo, and MDX."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Page", "hugo", "install_mdx", "kramdown", "mdx"]

HERE = Path(__file__).parent
_HUGO = """baseURL = "https://article.invalid/"
disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
uglyURLs = true
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
title = true
[markup.goldmark.extensions]
typographer = true
"""
_CARD = '<b title="{{ .Get "title" }}">{{ .Get "text" | markdownify }}</b>'
"""A shortcode as themes write them: a parameter in an attribute, and one read as Markdown."""
_MDX = ["@mdx-js/mdx@3", "react@19", "react-dom@19", "remark-gfm@4"]


@dataclass(frozen=True, slots=True)
class Page:
    """What a program made of a text."""

    text: str = ""
    error: str = ""
    nodes: dict[str, int] = field(default_factory=dict)
    """What MDX found besides Markdown, and how often."""


def _asked(command: Sequence[str], texts: Sequence[str], folder: Path) -> Any:
    file = folder / "texts.json"
    file.write_text(json.dumps(texts))
    done = subprocess.run([*command, str(file)], capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode()[-2000:])
    return json.loads(done.stdout)


def kramdown(texts: Sequence[str], folder: Path) -> dict[str, list[Page]]:
    """Render with kramdown, as it is and as Jekyll reads it; ERB has a page only where it does something."""
    rows = _asked(["ruby", "-E", "UTF-8", "-W0", str(HERE / "kramdown.rb")], texts, folder)
    names = sorted({name for row in rows for name in row})
    made: dict[str, list[Page]] = {}
    for name in names:
        pages = [row.get(name, {"text": text}) for row, text in zip(rows, texts, strict=True)]
        made[name] = [Page(page.get("text", ""), page.get("error", "")) for page in pages]
    return made


def hugo(texts: Sequence[str], folder: Path) -> list[Page]:
    """Render with Hugo; a page that it refuses is taken out and the rest asked for again."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "content").mkdir(parents=True)
    (folder / "layouts" / "_default").mkdir(parents=True)
    (folder / "layouts" / "_default" / "single.html").write_text("{{ .Content }}")
    (folder / "layouts" / "shortcodes").mkdir()
    (folder / "layouts" / "shortcodes" / "card.html").write_text(_CARD)
    (folder / "hugo.toml").write_text(_HUGO)
    for number, text in enumerate(texts):
        (folder / "content" / f"p{number}.md").write_bytes(text.encode())
    errors: dict[int, str] = {}
    while True:
        done = subprocess.run(
            ["hugo", "--quiet", "--config", "hugo.toml"], cwd=folder, capture_output=True, check=False
        )
        if not done.returncode:
            break
        said = (done.stdout + done.stderr).decode(errors="replace")
        wrong = {int(number) for number in re.findall(r"content/p(\d+)\.md", said)} - errors.keys()
        if not wrong:
            raise RuntimeError(said[-2000:])
        for number in wrong:
            errors[number] = said[:300]
            (folder / "content" / f"p{number}.md").unlink()
    pages = []
    for number in range(len(texts)):
        file = folder / "public" / f"p{number}.html"
        text = file.read_bytes().decode(errors="replace") if file.exists() else ""
        pages.append(Page(text, errors.get(number, "" if file.exists() else "no page")))
    return pages


def install_mdx(folder: Path) -> Path:
    """Install the compiler of MDX, where it is not yet."""
    if not (folder / "node_modules" / "remark-gfm").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n')
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", *_MDX]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


def mdx(texts: Sequence[str], folder: Path, installed: Path) -> list[Page]:
    """Compile, run and render MDX."""
    rows = _asked(["node", str(HERE / "mdx.mjs"), str(installed)], texts, folder)
    return [Page(row["text"], row["error"], row["nodes"]) for row in rows]
