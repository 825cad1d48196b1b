"""A translation stays text, whatever renders the page: attacks of every kind are built, rendered and loaded."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.active.articles import ARTICLES, attacks
from tests.active.browser import chromium
from tests.active.hostile import DRAFTED, published_drafts
from tests.active.model import CODE
from tests.active.newsroom import published
from tests.active.payloads import payloads, sample
from tests.active.trial import Trial, try_out
from tests.conftest import need

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.active.articles import Attack
    from tests.active.trial import Verdict

pytestmark = pytest.mark.system
CHOSEN = sample(15)
"""The first of each kind, and one of fifteen of the rest."""


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    need("ruby")
    with chromium(shutil.which("google-chrome") or need("chromium")) as browser:
        yield Trial(browser, tmp_path_factory.mktemp("work"), live=20)


def hits(tried: list[Attack], verdicts: dict[str, list[Verdict]]) -> list[str]:
    return [
        f"{name}: {attack.place}: {attack.payload.shown}: {', '.join(one.active)}"
        for name, rows in verdicts.items()
        for attack, one in zip(tried, rows, strict=True)
        if one.active
    ]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_a_reviewed_text_adds_nothing_active_to_a_page(article, trial, tmp_path):
    tried = [attack for number, attack in enumerate(attacks(article, CHOSEN, ("middle",))) if number % 11 == 0]
    harmless, *texts = published(tmp_path, article, [None, *tried])
    assert hits(tried, try_out(article.name, texts, harmless, trial)) == []


@pytest.mark.parametrize("name", DRAFTED)
def test_a_draft_of_a_hostile_engine_adds_nothing_active_to_a_page(name, trial, tmp_path):
    for harmless, tried, pages in published_drafts(tmp_path, name, CHOSEN[::8]).values():
        assert hits(tried, try_out(name, pages, harmless, trial)) == []


def test_there_are_hundreds_of_attacks_of_many_kinds_and_each_is_another():
    every = payloads()
    assert len(every) >= 300
    assert len(set(every)) == len(every)
    assert {one.kind for one in CHOSEN} == {one.kind for one in every}


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{CODE}</p>",
        "<p onclick=fired()>글</p>",
        "<a href=' java\tscript:fired()'>글</a>",
        "<iframe srcdoc='<script>parent.fired()</script>'></iframe>",
        "<svg><script>fired()</script></svg>",
    ],
)
def test_the_browser_sees_what_fires(page, trial):
    (shown,) = trial.browser.show([page])
    assert shown.fired


def test_the_browser_sees_what_is_asked_for_and_answers_nothing(trial):
    (shown,) = trial.browser.show(
        ["<img src=https://foreign.invalid/a.png><link rel=stylesheet href=//foreign.invalid>"]
    )
    assert len([url for url in shown.requests if "foreign.invalid" in url]) == 2


@pytest.mark.parametrize(
    ("renderer", "text"),
    [
        ("markdown-it", CODE),
        ("markdown-it-attrs", '`글`{onclick="fired()"}'),
        ("python-markdown", '--8<-- "secret.txt"'),
        ("mistune", '[글](https://foreign.invalid "a")<b onclick=fired()>글</b>'),
        ("kramdown", '*글*{: onclick="fired()"}'),
        ("templates", "{{ site }}"),
        ("late templates", "&#123;{ site }}"),
        ("front matter", "---\nlayout: evil\n---\n글"),
    ],
)
def test_each_judge_finds_what_is_active_for_it(renderer, text, trial):
    (verdict,) = try_out("markdown", [text], "글", trial)[renderer]
    assert verdict.active
