"""How much a draft was changed is counted in words and marks, in letters where there are no spaces."""

import pytest

from l10n.text.sentences.postedit import edits, tokens


@pytest.mark.parametrize(
    ("draft", "final", "locale", "found"),
    [
        ("항구가 다시 열렸다.", "항구가 다시 열렸다.", "ko", (0, 4)),
        ("항구가 다시 열렸다.", "항구는 어제 다시 열렸다.", "ko", (2, 5)),
        ("항구가 열렸다", "“항구가 열렸다.”", "ko", (3, 5)),
        ("港が再開した。", "港は再開した。", "ja", (1, 7)),
        ("港がGoogleで再開した", "港がAppleで再開した", "ja", (1, 8)),
        ("ท่าเรือเปิด", "ท่าเรือปิด", "th", (1, 10)),
        ("", "다시 열렸다", "ko", (2, 2)),
        ("다시 열렸다", "", "ko", (2, 0)),
    ],
)
def test_edits_are_counted_for_each_language_as_it_is_written(draft, final, locale, found):
    assert edits(draft, final, locale) == found


def test_a_figure_and_a_word_with_marks_inside_are_one_token_and_marks_around_it_one_each():
    assert tokens("„Am 5.3. um 9:30“ (1.500 €)", spaced=True) == [
        *("„", "Am", "5.3", ".", "um", "9:30", "“", "(", "1.500", "€", ")")
    ]
    assert tokens("हिन्दी में।", spaced=True) == ["हिन्दी", "में", "।"]
    assert tokens("e\u0301te", spaced=True) == ["éte"]
