"""Who translated and reviewed an article, and when it changed, as its readers and programs are told: from git."""

import json
import re
import time

import pytest
import yaml

from l10n import formats, replay, state
from l10n.config import DisclosureTable
from l10n.model import Edition, HeadPlace, Segmentation, Slot, SlotKind, WorkHistory
from l10n.protocols import ParseOptions
from l10n.publish import described
from tests.stages.test_clocked import commit, git, settle

SITE = 'site = "https://wire.example/"'
PAGE = """<!doctype html>
<html lang="en">
<head><title>The pier</title>
</head>
<body><p>The old pier closed.</p>
<!-- l10n:credits -->
</body>
</html>
"""
STORY = "---\ntitle: The pier\n---\n\nThe old pier closed.\n\nIt opens soon.\n\n<!-- l10n:credits -->\n"
NOTICE = "The pier\n\nThe old pier closed.\n\n[l10n:credits]\n"
HOSTILE = [
    "<script>alert(1)</script> Mina",
    "Mina \"Q\" 'q' Kim",
    "Mina --> Kim */ --",
    "Mina\u2028Kim\u2029\x85",
    "Mina {{ x }} {% y %} <%= z %> ${w} [s] `b` \\ #set @if",
    "Mina: - & &lt; 'x' |",
    "# Mina",
    "Mi\u202ena",
    "www.evil.example/x https://evil.example/?a=1 Mina",
]


@pytest.fixture
def room(site):
    """A project in a repository, with a page, a story and a notice in drafts that are committed."""
    git(site, "init", "-q", "-b", "main")
    configure(site, "credits = true")
    site.write("articles/page.html", PAGE)
    site.write("articles/story.md", STORY)
    site.write("articles/story.mdx", STORY.replace("<!-- l10n:credits -->", "{/* l10n:credits */}"))
    site.write("articles/notice.txt", NOTICE)
    site.ok("extract")
    site.ok("draft")
    commit(site, 0, "bot")
    return site


def configure(site, *lines):
    settle(site, 'policy = "drafts-labelled"', *lines)


def review(site, name, *, at, who, new=None, most=-1):
    path = f"locales/ko/{name}.po"
    text = site.read(path).replace("#, fuzzy\n", "", most)
    site.write(path, text if new is None else text.replace(*new))
    commit(site, at, who)


def ld(site, name="page.html"):
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', site.read(f"build/ko/{name}"))
    return [json.loads(one) for one in found]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("page.html", '<p class="l10n-credits" lang="ko" dir="ltr">검수: Mina Kim</p>'),
        ("story.md", "*검수: Mina Kim*"),
        ("story.mdx", "*검수: Mina Kim*"),
        ("notice.txt", "검수: Mina Kim"),
    ],
)
def test_reviewers_are_named_where_the_author_gave_them_a_place(room, name, shown):
    review(room, name, at=50, who="Mina Kim <mina@example.org>")
    room.ok("build")
    text = room.read(f"build/ko/{name}")
    assert shown in text
    assert "l10n:credits" not in text
    assert "example.org" not in text


def test_nobody_is_named_where_nobody_is_known_or_the_project_does_not_want_it(room):
    room.ok("build")
    kept = room.read("build/ko/story.md")
    assert "<!-- l10n:credits -->" in kept
    review(room, "story.md", at=50, who="Mina")
    configure(room)
    room.ok("build")
    text = room.read("build/ko/story.md")
    assert "Mina" not in text
    assert "<!-- l10n:credits -->" in text


def test_those_who_wrote_a_text_themselves_translated_it(room):
    path = "locales/ko/story.md.po"
    blocks = room.read(path).split("\n\n")
    blocks[-1] = re.sub(r"(?m)^(# draft:.*|#, fuzzy)\n", "", blocks[-1])
    room.write(path, "\n\n".join(blocks))
    commit(room, 50, "Jun")
    review(room, "story.md", at=9000, who="Mina")
    room.ok("build")
    assert "*번역: Jun · 검수: Mina*" in room.read("build/ko/story.md")
    own = 'disclosure = { translated = "{names} 옮김", reviewed = "{names} 살핌" }'
    configure(room, "credits = true", own)
    room.ok("build")
    assert "*Jun 옮김 · Mina 살핌*" in room.read("build/ko/story.md")
    configure(room, "credits = true", 'disclosure = { translated = "nobody" }')
    assert room.run("build").code == 2


def test_a_later_review_renews_what_was_built_though_no_file_of_it_changed(room, monkeypatch):
    for module in (replay, state):
        monkeypatch.setattr(module, "_now", lambda: time.time_ns() + 10**10)
    review(room, "story.md", at=50, who="Mina")
    for command in ("build", "build", "run", "run"):
        room.ok(command)
    for who, command in (("Ana", "build"), ("Jun", "run")):
        git(room, "commit", "--amend", "-q", "--no-edit", "--author", f"{who} <{who}@example.org>", at=50, who=who)
        room.ok(command)
        assert f"검수: {who}" in room.read("build/ko/story.md")


def test_an_example_in_code_and_a_skipped_place_name_nobody(room):
    place = "<!-- l10n:credits -->"
    more = f"\n```html\n{place}\n```\n\n<!-- l10n:skip -->\n\n{place}\n\n<!-- l10n:end -->\n"
    room.write("articles/story.md", STORY + more)
    review(room, "story.md", at=50, who="Mina")
    room.ok("build")
    text = room.read("build/ko/story.md")
    assert text.count("<!-- l10n:credits -->") == 2
    assert text.count("Mina") == 1


def test_a_skipped_line_of_plain_text_names_nobody(room):
    room.write("articles/notice.txt", f"{NOTICE}\n[l10n:skip]\n\n[l10n:credits]\n\n[l10n:end]\n")
    review(room, "notice.txt", at=50, who="Mina")
    room.ok("build")
    assert room.read("build/ko/notice.txt").endswith("검수: Mina\n\n[l10n:skip]\n\n[l10n:credits]\n\n[l10n:end]\n")


def test_a_page_tells_search_engines_what_it_is_a_translation_of(room):
    configure(room, "credits = true", "json-ld = true", SITE)
    review(room, "page.html", at=50, who="Mina")
    room.ok("build")
    assert ld(room) == [
        {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "url": "https://wire.example/ko/page.html",
            "inLanguage": "ko",
            "dateModified": "2026-03-02T00:00:50+00:00",
            "editor": [{"@type": "Person", "name": "Mina"}],
            "translationOfWork": {
                "@type": "WebPage",
                "url": "https://wire.example/page.html",
                "inLanguage": "en",
            },
        }
    ]
    text = room.read("build/ko/page.html")
    assert text.index("ld+json") < text.index("</head>")
    configure(room, "json-ld = true", SITE)
    room.ok("build")
    assert "Mina" not in room.read("build/ko/page.html")
    assert ld(room)[0]["dateModified"] == "2026-03-02T00:00:50+00:00"
    configure(room, "json-ld = true")
    assert "Set it, such as site" in room.run("build").err


@pytest.mark.parametrize("change", ["uncommitted", "no git"])
def test_what_git_does_not_know_is_left_out(room, change):
    configure(room, "credits = true", "json-ld = true", SITE)
    if change == "uncommitted":
        room.write("locales/ko/page.html.po", room.read("locales/ko/page.html.po").replace("#, fuzzy\n", ""))
        room.ok("build")
    else:
        assert "is not known" in room.run("build", GIT_DIR=str(room.root / "nowhere")).err
    (page,) = ld(room)
    assert not {"dateModified", "editor", "translator"} & set(page)


@pytest.mark.parametrize(
    "own",
    [
        '<script type="application/ld+json">{"@type": "NewsArticle", "inLanguage": "en"}</script>',
        '<meta itemtype="https://schema.org/NewsArticle">',
    ],
)
def test_a_page_that_describes_itself_is_left_as_it_is(room, own):
    configure(room, "json-ld = true", SITE)
    room.write("articles/page.html", PAGE.replace("<title>", f"{own}<title>"))
    commit(room, 50)
    room.ok("build")
    text = room.read("build/ko/page.html")
    assert own.replace('"en"', '"ko"') in text
    assert "translationOfWork" not in text
    assert 'hreflang="ko"' in text


def test_a_page_without_a_translation_is_none_and_one_that_names_its_languages_is_told_the_rest(room):
    settle(room, "json-ld = true", SITE)
    room.ok("build")
    assert ld(room) == []
    configure(room, "json-ld = true", SITE)
    named = '<link rel="alternate" hreflang="ko" href="/x"><meta property="og:locale" content="en_US">'
    room.write("articles/page.html", PAGE.replace("<title>", f"{named}<title>"))
    room.ok("build")
    assert len(ld(room)) == 1
    text = room.read("build/ko/page.html")
    assert named in text
    assert text.count("hreflang") == 1


def test_fields_of_front_matter_tell_the_same_where_they_are(room):
    review(room, "story.md", at=50, who="Mina", most=2)
    room.ok("build")
    _, front, _ = room.read("build/ko/story.md").split("---\n", 2)
    told = yaml.safe_load(front)["translation"]
    assert told["reviewed-by"] == "Mina"
    assert told["modified"] == "2026-03-02T00:00:50+00:00"
    assert told["status"] == "partly-reviewed"
    review(room, "story.md", at=9000, who="Mina")
    room.ok("build")
    assert "translation" not in room.read("build/ko/story.md").split("---\n", 2)[1]


def test_incremental_builds_are_the_clean_one(room):
    configure(room, "credits = true", "json-ld = true", SITE)
    for at, name in enumerate(("page.html", "story.md", "notice.txt")):
        review(room, name, at=1000 * (at + 1), who=f"Mina {name}")
        room.ok("build", name)
        room.ok("build")
        built = {one: room.read(f"build/ko/{one}") for one in ("page.html", "story.md", "story.mdx", "notice.txt")}
        room.ok("build", "--no-cache")
        assert built == {one: room.read(f"build/ko/{one}") for one in built}
        assert "build/ko" not in room.ok("build").out
        assert "build/ko" not in room.ok("run").out


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("path", ["a.html", "a.md", "a.mdx", "a.txt"])
def test_a_name_is_words_wherever_readers_see_it(path, name):
    said = described.credit("ko", WorkHistory((name,), (name,)), DisclosureTable())
    assert not re.search(r"[<>{}\[\]`\\@$%#|]|[\x00-\x1f\x7f-\x9f\u2028\u2029\u202e]|www\.|//", said)
    slot = next(one for one in slots(path, around(PLACES[path[2:]])) if one.kind is SlotKind.CREDITS)
    fmt = formats.for_path(path)
    text, plain = (fmt.fill(slot, Edition("ko", "ltr", credits=words)) for words in (said, "Mina"))
    assert "\n" not in text
    assert len(fmt.skeleton(around(text))) == len(fmt.skeleton(around(plain)))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("path", ["a.md", "a.txt"])
@pytest.mark.parametrize(("above", "below"), [("\n", "\n\n"), ("\n\n", "\n"), ("\n", "\n"), ("\n\n", "\n\n")])
def test_names_are_a_paragraph_of_their_own_beside_any_text(path, above, below, end):
    text = f"The boats came.{above}{PLACES[path[2:]]}{below}They left again.\n".replace("\n", end)
    (slot,) = [one for one in slots(path, text) if one.kind is SlotKind.CREDITS]
    built = text.replace(slot.raw, formats.for_path(path).fill(slot, Edition("ko", "ltr", credits="Mina")))
    told = [line.strip("*") for line in built.split(end * 2)]
    assert told == ["The boats came.", "Mina", f"They left again.{end}"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_words_wherever_programs_read_it(name):
    known = WorkHistory((name,), (name,), "2026-03-02T00:00:00+00:00")
    said = described.credit("ko", known, DisclosureTable())
    told = described.json_ld(known, "ko", "en", ("https://a/", "https://b/"), HeadPlace(0, ">", "\n"))
    inside = told.removeprefix('<script type="application/ld+json">').removesuffix("</script>\n")
    assert not re.search(r"[<>&\u2028\u2029\n]", inside)
    assert json.loads(inside)["translator"][0]["name"] in said
    front = "---\ntitle: A\ntranslation:\n  status: x\n---\n\nText.\n"
    field = next(one for one in slots("a.md", front) if one.kind is SlotKind.PROVENANCE)
    edition = Edition("ko", "ltr", provenance=described.facts(known))
    filled = yaml.safe_load(front.replace(field.raw, formats.for_path("a.md").fill(field, edition)).split("---\n")[1])
    assert filled["translation"]["reviewed-by"] in said
    assert set(filled) == {"title", "translation"}


def around(place):
    return f"Once.\n\n{place}\n\nMore.\n"


def slots(path, text):
    parts = formats.for_path(path).parse(text, ParseOptions(Segmentation.PARAGRAPH))
    return [one for one in parts if isinstance(one, Slot)]


PLACES = {
    "html": "<!-- l10n:credits -->",
    "md": "<!-- l10n:credits -->",
    "mdx": "{/* l10n:credits */}",
    "txt": "[l10n:credits]",
}
