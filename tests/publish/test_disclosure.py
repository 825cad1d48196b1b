"""What a published article says of machine-made text."""

import pytest

from l10n import languages
from l10n.config import DisclosureTable
from l10n.model import Coverage, Entry, Key, Origin, OriginKind, State, Tally
from l10n.publish import disclosure
from l10n.publish.policy import Shown

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
    assert made.disclosure == disclosure.sentences("ar").whole
    assert made.provenance["status"] == "machine-draft"


def test_drafts_beside_english_are_a_part_of_the_article():
    made = disclosure.edition("ko", ROW, [MACHINE])
    assert made.disclosure == disclosure.sentences("ko").part
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
    assert disclosure.edition(locale, ROW, [MACHINE, MACHINE]).disclosure == disclosure.sentences(row).whole


def test_there_are_four_different_sentences_for_each_of_thirty_languages():
    known = [name for name in languages.known() if languages.of(name).disclosure]
    told = (disclosure.sentences(name) for name in known)
    said = {(one.whole, one.part, one.untranslated, one.outdated) for one in told}
    assert len(said) >= 30
    assert len({sentence for one in said for sentence in one if sentence}) == 4 * len(said)


def test_names_have_a_place_in_the_wording_of_every_language():
    for name in languages.known():
        told = disclosure.sentences(name)
        assert told.translated.count("{names}") == told.reviewed.count("{names}") == 1
        assert told.translated != told.reviewed
        assert told.corrected


def test_a_correction_is_told_where_the_english_is_marked():
    told = disclosure.sentences("ko")
    made = disclosure.edition("ko", ROW, [HUMAN], {Shown.SOURCE_MARKED: 1}, corrected=True)
    assert made.disclosure == f"{told.corrected} {told.untranslated}"
    assert disclosure.edition("ko", ROW, [HUMAN], {Shown.SOURCE: 1}, corrected=True).disclosure == ""


def test_english_and_what_is_outdated_are_told_with_the_drafts():
    counts = {Shown.DRAFT: 1, Shown.SOURCE_MARKED: 1, Shown.LAST_APPROVED: 1}
    made = disclosure.edition("ar", ROW, [MACHINE], counts)
    told = disclosure.sentences("ar")
    assert made.disclosure == f"{told.part} {told.untranslated} {told.outdated}"
    assert (made.marked, made.marked_direction) == ("en", "ltr")


def test_english_that_nobody_marks_is_not_told():
    made = disclosure.edition("ko", ROW, [HUMAN], {Shown.REVIEWED: 1, Shown.SOURCE: 1})
    assert (made.disclosure, made.marked) == ("", "")


def test_a_project_may_say_it_in_its_own_words():
    own = DisclosureTable(part="우리 말.")
    assert disclosure.edition("ko", ROW, [HUMAN, MACHINE], own=own).disclosure == "우리 말."
    assert disclosure.edition("ko", ROW, [MACHINE, MACHINE], own=own).disclosure == disclosure.sentences("ko").whole


@pytest.mark.parametrize(
    ("locale", "rtl"), [("ar_001", True), ("dv", True), ("pa_Arab", True), ("pa", False), ("ko", False)]
)
def test_an_article_runs_as_its_script_does(locale, rtl):
    assert disclosure.edition(locale, ROW, [HUMAN]).direction == ("rtl" if rtl else "ltr")
