"""Articles in a legacy charset go the whole way: their catalogues and builds are UTF-8."""

from __future__ import annotations

import pytest

TEXT = "The pier\n\nIt’s “old” – and costs £50.\n"
PAGE = (
    '<!doctype html>\n<html lang="en"><head>\n<meta http-equiv="Content-Type" content="text/html; charset={}">\n'
    "<title>The café’s pier</title></head>\n<body><p>It’s “old”.</p></body></html>\n"
)
KOREAN = {"The pier": "부두", "It’s “old” – and costs £50.": "“낡았고” 값은 50파운드다."}


@pytest.fixture
def legacy(site):
    site.write("articles/a.txt", TEXT.encode("cp1252"))
    site.write("articles/b.html", PAGE.format("iso-8859-1").encode("cp1252"))
    site.ok("extract")
    return site


def test_a_translation_is_published_in_utf_8(legacy):
    legacy.translate("locales/ko/a.txt.po", KOREAN)
    legacy.translate("locales/ko/b.html.po", {"The café’s pier": "카페의 부두", "It’s “old”.": "“낡았다”."})
    legacy.ok("build")
    assert (legacy.root / "build/ko/a.txt").read_bytes().decode() == "부두\n\n“낡았고” 값은 50파운드다.\n"
    built = (legacy.root / "build/ko/b.html").read_bytes().decode()
    assert 'content="text/html; charset=utf-8"' in built
    assert "카페의 부두" in built


@pytest.mark.parametrize("name", ["a.txt", "b.html"])
def test_a_verbatim_build_is_its_article_character_by_character(legacy, name):
    source = (legacy.root / "articles" / name).read_bytes().decode("cp1252")
    po = legacy.root / f"locales/ko/{name}.po"
    texts = [line[7:-1] for line in po.read_text(encoding="utf-8").split("\n") if line.startswith('msgid "')][1:]
    legacy.translate(f"locales/ko/{name}.po", {text: text for text in texts})
    legacy.ok("build", "--verbatim")
    assert (legacy.root / f"build/ko/{name}").read_bytes().decode() == source


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-8-sig"])
def test_an_article_that_is_saved_in_another_charset_keeps_its_catalogue(legacy, codec):
    legacy.translate("locales/ko/a.txt.po", KOREAN)
    before = (legacy.root / "locales/ko/a.txt.po").read_bytes()
    legacy.write("articles/a.txt", TEXT.encode(codec))
    legacy.write("articles/b.html", PAGE.format(codec).encode(codec))
    legacy.ok("extract", "--check")
    legacy.ok("extract")
    assert (legacy.root / "locales/ko/a.txt.po").read_bytes() == before


def test_accept_source_reads_a_legacy_article(legacy):
    legacy.translate("locales/ko/a.txt.po", KOREAN)
    legacy.write("articles/a.txt", TEXT.replace("costs", "cost").encode("cp1252"))
    legacy.ok("extract")
    legacy.ok("accept-source", "a.txt")
    assert "cost £50" in (legacy.root / "locales/ko/a.txt.po").read_text(encoding="utf-8")
    assert legacy.run("coverage", "--json").out.count('"stale": 0') > 0


@pytest.mark.parametrize("codec", ["utf-16", "cp1252"])
def test_what_is_told_of_an_article_names_its_line_in_the_file(legacy, codec):
    legacy.write("articles/a.txt", f"{TEXT}\n[l10n:skip]\n\nIt’s new.\n".encode(codec))
    assert "articles/a.txt:5:" in legacy.run("extract").err


def test_what_cannot_be_read_says_what_would_help_and_the_others_go_on(legacy):
    legacy.write("articles/c.md", TEXT.encode("cp1252"))
    legacy.write("articles/d.html", PAGE.format("utf-8").encode("cp1252"))
    legacy.write("articles/e.txt", TEXT.encode("mac_roman"))
    done = legacy.run("run")
    assert done.code == 3
    for said in (
        "articles/c.md:3: not UTF-8: byte 0x92 at offset 12. Save the article as UTF-8: it reads well as windows-1252.",
        "articles/d.html:4: not UTF-8: byte 0xe9",
        "articles/e.txt:3: not UTF-8: byte 0xd5 at offset 12. Save the article as UTF-8: it reads well as macintosh.",
    ):
        assert said in done.err
    assert (legacy.root / "locales/ko/b.html.po").is_file()
