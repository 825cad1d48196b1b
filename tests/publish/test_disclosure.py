"""What a published article says of machine-made text."""

import pytest

from l10n import languages
from l10n.model import Coverage, Entry, Key, Origin, OriginKind, State, Tally
from l10n.publish import disclosure

ROW = Coverage("news/a.md", "ko", Tally(reviewed=1, draft=1), Tally(reviewed=30, draft=70))
HUMAN = Entry(Key("a"), "가", State.REVIEWED)
MACHINE = Entry(Key("b"), "나", State.DRAFT, origin=Origin(OriginKind.MACHINE, "apertium", "2026-11-23", "0" * 12))


def test_text_that_people_reviewed_needs_no_disclosure():
    made = disclosure.edition("ko", ROW, [HUMAN])
    assert (made.language, made.direction, made.disclosure, dict(made.provenance)) == ("ko", "ltr", "", {})


def test_one_draft_is_disclosed_as_a_part_and_names_its_engine():
    made = disclosure.edition("ko", ROW, [HUMAN, MACHINE])
    assert "일부" in made.disclosure
    assert dict(made.provenance) == {
        "status": "partly-reviewed",
        "engine": "apertium",
        "reviewed": "30%",
        "source": "news/a.md",
    }


def test_an_engine_s_name_calls_nothing():
    origin = Origin(OriginKind.MACHINE, "{{x}}<%y%>[z]/gpt-4", "2026-11-23", "0" * 12)
    made = disclosure.edition("ko", ROW, [Entry(Key("b"), "나", State.DRAFT, origin=origin)])
    assert made.provenance["engine"] == "x%y%z/gpt-4"


def test_an_article_of_drafts_only_says_so():
    made = disclosure.edition("ar", ROW, [MACHINE, MACHINE])
    assert made.direction == "rtl"
    assert made.disclosure == disclosure.sentences("ar")[0]
    assert made.provenance["status"] == "machine-draft"


def test_drafts_beside_english_are_a_part_of_the_article():
    made = disclosure.edition("ko", ROW, [MACHINE])
    assert made.disclosure == disclosure.sentences("ko")[1]
    assert made.provenance["status"] == "machine-draft"


@pytest.mark.parametrize(
    ("locale", "row"),
    [
        ("pt_BR", "pt_BR"),
        ("pt_AO", "pt"),
        ("zh_TW", "zh_Hant"),
        ("zh_HK", "zh_Hant"),
        ("zh_CN", "zh"),
        ("nn", "no"),
        ("nb", "no"),
        ("sw", "en"),
    ],
)
def test_a_locale_takes_the_sentence_of_its_language(locale, row):
    assert disclosure.edition(locale, ROW, [MACHINE, MACHINE]).disclosure == disclosure.sentences(row)[0]


def test_there_are_two_different_sentences_for_each_of_thirty_languages():
    known = [name for name in languages.known() if languages.of(name).disclosure]
    pairs = {disclosure.sentences(name) for name in known}
    assert len(pairs) >= 30
    assert len({sentence for pair in pairs for sentence in pair}) == 2 * len(pairs)


@pytest.mark.parametrize(
    ("locale", "rtl"), [("ar_001", True), ("dv", True), ("pa_Arab", True), ("pa", False), ("ko", False)]
)
def test_an_article_runs_as_its_script_does(locale, rtl):
    assert disclosure.edition(locale, ROW, [HUMAN]).direction == ("rtl" if rtl else "ltr")
