"""Owns an engine whose server means harm, and what is published of its drafts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from l10n import api
from tests.active.articles import Attack
from tests.active.payloads import Payload
from tests.service import Service, serving

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["DRAFTED", "published_drafts"]

_CONFIG = """[tool.l10n]
locales = ["ko"]
fallback = "english"
engines = ["libre"]
policy = "drafts-labelled"
code-comments = true
[tool.l10n.engine.libre]
url = "{url}/"
parallel = 8
timeout = 60
"""
_LINK = 'Read [the full report](https://example.org/report "Report {n}") of day {n}.'
_CODE = "Write `<img src=x onerror=fired()>` on day {n}."
_MARKDOWN = {
    "title": "---\ntitle: The ferry came back on day {n}\n---\n\nText.\n",
    "headline": "# The ferry came back on day {n}\n",
    "paragraph": "The crew was tired on day {n}. The harbour was calm.\n",
    "list item": "- The tide was low on day {n}.\n",
    "quote": "> We are glad to be home on day {n}.\n",
    "cell": "| 1 | 2 |\n| --- | --- |\n| The old harbour on day {n} | 3 |\n",
    "alt": "![The ferry in the fog on day {n}](/ferry.jpg)\n",
    "link": f"{_LINK}\n",
    "code": f"{_CODE}\n",
    "caption": "<figure><figcaption>The pier on day {n}</figcaption></figure>\n",
    "comment": "```python\n# Print the timetable of day {n}\nprint(1)\n```\n",
    "footnote": "1[^1]\n\n[^1]: It was built of oak on day {n}.\n",
    "definition": '[1]\n\n[1]: https://example.org/guide "The guide of day {n}"\n',
}
_HTML = {
    "title": "<!doctype html><title>The ferry came back on day {n}</title>\n",
    "headline": "<h1>The ferry came back on day {n}</h1>\n",
    "paragraph": "<p>The crew was tired on day {n}. The harbour was calm.</p>\n",
    "cell": "<table><tr><td>The old harbour on day {n}</td></tr></table>\n",
    "alt": '<img src="/ferry.jpg" alt="The ferry in the fog on day {n}">\n',
    "attribute": "<button aria-label='Close day {n}'>1</button>\n",
    "link": '<p>Read <a href="https://example.org/report" title="1">the full report</a> of day {n}.</p>\n',
    "code": "<p>Write <code>&lt;img src=x onerror=fired()&gt;</code> on day {n}.</p>\n",
}
_MARKDOWN = {
    name: text if text[0] in "#-" and name != "list item" else f"# 1\n\n{text}" for name, text in _MARKDOWN.items()
}
DRAFTED = {
    "html": (".html", _HTML),
    "markdown": (".md", _MARKDOWN),
    "mdx": (".mdx", _MARKDOWN | {"caption": _MARKDOWN["caption"].replace("<figcaption>", "\n<figcaption>\n")}),
    "plain": (".txt", {"paragraph": _MARKDOWN["paragraph"]}),
}
"""Articles of one segment for each format: how their files end, and their texts by place; `{n}` keeps each apart."""


class _Harm(dict[str, str]):
    """What the server answers: the question with Korean words for English ones, and a payload in it."""

    def __init__(self, payloads: Sequence[Payload]) -> None:
        super().__init__()
        self._payloads = payloads

    def get(self, key: str, default: str | None = None) -> str:  # type: ignore[override]  # answers whatever is asked
        """Return the translation of a text."""
        words = re.sub(r"[A-Za-z][A-Za-z' ]*", " 배가 돌아왔다 ", key)
        number = re.search(r"\d{4,}", key)
        if number is None:
            return words or default or ""
        payload = " ".join(self._payloads[int(number[0]) % 1000].pieces)
        return words.replace(" 배가 ", f"배가 {payload} ", 1)


def published_drafts(
    root: Path, name: str, payloads: Sequence[Payload]
) -> dict[str, tuple[str, list[Attack], list[str]]]:
    """Draft and build an article for each payload and place; return by place the harmless page, the attacks, the pages.

    At most 999 payloads: the number of a payload is in the text that the server is asked for.
    """
    ending, places = DRAFTED[name]
    (root / "articles").mkdir(parents=True)
    given = [Payload("harmless", ("",)), *payloads]
    for at, text in enumerate(places.values(), start=1):
        for number in range(len(given)):
            day = str(1000 * at + number)
            (root / "articles" / f"{day}{ending}").write_text(text.replace("{n}", day), encoding="utf-8")
    with serving(Service(translate=_Harm(given))) as service:
        (root / "pyproject.toml").write_text(_CONFIG.format(url=service.url))
        project = api.Project.open(root)
        project.extract()
        drafted = project.draft()
        done = project.build()
    for failed in (*drafted.failures, *done.failures):
        raise RuntimeError(str(failed))
    made = {}
    for at, place in enumerate(places, start=1):
        names = [f"{1000 * at + number}{ending}" for number in range(len(given))]
        harmless, *pages = [(root / "build" / "ko" / one).read_bytes().decode() for one in names]
        made[place] = (harmless, [Attack(one, place, "draft", ()) for one in payloads], pages)
    return made
