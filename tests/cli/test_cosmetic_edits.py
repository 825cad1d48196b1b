"""An edit that no reader sees leaves a review as it is; how an article reads is its format's to say."""

import unicodedata

import pytest

SITE = 'locales = ["ko"]\nengines = ["memory"]\n'
KO = "느린 배가 온다."


def edited(site, name, old, new):
    """Review a text, edit the article, and return the entry of the new text."""
    site.configure(SITE)
    site.write(f"articles/{name}", f"{old}\n\nThe last boat stays.\n")
    site.ok("extract")
    po = f"locales/ko/{name}.po"
    site.translate(po, {old.replace("\n---", "").removeprefix("---\ntitle: "): KO})
    site.write(f"articles/{name}", f"{new}\n\nThe last boat stays.\n")
    site.ok("extract")
    (entry,) = [one for one in site.read(po).split("\n\n") if KO in one]
    return entry


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("a.md", "The *slow* boat comes.", "The _slow_ boat comes."),
        ("a.md", "The **slow** boat comes.", "The __slow__ boat comes."),
        ("a.md", "The slow boat &amp; crew come.", "The slow boat & crew come."),
        ("a.mdx", "The __slow__ boat comes.", "The **slow** boat comes."),
        ("a.html", "<p>The slow boat &amp; crew come.</p>", "<p>The slow boat & crew come.</p>"),
        ("a.txt", "Half the crew, 50 % of it, comes.", "Half the crew, 50% of it, comes."),
        ("a.md", "The café on the boat opens.", unicodedata.normalize("NFD", "The café on the boat opens.")),
    ],
)
def test_an_edit_that_no_reader_sees_keeps_the_review(site, name, old, new):
    text = old.removeprefix("<p>").removesuffix("</p>")
    site.configure(SITE)
    site.write(f"articles/{name}", f"{old}\n")
    site.ok("extract")
    po = f"locales/ko/{name}.po"
    site.translate(po, {text: KO})
    site.write(f"articles/{name}", f"{new}\n")
    site.ok("extract")
    assert "fuzzy" not in site.read(po)
    assert "#~" not in site.read(po)
    site.ok("build")
    assert KO in site.read(f"build/ko/{name}")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("a.txt", "The *slow* boat comes from the south.", "The _slow_ boat comes from the south."),
        ("a.md", "The boat calls **init** before it comes.", "The boat calls __init__ before it comes."),
        ("a.md", "---\ntitle: The *slow* boat comes here.\n---", "---\ntitle: The _slow_ boat comes here.\n---"),
    ],
)
def test_what_the_format_reads_as_text_makes_the_translation_stale(site, name, old, new):
    assert "#, fuzzy" in edited(site, name, old, new)


def test_a_sign_that_goes_is_urgent(site):
    entry = edited(site, "a.md", "The boat met −5 °C at sea.", "The boat met 5 °C at sea.")
    assert "#. urgent: a number changed" in entry
    assert "#, fuzzy" in entry
