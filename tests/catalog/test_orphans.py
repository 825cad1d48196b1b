"""What catalogues whose article is gone have to give: their texts, and a beginning for an article that was renamed."""

from __future__ import annotations

from l10n.catalog.orphans import Orphans, orphans
from l10n.model import Catalog, Entry, Key
from tests.catalog.samples import document, drafted, reviewed

OLD = Catalog("old.md", "ko", (reviewed("One.", "하나."), drafted("Two.", "둘."), Entry(Key("Three."))))


def test_texts_of_persons_are_offered_to_the_article_that_has_their_sources():
    left = orphans([OLD], [])
    assert left.of(document("Three.", "Two.", "One.", "One.")) == (reviewed("One.", "하나."),)
    assert left.of(document("Four.")) == ()


def test_of_two_texts_for_one_source_both_are_offered_in_the_order_of_the_catalogues():
    other = Catalog("older.md", "ko", (reviewed("One.", "일."),))
    offered = orphans([OLD, other], []).of(document("One."))
    assert [entry.target for entry in offered] == ["하나.", "일."]


def test_an_article_with_half_of_the_texts_was_renamed_and_one_with_fewer_was_not():
    half, fewer = document("One.", "Other.", path="half.md"), document("One.", "A.", "B.", path="fewer.md")
    assert orphans([OLD], [half]).before == {"half.md": OLD}
    assert orphans([OLD], [fewer]).before == {}


def test_a_catalogue_goes_to_one_article_the_one_that_has_most_of_it():
    most, some = document("One.", "Two.", "Three.", path="z.md"), document("One.", "Two.", path="a.md")
    assert orphans([OLD], [some, most]).before == {"z.md": OLD}


def test_without_orphans_there_is_nothing():
    assert orphans([], [document("One.")]) == Orphans()
