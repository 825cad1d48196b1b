"""A PO file has each source once: of several entries one stays, with what people wrote in the others."""

from __future__ import annotations

from dataclasses import replace

from l10n.catalog.merge import retired
from l10n.catalog.twins import parted, twice
from l10n.model import Entry, Key, State
from tests.catalog.samples import drafted, reviewed

TEXT = "The mill is open."


def half(target: str) -> Entry:
    return replace(drafted(TEXT, "초안"), target=target)


def test_the_live_entry_stays_and_keeps_the_others_in_comments() -> None:
    live = replace(reviewed(TEXT, "방앗간이 열려 있다."), comments=("short",))
    others = [retired(half("반쯤")), retired(reviewed(TEXT, "방앗간은 영업한다.\n둘째"))]
    (entry,) = parted([live, *others], ())
    assert (entry.target, entry.state) == (live.target, State.REVIEWED)
    assert entry.comments == (
        "short",
        "other translation (not reviewed): 반쯤",
        "other translation (reviewed): 방앗간은 영업한다.\\n둘째",
    )


def test_of_obsolete_entries_the_one_with_most_work_stays_in_its_place() -> None:
    first, best = retired(half("반쯤")), retired(reviewed(TEXT, "방앗간이 열려 있다."))
    other = retired(reviewed("It is old.", "낡았다."))
    entries = parted([first, other, best], ())
    assert [entry.target for entry in entries] == ["낡았다.", "방앗간이 열려 있다."]
    assert entries[1].comments == ("other translation (not reviewed): 반쯤",)


def test_of_a_machines_text_only_the_comments_stay_and_an_equal_text_is_told_once() -> None:
    live = reviewed(TEXT, "방앗간이 열려 있다.")
    machine = replace(retired(drafted(TEXT, "초안")), comments=("ask the desk",))
    (entry,) = parted([live, machine, retired(live)], ())
    assert entry.comments == ("ask the desk",)


def test_what_stood_twice_before_and_other_contexts_are_left_alone() -> None:
    entries = [reviewed(TEXT, "하나"), retired(half("반쯤")), reviewed(TEXT, "둘", context="title")]
    assert twice(entries) == {Key(TEXT)}
    assert parted(entries, twice(entries)) == tuple(entries)
