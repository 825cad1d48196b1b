"""`accept-source`: a mended spelling of the English costs no review, in any language, and nothing else gets through."""

import json

import pytest

OLD = "The comittee met on May 25 at the pier."
NEW = "The committee met on May 25 at the pier."
TEXTS = {"ko": "위원회는 5월 25일 부두에서 만났다.", "es": "El comité se reunió el 25 de mayo en el muelle."}


@pytest.fixture
def mended(site):
    """Reviewed in two languages, and then the English was spelled right; nothing is extracted yet."""
    site.configure('locales = ["ko", "es"]\nengines = ["memory"]\n')
    site.write("articles/a.md", f"# Pier\n\n{OLD}\n")
    site.ok("extract")
    for locale, text in TEXTS.items():
        site.translate(po(locale), {OLD: text})
    site.write("articles/a.md", f"# Pier\n\n{NEW}\n")
    return site


def po(locale):
    return f"locales/{locale}/a.md.po"


def entry(site, locale):
    (found,) = [one for one in site.read(po(locale)).split("\n\n") if TEXTS[locale] in one]
    return found


@pytest.mark.parametrize("extracted", [False, True])
def test_reviews_in_all_languages_are_kept_and_each_change_is_listed(mended, extracted):
    if extracted:
        mended.ok("extract")
        assert "#, fuzzy" in entry(mended, "ko")
    done = mended.ok("accept-source")
    assert done.out == "a.md (ko, es): review kept\n    The [-comittee-]{+committee+} met on May…\n"
    for locale, text in TEXTS.items():
        assert entry(mended, locale).endswith(f'#: a.md\nmsgid "{NEW}"\nmsgstr "{text}"\n')
        assert "stale" not in entry(mended, locale)
    before = mended.snapshot()
    mended.ok("extract")
    assert "0 reviews kept" in mended.ok("accept-source").err
    assert mended.snapshot() == before


def test_check_lists_and_writes_nothing(mended):
    before = mended.snapshot()
    done = mended.run("accept-source", "--check")
    assert (done.code, "[-comittee-]" in done.out) == (1, True)
    assert mended.snapshot() == before


def test_other_words_stay_stale_until_they_are_named(mended):
    new = NEW.replace("pier", "dock")
    mended.write("articles/a.md", f"# Pier\n\n{new}\n")
    done = mended.ok("accept-source")
    assert (done.out, "still stale, words changed" in done.err) == ("", True)
    assert "#, fuzzy" in entry(mended, "ko")
    mended.ok("accept-source", "--match", "at the dock", "-l", "ko")
    assert "#, fuzzy" not in entry(mended, "ko")
    assert "#, fuzzy" in entry(mended, "es")


def test_a_changed_number_stays_stale(mended):
    mended.write("articles/a.md", f"# Pier\n\n{NEW.replace('25', '26')}\n")
    assert "a number changed" in mended.ok("accept-source").err
    assert "#, fuzzy" in entry(mended, "ko")


def test_a_text_that_nobody_read_or_somebody_is_at_work_on_stays_stale(mended):
    mended.ok("extract")
    mended.write(po("ko"), mended.read(po("ko")).replace(TEXTS["ko"], TEXTS["ko"] + " 그리고"))
    mended.write(
        po("es"),
        "".join(line for line in mended.read(po("es")).splitlines(keepends=True) if not line.startswith("# stale:")),
    )
    done = mended.ok("accept-source", "--match", "committee")
    assert "somebody is at work on the text" in done.err
    assert "it is not known that anybody read the text" in done.err
    assert done.out == ""


def test_the_line_of_a_draft_names_the_english_that_was_accepted(mended):
    from l10n.text.digest import digest  # noqa: PLC0415

    text = TEXTS["ko"]
    line = f"# draft: pseudo 2026-05-26 {digest(text)} "
    mended.write(po("ko"), mended.read(po("ko")).replace("#. paragraph", f"{line}{digest(OLD)}\n#. paragraph"))
    mended.ok("accept-source")
    assert entry(mended, "ko").startswith(line + digest(NEW))
    mended.write("articles/a.md", f"# Pier\n\n{NEW.replace('25', '26')}\n")
    mended.ok("extract")
    assert f" {digest(text)} {digest(NEW)}\n#. para" in entry(mended, "ko")
    assert "# stale: " in entry(mended, "ko")


def test_what_is_printed_as_json_is_what_the_schema_says(mended):
    done = json.loads(mended.ok("accept-source", "--json").out)
    assert [(one["locale"], one["previous"], one["msgid"]) for one in done["accepted"]] == [
        ("ko", OLD, NEW),
        ("es", OLD, NEW),
    ]
    assert (done["stale"], po("ko") in done["changed"]) == ([], True)


def test_a_text_that_covers_the_next_sentence_too_keeps_its_review(site):
    site.configure('locales = ["ko"]\nengines = ["memory"]\nsegmentation = "sentence"\n')
    site.write("articles/a.md", "The comittee met on Friday. It left again early.\n")
    site.ok("extract")
    site.translate(po("ko"), {"The comittee met on Friday.": TEXTS["ko"]})
    text = site.read(po("ko"))
    start = text.rindex("\n\n")
    site.write(po("ko"), f"{text[:start]}\n\n# joined{text[start + 1 :]}")
    site.write("articles/a.md", "The committee met on Friday. It left again early.\n")
    assert "review kept" in site.ok("accept-source").out
    assert "fuzzy" not in site.read(po("ko"))
    site.write("articles/a.md", "The committee met on Friday. It arrived again late.\n")
    assert site.ok("accept-source").out == ""
    assert "#, fuzzy" in entry(site, "ko")
