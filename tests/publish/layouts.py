"""Twelve ways to set the top of a story: the gates must find its headline and its first paragraph in each."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LAYOUTS", "Layout"]


@dataclass(frozen=True)
class Layout:
    """A story; its first paragraph and its last are texts of their own."""

    path: str
    source: str
    headline: str
    lede: str
    last: str


def _layout(path: str, headline: str, lede: str, last: str, source: str) -> Layout:
    texts = {"HEADLINE": headline, "LEDE": lede, "LAST": last}
    for name, text in texts.items():
        source = source.replace(name, text)
    return Layout(path, source, headline, lede, last)


LAYOUTS = (
    _layout(
        "linked.md",
        "Harbor opens again after the storm",
        "The harbor opened again on Tuesday after nine days.",
        "Ships waited outside of the breakwater.",
        "# HEADLINE\n\n*By [Mara Quill](mailto:mq@example.org)* — June 2, 2026\n\nLEDE\n\nLAST\n",
    ),
    _layout(
        "stamped.md",
        "Council says no to the bridge toll",
        "The city council voted 7-2 against the toll.",
        "The mayor will try again in May.",
        "# HEADLINE\n\n**Ines Okafor**, staff writer\n\n_Updated 4:15 p.m. ET, May 3, 2026_\n\nLEDE\n\nLAST\n",
    ),
    _layout(
        "pictured.md",
        "An orchard is saved",
        "Forty families own the oldest orchard of the valley.",
        "Its trees are a century old.",
        "# HEADLINE\n\n## Neighbors bought the land together\n\n![The orchard in May](o.jpg)\n\n"
        "By Lena Brook and Tom Hale, The Valley Record\n\nLEDE\n\nLAST\n",
    ),
    _layout(
        "fields.md",
        "A ferry line ends",
        "The last night ferry left with eleven passengers.",
        "It had run since 1931.",
        "---\ntitle: HEADLINE\nauthor: Jo Park\ndate: 2026-06-04\n---\n\n"
        "Jo Park • June 4, 2026 • 3 min read\n\nLEDE\n\nLAST\n",
    ),
    _layout(
        "component.mdx",
        "Library opens on Sundays",
        "The library of the town will open on Sundays from July.",
        "Its staff will be paid more.",
        '# HEADLINE\n\n<Byline author="Ana Field" />\n\nReported by Ana Field | Edited by Sam Ruiz\n\n'
        '<div className="article-dek">\n  <p>Readers had asked for it since March.</p>\n</div>\n\nLEDE\n\nLAST\n',
    ),
    _layout(
        "pipes.txt",
        "Harbor opens again",
        "The harbor opened again on Wednesday morning.",
        "Two ships left at noon.",
        "HEADLINE\n\nBy Staff Reporter | Published 10:04 a.m. ET, June 3, 2026\n\nLEDE\n\nLAST\n",
    ),
    _layout(
        "wire.txt",
        "UPDATE 2-Harbor opens again",
        "PORT CALDER, June 1 (Wire) - The harbor opened again on Monday, officials said.",
        "Nine ships left it before dark.",
        "HEADLINE\n\n(Adds quote, paragraphs 3-5)\n\nLEDE\n\nLAST\n",
    ),
    _layout(
        "slugged.txt",
        "Harbor opens again as the storm moves on",
        "PORT CALDER (AW) — The harbor opened again on Monday.",
        "Nine ships left it before dark.",
        "BC-HARBOR-OPENS/\n\nHEADLINE\n\n[PHOTO: ships at the pier]\n\nBy MARA QUILL\nAssociated Wire\n\n"
        "LEDE\n\nLAST\n",
    ),
    _layout(
        "classed.html",
        "Harbor opens again on Friday",
        "The harbor opened again on Friday.",
        "Two ships left it at noon.",
        '<!doctype html>\n<html lang="en"><head><title>HEADLINE</title></head><body>\n<h1>HEADLINE</h1>\n'
        '<div class="byline">By <a href="/x">A Writer</a></div><time>June 5, 2026</time>\n'
        "<p>LEDE</p>\n<p>LAST</p>\n</body></html>\n",
    ),
    _layout(
        "headed.html",
        "Night buses come back",
        "Night buses will run again from Friday, the city said.",
        "The fares stay as they are.",
        '<article>\n<header>\n<p class="kicker">Transport</p>\n<h1>HEADLINE</h1>\n'
        '<p class="dek">Three lines will run until dawn.</p>\n'
        '<p class="article-meta"><span class="author">Ivo Lund</span> <time datetime="2026-06-01">1 June</time></p>\n'
        '</header>\n<figure><img src="b.jpg" alt="A bus"><figcaption>A bus at night.</figcaption></figure>\n'
        "<p>LEDE</p>\n<p>LAST</p>\n</article>\n",
    ),
    _layout(
        "itemised.html",
        "A well runs dry",
        "The only well of Hollow Creek ran dry on Saturday.",
        "Trucks bring water now.",
        '<article itemscope>\n<h1 itemprop="headline">HEADLINE</h1>\n'
        '<p>By <span itemprop="author">Noor Abadi</span></p>\n<p class="dateline">HOLLOW CREEK, June 6</p>\n'
        "<p>LEDE</p>\n<p>LAST</p>\n</article>\n",
    ),
    _layout(
        "navigated.html",
        "A school has its roof again",
        "The roof of the school was mended a week early.",
        "Lessons begin on Monday.",
        '<body>\n<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sports</a></li></ul></nav>\n'
        '<p class="breadcrumb">News › Local</p>\n<h1>HEADLINE</h1>\n<address>By Pia Stone</address>\n'
        "<p><small>Last updated at 9:30 GMT</small></p>\n<p>LEDE</p>\n<p>LAST</p>\n</body>\n",
    ),
)
