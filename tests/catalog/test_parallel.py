"""A text that is bettered on one side while its source changes on the other: the newer one is offered."""

from __future__ import annotations

from dataclasses import replace

import pytest

from l10n.catalog.merge import merge, retired
from l10n.catalog.merge3 import threeway
from l10n.model import Catalog, Entry, Key, State
from tests.catalog.samples import TODAY, document, reviewed

OLD, NEW = "The pool opens at nine on May 3.", "The pool opens at nine on May 4."
FIRST, BETTER, HALF = "수영장은 5월 3일 아홉 시에 연다.", "수영장이 5월 3일 9시에 문을 연다.", "수영장은 5월 4일"
OTHER = reviewed("It is deep.", "깊다.")


def catalog(*entries: Entry) -> Catalog:
    return Catalog("a.md", "ko", entries)


def extracted(before: Catalog, *texts: str) -> Catalog:
    return merge(document(*texts), before, locale="ko", today=TODAY)


BASE = extracted(catalog(reviewed(OLD, FIRST), OTHER), OLD, OTHER.key.text)
EDITED = extracted(BASE, NEW, OTHER.key.text)
BETTERED = replace(BASE, entries=(replace(BASE.entries[0], target=BETTER), BASE.entries[1]))


def said(made: Catalog) -> list[tuple[str, str, State]]:
    return [(entry.key.text, entry.target, entry.state) for entry in made]


@pytest.mark.parametrize("sides", [(EDITED, BETTERED), (BETTERED, EDITED)])
def test_a_merge_offers_the_newer_text_at_the_new_source(sides: tuple[Catalog, Catalog]) -> None:
    made = threeway(BASE, *sides, today=TODAY)
    assert not made.conflicts
    (entry,) = (entry for entry in made.catalog if entry.key.text == NEW and entry.state is not State.OBSOLETE)
    assert (entry.target, entry.state, entry.previous) == (BETTER, State.STALE, Key(OLD))
    after = extracted(made.catalog, NEW, OTHER.key.text)
    assert said(after)[:2] == [(NEW, BETTER, State.STALE), (OTHER.key.text, OTHER.target, State.REVIEWED)]
    assert said(after)[2:] == [(OLD, BETTER, State.OBSOLETE)]
    assert after.entries[0].comments == (f"other translation (reviewed): {FIRST}",)
    assert extracted(after, NEW, OTHER.key.text) == after
    assert said(extracted(after, OLD, OTHER.key.text))[0] == (OLD, BETTER, State.REVIEWED)


def test_extraction_offers_it_where_both_stand_in_the_file() -> None:
    after = extracted(catalog(*EDITED, BETTERED.entries[0]), NEW, OTHER.key.text)
    assert said(after)[:2] == [(NEW, BETTER, State.STALE), (OTHER.key.text, OTHER.target, State.REVIEWED)]
    assert after.entries[0].comments == (f"other translation (reviewed): {FIRST}",)


def test_a_text_bettered_at_a_cosmetic_variant_is_offered_too() -> None:
    better = replace(BETTERED.entries[0], key=Key(OLD.replace(" ", "  ", 1)))
    after = extracted(catalog(*EDITED, better), NEW, OTHER.key.text)
    assert said(after)[0] == (NEW, BETTER, State.STALE)


def test_the_text_that_became_stale_is_not_newer_than_itself() -> None:
    after = extracted(catalog(*EDITED, BASE.entries[0]), NEW, OTHER.key.text)
    assert said(after)[0] == (NEW, FIRST, State.STALE)
    edited = replace(EDITED.entries[0], target=HALF)
    after = extracted(catalog(edited, OTHER, BASE.entries[0]), NEW, OTHER.key.text)
    assert after.entries[0].target == HALF
    assert after.entries[0].comments == ()


def test_where_nobody_can_tell_which_is_newer_both_stay_and_the_entry_tells() -> None:
    worked_on = replace(EDITED.entries[0], target=HALF)
    buried = retired(BETTERED.entries[0])
    for entries, text in (((worked_on, OTHER, BETTERED.entries[0]), HALF), ((*EDITED, buried), FIRST)):
        after = extracted(catalog(*entries), NEW, OTHER.key.text)
        assert said(after)[0] == (NEW, text, State.STALE)
        assert after.entries[0].comments == (f"other translation (reviewed): {BETTER}",)
        assert (OLD, BETTER, State.OBSOLETE) in said(after)
        assert extracted(after, NEW, OTHER.key.text) == after


def test_a_text_that_nobody_read_is_no_better_one() -> None:
    half = replace(BETTERED.entries[0], state=State.DRAFT)
    after = extracted(catalog(*EDITED, half), NEW, OTHER.key.text)
    assert said(after)[0] == (NEW, FIRST, State.STALE)
    assert (OLD, BETTER, State.OBSOLETE) in said(after)
