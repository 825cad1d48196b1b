"""How comments in PO files silence rules."""

import pytest

from l10n.checks import suppressions


@pytest.mark.parametrize(
    ("comments", "names"),
    [
        ([], None),
        (["a note", "l10n-ignored: numbers", "see l10n-ignore: numbers"], None),
        (["l10n-ignore: numbers"], ("numbers",)),
        (["l10n-ignore: numbers, term-missing — it is a quotation: 3, not 4"], ("numbers", "term-missing")),
        (["l10n-ignore: numbers -- as printed", "l10n-ignore: markup (x)"], ("numbers", "markup")),
        (["l10n-ignore: numbers - as printed - twice"], ("numbers",)),
        (["l10n-ignore: numbers– no space"], ("numbers",)),
        (["  L10N-IGNORE :numbers,numbers "], ("numbers",)),
        (["l10n-ignore: numbers the year"], ("numbers", "the", "year")),
        (["l10n-ignore:", "l10n-ignore: - why"], ()),
    ],
)
def test_a_comment_that_silences_is_read(comments, names):
    assert suppressions.parse(comments) == names
