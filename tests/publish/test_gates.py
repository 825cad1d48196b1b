"""What each policy publishes of a story, whatever stands between its headline and its first paragraph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n import formats
from l10n.model import Kind, Segmentation
from l10n.protocols import ParseOptions
from l10n.text.facts.opening import opening
from tests.publish.layouts import LAYOUTS, Layout

READ = {
    "all but the lede": lambda layout, text: text not in {layout.lede, layout.last},
    "headline and lede": lambda layout, text: text in {layout.headline, layout.lede},
}
"""What a person has read, the rest being drafts."""
PUBLISHED = {
    ("reviewed", "all but the lede"): ("read", "English", "English"),
    ("reviewed", "headline and lede"): ("read", "read", "English"),
    ("headline-and-lede", "all but the lede"): None,
    ("headline-and-lede", "headline and lede"): ("read", "read", "draft"),
    ("drafts-labelled", "all but the lede"): ("read", "draft", "draft"),
    ("drafts-labelled", "headline and lede"): ("read", "read", "draft"),
    ("hold", "all but the lede"): None,
    ("hold", "headline and lede"): None,
}
"""Headline, first paragraph and last one on the page; None where there is no page."""


def cut(layout, mode=Segmentation.PARAGRAPH):
    return formats.parse(layout.path, layout.source, ParseOptions(mode))


def drafted(site):
    """Make a project of all layouts and draft it."""
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\n')
    for layout in LAYOUTS:
        site.write(f"articles/{layout.path}", layout.source)
    site.ok("extract")
    site.ok("draft")


@pytest.mark.parametrize("read", READ)
def test_the_gates_of_twelve_layouts_and_four_policies(site, read):
    drafted(site)
    targets = {}
    for layout in LAYOUTS:
        texts = sorted({one.key.text for one in cut(layout).segments if READ[read](layout, one.key.text)})
        assert layout.headline in texts
        targets[layout.path] = {text: f"읽음 {number}." for number, text in enumerate(texts, 1000)}
        site.translate(f"locales/ko/{layout.path}.po", targets[layout.path])
    for policy in ("reviewed", "headline-and-lede", "drafts-labelled", "hold"):
        site.configure(f'locales = ["ko"]\nengines = ["pseudo"]\npolicy = "{policy}"\n')
        site.run("build")
        for layout in LAYOUTS:
            page = site.root / "build/ko" / layout.path
            found = shown(layout, page.read_text(encoding="utf-8"), targets[layout.path]) if page.exists() else None
            assert found == PUBLISHED[policy, read], (layout.path, policy)


def shown(layout, page, targets):
    """Tell what stands in the place of headline, first and last paragraph."""
    texts = [(text, targets.get(text)) for text in (layout.headline, layout.lede, layout.last)]
    return tuple(
        "English" if text in page else "read" if target and target in page else "draft" for text, target in texts
    )


@pytest.mark.parametrize("mode", Segmentation)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: one.path)
def test_a_credit_is_cut_as_it_would_be_if_it_were_none(layout, mode, monkeypatch):
    told = cut(layout, mode)
    monkeypatch.setattr("l10n.formats.assigned", lambda parts, *_: parts)
    plain = cut(layout, mode)
    assert told.source == layout.source
    assert [replace(part, kind=Kind.META) for part in told.segments] == [
        replace(part, kind=Kind.META) for part in plain.segments
    ]


def test_the_message_names_what_the_gate_waits_for(site):
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\npolicy = "headline-and-lede"\n')
    site.write("articles/a.md", "# Mill to close\n\n— Petra Voss\n\nThe mill will close.\n\nIt is old.\n")
    site.ok("extract")
    site.translate("locales/ko/a.md.po", {"Mill to close": "공장 폐쇄", "The mill will close.": "공장이 닫힌다."})
    assert "`headline-and-lede`): line 3 “— Petra Voss”" in site.run("build").err
    site.translate("locales/ko/a.md.po", {"— Petra Voss": "— 페트라 보스"})
    site.ok("build")
    assert (site.root / "build/ko/a.md").exists()


def test_a_role_told_better_changes_no_catalogue():
    signed = '<h1>Mill</h1><p class="byline">By Petra Voss</p><aside><p>It is old.</p></aside>'
    plain = signed.replace(' class="byline"', "").replace("By Petra", "Of Petra").replace("aside", "div")
    assert [one.kind for one in cut(Layout("a.html", signed, "", "", "")).segments][1:] == [Kind.BYLINE, Kind.ASIDE]
    notes = [[one.note for one in cut(Layout("a.html", source, "", "", "")).segments] for source in (signed, plain)]
    assert notes[0] == notes[1]


SAME_WITH_A_NAME = {
    "a.md": "# Mill\n\nTOP\n\nThe mill will close.\n\nIt is old.\n",
    "a.txt": "Mill to close\n\nTOP\n\nThe mill will close.\n\nIt is old.\n",
    "a.html": "<h1>Mill</h1><p>TOP</p><p>The mill will close.</p><p>It is old.</p>",
}


def asked(path, source):
    """Return the texts that may be the first paragraph."""
    document = formats.parse(path, source, ParseOptions(Segmentation.PARAGRAPH))
    found = opening(document, formats.load(document.format), "en")
    return [document.segments[at].key.text for at in sorted(found.lede)]


@pytest.mark.parametrize("path", SAME_WITH_A_NAME)
@pytest.mark.parametrize("top", ["By Petra Voss", "March 12, 2026, 9:40 a.m.", "[VIDEO]", "(Recasts, adds details)"])
def test_what_is_surely_a_credit_is_not_asked_for(path, top):
    assert asked(path, SAME_WITH_A_NAME[path].replace("TOP", top)) == ["The mill will close."]


@pytest.mark.parametrize("path", SAME_WITH_A_NAME)
@pytest.mark.parametrize(
    "top", ["Petra Voss", "By Friday", "NOBODY WAS HURT", "Silence.", "By Petra Voss’s count it was ten."]
)
def test_what_may_be_the_first_paragraph_is_asked_for_with_the_next(path, top):
    assert asked(path, SAME_WITH_A_NAME[path].replace("TOP", top)) == [top, "The mill will close."]


@pytest.mark.parametrize("path", SAME_WITH_A_NAME)
@pytest.mark.parametrize("top", ["By Friday the mill was shut.", "March was cold."])
def test_a_sentence_that_begins_as_credits_do_is_the_first_paragraph(path, top):
    assert asked(path, SAME_WITH_A_NAME[path].replace("TOP", top)) == [top]


@pytest.mark.parametrize("path", SAME_WITH_A_NAME)
@pytest.mark.parametrize("top", ["Photos by Dan Ito hang in the hall.", "A vote of 52 to 48"])
def test_what_looks_as_a_caption_or_a_heading_in_plain_text_is_asked_for(path, top):
    assert asked(path, SAME_WITH_A_NAME[path].replace("TOP", top))[0] == top


@pytest.mark.parametrize(
    "first", ["Storm reaches the U.S.", "Fair opens until 10 p.m.", "It rained on the pier again."]
)
def test_a_line_that_may_be_the_headline_of_plain_text_is_asked_for_with_the_next(first):
    source = f"{first}\n\nThe mill will close on Monday.\n\nNobody knows when it opens again.\n"
    assert asked("a.txt", source) == [first, "The mill will close on Monday."]


def test_all_sentences_of_the_first_paragraph_are_asked_for():
    source = "# Mill\n\nThe mill will close. It is old.\n\nNobody knows when.\n"
    document = formats.parse("a.md", source, ParseOptions(Segmentation.SENTENCE))
    assert opening(document, formats.load("markdown"), "en").lede == {1, 2}


@pytest.mark.parametrize(
    ("path", "source", "headlines"),
    [
        ("a.html", "<title>Mill · The Record</title><h1>Mill to close</h1><p>The mill will close.</p>", 2),
        ("a.html", "<title>The Record</title><h2>Mill to close</h2><p>The mill will close.</p>", 2),
        ("a.html", "<header><h1>The Record</h1></header><h2>Mill to close</h2><p>The mill will close.</p>", 2),
        ("a.html", "<title>A</title><p>We like cookies a lot.</p><h2>Mill to close</h2><p>The mill will close.</p>", 2),
        ("a.html", "<h1>Mill to close</h1><h2>It is old</h2><p>The mill will close.</p><h2>When</h2>", 1),
        ("a.md", "---\ntitle: Mill\n---\n\n# Mill to close\n\nThe mill will close.\n", 2),
        ("a.md", "## Mill to close\n\nThe mill will close.\n\n## When\n", 1),
        ("a.txt", "Mill to close\n\nThe mill will close.\n", 1),
    ],
)
def test_every_headline_is_asked_for(path, source, headlines):
    document = formats.parse(path, source, ParseOptions(Segmentation.PARAGRAPH))
    assert len(opening(document, formats.load(document.format), "en").headline) == headlines


@pytest.mark.parametrize(
    "source",
    [
        "<h1>Mill</h1><ul><li>The mill will close.</li><li>It is old.</li></ul>",
        "<table><tr><td>Mill</td></tr><tr><td>The mill will close.</td></tr></table><p>You asked for this letter.</p>",
        '<div class="author"><h2>Mill</h2></div><div class="author"><p>The mill will close.</p></div>',
        "<h1>Mill</h1><nav><p>The mill will close.</p></nav>",
        "<p>The mill will close.</p><p>Soon</p><h1>Mill</h1>",
        "<title>Mill</title><p>The mill will close.</p><h1>Mill to close</h1><p>It is old now.</p>",
        '<h1>Mill</h1><p><span class="date">The mill will close.</span></p><p>It is old now.</p>',
        '<h1>Mill</h1><div class="wrap has-byline"><p>The mill will close.</p></div><p>It is old now.</p>',
        '<h1>Mill</h1><div class="entry-meta"><p>The mill will close.</p></div><p>It is old now.</p>',
        "<blockquote>The mill will close.</blockquote><h1>Mill</h1>",
    ],
)
def test_a_story_in_an_unusual_place_is_asked_for(source):
    assert "The mill will close." in asked("a.html", source)
