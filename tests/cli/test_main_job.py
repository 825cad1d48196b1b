"""The main job as its users do it, on the command line: from an article to a localized article."""

import json

NEWS = """Harbor reopens after storm

Boats return to the harbor of Saltmarsh. Image: Town archive

The harbor reopened on May 25 after 3 days.

“We were afraid. We stayed anyway,” said a fisher.
"""


def make(site, **settings):
    site.configure("".join(f"{key.replace('_', '-')} = {json.dumps(value)}\n" for key, value in settings.items()))
    site.write("articles/news/harbor.txt", NEWS)


def test_an_article_becomes_a_template_and_a_catalogue_a_locale(site):
    make(site, locales=["ko", "es"])
    done = site.ok("extract")
    assert done.out.split() == [
        "locales/templates/news/harbor.txt.pot",
        "locales/ko/news/harbor.txt.po",
        "locales/es/news/harbor.txt.po",
    ]
    po = site.read("locales/ko/news/harbor.txt.po")
    assert po.count("\nmsgid ") == 4
    assert 'msgid "Harbor reopens after storm"\nmsgstr ""' in po


def test_what_a_translator_wrote_stands_in_the_article(site):
    make(site, locales=["ko"], fallback="english")
    site.ok("extract")
    site.translate(
        "locales/ko/news/harbor.txt.po",
        {
            "Harbor reopens after storm": "폭풍 뒤 다시 열린 항구",
            "The harbor reopened on May 25 after 3 days.": "항구는 3일 만인 5월 25일 다시 열렸다.",
        },
    )
    site.ok("build")
    assert site.read("build/ko/news/harbor.txt") == NEWS.replace(
        "Harbor reopens after storm", "폭풍 뒤 다시 열린 항구"
    ).replace("The harbor reopened on May 25 after 3 days.", "항구는 3일 만인 5월 25일 다시 열렸다.")


def test_drafts_are_published_only_where_they_are_labelled(site):
    make(site, locales=["ko", "es"], engines=["pseudo"], fallback="english")
    site.write("pyproject.toml", site.read("pyproject.toml") + '[tool.l10n.locale.es]\npolicy = "drafts-labelled"\n')
    site.ok("run")
    assert site.read("build/ko/news/harbor.txt") == NEWS
    spanish = site.read("build/es/news/harbor.txt")
    assert "Este artículo se ha traducido automáticamente" in spanish
    assert "The harbor reopened" not in spanish


def test_a_draft_is_fuzzy_and_carries_its_origin(site):
    make(site, locales=["ko"], engines=["pseudo"])
    site.ok("extract")
    done = site.ok("draft")
    assert done.out == "ko: 4 segments drafted (4 by pseudo)\n"
    po = site.read("locales/ko/news/harbor.txt.po")
    assert po.count("# draft: pseudo ") == po.count("#, fuzzy\n") == 4


def test_every_command_has_nothing_to_do_the_second_time(site):
    make(site, locales=["ko"], engines=["memory", "pseudo"], policy="drafts-labelled")
    site.ok("run")
    before = site.snapshot()
    for command in ("run", "extract", "draft", "build", "coverage", "check"):
        site.ok(command)
        assert site.snapshot() == before, command


def test_check_writes_nothing_and_says_what_would_change(site):
    make(site, locales=["ko"])
    before = site.snapshot()
    assert site.run("extract", "--check").code == 1
    assert site.run("build", "--check").code == 1
    assert site.snapshot() == before
    site.ok("extract")
    site.ok("build")
    site.ok("extract", "--check")
    site.ok("build", "--check")


def test_a_changed_source_makes_a_review_stale_and_keeps_its_text(site):
    make(site, locales=["ko"])
    site.ok("extract")
    site.translate(
        "locales/ko/news/harbor.txt.po", {"The harbor reopened on May 25 after 3 days.": "항구는 다시 열렸다."}
    )
    site.write("articles/news/harbor.txt", NEWS.replace("after 3 days", "after 4 days"))
    site.ok("extract")
    po = site.read("locales/ko/news/harbor.txt.po")
    assert '#| msgid "The harbor reopened on May 25 after 3 days."' in po
    assert "항구는 다시 열렸다." in po
    rows = json.loads(site.ok("coverage", "--json").out)["articles"]
    assert rows[0]["segments"] == {"reviewed": 0, "draft": 0, "stale": 1, "missing": 3}
    site.ok("build")
    assert "항구는" not in site.read("build/ko/news/harbor.txt")


def test_memory_drafts_in_one_article_what_was_reviewed_in_another(site):
    make(site, locales=["ko"], engines=["memory"])
    site.write("articles/news/second.txt", "Another headline\n\nThe harbor reopened on May 25 after 3 days.\n")
    site.ok("extract")
    site.translate(
        "locales/ko/news/harbor.txt.po",
        {"The harbor reopened on May 25 after 3 days.": "항구는 3일 만인 5월 25일 다시 열렸다."},
    )
    done = site.run("draft")
    assert done.code == 3
    assert "ko: 1 segment drafted (1 by memory)" in done.out
    assert "# draft: memory " in site.read("locales/ko/news/second.txt.po")
    assert 'add "google" to `engines`' in done.err
    assert "sends their text to translate.google.com" in done.err


def test_coverage_counts_and_fails_under_a_threshold(site):
    make(site, locales=["ko"])
    site.ok("extract")
    site.translate("locales/ko/news/harbor.txt.po", {"Harbor reopens after storm": "폭풍 뒤 다시 열린 항구"})
    data = json.loads(site.ok("coverage", "--json").out)
    assert data["version"] == 1
    assert data["articles"][0]["article"] == "news/harbor.txt"
    assert data["locales"]["ko"]["words"]["reviewed"] == 4
    assert data["locales"]["ko"]["percent"] == data["articles"][0]["percent"]
    site.ok("coverage", "--fail-under", "10")
    low = site.run("coverage", "--fail-under", "90")
    assert low.code == 1
    assert "under 90 %" in low.err
    assert "all articles" in low.out


def test_an_article_under_its_threshold_is_held_and_its_old_build_withdrawn(site):
    make(site, locales=["ko"])
    site.ok("run")
    make(site, locales=["ko"], min_coverage=50)
    done = site.ok("build")
    assert "held: 0 % of the words are reviewed" in done.err
    assert not (site.root / "build/ko/news/harbor.txt").exists()


def test_a_changed_number_is_an_error_of_check(site):
    make(site, locales=["ko"])
    site.ok("extract")
    site.translate(
        "locales/ko/news/harbor.txt.po", {"The harbor reopened on May 25 after 3 days.": "항구는 7일 만에 열렸다."}
    )
    done = site.run("check", "--output-format", "json")
    assert done.code == 1
    finding = json.loads(done.out)["findings"][0]
    assert (finding["rule"], finding["severity"], finding["locale"]) == ("numbers", "error", "ko")
    assert site.read("locales/ko/news/harbor.txt.po").split("\n")[finding["line"] - 1].startswith("msgid")


def test_sentence_mode_keeps_a_quotation_with_its_speaker_and_joins_as_the_language_does(site):
    make(site, locales=["ja"], segmentation="sentence", fallback="english")
    site.write("articles/news/harbor.txt", "Harbor reopens\n\nIt rained. “We were afraid. We stayed,” said a fisher.\n")
    site.ok("extract")
    site.translate(
        "locales/ja/news/harbor.txt.po",
        {
            "It rained.": "雨が降った。",
            "“We were afraid. We stayed,” said a fisher.": "漁師は「怖かったが残った」と話した。",
        },
    )
    site.ok("build")
    assert (
        site.read("build/ja/news/harbor.txt").split("\n\n")[1] == "雨が降った。漁師は「怖かったが残った」と話した。\n"
    )


def test_a_sentence_marked_joined_is_covered_by_the_one_before(site):
    make(site, locales=["ko"], segmentation="sentence", fallback="english")
    site.write("articles/news/harbor.txt", "Harbor reopens\n\nIt rained. It was cold.\n")
    site.ok("extract")
    site.translate("locales/ko/news/harbor.txt.po", {"It rained.": "비가 내리고 추웠다."})
    po = site.read("locales/ko/news/harbor.txt.po")
    head, found, tail = po.partition('msgid "It was cold."')
    before, gap, comments = head.rpartition("\n\n")
    site.write("locales/ko/news/harbor.txt.po", before + gap + "# joined\n" + comments + found + tail)
    site.ok("extract")
    site.ok("build")
    assert site.read("build/ko/news/harbor.txt") == "Harbor reopens\n\n비가 내리고 추웠다.\n"
    assert json.loads(site.ok("coverage", "--json").out)["articles"][0]["segments"]["missing"] == 1


def test_one_article_may_be_chosen_by_either_of_its_names(site):
    make(site, locales=["ko"])
    site.write("articles/second.txt", "Another headline\n")
    assert site.ok("extract", "second.txt").out.split() == [
        "locales/templates/second.txt.pot",
        "locales/ko/second.txt.po",
    ]
    assert "locales/ko/news/harbor.txt.po" in site.ok("extract", "articles/news/harbor.txt").out


def test_verbatim_edits_nothing_but_segments_and_publishes_no_drafts(site):
    make(site, locales=["ko"], engines=["pseudo"], policy="drafts-labelled")
    site.write("articles/page.md", "---\ntitle: A page\nlang: en\n---\n\nIt rained.\n\nIt was cold.\n")
    site.ok("extract")
    site.translate("locales/ko/page.md.po", {"It rained.": "비가 내렸다."})
    site.ok("draft")
    site.ok("build", "--verbatim")
    assert site.read("build/ko/page.md") == "---\ntitle: A page\nlang: en\n---\n\n비가 내렸다.\n\nIt was cold.\n"
    site.ok("build")
    assert "lang: ko" in site.read("build/ko/page.md")


def test_the_build_of_a_deleted_article_goes_and_its_catalogue_stays(site):
    make(site, locales=["ko"])
    site.write("articles/second.txt", "Another headline\n")
    site.ok("run")
    site.translate("locales/ko/second.txt.po", {"Another headline": "다른 제목"})
    (site.root / "articles/second.txt").unlink()
    done = site.ok("run")
    assert "its article is gone; the catalogue is kept" in done.err
    assert not (site.root / "build/ko/second.txt").exists()
    assert "다른 제목" in site.read("locales/ko/second.txt.po")
    assert (site.root / "build/ko/news/harbor.txt").is_file()


def test_a_renamed_article_takes_its_reviews_along(site):
    make(site, locales=["ko"])
    site.ok("extract")
    site.translate("locales/ko/news/harbor.txt.po", {"Harbor reopens after storm": "폭풍 뒤 다시 열린 항구"})
    (site.root / "articles/news/harbor.txt").rename(site.root / "articles/renamed.txt")
    site.ok("run")
    assert site.read("build/ko/renamed.txt").startswith("폭풍 뒤 다시 열린 항구\n")


def test_a_rename_is_told_once_and_a_deletion_until_it_is_purged(site):
    make(site, locales=["ko"])
    site.write("articles/second.txt", "Another headline\n")
    site.ok("extract")
    (site.root / "articles/news/harbor.txt").rename(site.root / "articles/renamed.txt")
    (site.root / "articles/second.txt").unlink()
    first, second = site.ok("extract").err, site.ok("extract").err
    assert "locales/ko/news/harbor.txt.po: its article was renamed to renamed.txt; the old catalogue is kept" in first
    assert "harbor.txt" not in second
    assert all("locales/ko/second.txt.po: its article is gone" in told for told in (first, second))


def test_check_finds_a_text_that_does_not_fit_into_its_article(site):
    make(site, locales=["ko"])
    site.write("articles/page.html", "<p>It rained.</p>\n<p>It was cold.</p>\n")
    site.ok("extract")
    site.translate("locales/ko/page.html.po", {"It rained.": "비가</p><p>내렸다."})
    done = site.run("check", "--json")
    assert done.code == 1
    assert "structure" in {finding["rule"] for finding in json.loads(done.out)["findings"]}
    built = site.run("build")
    assert built.code == 1
    assert "<p>It rained.</p>" in site.read("build/ko/page.html")


def test_the_builds_of_a_locale_that_is_dropped_go_and_a_strangers_file_stays(site):
    make(site, locales=["ko", "es"])
    site.ok("run")
    site.write("build/es/own.txt", "not built by l10n\n")
    make(site, locales=["ko"])
    site.ok("build")
    assert not (site.root / "build/es/news/harbor.txt").exists()
    assert (site.root / "build/es/own.txt").is_file()


def test_an_article_moved_together_with_its_catalogue_leaves_no_build_behind(site):
    make(site, locales=["ko"])
    site.ok("run")
    (site.root / "articles/news/harbor.txt").rename(site.root / "articles/moved.txt")
    (site.root / "locales/ko/news/harbor.txt.po").rename(site.root / "locales/ko/moved.txt.po")
    site.ok("run")
    assert not (site.root / "build/ko/news/harbor.txt").exists()
    assert (site.root / "build/ko/moved.txt").is_file()


def join(site, po, sentence):
    """Do what a translator does when a sentence went into the one before."""
    head, found, tail = site.read(po).partition(f'msgid "{sentence}"')
    before, gap, comments = head.rpartition("\n\n")
    site.write(po, before + gap + "# joined\n" + comments + found + tail)


def test_a_joined_sentence_comes_back_when_its_partner_is_not_published(site):
    make(site, locales=["ko"], segmentation="sentence", fallback="english")
    site.write("articles/news/harbor.txt", "Harbor reopens\n\nIt opened on May 25. It was cold.\n")
    site.ok("extract")
    po = "locales/ko/news/harbor.txt.po"
    site.translate(po, {"It opened on May 25.": "추운 5월 25일에 열렸다."})
    join(site, po, "It was cold.")
    site.ok("build")
    assert site.read("build/ko/news/harbor.txt") == "Harbor reopens\n\n추운 5월 25일에 열렸다.\n"
    site.write("articles/news/harbor.txt", "Harbor reopens\n\nIt opened on May 26. It was cold.\n")
    site.ok("run")
    assert site.read("build/ko/news/harbor.txt") == "Harbor reopens\n\nIt opened on May 26. It was cold.\n"
    assert json.loads(site.ok("coverage", "--json").out)["articles"][0]["segments"]["reviewed"] == 0


def test_a_paragraph_cannot_be_joined_to_another(site):
    make(site, locales=["ko"], fallback="english")
    site.write("articles/page.html", "<p>Para one here.</p><p>Para two here.</p>\n")
    site.ok("extract")
    join(site, "locales/ko/page.html.po", "Para two here.")
    site.ok("build")
    assert site.read("build/ko/page.html") == "<p>Para one here.</p><p>Para two here.</p>\n"


def test_a_page_that_is_still_english_does_not_claim_another_language(site):
    make(site, locales=["ar"], fallback="english")
    page = '<html lang="en"><body><p>Hello there.</p><p>Bye now.</p></body></html>\n'
    site.write("articles/page.html", page)
    site.ok("run")
    assert site.read("build/ar/page.html") == page
    site.translate("locales/ar/page.html.po", {"Hello there.": "مرحبا."})
    site.ok("build")
    assert site.read("build/ar/page.html").startswith('<html dir="rtl" lang="ar">')


def test_a_page_that_is_still_english_says_so_in_the_reader_s_language(site):
    make(site, locales=["ar"])
    site.write("articles/page.html", '<html lang="en"><body><p>Hello there.</p></body></html>\n')
    site.ok("run")
    said = '<p class="l10n-disclosure" lang="ar" dir="rtl">ما لم يُترجم بعدُ معروض بلغته الأصلية.</p>'
    assert site.read("build/ar/page.html") == f'<html lang="en"><body>\n{said}<p>Hello there.</p></body></html>\n'


def test_a_text_that_a_person_marks_as_not_ready_is_not_published_as_a_draft(site):
    make(site, locales=["ko"], policy="drafts-labelled")
    site.ok("extract")
    po = "locales/ko/news/harbor.txt.po"
    site.translate(po, {"Harbor reopens after storm": "폭풍 뒤 다시 열린 항구"})
    site.write(po, site.read(po).replace('msgid "Harbor reopens', '#, fuzzy\nmsgid "Harbor reopens'))
    site.ok("run")
    assert "폭풍" not in site.read("build/ko/news/harbor.txt")
