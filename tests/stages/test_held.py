"""What commands hold in memory of each article while they go through many."""

from __future__ import annotations

import tracemalloc
from random import Random

from l10n import many, project
from l10n.checks.selection import CheckOptions
from l10n.stages.check import Gathering
from l10n.stages.examine_article import ArticleResult, LocaleResult
from l10n.stages.extract import _Found
from l10n.stages.extract_batch import ExtractedArticle, ExtractedCatalog
from l10n.stages.front_matter import FrontMatter
from l10n.stages.workset import gather
from l10n.values import packed

MANY = 400
MOST = 600
"""Bytes of an article."""


def held(take):
    tracemalloc.start()
    for number in range(MANY):
        take(number)
    found, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return found / MANY


def test_of_what_articles_tell_together_few_bytes_are_held(site, monkeypatch):
    monkeypatch.setattr(many, "_HELD", 1 << 12)
    site.write("articles/a.md", "The harbor is closed.\n")
    gathering = Gathering(gather(project.find(site.root)), CheckOptions())
    chance = Random(1)  # noqa: S311  values that do not get smaller

    def take(number):
        told = packed(chance.randbytes(3000))
        row = LocaleResult("ko", f"locales/ko/{number}.md.po", (), {"inconsistent": told}, told, {})
        gathering.take(ArticleResult(f"{number}.md", (), (row,)))

    assert held(take) < MOST


def test_of_articles_in_step_few_bytes_are_held():
    found = _Found()

    def take(number):
        rows = tuple(ExtractedCatalog(f"l{at}{number}", changed=False) for at in range(10))
        found.take(ExtractedArticle(f"{number}.md", 3, FrontMatter(old=True, fields=(("title", True),)), (), rows))

    assert held(take) < MOST
    assert (found.articles, found.segments) == (MANY, 3 * MANY)
