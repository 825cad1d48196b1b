"""`l10n coverage --html`: where the page goes, what is beside it, and what is left alone."""

from __future__ import annotations

import json
import os
import re
import subprocess

import pytest

from l10n.text.digest import digest

GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
PAGE = "coverage.html"


def told(site, name=PAGE):
    """Return the data of a page."""
    found = re.search(r'id="data">(.*?)</script>', site.read(name), re.DOTALL)
    assert found
    return json.loads(found[1])


def beside(site, name=PAGE):
    folder = site.root / f"{name}.d"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


@pytest.fixture
def paper(site):
    """Two articles, drafted: one is held for its headline and first paragraph."""
    site.configure('locales = ["ko", "ar"]\nengines = ["pseudo"]\npolicy = "headline-and-lede"\n')
    site.write("articles/a.md", "# Harbor\n\nThe harbor opened after 3 days.\n\nIt rained.\n")
    site.write("articles/b.md", "# Ferry\n\nThe ferry is late.\n")
    site.ok("extract")
    site.ok("draft")
    site.translate("locales/ko/a.md.po", {"Harbor": "항구", "The harbor opened after 3 days.": "항구는 3일 뒤 열렸다."})
    return site


@pytest.fixture
def archive(site):
    """Two hundred articles of a line each, without catalogues."""
    for at in range(200):
        site.write(f"articles/{at:03}.txt", f"The pier opens on May {at}.\n")
    return site


def test_the_page_says_what_goes_out_and_why_the_rest_does_not(paper):
    paper.ok("coverage", "--html", PAGE)
    data = told(paper)
    assert [row[0] for row in data["rows"]] == ["a.md", "b.md"]
    assert [row[1] for row in data["rows"]] == ["Harbor", "Ferry"]
    (korean, arabic), _ = (row[2] for row in data["rows"])
    assert (korean[:2], arabic[0]) == ([7, -1], 0)
    assert data["reasons"][arabic[1]].startswith("headline and first paragraph are not both reviewed")
    first = dict(data["texts"][0]["locales"])["ko"]["texts"]
    assert [(one["state"], one["shown"]) for one in first] == [
        ("edited", "reviewed"),
        ("edited", "reviewed"),
        ("draft", "draft"),
    ]
    assert [one[3] for one in data["locales"]] == ["ltr", "rtl"]


def test_a_stale_text_shows_what_of_its_english_changed(paper):
    paper.write("articles/a.md", "# Harbor\n\nThe harbor opened after 4 days.\n\nIt rained.\n")
    paper.ok("extract")
    paper.ok("coverage", "--html", PAGE)
    stale = dict(told(paper)["texts"][0]["locales"])["ko"]["texts"][1]
    assert (stale["state"], stale["urgent"]) == ("urgent", ["number"])
    assert ["old", "3"] in stale["changes"]
    assert ["new", "4"] in stale["changes"]


def test_an_address_of_a_reviewer_is_never_told(paper):
    named = paper.read("locales/ko/a.md.po").replace(
        'msgid "Harbor"', f'# reviewed: mina@example.org 2026-05-26 {digest("항구")}\nmsgid "Harbor"'
    )
    paper.write("locales/ko/a.md.po", named)
    paper.ok("coverage", "--html", PAGE)
    assert dict(told(paper)["texts"][0]["locales"])["ko"]["texts"][0]["reviewer"] == "mina"
    assert "example.org" not in paper.read(PAGE)


def test_the_risk_of_drafts_is_told_where_it_is_asked_for(paper):
    paper.ok("coverage", "--html", PAGE)
    assert all(len(row) == 3 for row in told(paper)["rows"])
    paper.ok("coverage", "--html", PAGE, "--risk")
    (korean, arabic), _ = (row[3] for row in told(paper)["rows"])
    assert [risk[0] for risk in korean] == [2]
    assert [risk[0] for risk in arabic] == [0, 1, 2]


def test_the_same_project_gives_the_same_page_and_nothing_is_written_again(paper):
    paper.ok("coverage", "--html", "docs/coverage.html")
    before = paper.snapshot()
    paper.ok("coverage", "--html", "docs/coverage.html")
    assert paper.snapshot() == before
    assert beside(paper, "docs/coverage.html") == []
    plain = paper.read("docs/coverage.html")
    paper.ok("--no-cache", "coverage", "--html", "docs/coverage.html")
    assert paper.read("docs/coverage.html") == plain


def test_texts_of_many_articles_are_beside_the_page_and_replaced_one_by_one(archive):
    archive.ok("coverage", "--html", PAGE)
    first = beside(archive)
    assert len(first) == 200
    assert told(archive)["texts"] == []
    assert sorted(told(archive)["files"]) == first
    archive.write(f"{PAGE}.d/notes.txt", "mine")
    archive.write(f"{PAGE}.d/own.js", "mine")
    archive.write("articles/007.txt", "The pier is closed.\n")
    before = archive.snapshot()
    archive.ok("coverage", "--html", PAGE)
    after = archive.snapshot()
    assert len(set(before) - set(after)) == len(set(after) - set(before)) == 1
    assert {name for name in before.keys() & after.keys() if before[name] != after[name]} == {PAGE}
    whole = beside(archive)
    broken = f"{PAGE}.d/{told(archive)['files'][0]}"
    archive.write(broken, "l10nTexts(")
    archive.ok("coverage", "--html", PAGE)
    assert archive.read(broken).startswith('l10nTexts("')
    (archive.root / "articles/000.txt").unlink()
    archive.ok("coverage", "--html", PAGE)
    assert beside(archive) == ["notes.txt", "own.js"]
    assert len(told(archive)["texts"]) == 199
    archive.write("articles/000.txt", "The pier opens on May 0.\n")
    archive.ok("coverage", "--html", PAGE)
    assert beside(archive) == whole


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("articles/coverage.html", "lies in `articles`"),
        ("locales/coverage.html", "lies in `locales`"),
        ("../coverage.html", "must be a file inside the project"),
        ("coverage.txt", "End it in `.html`"),
        ("mine.html", "is no page of coverage"),
    ],
)
def test_a_page_is_not_written_where_it_has_no_place(paper, name, message):
    paper.write("mine.html", "<p>Mine.</p>")
    before = paper.snapshot()
    done = paper.run("coverage", "--html", name)
    assert done.code == 2
    assert message in done.err
    assert paper.snapshot() == before


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_page_is_not_written_out_of_the_project(paper, tmp_path):
    (paper.root / "docs").symlink_to(tmp_path)
    assert paper.run("coverage", "--html", f"docs/{PAGE}").code == 3
    assert not (tmp_path / PAGE).exists()


def test_what_cannot_be_read_is_told_and_the_rest_is_there(paper):
    paper.write("locales/ar/b.md.po", b"msgid \xff")
    done = paper.run("coverage", "--html", PAGE)
    data = told(paper)
    assert done.code == 3
    assert done.err.count("error:") == len(data["errors"]) == 1
    assert "locales/ar/b.md.po" in data["errors"][0]
    assert data["rows"][1][2][1] is None
    assert data["rows"][1][2][0] is not None


def test_without_a_history_there_is_no_trend_and_with_one_it_counts_words_by_day(paper):
    paper.ok("coverage", "--html", PAGE)
    assert told(paper)["trends"] == []

    def commit(day):
        subprocess.run([*GIT, "add", "-A"], cwd=paper.root, check=True)
        moment = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
        subprocess.run([*GIT, "commit", "-qm", day], cwd=paper.root, check=True, env={**os.environ, **moment})

    subprocess.run([*GIT, "init", "-q"], cwd=paper.root, check=True)
    commit("2026-05-01")
    paper.translate("locales/ko/b.md.po", {"Ferry": "여객선"})
    commit("2026-05-03")
    (paper.root / "articles/b.md").unlink()
    (paper.root / "locales/ko/b.md.po").unlink()
    commit("2026-05-05")
    paper.ok("coverage", "--html", PAGE)
    trends = dict(told(paper)["trends"])
    assert trends["ko"] == [
        ["2026-05-01", 7, 7, 0, 0],
        ["2026-05-03", 8, 6, 0, 0],
        ["2026-05-05", 7, 2, 0, 0],
    ]
    assert trends["ar"] == [["2026-05-01", 0, 14, 0, 0]]
