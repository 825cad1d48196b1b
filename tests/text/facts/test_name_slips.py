"""Names that stand otherwise than the name memory has them, and names spelt in two ways."""

import pytest

from l10n.model import Term
from l10n.text.facts.name_slips import spelt_here, two_ways, unlike_memory

TORVIK = Term("Selma Torvik", "셀마 토르비크", case=True)
SOURCE = "The mayor thanked Selma Torvik."


def found(target, *names, source=SOURCE, locale="ko"):
    slips = unlike_memory(source, target, names or (TORVIK,), locale)
    return [(slip.name.source, target[slip.start : slip.end]) for slip in slips]


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("시장은 젤마 토르비그(Selma Torvik)에게 감사했다.", ["젤마 토르비그"]),
        ("시장은 셀마 토르빅에게 감사했다.", ["셀마 토르빅"]),
        ("시장은 셀마 토르비크에게 감사했다.", []),
        ("시장은 그에게 감사했다.", []),
        ("시장은 토르비크에게 감사했다.", []),
        ("", []),
    ],
)
def test_a_name_that_is_spelt_otherwise_is_shown_where_it_stands(target, written):
    assert [one for _, one in found(target)] == written


def test_a_single_word_is_held_against_what_is_nearly_it():
    name = Term("Kavanagh", "캐버나", case=True)
    assert found("판사는 캐버너를 풀어 주었다.", name, source="The judge freed Kavanagh.") == [("Kavanagh", "캐버너")]
    assert found("판사는 그를 풀어 주었다.", name, source="The judge freed Kavanagh.") == []


def test_a_bracket_tells_in_chinese():
    name = Term("Selma Torvik", "塞尔玛·托尔维克", case=True)
    assert found("市长感谢了塞玛·托维克（Selma Torvik）。", name, locale="zh_CN") == [("Selma Torvik", "塞玛·托维克")]


def test_spellings_of_articles_are_held_against_the_usual_one():
    targets = (
        "市长感谢了塞尔玛·托尔维克（Selma Torvik）。",
        "塞尔玛·托尔维克（Selma Torvik）来了。",
        "塞玛·托维克（Selma Torvik）走了。",
    )
    articles = [list(spelt_here([(SOURCE, target)], "zh_CN")) for target in targets]
    ((at, one, uses, usual, where),) = two_ways(articles)
    assert (at, one.written, uses, usual.written, where) == (2, "塞玛·托维克", 2, "塞尔玛·托尔维克", 0)
    assert list(two_ways(articles[:2])) == []
