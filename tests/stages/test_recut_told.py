"""What `extract --check` says where articles are cut otherwise than before, as after an upgrade."""

from __future__ import annotations

import json

import pytest

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
CUT = {
    "a.md": ("## Read {% data tides %}\n\nBoats leave at noon.\n", ["Read", "Boats leave at noon."]),
    "b.txt": (
        "Ward and Sons\nNorth Quay 12\n\nWe write to you about the boat that you left with us.\n",
        ["Ward and Sons North Quay 12", "We write to you about the boat that you left with us."],
    ),
    "c.txt": ("We write to you again.\n", ["We write to you again."]),
}
"""Article → its text, and what the version before made of it."""


@pytest.fixture
def before(site):
    """Return a project as the version before left it."""
    site.configure('locales = ["ko"]')
    for name, (text, _) in CUT.items():
        site.write(f"articles/{name}", text)
    site.ok("extract")
    for name in ("a.md", "b.txt"):
        entries = "".join(f'\n#: {name}\nmsgid "{source}"\nmsgstr ""\n' for source in CUT[name][1])
        for path in (f"locales/templates/{name}.pot", f"locales/ko/{name}.po"):
            site.write(path, site.read(path).partition("\n\n")[0] + "\n" + entries)
    return site


TOLD = "2 texts of 2 articles cut otherwise than before, with the same words"


def test_many_files_that_are_only_cut_otherwise_are_told_in_one_line(before):
    done = before.run("extract", "--check")
    assert done.code == 1
    assert TOLD in done.out
    assert done.out.count("\n") == 1


def test_an_edited_article_is_named_beside_them(before):
    before.write("articles/c.txt", "We write to you no more.\n")
    lines = before.run("extract", "--check").out.splitlines()
    assert lines[:2] == ["locales/templates/c.txt.pot", "locales/ko/c.txt.po"]
    assert lines[2].startswith(TOLD)


@pytest.mark.parametrize(
    "text",
    [
        "## Read {% data tides %}\n\nBoats leave at noon. And at one.\n",
        "## Read {% data tides %}\n\nBoats left at noon.\n",
        "## Read {% data tides %}\n",
        "## Read {% data tides %} now\n\nBoats leave at noon.\n",
    ],
)
def test_an_article_with_other_words_is_edited_and_named(before, text):
    before.write("articles/a.md", text)
    assert "locales/ko/a.md.po" in before.run("extract", "--check").out.splitlines()


def test_articles_that_only_have_more_are_counted_beside_them(before):
    before.write("articles/c.txt", "We write to you again.\n\nAnd again.\n")
    assert f"{TOLD}, and 1 article with new texts or notes (6 files)" in before.run("extract", "--check").out


def test_a_new_passage_alone_is_named(before):
    before.ok("extract")
    before.write("articles/c.txt", "We write to you again.\n\nAnd again.\n")
    assert before.run("extract", "--check").out.splitlines() == ["locales/templates/c.txt.pot", "locales/ko/c.txt.po"]


def test_a_new_passage_below_an_old_one_makes_no_edit_of_a_cut(before):
    before.write("articles/a.md", CUT["a.md"][0] + "\nThe mill is closed.\n")
    assert TOLD in before.run("extract", "--check").out


def test_json_names_every_file(before):
    assert len(json.loads(before.run("extract", "--check", "--json").out)["changed"]) == 4


def test_once_extracted_there_is_nothing_to_tell(before):
    assert len(before.ok("extract").out.splitlines()) == 4
    assert before.ok("extract", "--check").out == ""
