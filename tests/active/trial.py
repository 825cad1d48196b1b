"""Owns trying published texts in every program that renders their format, and what was active in each."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.active import judge
from tests.active.markdown import renderers
from tests.active.programs import Page, hugo, kramdown, mdx

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tests.active.browser import Browser

__all__ = ["Trial", "Verdict", "try_out"]


@dataclass(frozen=True, slots=True)
class Trial:
    """What to try a text with."""

    browser: Browser
    folder: Path
    """Where programs may write."""
    hugo: bool = False
    mdx: Path | None = None
    """Where the compiler of MDX is installed."""
    live: int = 0
    """How many pages of a renderer that look active are run, and how many that do not; 0 for all."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one renderer made of one text."""

    active: tuple[str, ...]
    """What was found that the harmless translation has not; empty where there is nothing."""
    broken: str = ""
    """Why there is no page, where the renderer refused it."""
    ran: bool = False
    """Whether the page was loaded and all done to it that a reader may do."""


def try_out(article: str, texts: Sequence[str], harmless: str, trial: Trial) -> dict[str, list[Verdict]]:
    """Return the verdicts on each text by renderer; `article` names its kind. An empty text is not published."""
    texts = [text or harmless for text in texts]
    unique = [harmless, *dict.fromkeys(text for text in texts if text != harmless)]
    at = {text: number for number, text in enumerate(unique)}
    verdicts: dict[str, list[Verdict]] = {}
    for name, pages in _pages(article, unique, trial).items():
        kind = "text/plain" if name == "text" else "text/html"
        verdicts[name] = _judged([page.text for page in pages], pages, trial, kind)
    verdicts |= _read(article, unique, harmless, trial)
    return {name: [rows[at[text]] for text in texts] for name, rows in verdicts.items()}


def _pages(article: str, texts: list[str], trial: Trial) -> Mapping[str, list[Page]]:
    if article.startswith("html"):
        return {"html": [Page(text) for text in texts]}
    if article.startswith("plain"):
        return {"text": [Page(text) for text in texts]}
    bodies = [judge.body(text) for text in texts]
    if article.startswith("mdx"):
        return {"mdx": mdx(bodies, trial.folder, trial.mdx)} if trial.mdx else {}
    pages = {name: [_attempt(render, text) for text in bodies] for name, render in renderers(trial.folder).items()}
    pages |= {name: made for name, made in kramdown(bodies, trial.folder).items() if name != "ERB"}
    if trial.hugo:
        calls = {text for text in bodies if "Hugo shortcode" in judge.lexical(text, bodies[0])}
        asked = [text for text in dict.fromkeys(bodies) if text not in calls]
        made = dict(
            zip(asked, hugo([f"---\ntitle: 1\n---\n{text}" for text in asked], trial.folder / "hugo"), strict=True)
        )
        pages["hugo"] = [made.get(text, Page(error="a shortcode")) for text in bodies]
    return pages


def _attempt(render: object, text: str) -> Page:
    assert callable(render)
    try:
        return Page(str(render(text)))
    except Exception as err:  # noqa: BLE001  whatever a renderer stumbles over, the page is not made
        return Page(error=f"{type(err).__name__}: {err}"[:200])


def _judged(htmls: list[str], pages: list[Page], trial: Trial, kind: str) -> list[Verdict]:
    """Judge rendered pages; the first is the harmless one."""
    unique = list(dict.fromkeys(htmls))
    whole = {html: _whole(html) if kind == "text/html" else html for html in unique}
    if kind == "text/html":
        found = dict(zip(unique, trial.browser.inspect([whole[html] for html in unique]), strict=True))
    else:
        found = {html: Counter[str]() for html in unique}
    base = found[htmls[0]]
    reasons = {html: [*judge.added(found[html], base), *judge.rendered(html, htmls[0])] for html in unique}
    suspect = [html for html in unique if reasons[html]]
    quiet = [html for html in unique if not reasons[html]]
    if trial.live:
        suspect = suspect[:: max(1, len(suspect) // trial.live)]
        quiet = quiet[:: max(1, len(quiet) // trial.live)]
    ran = {*suspect, *quiet}
    shown = trial.browser.show([whole[html] for html in (*suspect, *quiet)], kind)
    for html, one in zip((*suspect, *quiet), shown, strict=True):
        if one.fired:
            reasons[html].append("fired")
        if any("foreign.invalid" in url for url in one.requests):
            reasons[html].append("request")
        if one.counts["left the page"]:
            reasons[html].append("left the page")
    verdicts: list[Verdict] = []
    for html, page in zip(htmls, pages, strict=True):
        active = (*reasons[html], *judge.nodes(page, pages[0]))
        verdicts.append(Verdict(tuple(dict.fromkeys(active)), "" if pages[0].error else page.error, html in ran))
    return verdicts


def _whole(html: str) -> str:
    """Make a page of what was rendered; images of the article itself are not asked for."""
    html = re.sub(r"/(?:ferry|pier)\.jpg", "data:,", html)
    return html if re.match(r"\s*<!doctype", html, re.IGNORECASE) else f"<!doctype html><meta charset=utf-8>{html}"


def _read(article: str, texts: list[str], harmless: str, trial: Trial) -> dict[str, list[Verdict]]:
    """Judge the files themselves: what template languages see in them, and their front matter."""
    called = any("<%" in text or "%%" in text for text in texts)
    erb: list[Page] = kramdown(texts, trial.folder).get("ERB", []) if called else []
    rows: dict[str, list[Verdict]] = {"templates": []}
    for number, text in enumerate(texts):
        seen = [*judge.templates(text, harmless), *judge.lexical(text, harmless)]
        if erb and (erb[number].error or erb[number].text != text):
            seen.append("ERB")
        rows["templates"].append(Verdict(tuple(dict.fromkeys(seen))))
    if article.startswith("markdown"):  # MDX has no templates left to run on its pages
        late = _pages_late(texts, trial)
        base = _pages_late([harmless], trial)[0]
        rows["late templates"] = [Verdict(tuple(judge.templates(page, base))) for page in late]
    if article.startswith(("markdown", "mdx")):
        matter = [judge.front_matter(text, harmless) for text in texts]
        values = [value for _, value in matter]
        raw = _judged(values, [Page(value) for value in values], trial, "text/html")
        rows["front matter"] = [
            Verdict((*verdict.active, *([wrong] if wrong else [])))
            for verdict, (wrong, _) in zip(raw, matter, strict=True)
        ]
    return rows


def _pages_late(texts: list[str], trial: Trial) -> list[str]:
    render = renderers(trial.folder)["markdown-it"]
    return [_attempt(render, judge.body(text)).text for text in texts]
