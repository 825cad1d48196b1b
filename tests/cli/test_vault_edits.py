"""What an edit of an article does to the PO files: this much and no byte more."""

import json
import re

import pytest

ARTICLE = """---
title: Harbor town waits
---

# Harbor reopens after storm

The harbor reopened on May 25 after 3 days.

## Boats return

- Small boats went out first.
- Large boats wait for the tide.

Fishers said they were afraid and stayed anyway.
"""
TEXTS = {
    "Harbor town waits": "항구 도시는 기다린다",
    "Harbor reopens after storm": "폭풍 뒤 다시 열린 항구",
    "The harbor reopened on May 25 after 3 days.": "항구는 3일 만인 5월 25일 다시 열렸다.",
    "Boats return": "돌아온 배들",
    "Small boats went out first.": "작은 배가 먼저 나갔다.",
    "Large boats wait for the tide.": "큰 배는 물때를 기다린다.",
    "Fishers said they were afraid and stayed anyway.": "어부들은 두려웠지만 남았다고 말했다.",
}
PO = "locales/ko/news/harbor.md.po"


def make(site, text=ARTICLE, path="articles/news/harbor.md", **settings):
    rows = {"locales": ["ko"], "engines": ["memory"], **settings}
    site.configure("".join(f"{key} = {json.dumps(value)}\n" for key, value in rows.items()))
    site.write(path, text)
    site.ok("extract")


def entries(text):
    return text.split("\n\n")


def entry(text, needle):
    return next(one for one in entries(text) if needle in one)


@pytest.mark.parametrize(
    ("old", "new", "source"),
    [
        ("after 3 days", "after 4 days", "The harbor reopened on May 25 after 3 days."),
        ("Small boats", "Tiny boats", "Small boats went out first."),
        ("# Harbor reopens after storm", "# Harbor reopens after flood", "Harbor reopens after storm"),
        ("## Boats return", "## Ships return", "Boats return"),
        ("title: Harbor town waits", "title: Harbor city waits", "Harbor town waits"),
    ],
    ids=["paragraph", "list item", "headline", "heading", "front-matter title"],
)
def test_a_one_word_edit_changes_one_entry_and_no_other_byte(site, old, new, source):
    make(site)
    site.translate(PO, TEXTS)
    site.ok("extract")
    before = entries(site.read(PO))
    site.write("articles/news/harbor.md", ARTICLE.replace(old, new))
    assert site.ok("extract").out.split()[-1] == PO
    after = entries(site.read(PO))
    changed = [(one, two) for one, two in zip(before, after, strict=True) if one != two]
    assert len(changed) == 1
    assert f'msgid "{source}"' in changed[0][0]
    assert f'#, fuzzy\n#| msgid "{source}"' in changed[0][1].replace('#| msgctxt "title"\n', "")
    assert changed[0][1].endswith(f'msgstr "{TEXTS[source]}"' + ("\n" if changed[0][1] is after[-1] else ""))


def test_a_note_is_written_anew_when_its_entry_changes(site):
    make(site)
    site.translate(PO, TEXTS)
    renamed = ARTICLE.replace("## Boats return", "## Ships return")
    site.write("articles/news/harbor.md", renamed)
    site.ok("extract")
    assert '"Boats return"' in entry(site.read(PO), "Small boats")
    site.write("articles/news/harbor.md", renamed.replace("Small boats", "Tiny boats"))
    site.ok("extract")
    assert '› "Ships return"' in entry(site.read(PO), "Tiny boats")
    assert '› "Boats return"' in entry(site.read(PO), "Large boats")


def test_the_mark_urgent_goes_when_a_person_reviews(site):
    make(site)
    site.translate(PO, TEXTS)
    site.write("articles/news/harbor.md", ARTICLE.replace("after 3 days", "after 4 days"))
    site.ok("extract")
    rows = json.loads(site.ok("coverage", "--json").out)
    assert (rows["articles"][0]["urgent"], rows["locales"]["ko"]["urgent"]) == (1, 1)
    shown = site.ok("coverage").out
    assert "1 urgent, 1/9" in shown
    assert "Urgent: a number, a negation, a name or a quotation" in shown
    site.translate(PO, {"The harbor reopened on May 25 after 4 days.": "항구는 4일 만인 5월 25일 다시 열렸다."})
    site.ok("extract")
    assert "urgent" not in site.read(PO)
    assert json.loads(site.ok("coverage", "--json").out)["locales"]["ko"]["urgent"] == 0
    assert "urgent" not in site.ok("coverage").out.lower()


def test_a_text_that_moves_to_another_article_takes_its_review_along_in_one_run(site):
    make(site)
    site.write("articles/other.md", "# Another article\n\nIt has a paragraph of its own.\n")
    site.ok("extract")
    site.translate(PO, TEXTS)
    moved = "Fishers said they were afraid and stayed anyway."
    site.write("articles/news/harbor.md", ARTICLE.replace(moved + "\n", ""))
    site.write("articles/other.md", f"# Another article\n\nIt has a paragraph of its own.\n\n{moved}\n")
    done = site.ok("extract")
    assert set(done.out.split()[-2:]) == {PO, "locales/ko/other.md.po"}
    assert f'#~ msgid "{moved}"' in site.read(PO)
    taken = entry(site.read("locales/ko/other.md.po"), moved)
    assert TEXTS[moved] in taken
    assert "fuzzy" not in taken
    assert site.ok("extract").out == ""


def test_a_text_that_waits_in_another_article_is_filled_when_it_leaves_the_first(site):
    make(site)
    site.translate(PO, TEXTS)
    moved = "Small boats went out first."
    site.write("articles/other.md", f"# Another article\n\n{moved}\n")
    site.ok("extract")
    assert 'msgstr ""' in entry(site.read("locales/ko/other.md.po"), moved)
    site.write("articles/news/harbor.md", ARTICLE.replace(f"- {moved}\n", ""))
    assert "locales/ko/other.md.po" in site.run("extract", "--check").out
    site.ok("extract")
    assert TEXTS[moved] in entry(site.read("locales/ko/other.md.po"), moved)


def test_a_text_that_stays_in_its_article_is_only_copied_by_the_memory(site):
    make(site)
    site.translate(PO, TEXTS)
    site.write("articles/other.md", "# Another article\n\nSmall boats went out first.\n")
    site.ok("extract")
    assert 'msgstr ""' in entry(site.read("locales/ko/other.md.po"), "Small boats")


def test_an_article_that_is_renamed_and_edited_keeps_all_it_had(site):
    make(site)
    site.translate(PO, TEXTS)
    noted = site.read(PO).replace("#. list item", "# ask the desk\n#. list item", 1)
    site.write(PO, noted)
    (site.root / "articles/news/harbor.md").unlink()
    site.write("articles/harbor.md", ARTICLE.replace("after 3 days", "after 4 days"))
    site.ok("extract")
    new = site.read("locales/ko/harbor.md.po")
    assert "# ask the desk" in new
    assert '#, fuzzy\n#| msgid "The harbor reopened on May 25 after 3 days."' in new
    assert all(text in new for text in TEXTS.values())
    assert "#~" not in new
    assert site.read(PO) == noted
    assert site.ok("extract").out == ""


def test_a_deleted_article_that_is_restored_finds_its_catalogue_as_it_was(site):
    make(site)
    site.translate(PO, TEXTS)
    site.ok("extract")
    before = site.read(PO)
    site.write("articles/other.md", "# Another article\n")
    (site.root / "articles/news/harbor.md").unlink()
    site.ok("extract")
    site.write("articles/news/harbor.md", ARTICLE)
    site.ok("extract")
    assert site.read(PO) == before


def test_switching_to_sentences_and_back_loses_no_review(site):
    text = "# Harbor\n\nThe harbor reopened on May 25. Boats went out at once. It rained.\n"
    make(site, text)
    whole = "The harbor reopened on May 25. Boats went out at once. It rained."
    site.translate(PO, {whole: "항구가 5월 25일 다시 열렸다. 배들이 곧 나갔다. 비가 왔다.", "Harbor": "항구"})
    site.ok("extract")
    before = site.read(PO)
    make(site, text, segmentation="sentence")
    cut = site.read(PO)
    assert (
        '#, fuzzy\n#| msgid "Boats went out at once."\nmsgid "Boats went out at once."\nmsgstr "배들이 곧 나갔다."'
        in cut
    )
    assert "urgent" not in cut
    assert f'#~ msgid "{whole}"' in cut
    assert site.ok("extract").out == ""
    make(site, text)
    assert site.read(PO).startswith(before)
    make(site, text, segmentation="sentence")
    assert site.read(PO).count("배들이 곧 나갔다.") == 2


PIER = "The old pier stays."
FULL, HALF = "낡은 부두는 남는다.", "낡은 부두는"


def two_articles(site):
    """Two articles with one paragraph in common: reviewed in the first, half done in the second, which loses it."""
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\n')
    site.write("articles/a.md", f"One is here.\n\n{PIER}\n\nThe mill is open.\n")
    site.write("articles/b.md", f"Two are there.\n\n{PIER}\n\nThe bridge is new.\n")
    site.ok("extract")
    site.translate("locales/ko/a.md.po", {PIER: FULL})
    site.write(
        "locales/ko/b.md.po",
        site.read("locales/ko/b.md.po").replace(
            f'msgid "{PIER}"\nmsgstr ""', f'#, fuzzy\nmsgid "{PIER}"\nmsgstr "{HALF}"'
        ),
    )
    site.write("articles/b.md", "Two are there.\n\nThe bridge is new.\n")
    site.ok("extract")


@pytest.mark.parametrize("vanishes", [True, False])
def test_a_review_comes_along_although_an_unfinished_text_was_left_behind(site, vanishes):
    two_articles(site)
    if vanishes:
        (site.root / "articles" / "a.md").unlink()
    else:
        site.write("articles/a.md", "One is here.\n\nThe mill is open.\n")
    site.write("articles/b.md", f"Two are there.\n\n{PIER}\n\nThe bridge is new.\n")
    site.ok("extract")
    text = site.read("locales/ko/b.md.po")
    assert f"# other translation (not reviewed): {HALF}\n" in text
    assert f'msgid "{PIER}"\nmsgstr "{FULL}"\n' in text
    assert text.count(PIER) == 1
    assert "fuzzy" not in text
    site.ok("extract", "--check")


def test_a_reviewed_text_goes_though_a_stale_entry_has_the_same(site):
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\n')
    site.write("articles/a.md", f"{PIER}\n\nThe old pier stays till May.\n")
    site.ok("extract")
    site.translate("locales/ko/a.md.po", {PIER: FULL})
    po = site.read("locales/ko/a.md.po").replace(
        'msgid "The old pier stays till May."\nmsgstr ""',
        f'#, fuzzy\n#| msgid "{PIER}"\nmsgid "The old pier stays till May."\nmsgstr "{FULL}"',
    )
    site.write("locales/ko/a.md.po", po)
    site.write("articles/a.md", "The old pier stays till May.\n")
    site.ok("extract")
    assert f'#~ msgid "{PIER}"\n#~ msgstr "{FULL}"' in site.read("locales/ko/a.md.po")
    site.ok("extract", "--check")


def test_both_sides_of_a_parallel_edit_in_one_file_are_kept_by_extract(site):
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\n')
    site.write("articles/a.md", "The pool opens on May 3.\n")
    site.ok("extract")
    path = "locales/ko/a.md.po"
    site.translate(path, {"The pool opens on May 3.": "수영장은 5월 3일 연다."})
    site.write("articles/a.md", "The pool opens on May 4.\n")
    site.ok("extract")
    bettered = 'msgid "The pool opens on May 3."\nmsgstr "수영장이 5월 3일에 문을 연다."\n'
    site.write(path, f"{site.read(path)}\n{bettered}")
    site.ok("extract")
    text = site.read(path)
    moved = '#| msgid "The pool opens on May 3."\nmsgid "The pool opens on May 4."\n'
    assert f'{moved}msgstr "수영장이 5월 3일에 문을 연다."' in text
    assert "# other translation (reviewed): 수영장은 5월 3일 연다.\n" in text
    site.ok("extract", "--check")


def test_a_draft_that_stayed_for_its_comment_is_no_persons_text_when_a_review_takes_its_place(site):
    two_articles(site)
    path = "locales/ko/b.md.po"
    site.write(path, site.read(path).partition("#, fuzzy\n#~")[0])
    site.write("articles/b.md", f"Two are there.\n\n{PIER}\n\nThe bridge is new.\n")
    site.write("articles/a.md", "One is here.\n\nThe mill is open.\n")
    site.write("locales/ko/a.md.po", site.read("locales/ko/a.md.po").replace(FULL, ""))
    site.ok("extract")
    site.ok("draft")
    site.write(path, re.sub(rf'(# draft: .*\n)(.*\n.*\n.*\nmsgid "{PIER}")', r"\1# ask the desk\n\2", site.read(path)))
    site.write("articles/b.md", "Two are there.\n\nThe bridge is new.\n")
    site.ok("extract")
    assert f'#~ msgid "{PIER}"' in site.read(path)
    site.write("articles/a.md", f"One is here.\n\n{PIER}\n\nThe mill is open.\n")
    site.ok("extract")
    site.translate("locales/ko/a.md.po", {PIER: FULL})
    site.write("articles/a.md", "One is here.\n\nThe mill is open.\n")
    site.write("articles/b.md", f"Two are there.\n\n{PIER}\n\nThe bridge is new.\n")
    site.ok("extract")
    text = site.read(path)
    assert "# ask the desk\n" in text
    assert f'msgid "{PIER}"\nmsgstr "{FULL}"\n' in text
    assert text.count(PIER) == 1
