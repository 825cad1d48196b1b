"""Which localized articles readers have that say what the English has taken back."""

import json

import pytest

ARTICLE = "# Harbor\n\nThe harbor reopened after 3 days.\n\nThe pier is old.\n"
KOREAN = {
    "Harbor": "항구",
    "The harbor reopened after 3 days.": "항구는 3일 만에 열렸다.",
    "The pier is old.": "부두는 낡았다.",
}


@pytest.fixture
def live(site):
    """A project with an article that people translated into Korean, and that is built in two languages."""
    site.configure('locales = ["ko", "ja"]\nengines = []\n')
    site.write("articles/a.md", ARTICLE)
    site.ok("extract")
    site.translate("locales/ko/a.md.po", KOREAN)
    site.ok("build")
    return site


def found(site, *more):
    return json.loads(site.run("corrections", "--json", *more).out)["articles"]


def test_nothing_is_to_be_corrected_while_the_english_is_what_it_was(live):
    assert found(live) == []
    assert live.run("corrections", "--check").code == 0


@pytest.mark.parametrize("extracted", [False, True])
def test_a_change_of_fact_is_told_before_and_after_extraction(live, *, extracted):
    live.write("articles/a.md", ARTICLE.replace("3 days", "4 days").replace("is old", "is quite old"))
    if extracted:
        live.ok("extract")
    (one,) = found(live)
    assert (one["path"], one["locale"]) == ("build/ko/a.md", "ko")
    (change,) = one["changes"]
    assert change["facts"] == ["number"]
    assert (change["previous"], change["text"]) == (list(KOREAN)[1], KOREAN[list(KOREAN)[1]])
    assert "[-3-]{+4+} days" in live.run("corrections").out
    assert live.run("corrections", "--check").code == 1
    assert found(live, "-l", "ja") == []


@pytest.mark.parametrize(
    ("fallback", "change", "told"),
    [
        ("english-marked", ("3 days", "4 days"), True),
        ("last-approved", ("3 days", "4 days"), True),
        ("last-approved", ("is old", "is quite old"), False),
        ("english-marked", ("is old", "is quite old"), False),
        ("english", ("3 days", "4 days"), False),
    ],
)
def test_readers_are_told_of_a_change_of_fact_until_somebody_has_read_it_again(live, fallback, change, told):
    own = 'disclosure = { corrected = "[a fact has changed]" }'
    live.configure(f'locales = ["ko"]\nengines = []\nfallback = "{fallback}"\n{own}\n')
    live.write("articles/a.md", ARTICLE.replace(*change))
    live.ok("extract")
    live.ok("build")
    text = live.read("build/ko/a.md")
    assert ("a fact has changed" in text) == told
    assert ("4 days" in text) == (change[1] == "4 days")
    live.write("locales/ko/a.md.po", live.read("locales/ko/a.md.po").replace("#, fuzzy\n", ""))
    live.ok("build")
    assert "a fact has changed" not in live.read("build/ko/a.md")


def test_an_article_that_is_not_out_needs_no_correction(live):
    (live.root / "build/ko/a.md").unlink()
    live.write("articles/a.md", ARTICLE.replace("3 days", "4 days"))
    assert found(live) == []
    live.write("articles/a.md", ARTICLE.replace("3 days", "4 days"))
    assert "nobody is taken to have it: 1 localized article more" in live.run("corrections").err


def test_it_is_over_when_a_person_has_read_it_again(live):
    live.write("articles/a.md", ARTICLE.replace("3 days", "4 days"))
    live.ok("extract")
    live.translate("locales/ko/a.md.po", {})
    po = live.read("locales/ko/a.md.po")
    head, _, tail = po.partition("#, fuzzy\n")
    live.write("locales/ko/a.md.po", head + "\n".join(line for line in tail.split("\n") if not line.startswith("#|")))
    assert found(live) == []


def test_nothing_is_written(live):
    live.write("articles/a.md", ARTICLE.replace("3 days", "4 days"))
    before = live.snapshot()
    live.run("corrections")
    assert live.snapshot() == before
