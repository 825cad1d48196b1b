"""Mending: what may be mended, whose text it stays, and what is left alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from l10n import formats, project
from l10n.catalog import machine_owned, store
from l10n.checks.fixes import plan
from l10n.checks.pairs import checked
from l10n.checks.selection import CheckOptions
from l10n.errors import CatalogError
from l10n.model import Flaw, Severity, State
from l10n.project import ProjectFolder
from l10n.protocols import Rule
from l10n.stages.check import check
from l10n.stages.extract import extract
from l10n.stages.fix import fix
from l10n.stages.workset import gather
from l10n.text.digest import digest

PO = "locales/ko/a.md.po"
SOURCES = ("The ship left.", "The port closed.", "It rained.")


def started(site, *texts):
    """Return the work on an article of these English texts."""
    site.write("articles/a.md", "\n\n".join(texts) + "\n")
    work = gather(project.find(site.root))
    extract(work, today=date(2026, 11, 23))
    return work


def write(site, source, target, head=""):
    """Put a translation into the catalogue, with these lines above it."""
    text = site.read(PO)
    old = re.search(rf'#\. .*\n#: .*\nmsgid "{re.escape(source)}"\nmsgstr "', text)
    assert old, text
    entry = f'{old[0].partition("#: ")[0]}#: a.md\n{head}msgid "{source}"\nmsgstr "{target}'
    site.write(PO, text.replace(old[0], entry))


def draft(site, source, target):
    """Put a machine's draft into the catalogue."""
    text = site.read(PO)
    old = re.search(rf'#\. .*\n#: a\.md\nmsgid "{re.escape(source)}"\nmsgstr "', text)
    assert old, text
    new = f"# draft: pseudo 2026-11-23 {digest(target)}\n" + old[0].replace("msgid", "#, fuzzy\nmsgid", 1) + target
    site.write(PO, text.replace(old[0], new))


def test_a_draft_is_mended_and_stays_the_machines(site):
    work = started(site, *SOURCES)
    draft(site, SOURCES[0], "배가  떠났다.")
    done = fix(work, CheckOptions(), reviewed=False)
    assert (done.counts, done.changed) == ((("white-space", 1),), [PO])
    text = site.read(PO)
    assert f"# draft: pseudo 2026-11-23 {digest('배가 떠났다.')}\n" in text
    assert '#, fuzzy\nmsgid "The ship left."\nmsgstr "배가 떠났다."' in text
    assert fix(work, CheckOptions(), reviewed=False).changed == []


@pytest.mark.parametrize(
    "head",
    ["", "#, fuzzy\n", "# draft: pseudo 2026-11-23 0123456789ab\n#, fuzzy\n", "# draft: google 2026-11-23 {}\n"],
    ids=["reviewed", "in work", "a draft half edited", "accepted as drafted"],
)
def test_a_persons_text_is_mended_only_where_that_is_asked_for(site, head):
    work = started(site, *SOURCES)
    write(site, SOURCES[0], "배가  떠났다.", head.format(digest("배가  떠났다.")))
    before = site.snapshot()
    assert fix(work, CheckOptions(), reviewed=False).mends == []
    assert site.snapshot() == before
    text = site.read(PO)
    assert fix(work, CheckOptions(), reviewed=True).counts == (("white-space", 1),)
    assert site.read(PO) == text.replace("배가  떠났다.", "배가 떠났다.")


def test_a_stale_text_is_never_touched(site):
    work = started(site, *SOURCES)
    write(site, SOURCES[0], "배가  떠났다.", '#, fuzzy\n#| msgid "The ship stays."\n')
    before = site.snapshot()
    assert fix(work, CheckOptions(), reviewed=True).mends == []
    assert site.snapshot() == before


def test_a_text_whose_comment_silences_the_rule_is_left_alone(site):
    work = started(site, *SOURCES)
    write(site, SOURCES[0], "배가  떠났다.", "# l10n-ignore: white-space — the poet wants it\n")
    assert fix(work, CheckOptions(), reviewed=True).mends == []


def test_only_the_rules_that_are_wanted_mend(site):
    work = started(site, *SOURCES)
    write(site, SOURCES[0], "배가  떠났다.")
    assert fix(work, CheckOptions(ignore=("white-space",)), reviewed=True).mends == []
    assert fix(work, CheckOptions(select=("numbers",)), reviewed=True).mends == []
    assert fix(work, CheckOptions(select=("typography",)), reviewed=True).mends


def test_a_dry_run_tells_and_writes_nothing(site):
    work = started(site, *SOURCES)
    draft(site, SOURCES[0], "배가  떠났다.")
    before = site.snapshot()
    done = fix(work, CheckOptions(), reviewed=False, dry=True)
    assert [(mend.entry.target, mend.text) for mend in done.mends] == [("배가  떠났다.", "배가 떠났다.")]
    assert done.changed == [PO]
    assert site.snapshot() == before


def test_what_a_person_saves_before_the_fix_is_written_wins(site):
    work = started(site, *SOURCES)
    write(site, SOURCES[0], "배가  떠났다.")
    write(site, SOURCES[1], "항구가  닫혔다.")

    class Late(ProjectFolder):
        def update_catalog(self, *args, **named):
            site.write(PO, site.read(PO).replace("배가  떠났다.", "배는  갔다."))
            return super().update_catalog(*args, **named)

    late = replace(work, project=Late(work.project.root, work.project.config))
    done = fix(late, CheckOptions(), reviewed=True)
    assert [mend.text for mend in done.mends] == ["항구가 닫혔다."]
    assert 'msgstr "배는  갔다."' in site.read(PO)
    assert 'msgstr "항구가 닫혔다."' in site.read(PO)


@pytest.mark.parametrize("spoilt", ["배는 갔다.", ""])
def test_the_store_lets_a_persons_text_become_its_mended_one_and_no_other(site, spoilt):
    work = started(site, *SOURCES)
    write(site, SOURCES[0], "배가  떠났다.")

    def change(catalog):
        def one(entry):
            return replace(entry, target=spoilt, state=State.REVIEWED if spoilt else State.MISSING)

        return replace(catalog, entries=tuple(one(e) if e.target else e for e in catalog))

    before = site.read(PO)
    with pytest.raises(CatalogError, match="would be lost"):
        work.project.update_catalog("a.md", "ko", change, mended=lambda _: "배가 떠났다.")
    assert site.read(PO) == before


def test_the_store_lets_no_mended_text_lose_its_review(site):
    work = started(site, *SOURCES)
    write(site, SOURCES[0], "배가  떠났다.")

    def change(catalog):
        return replace(
            catalog,
            entries=tuple(replace(e, target="배가 떠났다.", state=State.DRAFT) if e.target else e for e in catalog),
        )

    with pytest.raises(CatalogError, match="would be lost"):
        work.project.update_catalog("a.md", "ko", change, mended=lambda _: "배가 떠났다.")


def rule(find, name="test-rule"):
    return Rule(name, Severity.WARNING, "A test.", (), (), find)


def planned(site, source, target, *rules, head=""):
    """Return what a reviewed text becomes by these rules alone; None where it is left alone."""
    work = started(site, source)
    write(site, source, target, head)
    po = store.read(site.root / PO, name=PO, article="a.md", locale="ko")
    assert po is not None
    document = work.documents[0]
    fmt = formats.load("markdown")
    here = checked(document, po.catalog, fmt, po=PO, source_locale="en")
    mends = plan(here, rules, fmt, machine_owned=machine_owned, reviewed=True)
    return next((mend.text for mend in mends.values()), None)


def replaced(old, new, name="test-rule"):
    """Return a rule that finds each `old` and would put `new` there."""

    def find(pair):
        for match in re.finditer(re.escape(old), pair.target):
            yield Flaw("bad", match.start(), match.end(), fix=new)

    return rule(find, name)


def test_several_fixes_of_one_text_are_put_in_at_their_places(site):
    assert (
        planned(site, "It rained.", "가나가나다", replaced("나", "라라"), replaced("다", ".", "other"))
        == "가라라가라라."
    )


def test_of_fixes_that_overlap_one_is_put_in_and_the_rest_is_seen_again(site):
    assert (
        planned(site, "It rained.", "비가왔다", replaced("비가", "비는"), replaced("가왔", "가 왔", "other"))
        == "비는왔다"
    )


def test_a_fix_that_brings_as_many_faults_as_it_ends_is_not_put_in(site):
    def find(pair):
        if pair.target == "비가 왔다":
            yield Flaw("bad", 0, 1, fix="눈")
        if pair.target == "눈가 왔다":
            yield Flaw("worse")

    assert planned(site, "It rained.", "비가 왔다", rule(find)) is None


def test_a_fix_that_brings_a_fault_of_another_rule_is_not_put_in(site):
    assert planned(site, "It cost $1.5 billion.", "15억 달러였다.", replaced("15억", "15만")) is None


def test_a_fix_may_not_touch_markup(site):
    assert planned(site, "Read `a` now.", "`a` 를 보라", replaced("`a` 를", "a를")) is None


def test_a_fix_may_not_touch_markup_even_where_the_rule_about_it_is_silenced(site):
    rules = (replaced("`a` 를", "a를", "white-space"),)
    assert planned(site, "Read `a` now.", "`a` 를 보라", *rules, head="# l10n-ignore: markup — as told\n") is None


def test_a_persons_text_does_not_become_the_machines_by_a_fix(site):
    work = started(site, *SOURCES)
    write(site, SOURCES[0], "배가  떠났다.", f"# draft: pseudo 2026-11-23 {digest('배가 떠났다.')}\n#, fuzzy\n")
    assert fix(work, CheckOptions(), reviewed=True).mends == []


def test_a_fix_may_stand_beside_markup(site):
    assert planned(site, "Read `a` now.", "`a` 를 보라", replaced("` 를", "`를")) == "`a`를 보라"


def test_a_fix_may_bring_the_markup_of_the_source_back(site):
    assert planned(site, "Read `a` now.", "a를 보라", replaced("a", "`a`")) == "`a`를 보라"


def test_a_fix_that_goes_round_in_circles_ends(site):
    assert planned(site, "It rained.", "가", replaced("가", "나"), replaced("나", "가", "other")) is None


def test_nothing_is_left_to_mend_after_a_fix(site):
    work = started(site, *SOURCES)
    draft(site, SOURCES[0], "배가   떠났다.  그리고   왔다.")
    assert fix(work, CheckOptions(), reviewed=False).counts == (("white-space", 3),)
    assert check(work, CheckOptions(select=("white-space",))).findings == ()
