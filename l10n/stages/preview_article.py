"""Owns making the pages of one article for a preview: a function of values, for this process or another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import files, formats, locales
from l10n.languages import direction
from l10n.publish.assemble import Assembled
from l10n.publish.cleaning import cleaned
from l10n.publish.marking import marked
from l10n.publish.preview import PreviewRow, article_page
from l10n.publish.teaser import teaser
from l10n.stages.build_article import build_everywhere
from l10n.stages.source_facts import source_facts

if TYPE_CHECKING:
    from l10n.model import Document
    from l10n.publish.preview import PreviewSite
    from l10n.stages.articles import ArticleInput, Failure
    from l10n.stages.built import BuildResult

__all__ = ["PreviewPage", "PreviewedArticle", "preview_article", "without_texts"]


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """The page of an article in one language; it pickles."""

    row: PreviewRow
    text: str
    """Empty where the file has it already."""
    waits: bool = False
    """The article is held until a time."""
    standing: str = ""
    """The SHA-256 of the file, where it has the text already."""


@dataclass(frozen=True, slots=True)
class PreviewedArticle:
    """The pages of one article; it pickles."""

    article: str
    pages: tuple[PreviewPage, ...] = ()
    pictures: tuple[str, ...] = ()
    """Files that they show, relative to the project; they need not be there."""
    failures: tuple[Failure, ...] = ()


def without_texts(done: PreviewedArticle) -> PreviewedArticle | None:
    """Return the same when its files are written, without their texts; None while it waits for a time to come."""
    if any(page.waits for page in done.pages):
        return None
    pages = (replace(one, text="", standing=files.digest(files.encoded(one.text))) for one in done.pages)
    return replace(done, pages=tuple(pages))


def preview_article(given: ArticleInput, *, site: PreviewSite) -> PreviewedArticle:
    """Make the pages of an article, one for each language of the preview in which it can be read."""
    config = replace(given.config, build_source=given.config.source in site.languages)
    built = build_everywhere(replace(given, config=config), inside=True)
    if not built.rows:
        return PreviewedArticle(given.article, failures=built.failures)
    document = given.document()
    rows = [_row(document, one, site) for one in built.rows]
    pictures: dict[str, None] = {}
    pages = tuple(
        PreviewPage(row, article_page(site, row, rows, _body(one, site, pictures)), waits=one.waits)
        for row, one in zip(rows, built.rows, strict=True)
    )
    return PreviewedArticle(given.article, pages, tuple(pictures), built.failures)


def _row(document: Document, one: BuildResult, site: PreviewSite) -> PreviewRow:
    """Tell of an article in a language; of one that is held, by its original."""
    inside = one.inside
    original = Assembled(document, formats.load(document.format), (None,) * len(document.segments), (), (), " ")
    done = original if inside is None or inside.done is None else inside.done
    told = teaser(done, source_facts(document, site.source).asked, "").title
    words = inside.coverage.words if inside and inside.coverage else None
    return PreviewRow(one.article, one.locale, told.words, told.source, words, one.held)


def _body(one: BuildResult, site: PreviewSite, pictures: dict[str, None]) -> str:
    """Draw a localized article, without what acts, and with marks for where its words come from; nothing if held."""
    inside = one.inside
    if inside is None or inside.done is None or inside.edition is None:
        return ""
    text = marked(inside.done, inside.shown, inside.edition)

    def target(written: str, picture: bool) -> str | None:  # noqa: FBT001  a callback's
        if not picture:
            return site.target(one.article, one.locale, written)
        name = site.picture(one.article, written)
        if not name:
            return written if written.startswith("data:image/") else None
        pictures[name] = None
        return site.shown(one.article, one.locale, name)

    html = cleaned(inside.done.fmt.drawn(text.text), target, text.marks)
    tag, runs = locales.tag(site.source), direction(site.source)
    return cleaned(text.spans(html, tag, runs), lambda written, _: written)
