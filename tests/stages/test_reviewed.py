"""What reviewers reviewed and machines drafted, from real histories of git."""

import csv
import io
import json
from datetime import date

import jsonschema
import pytest

from l10n import project
from l10n.errors import UsageError
from l10n.model import By
from l10n.report import schemas
from l10n.stages import reviewed, revisions
from l10n.stages.coverage import coverage
from l10n.stages.draft import draft
from l10n.stages.workset import gather
from tests.stages.test_clocked import accept, commit, git, settle

ARTICLE = "# The harbor is open\n\nThe boats left the old harbor at noon.\n\nThe boats left the old harbor at noon.\n"
HEADLINE, LINE = 4, 8
"""Their words; the line stands there twice."""
MONTH = 31 * 86400


@pytest.fixture
def room(site):
    """A project in a repository, its drafts not committed yet."""
    git(site, "init", "-q", "-b", "main")
    settle(site)
    for name in ("a", "b"):
        site.write(f"articles/{name}.txt", f"The {name} boats left the old harbor at noon.\n")
    site.write("articles/news/c.md", ARTICLE)
    site.ok("extract")
    draft(gather(project.find(site.root)), today=date(2026, 3, 2), tell=lambda _: None)
    return site


def shares(site, by, period=None, *articles):
    done = coverage(gather(project.find(site.root), articles=articles), by=By(by), period=period)
    assert not done.failures
    return {(one.name, one.period): one for one in done.shares or ()}


def test_what_stands_reviewed_is_shared_out_among_those_who_reviewed_it(room):
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 50, "mina")
    accept(room, "b", edit=("⟪", "⟪배 "))
    commit(room, 90, "jun")
    room.write("locales/ko/news/c.md.po", room.read("locales/ko/news/c.md.po").replace("#, fuzzy\n", ""))
    found = shares(room, "reviewer")
    assert {name: (one.accepted, one.edited, one.segments) for (name, _), one in found.items()} == {
        "jun": (0, 9, 1),
        "mina": (9, 0, 1),
        "": (HEADLINE + 2 * LINE, 0, 3),
    }
    assert list(found)[-1] == ("", "")
    assert found["mina", ""].distance == 0
    assert found["jun", ""].distance > 0
    assert found["", ""].unknown == HEADLINE + 2 * LINE
    row = coverage(gather(project.find(room.root))).rows
    assert sum(one.words for one in found.values()) == sum(one.words.reviewed for one in row)


def test_a_line_in_the_file_names_a_reviewer_without_any_history(room):
    accept(room, "a")
    path = "locales/ko/a.txt.po"
    digest = room.read(path).partition("# draft: ")[2].split()[2]
    room.write(
        path, room.read(path).replace("# draft:", f"# reviewed: Ana <ana@example.org> 2026-03-02 {digest}\n# draft:")
    )
    done = room.run("coverage", "--by", "reviewer", GIT_CEILING_DIRECTORIES=str(room.root.parent))
    assert "Ana" in done.out
    assert "example.org" not in done.out


def test_of_each_machine_it_is_told_what_became_of_its_drafts(room):
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 50)
    accept(room, "b", edit=("⟪", "⟪배 "))
    commit(room, 90)
    (one,) = shares(room, "engine").values()
    assert (one.name, one.accepted, one.edited, one.draft, one.in_work) == ("pseudo", 9, 9, HEADLINE + 2 * LINE, 0)
    assert one.accepted_percent == 50
    assert (one.edits, one.unknown) == (1, 0)
    assert one.distance == 1 / one.length


def test_words_of_a_period_are_counted_by_who_reviewed_them_and_what_they_came_from(room):
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 50, "mina")
    git(room, "tag", "may")
    path = "locales/ko/news/c.md.po"
    room.write(path, room.read(path).replace("#, fuzzy\n", ""))
    commit(room, 90, "jun")
    found = shares(room, "reviewer", "may..HEAD")
    assert list(found) == [("jun", "may..HEAD")]
    one = found["jun", "may..HEAD"]
    assert {band.value: words for band, words in one.bands.items()} == {
        "new": HEADLINE + LINE,
        "near": 0,
        "exact": 0,
        "repeated": LINE,
    }
    assert (one.segments, one.words, one.drafted) == (3, HEADLINE + 2 * LINE, HEADLINE + LINE)
    assert {name for name, _ in shares(room, "reviewer", "may..")} == {"jun"}
    assert {name for name, _ in shares(room, "reviewer", "HEAD~2..may")} == {"mina"}


@pytest.mark.parametrize(
    ("by", "band", "near"),
    [
        ("memory", "exact", {}),
        ("memory/0.99", "near", {"95-99": 9}),
        ("memory/0.85", "near", {"85-94": 9}),
        ("memory/0.8", "near", {"75-84": 9}),
        ("memory/0.5", "near", {"0-74": 9}),
        ("memory/?", "near", {"unknown": 9}),
    ],
)
def test_matches_of_the_memory_are_told_by_their_score(room, by, band, near):
    path = "locales/ko/a.txt.po"
    room.write(path, room.read(path).replace("# draft: pseudo", f"# draft: {by}"))
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 50, "mina")
    (one,) = json.loads(room.ok("coverage", "--by", "reviewer", "--period", "months", "--json").out)["reviewers"]
    assert {name: words for name, words in one["bands"].items() if words} == {band: 9}
    assert (one["near"], one["drafted"]) == (near, 0)
    (row,) = csv.DictReader(
        io.StringIO(room.ok("coverage", "--by", "reviewer", "--period", "months", "--output-format", "csv").out)
    )
    told = {name: int(row[f"near_{name.replace('-', '_')}_words"]) for name in near}
    assert told == near
    assert list(shares(room, "engine", "months")) == [("memory", "2026-03")]


def test_months_are_those_of_the_author_and_one_can_be_asked_for(room):
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 50, "mina")
    accept(room, "b")
    commit(room, MONTH, "mina", later=MONTH)
    assert list(shares(room, "reviewer", "months")) == [("mina", "2026-03"), ("mina", "2026-04")]
    assert list(shares(room, "engine", "months")) == [("pseudo", "2026-03"), ("pseudo", "2026-04")]
    assert list(shares(room, "reviewer", "2026-04")) == [("mina", "2026-04")]
    assert (
        "nothing was reviewed in the period `2026-05`"
        in room.ok("coverage", "--by", "reviewer", "--period", "2026-05").err
    )


def test_work_on_an_article_that_is_gone_or_was_renamed_is_counted_unless_articles_are_named(room):
    commit(room, 0, "bot")
    accept(room)
    commit(room, 50, "mina")
    (room.root / "articles/a.txt").unlink()
    (room.root / "locales/ko/a.txt.po").unlink()
    git(room, "mv", "articles/b.txt", "articles/news/b.txt")
    git(room, "mv", "locales/ko/b.txt.po", "locales/ko/news/b.txt.po")
    commit(room, 90, "jun")
    assert {name: one.words for (name, _), one in shares(room, "reviewer", "months").items()} == {"mina": 18}
    assert {name: one.words for (name, _), one in shares(room, "reviewer", "months", "news/b.txt").items()} == {
        "mina": 9
    }
    assert {name: one.words for (name, _), one in shares(room, "reviewer").items()} == {"mina": 9}


def test_what_a_shallow_history_begins_with_is_not_counted_and_that_is_told(room):
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 50, "mina")
    accept(room, "b")
    commit(room, 90, "jun")
    git(room, "clone", "-q", "--depth", "2", f"file://{room.root}", "short")
    short = type(room)(room.root / "short")
    assert {name for name, _ in shares(short, "reviewer", "months")} == {"jun"}
    done = short.ok("coverage", "--by", "reviewer", "--period", "months")
    assert "9 reviewed words are not counted, for the history begins with them" in done.err


def test_of_a_commit_only_what_it_changed_is_kept(room):
    commit(room, 0, "bot")
    path = "locales/ko/news/c.md.po"
    room.write(path, room.read(path).replace("#, fuzzy\n", "", 1))
    commit(room, 50, "mina")
    asked = revisions.Asked(frozenset({("news/c.md", "ko")}))
    ((first, second),) = revisions.walked(project.find(room.root), asked)
    assert [(len(one.before or ()), len(one.after or ())) for one in (first, second)] == [(0, 2), (1, 1)]
    assert (first.name, second.name, first.at < second.at) == ("bot", "mina", True)


def test_reading_times_and_reviews_are_of_one_walk(room, monkeypatch):
    settle(room, "min-seconds-per-word = 1")
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 17, "mina")
    walks = []

    def counted(*given):
        walks.append(given)
        return revisions.listed(*given)

    monkeypatch.setattr(reviewed, "listed", counted)
    monkeypatch.setattr("l10n.stages.clocked.walked", None)
    done = coverage(gather(project.find(room.root)), by=By.REVIEWER)
    assert len(walks) == 1
    assert {row.article: row.pace.seconds for row in done.rows if row.pace}["a.txt"] == 2.0


def test_what_was_read_of_a_catalogue_is_kept_until_a_commit_touches_it(room, monkeypatch):
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 50, "mina")
    options = ("coverage", "--by", "reviewer", "--period", "months", "--json")
    first = room.ok(*options).out
    read: list[str] = []

    def noted(project, asked, found):
        read.extend(place[0] for place in found)
        return revisions.read(project, asked, found)

    monkeypatch.setattr(reviewed, "read", noted)
    assert room.ok(*options).out == first
    assert read == []
    accept(room, "b")
    commit(room, 90, "jun")
    after = room.ok(*options).out
    assert read == ["b.txt"]
    assert after == room.ok(*options, "--no-cache").out
    between = ("coverage", "--by", "reviewer", "--period", "HEAD~1..", "--json")
    assert room.ok(*between).out == room.ok(*between, "--no-cache").out
    assert [one["reviewer"] for one in json.loads(room.ok(*between).out)["reviewers"]] == ["jun"]


@pytest.mark.parametrize("said", ["", "..", "..HEAD", "a...b", "2026-13", "2026", "month", "HEAD"])
def test_what_is_no_period_is_refused(said):
    with pytest.raises(UsageError, match="no period"):
        reviewed.period(said)


def test_without_a_history_a_period_is_refused_and_what_stands_is_not_known(site):
    settle(site)
    site.write("articles/a.txt", "The boats left.\n")
    site.ok("extract")
    site.ok("draft")
    accept(site, "a")
    alone = {"GIT_CEILING_DIRECTORIES": str(site.root.parent)}
    done = site.run("coverage", "--by", "reviewer", "--period", "months", **alone)
    assert done.code == 2
    assert "there is no history of git here" in done.err
    assert "leave `--period` out" in done.err
    done = site.run("coverage", "--by", "reviewer", **alone)
    assert done.code == 0
    assert "not known" in done.out
    assert "is not known: there is no history of git here" in done.err


def test_names_that_a_spreadsheet_or_a_comment_would_act_on_are_text(room):
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 50, '=HYPERLINK("x";"y") @team|`a`')
    rows = list(csv.reader(io.StringIO(room.ok("coverage", "--by", "reviewer", "--output-format", "csv").out)))
    assert rows[1][0].startswith("'=HYPERLINK")
    line = room.ok("coverage", "--by", "reviewer", "--output-format", "markdown").out.splitlines()[2]
    assert line.startswith("| `` =HYPERLINK")
    assert "\\|`a` ``" in line
    assert line.replace("\\|", "").count("|") == rows[0].index("distance") + 2


def test_what_programs_are_told_is_as_the_schema_says(room):
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 50, "mina")
    for options in [
        ["reviewer"],
        ["engine"],
        ["reviewer", "--period", "months"],
        ["engine", "--period", "HEAD~1.."],
        ["state"],
        ["section"],
        ["locale"],
    ]:
        told = json.loads(room.ok("coverage", "--json", "--by", *options).out)
        jsonschema.validate(told, schemas.load("coverage"))
        assert "example.org" not in json.dumps(told)
        by = options[0]
        assert (f"{by}s" in told) == (by != "state")
        assert all(("cells" in row) == (by == "state") for row in told["articles"])
