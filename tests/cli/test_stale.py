"""A text whose English changed waits for a person: whatever tool saves the file, and until the English is back."""

import hashlib
import io
import subprocess
import unicodedata

import pytest
from babel.messages.pofile import read_po, write_po

from tests.conftest import need

PO = "locales/ko/a.md.po"
OLD = "The night ferry was canceled on May 25."
NEW = "The night ferry was canceled on May 26."
REST = "No one was hurt."
KO = "야간 여객선이 5월 25일 취소됐다."


def digest(text):
    return hashlib.sha256(unicodedata.normalize("NFC", text).strip().encode()).hexdigest()[:12]


def article(*texts):
    return "# Ferry\n\n" + "".join(f"{text}\n\n" for text in texts)


def entry(site, source):
    """Return the lines of an entry."""
    (found,) = [one for one in site.read(PO).split("\n\n") if f'\nmsgid "{source}"' in one]
    return found


def accepted(site, origin=""):
    """Let a text be drafted and accepted as drafted; its line is as it was before drafts named their source."""
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\npolicy = "drafts-labelled"\n')
    site.write("articles/a.md", article(OLD, REST))
    site.ok("extract")
    site.translate(PO, {OLD: KO})
    line = f"# draft: google 2026-05-26 {digest(KO)}{origin}\n"
    site.write(
        PO,
        site.read(PO).replace(
            f'#. paragraph · under "Ferry"\n#: a.md\nmsgid "{OLD}"',
            f'{line}#. paragraph · under "Ferry"\n#: a.md\nmsgid "{OLD}"',
        ),
    )
    assert line in site.read(PO)


@pytest.fixture
def stale(site):
    """The English became another date."""
    accepted(site)
    site.write("articles/a.md", article(NEW, REST))
    site.ok("extract")
    assert f'#| msgid "{OLD}"' in entry(site, NEW)
    return site


def gettext(*args):
    def save(site):
        program, *rest = [arg.format(po=site.root / PO, pot=site.root / "locales/templates/a.md.pot") for arg in args]
        subprocess.run([need(program), *rest], check=True, capture_output=True)

    return save


def babel(site):
    out = io.BytesIO()
    write_po(out, read_po(io.BytesIO(site.read(PO).encode()), locale="ko"))
    site.write(PO, out.getvalue())


def click(site):
    """Clear the mark and set it again, as an editor does it that drops the old source with the mark."""
    site.write(PO, "\n".join(line for line in site.read(PO).split("\n") if not line.startswith("#|")))


TOOLS = {
    "msgmerge": gettext("msgmerge", "-q", "-U", "--backup=off", "{po}", "{pot}"),
    "msgattrib": gettext("msgattrib", "--clear-previous", "-o", "{po}", "{po}"),
    "babel": babel,
    "click": click,
}


@pytest.mark.parametrize("tool", TOOLS)
def test_a_stale_text_stays_stale_when_a_tool_drops_its_old_source(stale, tool):
    TOOLS[tool](stale)
    assert "\n#| " not in stale.read(PO)
    stale.ok("extract")
    stale.ok("draft")
    stale.ok("build")
    assert KO in entry(stale, NEW)
    assert "#, fuzzy\n" in entry(stale, NEW)
    assert "#. urgent: " in entry(stale, NEW)
    assert KO not in stale.read("build/ko/a.md")
    assert '"stale": 1' in stale.ok("coverage", "--json").out
    assert stale.ok("extract", "--check").code == 0
    newer = NEW.replace("canceled", "called off")
    stale.write("articles/a.md", article(newer, REST))
    stale.ok("extract")
    assert KO in entry(stale, newer)
    assert "#, fuzzy\n" in entry(stale, newer)
    assert stale.ok("extract", "--check").code == 0


@pytest.mark.parametrize("tool", TOOLS)
def test_what_was_read_is_reviewed_again_when_the_english_is_put_back_whatever_a_tool_dropped(stale, tool):
    before = entry(stale, NEW)
    TOOLS[tool](stale)
    stale.write("articles/a.md", article(OLD, REST))
    stale.ok("extract")
    stale.ok("build")
    assert "stale" in before
    assert not {"stale:", "fuzzy", "#|", "urgent:"} & set(entry(stale, OLD).split())
    assert KO in entry(stale, OLD)
    assert KO in stale.read("build/ko/a.md")


def test_a_stale_text_says_since_when_and_for_what_it_was_read(stale):
    (line,) = [line for line in entry(stale, NEW).split("\n") if line.startswith("# stale: ")]
    _, _, day, *digests = line.split(" ")
    assert len(day) == len("2026-05-26")
    assert digests == [digest(KO), digest(OLD)]


def test_an_english_text_put_back_with_other_marks_is_the_one_that_was_read(stale):
    stale.write("articles/a.md", article(OLD.replace("night ferry", "night  ferry"), REST))
    stale.ok("extract")
    assert "fuzzy" not in entry(stale, OLD.replace("night ferry", "night  ferry"))


def test_a_text_that_was_edited_while_it_was_stale_stays_so_when_the_english_is_put_back(stale):
    stale.write(PO, stale.read(PO).replace(KO, KO.replace("25", "26")))
    stale.write("articles/a.md", article(OLD, REST))
    stale.ok("extract")
    assert "#, fuzzy\n" in entry(stale, OLD)


def test_a_text_that_nobody_had_read_is_not_reviewed_by_putting_its_english_back(site):
    accepted(site)
    site.write(
        PO, site.read(PO).replace(f'#: a.md\nmsgid "{OLD}"', f'#: a.md\n#, fuzzy\nmsgid "{OLD}"').replace(KO, KO + "!")
    )
    for text in (NEW, OLD):
        site.write("articles/a.md", article(text, REST))
        site.ok("extract")
        assert "#, fuzzy\n" in entry(site, text)
        assert KO in entry(site, text)


def test_the_line_goes_when_a_person_reviews_the_text_and_the_next_change_writes_a_new_one(stale):
    stale.translate(PO, {NEW: KO.replace("25", "26")})
    stale.ok("extract")
    assert "# stale:" not in stale.read(PO)
    stale.write("articles/a.md", article(NEW.replace("26", "27"), REST))
    stale.ok("extract")
    assert f"{digest(KO.replace('25', '26'))} {digest(NEW)}" in entry(stale, NEW.replace("26", "27"))


def test_a_review_leaves_the_catalogue_in_step_though_the_next_run_tidies_it(stale):
    stale.translate(PO, {NEW: KO.replace("25", "26")})
    stale.ok("extract", "--check")
    stale.ok("extract")
    assert "# stale:" not in stale.read(PO)
    stale.write("articles/a.md", article(NEW.replace("26", "27"), REST))
    assert stale.run("extract", "--check").code == 1


def test_a_text_deleted_while_it_was_stale_is_back_when_its_first_english_is(stale):
    for texts in ((REST,), (OLD, REST)):
        stale.write("articles/a.md", article(*texts))
        stale.ok("extract")
    assert KO in entry(stale, OLD)
    assert "fuzzy" not in entry(stale, OLD)


def test_a_stale_text_that_a_person_empties_is_drafted_anew(stale):
    stale.write(PO, stale.read(PO).replace(KO, ""))
    stale.ok("extract")
    stale.ok("draft")
    assert "⟪" in entry(stale, NEW)
    assert "stale" not in entry(stale, NEW)
    assert f" {digest(NEW)}\n" in entry(stale, NEW)


def test_an_accepted_draft_that_a_tool_gives_to_another_english_text_is_stale(site):
    accepted(site, origin=f" {digest(OLD)}")
    site.write(PO, site.read(PO).replace(f'#: a.md\nmsgid "{OLD}"', f'#: a.md\n#, fuzzy\nmsgid "{NEW}"'))
    site.write("articles/a.md", article(NEW, REST))
    before = entry(site, NEW)
    site.ok("build")
    assert KO not in site.read("build/ko/a.md")
    site.ok("extract")
    assert entry(site, NEW) == before.replace(
        "#: a.md", "#. urgent: the English changed, and what it was is not known\n#: a.md"
    )
    for text in (NEW.replace("26", "27"), OLD):
        site.write("articles/a.md", article(text, REST))
        site.ok("extract")
        assert KO in entry(site, text)
        assert "#, fuzzy\n" in entry(site, text)
    site.ok("draft")
    assert KO in entry(site, OLD)
