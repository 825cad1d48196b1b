"""The English before it is translated: what is a slip and what is style."""

from __future__ import annotations

import pytest

from l10n import checks, formats
from l10n.model import Kind, Term
from l10n.protocols import Pair, Scope


def found(rule, *sources, kinds=(), terms=()):
    fmt = formats.load("markdown")
    pairs = [
        Pair(
            source,
            "",
            "en",
            fmt.inline(source),
            kind=kinds[at] if kinds else Kind.PARAGRAPH,
            terms=terms,
        )
        for at, source in enumerate(sources)
    ]
    return [
        (index, pairs[index].source[flaw.start : flaw.end])
        for index, _, flaw in checks.inspect(pairs, checks.chosen([rule]), scopes=(Scope.SOURCE,))
    ]


@pytest.mark.parametrize(
    ("sources", "marks"),
    [
        (["“We left, the captain said."], [(0, "“")]),
        (["We left,” the captain said."], [(0, "”")]),
        (['"We left, the captain said.'], [(0, '"')]),
        (["The ship (a brig left."], [(0, "(")]),
        (["The ship left (at noon)) again."], [(0, ")")]),
        (["“We left. We sailed.", "The rest is silence. It is."], [(0, "“")]),
        (["“We left. We sailed.", "It was late. It was dark.", "“We came. We saw.” He left."], [(0, "“")]),
        (["“We left, he said. We sailed.", "“We sailed.” It is over."], [(0, "“")]),
    ],
)
def test_a_mark_without_a_partner_is_shown(sources, marks):
    assert found("source-quotes", *sources) == marks


@pytest.mark.parametrize(
    "sources",
    [
        ["“We left. We sailed.", "“We came back. Nobody saw us,” he said."],
        ['"We left. We sailed.', '"We came back. Nobody saw us," he said.'],
        ["“We left.", "We sailed.", "We came back.” he said."],
        ["It’s the captains’ ship, ’tis said."],
        ['He is 6\'2" tall and has a 5" knife.'],
        ["You need a) a ship, b) a crew and 3) luck."],
        ["Good news :) and bad news :-("],
        ["Take a number in [0, 1) please."],
        ['Write `printf("` and `)` here.'],
        ['"We saw **"Hamlet"** there," he said.'],
        ['He asked for _"a ship"_ and **"a crew"**.'],
        ['They call it the "ship"/"boat" question ("big" or "small").'],
        ['See [the “list”](https://example.org/a_(b) "x").'],
    ],
)
def test_style_is_no_slip(sources):
    assert found("source-quotes", *sources) == []


def test_an_acronym_is_told_once_where_it_stands_first():
    assert found("source-acronym", "The HPO left.", "The HPO came back.") == [(0, "HPO")]


@pytest.mark.parametrize(
    "sources",
    [
        ["The Harbor Police Office (HPO) left. The HPO came back."],
        ["The HPO (Harbor Police Office) left."],
        ["The Harbor Police Office left.", "The HPO came back."],
        ["The HPO, which stands for Harbor Police Office, left."],
        ["The US and the UN met. Charles VII and Henry XIV came."],
        ["JK Smith left for Austin, TX on Monday."],
        ["THE HPO LEFT TOWN"],
        ["Run `HPO` or read [this](https://example.org/HPO)."],
    ],
)
def test_an_acronym_that_is_explained_or_known_is_fine(sources):
    assert found("source-acronym", *sources) == []


def test_headlines_and_glossaries_explain_acronyms():
    headline = ["HPO leaves town", "The Harbor Police Office (HPO) left."]
    assert found("source-acronym", *headline, kinds=(Kind.HEADLINE, Kind.PARAGRAPH)) == []
    assert found("source-acronym", "The HPO left.", terms=(Term("HPO", "항만경찰청"),)) == []


@pytest.mark.parametrize(
    "text", ["We left the the harbor.", "The the harbor.", "We went to to it.", "It was was late."]
)
def test_a_word_twice_is_shown_whole(text):
    ((_, fault),) = found("source-doubled", text)
    assert len(set(fault.lower().split())) == 1


@pytest.mark.parametrize(
    "text",
    [
        "He said that that ship had had a very very long day.",
        "Duran Duran sang Bye Bye, and The The played.",
        "He gave her her book, and what it is is good.",
        "I told you you were late, and without it it fails.",
        "The man that I spoke to to ask is here.",
        "Put the `the` the way you like.",
        "We, we and the-the are fine.",
        "This is the. The end.",
    ],
)
def test_words_that_may_stand_twice_are_fine(text):
    assert found("source-doubled", text) == []


def test_a_long_sentence_is_shown_and_a_list_of_clauses_is_not():
    long = "The ship left " + "and left " * 25 + "again."
    assert found("source-long", f"It was late. {long}") == [(0, long)]
    assert found("source-long", "It left; " * 30 + "again.") == []
    assert found("source-long", "It left. " * 30) == []


@pytest.mark.parametrize("source", ["Er sagte: „Wir gehen.“ Dann ging er (bald).", "Er sagte „Nein“ und „Ja“."])
def test_marks_that_a_language_closes_with_are_not_taken_for_english_ones(source):
    pair = Pair(source, "", "de", source_locale="de")
    assert not list(checks.inspect([pair], checks.chosen(["source-quotes"]), scopes=(Scope.SOURCE,)))
    broken = Pair(source + " (So", "", "de", source_locale="de")
    assert list(checks.inspect([broken], checks.chosen(["source-quotes"]), scopes=(Scope.SOURCE,)))
