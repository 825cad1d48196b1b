"""What pages of a review ask for, and what becomes of it in the files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.reviewing import ARTICLE, newsroom, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.reviewing import Served

NAMES = [
    "saved",
    "approved",
    "asked",
    "undone",
    "both",
    "several",
    "typed",
    "like",
    "moved",
    "wrong",
    "page",
    "stale",
    "joined",
]


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[Served]:
    site = newsroom(
        tmp_path_factory.mktemp("routes"),
        {f"news/{name}.md": ARTICLE.replace("25", f"2{at % 10}") for at, name in enumerate(NAMES)},
    )
    site.write("locales/ko/glossary.tsv", "source\ttarget\tnote\nharbor\t항구\ta port\n")
    started = served(site)
    yield started
    started.end()


def texts(server, name):
    return server.sheet(f"news/{name}.md")["texts"]


def edit(one, text, *, approved=True):
    return {"key": one["key"], "mark": one["now"]["mark"], "text": text, "approved": approved}


def decide(server, name, *edits, sure=True):
    answer = server.post(f"/decide/ko/news/{name}.md", {"texts": edits, "sure": sure}).json()
    return answer if "asked" in answer else answer["texts"]


def po(server, name):
    return server.site.read(f"locales/ko/news/{name}.md.po")


def test_the_sheet_tells_each_text_with_what_helps(server):
    told = server.sheet("news/page.md")
    assert told["target"] == ["ko", "Korean", "ko", "ltr"]
    assert [one["kind"] for one in told["texts"]] == ["headline", "paragraph", "paragraph", "quote"]
    assert told["texts"][1]["terms"] == [[4, 10, "항구", "a port"]]
    assert told["texts"][1]["now"]["state"] == "draft"
    assert told["texts"][1]["now"]["drafted"] == "pseudo"


def test_a_saved_text_is_still_in_work(server):
    one = texts(server, "saved")[1]
    (answer,) = decide(server, "saved", edit(one, "항구가 열렸다", approved=False))
    assert answer["done"]
    assert answer["now"]["state"] == "in_work"
    assert '#, fuzzy\nmsgid "The harbor reopened on May 20."\nmsgstr "항구가 열렸다"' in po(server, "saved")


def test_an_approved_text_is_reviewed_by_whoever_reviews(server):
    one = texts(server, "approved")[1]
    (answer,) = decide(server, "approved", edit(one, "항구가 5월 21일 열렸다."))
    assert (answer["done"], answer["now"]["state"], answer["now"]["reader"]) == (True, "edited", "Kim")
    assert "# reviewed: Kim 20" in po(server, "approved")
    assert texts(server, "approved")[1]["now"] == answer["now"]


def test_errors_are_asked_about_once(server):
    one = texts(server, "asked")[1]
    before = po(server, "asked")
    asked = decide(server, "asked", edit(one, "항구가 5월 24일 열렸다."), sure=False)
    assert [(found["rule"], found["severity"]) for found in asked["asked"]] == [("numbers", "error")]
    assert po(server, "asked") == before
    assert asked["wrong"] == 1
    (sure,) = decide(server, "asked", edit(one, "항구가 5월 24일 열렸다."))
    assert sure["done"]
    flawless = texts(server, "asked")[2]
    assert decide(server, "asked", edit(flawless, "항구가 열려 있다."), sure=False)[0]["done"]


def test_what_was_decided_is_undone_to_the_byte(server):
    before = po(server, "undone")
    one = texts(server, "undone")[1]
    (answer,) = decide(server, "undone", edit(one, "항구가 5월 23일 열렸다."))
    assert po(server, "undone") != before
    (done,) = server.post("/undo/ko/news/undone.md", {"texts": [answer["undo"]]}).json()["texts"]
    assert done["done"]
    assert po(server, "undone") == before
    (again,) = server.post("/undo/ko/news/undone.md", {"texts": [answer["undo"]]}).json()["texts"]
    assert not again["done"]


def test_a_text_that_another_changed_meanwhile_stays(server):
    one = texts(server, "both")[1]
    decide(server, "both", edit(one, "남의 글", approved=False))
    before = po(server, "both")
    (answer,) = decide(server, "both", edit(one, "내 글", approved=False))
    assert (answer["done"], answer["now"]["target"]) == (False, "남의 글")
    assert "undo" not in answer
    assert po(server, "both") == before


def test_several_are_approved_and_undone_at_once(server):
    before = po(server, "several")
    found = texts(server, "several")
    decide(server, "several", edit(found[0], "남의 글", approved=False))
    meanwhile = po(server, "several")
    answers = decide(server, "several", *(edit(one, one["now"]["target"]) for one in found))
    assert [answer["done"] for answer in answers] == [False, True, True, True]
    assert [one["now"]["state"] for one in texts(server, "several")] == ["in_work", "accepted", "accepted", "accepted"]
    undone = server.post("/undo/ko/news/several.md", {"texts": [one["undo"] for one in answers if one["done"]]}).json()[
        "texts"
    ]
    assert all(answer["done"] for answer in undone)
    assert po(server, "several") == meanwhile != before


def test_checks_judge_what_is_typed(server):
    before = server.site.snapshot()
    name = texts(server, "typed")[1]["name"]
    found = server.post("/judge/ko/news/typed.md", {"name": name, "text": "항구가 5월 24일 열렸다."}).json()
    assert found[0]["rule"] == "numbers"
    assert found[0]["start"] < found[0]["end"]
    assert server.post("/judge/ko/news/typed.md", {"name": name, "text": " "}).json() == []
    assert {key: value for key, value in server.site.snapshot().items() if ".l10n" not in key} == {
        key: value for key, value in before.items() if ".l10n" not in key
    }


def test_the_memory_suggests_with_what_differs(server):
    one = texts(server, "like")[1]
    other = texts(server, "moved")[1]
    decide(server, "moved", edit(other, "항구가 5월 28일 다시 열렸다."))
    hits = server.post("/memory/ko/news/like.md", {"name": one["name"], "source": one["key"]["text"]}).json()
    assert "항구가 5월 27일 다시 열렸다." in [hit["text"] for hit in hits]
    hit = next(hit for hit in hits if hit["text"] == "항구가 5월 27일 다시 열렸다.")
    assert [change for change in hit["changes"] if change[0] != "both"] == [["old", "28"], ["new", "27"]]
    assert 0.5 < hit["score"] < 1


def test_nothing_is_told_twice(server):
    told = server.sheet("news/page.md")
    path = "/sheet/ko/news/page.md"
    assert server.get(f"{path}?seen={told['seen']}").status == 204
    server.site.write("locales/ko/news/page.md.po", po(server, "page") + "\n")
    again = server.get(f"{path}?seen={told['seen']}")
    assert again.status == 200
    server.site.write("locales/ko/glossary.tsv", "source\ttarget\tnote\nharbor\t항구\ta port\nrained\t비\tweather\n")
    after = server.get(f"{path}?seen={again.json()['seen']}").json()
    assert after["texts"][3]["terms"] == [[3, 9, "비", "weather"]]


def test_a_stale_text_shows_the_english_then_and_now(server):
    one = texts(server, "stale")[1]
    decide(server, "stale", edit(one, "항구가 5월 21일 열렸다."))
    article = server.site.read("articles/news/stale.md")
    server.site.write("articles/news/stale.md", article.replace("May 21", "May 26"))
    server.site.ok("extract")
    now = texts(server, "stale")[1]["now"]
    assert (now["state"], now["urgent"]) == ("urgent", ["number"])
    assert [change for change in now["changes"] if change[0] != "both"] == [["old", "21"], ["new", "26"]]


def test_the_desk_has_every_article(server):
    page = server.get("/").body.decode()
    data = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    assert [row[0] for row in data["rows"]] == sorted(f"news/{name}.md" for name in NAMES)
    assert data["errors"] == []


def test_a_new_article_is_found_and_one_out_of_step_is_told(server):
    server.site.write("articles/news/new.md", ARTICLE)
    answer = server.get("/sheet/ko/news/new.md")
    assert answer.status == 409
    assert answer.json()["remedy"] == "Run `l10n extract`, and reload."
    page = server.get("/review/ko/news/new.md")
    assert page.status == 409
    assert "l10n extract" in page.body.decode()
    (server.site.root / "articles/news/new.md").unlink()


@pytest.mark.parametrize(
    ("verb", "body"),
    [
        ("decide", []),
        ("decide", {}),
        ("decide", {"texts": {}}),
        ("decide", {"texts": [3]}),
        ("decide", {"texts": [{"key": "a", "mark": "b", "text": "c", "approved": True}]}),
        ("decide", {"texts": [{"key": {"text": "a"}, "mark": "b", "text": 3, "approved": True}]}),
        ("decide", {"texts": [{"key": {"text": "a"}, "mark": "b", "text": "c", "approved": 1}]}),
        ("decide", {"texts": [{"key": {"text": "a"}, "mark": "b", "text": " ", "approved": True}]}),
        ("decide", {"texts": [{"key": {"text": "a"}, "mark": "b", "text": "\x00", "approved": False}]}),
        ("decide", {"texts": [{"key": {"text": "a"}, "mark": "b", "text": "\ud800", "approved": False}]}),
        ("undo", {"texts": [{}]}),
        ("undo", {"texts": [{"key": {"text": "a"}, "base": "b", "target": "c", "state": "odd"}]}),
        ("judge", {"name": "0" * 12, "text": "a"}),
        ("judge", {"text": "a"}),
        ("memory", {"name": 5}),
    ],
)
def test_what_no_page_sends_is_refused_with_a_remedy(server, verb, body):
    before = po(server, "wrong")
    answer = server.post(f"/{verb}/ko/news/wrong.md", body)
    assert answer.status == 400
    assert set(answer.json()) == {"error", "remedy"}
    assert answer.json()["remedy"]
    assert po(server, "wrong") == before


@pytest.mark.parametrize("line", ["origin", "review", "stale"])
def test_an_undo_writes_no_line_of_its_own_into_a_file(server, line):
    one = texts(server, "wrong")[1]
    fields = dict.fromkeys(("by", "date", "digest", "source_digest"), 'x\nmsgid "b"')
    undo = {"key": one["key"], "base": one["now"]["mark"], "target": "a", "state": "draft"}
    before = po(server, "wrong")
    answer = server.post("/undo/ko/news/wrong.md", {"texts": [{**undo, line: {"kind": "machine", **fields}}]})
    assert answer.status == 400
    assert po(server, "wrong") == before


def test_no_address_of_a_reviewer_is_written_down(tmp_path):
    site = newsroom(tmp_path / "site", {"a.md": ARTICLE})
    started = served(site, "--as", "Kim <kim@news.example>\nx")
    try:
        one = started.sheet("a.md")["texts"][1]
        started.post("/decide/ko/a.md", {"texts": [edit(one, "항구가 5월 25일 열렸다.")], "sure": True})
        assert "# reviewed: Kim x 20" in site.read("locales/ko/a.md.po")
    finally:
        started.end()


def test_a_text_that_is_joined_to_none_can_be_written(server):
    whole = po(server, "joined")
    entry = next(block for block in whole.split("\n\n") if 'msgid "The harbor is open."' in block)
    lines = [line for line in entry.split("\n") if not line.startswith(("# draft", "#, fuzzy", "msgstr"))]
    server.site.write(
        "locales/ko/news/joined.md.po", whole.replace(entry, "\n".join(["# joined", *lines, 'msgstr ""']))
    )
    one = texts(server, "joined")[2]
    assert one["now"]["state"] == "missing"
    before = po(server, "joined")
    (answer,) = decide(server, "joined", edit(one, "항구가 열려 있다."))
    assert (answer["done"], answer["now"]["target"]) == (True, "항구가 열려 있다.")
    server.post("/undo/ko/news/joined.md", {"texts": [answer["undo"]]})
    assert po(server, "joined") == before


def test_an_article_that_is_taken_away_is_none(server):
    server.site.write("articles/news/away.md", ARTICLE)
    server.site.ok("extract")
    assert server.get("/sheet/ko/news/away.md").status == 200
    (server.site.root / "articles/news/away.md").unlink()
    for verb in ("sheet", "review", "preview", "risks"):
        answer = server.get(f"/{verb}/ko/news/away.md")
        assert answer.status == 404, verb
        assert "there is no article" in answer.body.decode(), verb
    (server.site.root / "locales/ko/news/away.md.po").unlink()


def test_drafts_are_weighed_for_the_desk_and_for_the_page(server):
    found = server.post("/risks", {"articles": ["news/like.md", "news/none.md", "../pyproject.toml"]}).json()
    assert [row[:2] for row in found] == [["news/like.md", "ko"]]
    told = server.get("/risks/ko/news/like.md").json()
    assert set(told) == {one["name"] for one in texts(server, "like") if one["now"]["state"] == "draft"}
    assert max(score for score, _ in told.values()) == found[0][2]
    assert server.post("/risks", {"articles": [f"news/{name}.md" for name in NAMES] * 20}).status == 200
    assert server.post("/risks", {"articles": [3]}).status == 400


def test_lines_end_as_the_file_has_them(server):
    path = server.site.root / "locales/ko/news/typed.md.po"
    before = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    (answer,) = decide(server, "typed", edit(texts(server, "typed")[1], "항구가 열렸다.\n다시."))
    assert answer["done"]
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")
    server.post("/undo/ko/news/typed.md", {"texts": [answer["undo"]]})
    assert path.read_bytes() == before
