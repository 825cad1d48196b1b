"""`l10n coverage` of a project with many articles: sums, what is listed, in which order and how wide."""

import json
import subprocess

import pytest

GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture
def paper(site):
    """Thirty articles in Korean: one is reviewed, one urgent, and each is longer than the one before."""
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\n')
    for at in range(30):
        site.write(f"articles/news/story-{at:02}.txt", f"The pier {'very ' * at}opens on May 5.\n")
    site.ok("extract")
    site.translate(
        "locales/ko/news/story-03.txt.po", {"The pier very very very opens on May 5.": "부두가 5월 5일 연다."}
    )
    site.translate(
        "locales/ko/news/story-04.txt.po", {f"The pier {'very ' * 4}opens on May 5.": "부두가 5월 5일 연다."}
    )
    site.write("articles/news/story-04.txt", f"The pier {'very ' * 4}opens on May 6.\n")
    site.ok("extract")
    return site


def listed(site, *args):
    return [row["article"] for row in json.loads(site.ok("coverage", "--json", *args).out)["articles"]]


def test_many_rows_are_summed_up_and_all_lists_them(paper):
    short = paper.ok("coverage").out
    assert "story-" not in short
    assert "30 articles" in short
    assert "--all" in short
    whole = paper.ok("coverage", "--all").out
    assert whole.count("story-") == 30
    few = paper.ok("coverage", "news/story-0*").out
    assert few.count("story-") == 10


def test_run_ends_with_the_sums(paper):
    done = paper.ok("run")
    assert "30 articles" in done.out[done.out.index("drafted") :]
    assert "story-" not in done.out


def test_only_lists_what_is_wanted_and_sums_all(paper):
    assert listed(paper, "--only", "stale") == ["news/story-04.txt"]
    assert listed(paper, "--only", "urgent") == ["news/story-04.txt"]
    assert len(listed(paper, "--only", "missing")) == 28
    assert len(listed(paper, "--only", "under=50")) == 29
    assert listed(paper, "--only", "missing", "--only", "stale") == []
    shown = paper.ok("coverage", "--only", "stale").out
    assert shown.count("story-") == 1
    total = next(line for line in shown.split("\n") if line.startswith("all articles"))
    assert total in paper.ok("coverage", "--all").out
    assert paper.run("coverage", "--only", "stale", "--fail-under", "90").code == 1


@pytest.mark.parametrize(
    ("word", "says"),
    [("stael", "Did you mean `stale`?"), ("under=x", "under=80"), ("under=101", "under=80"), ("under=nan", "under=80")],
)
def test_a_word_that_only_does_not_know_is_refused(paper, word, says):
    done = paper.run("coverage", "--only", word)
    assert done.code == 2
    assert says in done.err


def test_sort_puts_the_most_to_do_first(paper):
    assert listed(paper, "--sort", "missing")[:2] == ["news/story-29.txt", "news/story-28.txt"]
    assert listed(paper, "--sort", "urgent")[0] == "news/story-04.txt"
    assert listed(paper, "--sort", "percent")[-1] == "news/story-03.txt"
    assert listed(paper, "--sort", "article") == sorted(listed(paper))


@pytest.mark.parametrize("columns", [60, 72, 80, 100])
def test_the_table_is_no_wider_than_the_terminal_and_keeps_the_end_of_a_name(site, columns):
    site.configure('locales = ["ko"]\n')
    site.write(f"articles/{'long-folder/' * 8}the-end.txt", "A pier opens. " * 200)
    site.ok("extract")
    table = site.run("coverage", COLUMNS=str(columns)).out.split("\n\n")[0]
    assert max(map(len, table.split("\n"))) <= columns
    assert "end.txt" in table


def test_since_counts_what_changed(paper):
    subprocess.run([*GIT, "init", "-q"], cwd=paper.root, check=True)
    subprocess.run([*GIT, "add", "-A"], cwd=paper.root, check=True)
    subprocess.run([*GIT, "commit", "-qm", "x"], cwd=paper.root, check=True)
    nothing = paper.ok("coverage", "--since", "HEAD")
    assert nothing.out == ""
    assert "no article has changed since HEAD" in nothing.err
    paper.write("articles/news/story-07.txt", "Another pier.\n")
    paper.write("articles/sport/new.txt", "A race.\n")
    paper.translate("locales/ko/news/story-00.txt.po", {"The pier opens on May 5.": "부두가 5월 5일 연다."})
    assert listed(paper, "--since", "HEAD") == ["news/story-00.txt", "news/story-07.txt", "sport/new.txt"]
    assert listed(paper, "--since", "HEAD", "sport") == ["sport/new.txt"]


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", ""])
def test_since_a_revision_that_git_does_not_know_is_refused(paper, revision):
    subprocess.run([*GIT, "init", "-q"], cwd=paper.root, check=True)
    done = paper.run("coverage", f"--since={revision}")
    assert done.code == 2
    assert "git knows no revision" in done.err
    assert not (paper.root / "x").exists()
