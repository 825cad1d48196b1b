"""Catalogues as the first version cut their articles keep what people wrote when this version extracts."""

from __future__ import annotations

import pytest

from l10n import formats
from l10n.catalog import merge
from l10n.catalog.edges import edged
from l10n.catalog.standing import standing
from l10n.model import Catalog, Entry, Key, Origin, OriginKind, Review, Segmentation, State
from l10n.protocols import ParseOptions
from l10n.text.digest import digest
from tests.catalog.samples import TODAY
from tests.growth import grows_evenly

R, S, O, M = State.REVIEWED, State.STALE, State.OBSOLETE, State.MISSING  # noqa: E741  as in the tables below


def upgraded(article: str, source: str, *reviews: tuple[str, str] | Entry) -> list[tuple[str, str, State]]:
    """Extract an article over the reviews of the first version; see that a second time changes nothing."""
    document = formats.parse(article, source, ParseOptions(Segmentation.PARAGRAPH))
    plugin = formats.load(document.format)
    old = tuple(one if isinstance(one, Entry) else Entry(Key(one[0]), one[1], R, (article,)) for one in reviews)
    made = Catalog(article, "ko", old)
    for _ in range(2):
        before, made = (
            made,
            merge(document, made, locale="ko", today=TODAY, uniform=plugin.uniform, inline=plugin.inline),
        )
    assert made == before
    return [(entry.key.text, entry.target, entry.state) for entry in made.entries]


HARBOR = "The harbor is open on all days of the week."
OPEN = "항구는 매일 연다."


@pytest.mark.parametrize(
    ("article", "source", "old", "target", "new", "wanted"),
    [
        ("a.md", "## Tides {% data tide %}\n", "Tides", "물때", "Tides {% data tide %}", "물때 {% data tide %}"),
        ("a.md", "- One.\n- Two.\n</Steps>\n", "Two. </Steps>", "둘. </Steps>", "Two.", "둘."),
        ("a.md", "## Tides {#tides}\n", "Tides {#tides}", "물때 {#tides}", "Tides", "물때"),
        ("a.md", "> [!NOTE]\n> Boats\n", "[!NOTE] Boats", "[!NOTE] 배", "Boats", "배"),
        ("a.md", "*[TBC]: To be caulked\n", "*[TBC]: To be caulked", "*[TBC]: 메울 것", "To be caulked", "메울 것"),
        (
            "a.md",
            "Boats\n: Things that float.\n",
            ": Things that float.",
            ": 뜨는 것.",
            "Things that float.",
            "뜨는 것.",
        ),
        ("a.mdx", "<Box>\n## Tides\n</Box>\n", "## Tides", "## 물때", "Tides", "물때"),
        (
            "a.txt",
            f"Old Songs\n=========\n\n{HARBOR}\n",
            "Old Songs =========",
            "옛 노래 =========",
            "Old Songs",
            "옛 노래",
        ),
        ("a.md", "<b>Tides</b>\n", "Tides", "물때", "<b>Tides</b>", "<b>물때</b>"),
    ],
)
def test_markup_that_comes_to_the_edge_of_a_text_or_leaves_it_takes_no_review(
    *, article: str, source: str, old: str, target: str, new: str, wanted: str
) -> None:
    entries = upgraded(article, source, (old, target))
    assert (new, wanted, R) in entries
    assert (old, target, O) in entries


@pytest.mark.parametrize("target", ["{% data tide %}의 물때", "물때", "{% data other %} 물때"])
def test_a_translation_that_has_the_markup_elsewhere_is_to_be_read(target: str) -> None:
    entries = upgraded("a.md", "## Tides\n", ("{% data tide %} Tides", target))
    assert entries == [("Tides", target, S)]


@pytest.mark.parametrize("source", ["Use {{ name }}", "{{ name }} Use"])
def test_an_edge_that_a_translator_wrote_already_is_not_written_twice(source: str) -> None:
    target = source.replace("Use", "사용")
    assert upgraded("a.md", f"## {source}\n", ("Use", target))[0] == (source, target, R)


def test_who_made_and_read_a_text_is_said_of_it_with_its_new_edge() -> None:
    old, target = "Tides </Steps>", "물때 </Steps>"
    entry = Entry(
        Key(old),
        target,
        R,
        comments=("ask the desk",),
        origin=Origin(OriginKind.MACHINE, "google", "2026-10-01", digest(target), digest(old)),
        review=Review("Ann", "2026-10-02", digest(target)),
    )
    document = formats.parse("a.md", "Tides\n", ParseOptions(Segmentation.PARAGRAPH))
    plugin = formats.load("markdown")
    made = merge(document, Catalog("a.md", "ko", (entry,)), locale="ko", today=TODAY, inline=plugin.inline).entries[0]
    assert made.comments == entry.comments
    assert made.origin is not None
    assert (made.origin.digest, made.origin.source_digest) == (digest("물때"), digest("Tides"))
    assert made.review is not None
    assert made.review.digest == digest("물때")


def test_a_fence_that_was_prose_goes_with_its_review() -> None:
    entries = upgraded(
        "a.mdx",
        f"<Box>\n```sh\nrow --fast\n```\n</Box>\n\n{HARBOR}\n",
        ("```sh row --fast ```", "젓기"),
        (HARBOR, OPEN),
    )
    assert entries == [(HARBOR, OPEN, R), ("```sh row --fast ```", "젓기", O)]


def test_a_text_that_falls_into_exactly_two_lines_waits_at_the_first() -> None:
    entries = upgraded(
        "a.txt",
        f"Ward and Sons\nNorth Quay 12\n\n{HARBOR}\n",
        ("Ward and Sons North Quay 12", "워드와 아들들, 북부두 12"),
    )
    assert entries[:2] == [("Ward and Sons", "워드와 아들들, 북부두 12", S), ("North Quay 12", "", M)]


LINES = ("Anna rowed out before the bell had rung, and the boy who", "kept the lamp saw her go. He said nothing.")


def test_lines_that_become_a_paragraph_are_joined_to_be_read() -> None:
    entries = upgraded(
        "a.txt", f"{' '.join(LINES)}\n", (LINES[0], "안나는 노를 저어"), (LINES[1], "나갔다. 그는 말이 없었다.")
    )
    assert entries[0] == (" ".join(LINES), "안나는 노를 저어 나갔다. 그는 말이 없었다.", S)


def test_a_line_nobody_translated_leaves_what_people_wrote_for_the_others() -> None:
    text = f"{' '.join(LINES)} Nobody asked him why."
    entries = upgraded(
        "a.txt", f"{text}\n", (LINES[0], "안나는 노를 저어"), ("Nobody asked him why.", "아무도 묻지 않았다.")
    )
    assert entries[0] == (text, "안나는 노를 저어 아무도 묻지 않았다.", S)


def test_a_line_that_ends_in_a_dash_is_known_in_its_paragraph() -> None:
    lines = ("The boat that came last -", "the one with the red sail - was hers.")
    entries = upgraded(
        "a.txt", f"{' '.join(lines)}\n", (lines[0], "마지막 배,"), (lines[1], "붉은 돛의 배가 그의 것이었다.")
    )
    assert entries[0] == (" ".join(lines), "마지막 배, 붉은 돛의 배가 그의 것이었다.", S)


def test_a_review_is_obsolete_only_where_its_words_are_gone() -> None:
    entries = upgraded(
        "a.md", f"Then, in May, {HARBOR}\n", (HARBOR, OPEN), ("Nothing of this is left here at all.", "없다.")
    )
    assert entries == [
        (f"Then, in May, {HARBOR}", OPEN, S),
        ("Nothing of this is left here at all.", "없다.", O),
    ]


def test_sentences_with_a_rule_between_them_that_was_text_are_to_be_read() -> None:
    old = ("Boats went out. ---- It rained all day.", "배가 나갔다. ---- 종일 비가 왔다.")
    entries = upgraded("a.md", "Boats went out.\n\n----\n\nIt rained all day.\n", old)
    assert [(text, state) for text, _, state in entries[:2]] == [("Boats went out.", S), ("It rained all day.", S)]


@pytest.mark.parametrize("mark", ["= ", "</Steps> "])
def test_the_work_grows_with_the_marks_at_an_edge(mark: str) -> None:
    inline = formats.load("markdown").inline

    def work(size: int) -> object:
        text = f"{mark * size}Tides {mark * size}".strip()
        return edged([Entry(Key(text), "물때", R)], [Key("Tides")], form=lambda key: key.text, inline=inline)

    assert grows_evenly(work, 200)


def test_the_work_grows_with_the_texts_that_are_looked_for() -> None:
    def work(size: int) -> object:
        keys = [Key(f"Boat {at} of the many that are here") for at in range(size)]
        return standing([Key(f"{at} of the many") for at in range(size)], keys, frozenset(keys), inline=lambda _: ())

    assert grows_evenly(work, 100)
