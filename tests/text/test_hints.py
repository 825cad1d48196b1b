import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from l10n import checks, languages
from l10n.text.hints import Hopes, _ways, alternatives, folded, hinted, needed
from l10n.text.numbers.readings import any_of

LOCALES = (
    "en",
    "ko",
    "ja",
    "zh_CN",
    "zh_TW",
    "es",
    "fr",
    "de",
    "pt_BR",
    "ar",
    "ru",
    "tr",
    "fi",
    "it",
    "th",
    "vi",
    "pl",
)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("Monday|Tuesday", {"monday", "tuesday"}),
        (r"\blast (?:year|month)s?\b", {"last "}),
        ("(?:first )?half", {"half"}),
        ("hours{0,1}|x{0,3}days", {"hour", "days"}),
        ("n[’']t", {"n’t", "n't"}),
        ("[^ab]net[s-z]", {"net"}),
        (r"a\.m\.(?!\w)", {"a.m."}),
        ("(?<=on )Monday(?=s|day)", {"monday"}),
        (r"\d+(?=시|時)", {"시", "時"}),
        ("(?!never)no+t", {"no"}),
        ("(?P<net>net)(?P=net)boat", {"boat"}),
        ("(?-i:May) 5", {"may"}),
        ("Iſland", {"island"}),
        ("month|", set()),
        (r"\w+", set()),
        ("(?:a|boat)", set()),
        ("(x)?(?(1)nets|boats)", set()),
    ],
)
def test_a_pattern_says_what_a_text_must_have(pattern, words):
    assert needed(pattern) == words


@pytest.mark.parametrize(
    ("pattern", "text"), [("ilk", "İLK"), ("kelvin", "\u212aelvin"), ("sun", "\u017fun"), ("ß", "ẞ")]
)
def test_letters_that_are_equal_where_case_does_not_count_are_found(pattern, text):
    assert re.search(pattern, text, re.IGNORECASE)
    assert hinted(pattern).search(text)


def patterns(locale: str) -> Iterator[str]:
    language = languages.of(locale)
    if language.times:
        yield from (pattern for names in language.times.kinds.values() for pattern in names.values())
        yield language.times.hint
    if language.negation:
        yield from (language.negation.pattern, language.negation.clear, language.negation.weak)
    if language.months:
        yield from language.months.patterns.values()
    if language.directions:
        yield from (*language.directions.compass.values(), *language.directions.states.values())


@pytest.mark.parametrize("locale", LOCALES)
def test_no_match_is_missed_for_want_of_a_word(locale):
    examples = [one for rule in checks.rules() for one in rule.failing if locale in {one.locale, "en"}]
    texts = [text for one in examples for text in (one.source, one.target, one.source.upper())]
    for pattern in filter(None, patterns(locale)):
        plain, quick = re.compile(pattern, re.IGNORECASE), hinted(pattern)
        for text in (*texts, *re.split(r"[|()]", pattern)):
            assert (plain.search(text) is None) == (quick.search(text) is None), (pattern, text)


def test_a_pattern_without_hope_is_not_even_compiled(monkeypatch):
    one = hinted("the harbor of [A-Z]nowhere")
    monkeypatch.setattr("l10n.text.hints._compiled", None)
    assert one.search("The nets are wet.") is None
    assert list(one.finditer("The nets are wet.")) == []


def test_a_text_is_folded_as_patterns_compare():
    assert folded("İstanbul ISI Straße ısı") == "istanbul isi strasse isi"


WORDS = ["one", "one hundred", "ones", "two", "tw", "네", "네 명", "x.y", "x(y", ""]


@pytest.mark.parametrize("words", [WORDS, WORDS[:3], WORDS[3:4], [], [""]])
def test_many_words_are_found_as_one_after_the_other_the_longest_first(words):
    plain = "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
    for text in ("one hundred ones", "on one h", "twtwo", "네 명 네", "x.yx(y", "xzy", ""):
        found, expected = re.compile(any_of(words)), re.compile(plain)
        assert [match.span() for match in found.finditer(text)] == [match.span() for match in expected.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        (r"nets|boats?", ("nets", "boats?")),
        (r"\b(?:nets|no (?:boat|oar)s)\b", (r"\bnets\b", r"\bno boats\b", r"\bno oars\b")),
        (r"(?<!the )(?:nets|oars)(?: more)?", ("(?<!the )nets(?: more)?", "(?<!the )oars(?: more)?")),
        (r"a?(?:nets|oars)", (r"a?(?:nets|oars)",)),
        (r"(?:nets|oars)+", (r"(?:nets|oars)+",)),
        (r"(?:nets|oars){2}", (r"(?:nets|oars){2}",)),
        (r"[|(]x|\|\(", (r"[|(]x", r"\|\(")),
        (r"(?i:nets|oars)", (r"(?i:nets|oars)",)),
    ],
)
def test_a_pattern_is_cut_into_its_alternatives(pattern, ways):
    assert alternatives(pattern) == ways


@pytest.mark.parametrize("pattern", ["(nets)|oars", r"(?P<n>nets)|oars", "(?P<n>x)(?P=n)|oars", "(?s)nets|oars"])
def test_a_pattern_whose_groups_are_asked_for_stays_whole(pattern):
    assert _ways(pattern, 0, lasting=False) == ()


PIECES = ["net", "nets", r"\bno\b", "no (?:net|oar)s?", "oar(?! net)", r"(?<=no )\w+", "(?:net|no) oar", "[no]+x?"]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), st.text("neotsar ", max_size=30), st.booleans())
def test_alternatives_tried_one_by_one_find_what_they_find_together(pieces, text, inside):
    pattern = "|".join(pieces)
    pattern = rf"\b(?:{pattern})s?" if inside else pattern
    plain, quick = re.compile(pattern, re.IGNORECASE), hinted(pattern)
    found, first = plain.search(text), quick.search(text)
    assert (found and found.span()) == (first and first.span())
    assert [match.span() for match in plain.finditer(text)] == [match.span() for match in quick.finditer(text)]


@given(st.lists(st.sampled_from(["nets", "oars", "no net", "xyz"]), max_size=4), st.text("neotsar ", max_size=20))
def test_what_a_text_may_have_is_what_its_words_are_needed_by(words, text):
    rows = [(hinted(word), word) for word in words]
    hopes = Hopes.of([*rows, (hinted("[a-z]"), "any")])
    assert hopes.may(text) == {word for word in words if word in text} | {"any"}


@pytest.mark.parametrize("text", ["nets, oars", "oars, nets", "oars", "nets nets"])
def test_the_first_place_counts_whatever_alternative_it_is_of(text):
    plain, quick = re.search("nets|oars|sails", text), hinted("nets|oars|sails").search(text)
    assert plain
    assert quick
    assert quick.span() == plain.span()


def test_the_last_group_is_the_name_of_the_alternative():
    one = hinted("(?P<n>nets)|(?P<o>oars)", lasting=True)
    assert [match.lastgroup for match in one.finditer("oars, nets and oars")] == ["o", "n", "o"]
