"""Owns rendering Markdown as the programs in Python do that let markup through."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import markdown
import mistune
from markdown_it import MarkdownIt
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin
from mistune.directives import (
    Admonition,
    FencedDirective,
    Figure,
    Image,
    Include,
    RSTDirective,
    TableOfContents,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["SECRET", "renderers"]

SECRET = "l10n-secret-of-another-file"  # noqa: S105  a marker, and no secret
"""The text of `secret.txt`; a page that shows it has read a file."""
_EXTENSIONS = [
    *("extra", "admonition", "attr_list", "md_in_html", "toc", "wikilinks"),
    *("pymdownx.blocks.html", "pymdownx.blocks.details", "pymdownx.blocks.admonition", "pymdownx.caret"),
    *("pymdownx.critic", "pymdownx.details", "pymdownx.mark", "pymdownx.snippets", "pymdownx.superfences"),
    *("pymdownx.tasklist", "pymdownx.tilde"),
]
_ATTRIBUTES = ("class", "id", "onclick", "onerror", "src", "style")
_PLUGINS = ["abbr", "def_list", "footnotes", "strikethrough", "table", "task_lists", "url"]


def renderers(folder: Path) -> dict[str, Callable[[str], str]]:
    """Return functions by name; `folder` is where they look for files that a page includes."""
    (folder / "secret.txt").write_text(SECRET + "\n")
    return {
        "markdown-it": MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .use(footnote_plugin)
        .render,
        "markdown-it-attrs": _attributed().render,
        "python-markdown": functools.partial(_python_markdown, folder),
        "mistune": functools.partial(_mistune, folder),
    }


def _attributed() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for plugin in (
        admon_plugin,
        colon_fence_plugin,
        deflist_plugin,
        footnote_plugin,
        tasklists_plugin,
    ):
        parser.use(plugin)
    parser.use(attrs_plugin, spans=True, allowed=_ATTRIBUTES)
    parser.use(attrs_block_plugin, allowed=_ATTRIBUTES)
    for name in ("note", "danger"):
        parser.use(container_plugin, name=name)
    return parser


def _python_markdown(folder: Path, text: str) -> str:
    settings = {"pymdownx.snippets": {"base_path": [str(folder)]}}
    return markdown.Markdown(extensions=_EXTENSIONS, extension_configs=settings).convert(text)


def _mistune(folder: Path, text: str) -> str:
    directives = [Admonition(), Figure(), Image(), Include(), TableOfContents()]
    parser = mistune.create_markdown(escape=False, plugins=_PLUGINS)
    for plugin in (RSTDirective(directives), FencedDirective(directives)):
        plugin(parser)
    state = parser.block.state_cls()
    state.env["__file__"] = str(folder / "page.md")
    return str(parser.parse(text, state)[0])
