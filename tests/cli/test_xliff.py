"""Work files go out to translators' tools and come back: what was edited is taken, and nobody's text is lost."""

import json
import re
import shutil
import subprocess

import pytest

from tests.lives.room import toolkit

ARTICLE = """---
title: The harbor
---

The harbor is *closed* on **Monday, [says](https://example.org/x) the office**.

Call 555-0199 for `ferry` times.

The pier is old.

Nobody swims here.

Boats leave at nine.
"""
PO = "locales/ko/news/harbor.md.po"
FORMS = pytest.mark.parametrize("form", ["xliff", "xliff-1.2"])
REVIEWED, IN_WORK, STALE, DRAFT, MISSING = (
    "The harbor",
    "Call 555-0199 for `ferry` times.",
    "The pier is old.",
    "Nobody swims here.",
    "Boats leave at nine.",
)


def entry(po, source):
    """Return the lines of an entry."""
    (found,) = [block for block in po.split("\n\n") if f'msgid "{source}"' in block]
    return found


@pytest.fixture
def desk(site):
    """A project that has a text in each state, a context, comments and a previous source."""
    site.configure('locales = ["ko", "ja"]\nengines = ["memory", "pseudo"]\n')
    site.write("articles/news/harbor.md", ARTICLE.replace(STALE, "The pier is new."))
    site.ok("extract")
    site.translate(PO, {REVIEWED: "항구", "The pier is new.": "부두는 새것이다."})
    site.write("articles/news/harbor.md", ARTICLE)
    site.ok("extract")
    site.ok("draft", "-l", "ko")
    po = site.read(PO)
    missing, in_work = entry(po, MISSING), entry(po, IN_WORK)
    po = po.replace(missing, re.sub(r'# draft.*\n|#, fuzzy\n|(?<=msgstr ")[^"]*', "", missing))
    edited = re.sub(r'(?<=msgstr ")[^"]*', "`ferry` 시간은 555-0199로 묻는다.", in_work)
    site.write(PO, po.replace(in_work, f"# ask Min: 555?\n{edited}"))
    return site


def run_toolkit(name, *args):
    """Let a program of Translate Toolkit open a file and save another."""
    subprocess.run([toolkit(name), "--progress=none", *args], check=True, capture_output=True)


def file(form):
    return f"out-{form}/ko/news/harbor.md.xlf"


@pytest.fixture
def out(desk):
    for form in ("xliff", "xliff-1.2"):
        desk.ok("export", "-l", "ko", "--format", form, "-o", f"out-{form}")
    return desk


def edit(desk, form, *pairs):
    text = desk.read(file(form))
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    desk.write(file(form), text)


def unit(desk, form, source):
    """Return the lines of a unit."""
    tag = "unit" if form == "xliff" else "trans-unit"
    return next(one for one in re.findall(rf"<{tag} .*?</{tag}>", desk.read(file(form)), re.DOTALL) if source in one)


def retarget(desk, form, source, text, state=""):
    """Write another target into a unit, and perhaps another state."""
    before = unit(desk, form, source)
    attribute = f' state="{state}"' if state else ""
    after = before if "<target" in before else before.replace("</source>", "</source>\n<target></target>")
    if form == "xliff":
        after = re.sub(r' state="[^"]*"( subState="[^"]*")?', attribute or r"\g<0>", after)
        after = re.sub("<target>.*</target>", f"<target>{text}</target>", after)
    else:
        after = re.sub(r"<target([^>]*)>.*</target>", f"<target{attribute or chr(92) + '1'}>{text}</target>", after)
    edit(desk, form, (before, after))


@FORMS
def test_a_file_that_nobody_edited_changes_nothing(out, form):
    before = out.snapshot()
    assert out.ok("export", "-l", "ko", "--format", form, "-o", f"out-{form}").out == ""
    done = out.ok("import", "-l", "ko", "--trust", file(form))
    assert (done.out, done.err) == ("", "nothing brought in\n")
    assert out.snapshot() == before


@FORMS
def test_states_go_out_as_the_standard_says_them(out, form):
    states = {source: unit(out, form, source.split("`")[0]) for source in (REVIEWED, IN_WORK, STALE, DRAFT, MISSING)}
    if form == "xliff":
        shown = [re.findall(r' (?:state|subState)="([^"]*)"', states[one]) for one in states]
        assert shown == [
            ["reviewed"],
            ["initial", "l10n:in-work"],
            ["initial", "l10n:stale"],
            ["initial", "l10n:machine-draft"],
            ["initial"],
        ]
    else:
        shown = [re.findall(r' (?:approved|state|state-qualifier)="([^"]*)"', states[one]) for one in states]
        needs = "needs-review-translation"
        assert shown == [["yes", "final"], [needs], [needs, "x-stale"], [needs, "mt-suggestion"], []]
    assert "ask Min: 555?" in states[IN_WORK]
    assert "The pier is new." in states[STALE]


@FORMS
def test_edits_come_back_as_a_persons_and_all_else_stays(out, form):
    before = out.read(PO)
    for source, text in (
        (IN_WORK, "555-0199로 묻는다."),
        (STALE, "부두는 낡았다."),
        (DRAFT, "아무도 없다."),
        (MISSING, "아홉 시다."),
    ):
        retarget(out, form, source.split("`")[0], text)
    done = out.ok("import", "-l", "ko", file(form))
    assert done.err == "4 texts brought in: 4 in work\n"
    after = out.read(PO)
    for source, text in ((STALE, "부두는 낡았다."), (DRAFT, "아무도 없다."), (MISSING, "아홉 시다.")):
        assert "#, fuzzy" in entry(after, source)
        assert f'msgstr "{text}"' in entry(after, source)
    assert '#| msgid "The pier is new."' in entry(after, STALE)
    assert f"# import: {file(form)} " in entry(after, MISSING)
    assert "# draft: pseudo " in entry(after, DRAFT)
    assert "# ask Min: 555?" in entry(after, IN_WORK)
    assert entry(after, REVIEWED) == entry(before, REVIEWED)
    assert out.ok("import", "-l", "ko", "--trust", "--check", file(form)).out == "", "a second time changes nothing"


@FORMS
def test_an_edit_is_reviewed_where_the_file_or_the_person_says_so(out, form):
    retarget(out, form, DRAFT, "아무도 없다.", "final")
    retarget(out, form, MISSING, "아홉 시다.", "translated")
    assert out.ok("import", "-l", "ko", file(form)).err == "2 texts brought in: 1 in work, 1 reviewed\n"
    assert "fuzzy" not in entry(out.read(PO), DRAFT)
    assert "fuzzy" in entry(out.read(PO), MISSING)


@FORMS
def test_trust_reviews_edits_and_nothing_else(out, form):
    retarget(out, form, MISSING, "아홉 시다.", "translated")
    assert out.ok("import", "-l", "ko", "--trust", file(form)).err == "1 text brought in: 1 reviewed\n"
    assert "fuzzy" in entry(out.read(PO), DRAFT)


@FORMS
def test_a_draft_is_not_reviewed_because_a_tool_marked_all(out, form):
    before = out.read(PO)
    marks = {
        "xliff": ('state="initial"', 'state="translated"'),
        "xliff-1.2": ("<trans-unit ", '<trans-unit approved="yes" '),
    }
    edit(out, form, marks[form])
    if form == "xliff-1.2":
        edit(out, form, (' approved="yes" xml', " xml"), ("needs-review-translation", "translated"))
    assert out.ok("import", "-l", "ko", "--trust", file(form)).err == "nothing brought in\n"
    assert out.read(PO) == before
    edit(out, form, ('state="translated"', 'state="final"'))
    done = out.run("import", "-l", "ko", file(form))
    assert (done.code, done.err.count("approved as it went out")) == (1, 4), "a text that is missing is not approved"
    assert out.read(PO) == before


@FORMS
def test_an_approval_of_a_draft_as_it_is_counts_with_trust(out, form):
    draft = unit(out, form, DRAFT)
    edit(out, form, (draft, re.sub(r' state="[^"]*"', ' state="final"', draft)))
    done = out.run("import", "-l", "ko", file(form))
    line = out.read(file(form))[: out.read(file(form)).index(DRAFT)].count("\n")
    assert done.code == 1
    assert re.match(rf"{re.escape(file(form))}:\d+: it is approved as it went out", done.err)
    assert abs(int(done.err.split(":")[1]) - line) < 12
    assert out.ok("import", "-l", "ko", "--trust", file(form)).err == "1 text brought in: 1 reviewed\n"
    assert "# draft: pseudo" in entry(out.read(PO), DRAFT)
    assert "fuzzy" not in entry(out.read(PO), DRAFT)


@FORMS
def test_a_review_that_is_taken_back_in_the_file_is(out, form):
    reviewed = unit(out, form, REVIEWED)
    lowered = {
        "xliff": ('"reviewed">\n<source', '"initial">\n<source'),
        "xliff-1.2": ('"final"', '"needs-translation"'),
    }
    edit(out, form, (reviewed, reviewed.replace(*lowered[form])))
    assert out.ok("import", "-l", "ko", file(form)).err == "1 text brought in: 1 in work\n"
    assert "#, fuzzy" in entry(out.read(PO), REVIEWED)


@FORMS
def test_an_entry_that_changed_since_stays_and_both_are_shown(out, form):
    retarget(out, form, DRAFT, "아무도 없다.", "final")
    retarget(out, form, REVIEWED, "부두", "final")
    out.translate(PO, {DRAFT: "여기서는 수영하지 않는다."})
    before = out.read(PO)
    done = out.run("import", "-l", "ko", "--trust", file(form))
    assert done.code == 1
    assert "changed in the PO file, too" in done.err
    assert "“여기서는 수영하지 않는다.”" in done.err
    assert "“아무도 없다.”" in done.err
    assert done.err.endswith("2 texts brought in: 1 kept, 1 reviewed\n")
    assert entry(out.read(PO), DRAFT) == entry(before, DRAFT)
    assert 'msgstr "부두"' in entry(out.read(PO), REVIEWED)


@FORMS
def test_the_same_text_on_both_sides_is_no_conflict(out, form):
    retarget(out, form, DRAFT, "아무도 없다.", "final")
    out.translate(PO, {DRAFT: "아무도 없다."})
    before = out.read(PO)
    out.ok("import", "-l", "ko", file(form))
    assert out.read(PO) == before


@FORMS
def test_a_text_that_the_file_lost_or_emptied_stays(out, form):
    before = out.read(PO)
    edit(out, form, (unit(out, form, DRAFT), ""))
    assert out.ok("import", "-l", "ko", file(form)).out == ""
    retarget(out, form, REVIEWED, " ")
    done = out.run("import", "-l", "ko", file(form))
    assert done.code == 1
    assert "the file has no text here any more" in done.err
    assert out.read(PO) == before


@FORMS
def test_without_our_own_marks_only_what_is_nobodys_is_taken(out, form):
    retarget(out, form, DRAFT, "아무도 없다.", "final")
    retarget(out, form, REVIEWED, "부두", "final")
    retarget(out, form, STALE, "부두는 낡았다.", "final")
    retarget(out, form, "Call 555-0199", "묻는다.")
    retarget(out, form, MISSING, "아홉 시다.")
    before = out.read(PO)
    out.write(
        file(form),
        re.sub(r' (xmlns:)?l10n:?[a-z]*="[^"]*"|<l10n:.*?>.*?</l10n:.*?>|subState="[^"]*"', "", out.read(file(form))),
    )
    done = out.run("import", "-l", "ko", file(form))
    assert done.code == 1
    assert "does not tell any more what it was made from" in done.err
    assert done.err.endswith("5 texts brought in: 1 in work, 3 kept, 1 reviewed\n")
    for source in (REVIEWED, STALE, IN_WORK):
        assert entry(out.read(PO), source) == entry(before, source)


@FORMS
def test_without_our_own_marks_no_review_is_taken_back(out, form):
    text = re.sub(r' (xmlns:)?l10n:?[a-z]*="[^"]*"|<l10n:.*?>.*?</l10n:.*?>|subState="[^"]*"', "", out.read(file(form)))
    out.write(file(form), text)
    out.ok("import", "-l", "ko", file(form))
    (draft,) = re.findall(r'msgstr "(.*)"', entry(out.read(PO), DRAFT))
    out.translate(PO, {DRAFT: draft})
    before = out.read(PO)
    out.ok("import", "-l", "ko", file(form))
    assert out.read(PO) == before


@FORMS
def test_another_source_is_refused_for_its_text_alone(out, form):
    edit(out, form, (f"<source>{DRAFT}", "<source>Nobody dives here."))
    retarget(out, form, "Nobody dives here.", "아무도 없다.")
    retarget(out, form, MISSING, "아홉 시다.")
    done = out.run("import", "-l", "ko", file(form))
    assert done.code == 1
    assert f"its source is not that of the article, which is “{DRAFT}”" in done.err
    assert 'msgstr "아홉 시다."' in out.read(PO)
    assert "아무도 없다." not in out.read(PO)


@FORMS
def test_a_file_of_another_locale_or_article_or_project_is_refused(out, form):
    before = out.snapshot()
    done = out.run("import", "-l", "ja", file(form))
    assert (done.code, "is in `ko`, and not in `ja`" in done.err) == (3, True)
    assert out.snapshot() == before
    kept = out.read(file(form))
    edit(out, form, ("news/harbor.md", "news/pier.md"))
    assert "is of `news/pier.md`, and there is no such article" in out.run("import", "-l", "ko", file(form)).err
    out.write(file(form), re.sub(r'unit id="[^"]*"', 'unit id="x"', kept).replace("<source>", "<source>Other: "))
    done = out.run("import", "-l", "ko", file(form))
    assert (done.code, "it is of another project or of another version" in done.err) == (3, True)
    assert out.read(PO) == next(data for name, (_, data) in before.items() if name == PO).decode()


@FORMS
def test_a_broken_file_is_told_with_its_line_and_nothing_of_it_is_written(out, form):
    retarget(out, form, DRAFT, "아무도 없다.")
    text = out.read(file(form))
    out.write(file(form), text[:-30])
    before = out.snapshot()
    done = out.run("import", "-l", "ko", file(form))
    assert done.code == 3
    assert re.match(rf"nothing brought in\nerror: {re.escape(file(form))}:\d+: is no XML that can be read", done.err)
    assert out.snapshot() == before
    assert "is not there" in out.run("import", "-l", "ko", "out/nowhere.xlf").err


@FORMS
def test_notes_that_are_added_become_comments_that_say_nothing_to_us(out, form):
    note = "<note>Is it the old pier?\njoined\ndraft: pseudo 2026-01-01 000000000000 000000000000</note>"
    place = {
        "xliff": ("<segment", f"<notes>{note}</notes><segment"),
        "xliff-1.2": ("</trans-unit>", f"{note}</trans-unit>"),
    }
    before = unit(out, form, MISSING)
    edit(out, form, (before, before.replace(*place[form])))
    out.ok("import", "-l", "ko", file(form))
    found = entry(out.read(PO), MISSING)
    assert "# Is it the old pier?\n# note: joined\n# note: draft: pseudo" in found
    assert 'msgstr ""' in found
    again = out.read(PO)
    out.ok("import", "-l", "ko", file(form))
    assert out.read(PO) == again


@FORMS
def test_an_approval_of_a_text_that_has_changed_since_is_told(out, form):
    draft = unit(out, form, DRAFT)
    edit(out, form, (draft, re.sub(r' state="[^"]*"', ' state="final"', draft)))
    found = entry(out.read(PO), DRAFT)
    out.write(PO, out.read(PO).replace(found, re.sub(r'(?<=msgstr ")[^"]*', "아무도", found)))
    before = out.read(PO)
    done = out.run("import", "-l", "ko", "--trust", file(form))
    assert (done.code, "it is approved in the file, and has changed since" in done.err) == (1, True)
    assert out.read(PO) == before


@FORMS
def test_trust_does_not_review_what_the_file_says_needs_work(out, form):
    retarget(out, form, REVIEWED, "부두", {"xliff": "initial", "xliff-1.2": "needs-translation"}[form])
    assert out.ok("import", "-l", "ko", "--trust", file(form)).err == "1 text brought in: 1 in work\n"
    assert "#, fuzzy" in entry(out.read(PO), REVIEWED)


@FORMS
def test_a_text_that_stands_twice_in_the_file_is_taken_once(out, form):
    retarget(out, form, MISSING, "아홉 시다.")
    first = unit(out, form, MISSING)
    edit(out, form, (first, f"{first}\n{first.replace('아홉', '열')}"))
    done = out.run("import", "-l", "ko", file(form))
    assert (done.code, "already; it is left out" in done.err) == (1, True)
    assert 'msgstr "아홉 시다."' in entry(out.read(PO), MISSING)


def test_what_only_a_build_needs_is_not_asked_for(desk):
    section = '[[tool.l10n.section]]\npath = "gone/**"\npolicy = "hold"\n'
    desk.configure(f'locales = ["ko"]\nsite = "https://example.org/"\n{section}')
    assert desk.run("export").code == 2
    assert "<unit " in desk.ok("export", "--format", "xliff").out


def test_json_names_what_was_refused(out):
    retarget(out, "xliff", REVIEWED, " ")
    told = json.loads(out.run("import", "-l", "ko", "--json", file("xliff")).out)
    assert [row["path"] for row in told["refused"]] == [file("xliff")]


def test_a_catalogue_that_is_not_in_step_is_not_exported(desk):
    desk.write("articles/news/harbor.md", ARTICLE + "\nNew words.\n")
    done = desk.run("export", "-l", "ko", "--format", "xliff")
    assert done.code == 3
    assert f"{PO}: is not in step with its article. Run `l10n extract`, and export again." in done.err


def test_markup_that_a_tool_dropped_is_not_taken_for_an_edit(out):
    retarget(out, "xliff", "Call 555-0199", " 시간은 555-0199로 묻는다.")
    done = out.run("import", "-l", "ko", "--trust", file("xliff"))
    assert (done.code, "its markup is gone, and its words are the same" in done.err) == (1, True)
    retarget(out, "xliff", "Call 555-0199", "시간은 물어보라.", "final")
    assert out.ok("import", "-l", "ko", "--trust", file("xliff")).err == "1 text brought in: 1 in work\n"


def test_a_text_that_a_tool_wrote_before_the_old_one_is_told_apart(out):
    before = unit(out, "xliff-1.2", "Call 555-0199")
    edit(out, "xliff-1.2", (before, re.sub("(<target[^>]*>)", r"\1`ferry` 시간은 꼭 555-0199로 묻는다.", before)))
    assert out.ok("import", "-l", "ko", file("xliff-1.2")).err == "1 text brought in: 1 in work\n"
    assert 'msgstr "`ferry` 시간은 꼭 555-0199로 묻는다."' in out.read(PO)
    before = unit(out, "xliff", "Call 555-0199")
    edit(out, "xliff", (before, before.replace("<target>", "<target>시간은 꼭 555-0199로 묻는다.")))
    done = out.run("import", "-l", "ko", file("xliff"))
    assert (done.code, "wrote the new text before the old one" in done.err) == (1, False), "the entry changed meanwhile"


@pytest.mark.skipif(not shutil.which(toolkit("pomerge")), reason="Translate Toolkit is not installed")
def test_translate_toolkit_keeps_nothing_from_coming_back(out, tmp_path):
    before = out.read(PO)
    for name in ("as it is", "edited"):
        po = tmp_path / "harbor.po"
        work = str(out.root / file("xliff-1.2"))
        run_toolkit("xliff2po", "-i", work, "-o", str(po))
        if name == "edited":
            po.write_text(re.sub(r'(?<=msgstr ")항구(?=")', "부두", po.read_text(encoding="utf-8")), encoding="utf-8")
        run_toolkit("pomerge", "-t", work, "-i", str(po), "-o", str(out.root / "merged.xlf"))
        out.ok("import", "-l", "ko", "merged.xlf")
        if name == "as it is":
            assert out.read(PO) == before
    assert out.read(PO) == before.replace('msgstr "항구"', 'msgstr "부두"')
