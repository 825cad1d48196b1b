"""One word for another, in translations."""

from __future__ import annotations

import pytest

from l10n.text.facts.replacing import replacement


@pytest.mark.parametrize(
    ("text", "old", "new", "locale", "out"),
    [
        ("항구를 떠났다", "항구", "항만", "ko", "항만을 떠났다"),
        ("항구로부터 왔다", "항구", "항만", "ko", "항만으로부터 왔다"),
        ("항구들은 크다", "항구", "항만", "ko", "항만들은 크다"),
        ("항구에서는 판다", "항구", "항만", "ko", "항만에서는 판다"),
        ("항구(HPO)와 배", "항구", "항만", "ko", "항만(HPO)과 배"),
        ("항구", "항구", "항만", "ko", "항만"),
        ("항구도시다", "항구", "항만", "ko", None),
        ("항구를 떠났다", "항구", "Port", "ko", None),
        ("港は", "港", "港湾", "ja", "港湾は"),
        ("ポートは", "ポート", "みなと", "ja", "みなとは"),
        ("空港は", "港", "港湾", "ja", None),
        ("ポート・カルダー", "ポート", "みなと", "ja", None),
        ("El puerto cerró", "puerto", "terminal", "es", None),
    ],
)
def test_a_word_is_replaced_where_the_result_is_certain(text, old, new, locale, out):
    start = text.index(old)
    found = replacement(text, start, start + len(old), new, locale)
    assert (None if found is None else text[:start] + found[1] + text[found[0] :]) == out
