"""PO files that other programs saved come back unharmed: nothing is lost, and nothing is written without need."""

import subprocess

import polib
import pytest

from l10n.catalog import decode
from l10n.model import State
from tests.conftest import need

PO = "locales/ko/harbor.md.po"
POT = "locales/templates/harbor.md.pot"
LONG = (
    "The harbor of Saltmarsh reopened on Monday after three days, said the town, and small boats went out at once "
    "although the sea was rough and the pier had lost a part of its railing in the storm."
)
LONG_KO = (
    "솔트마시 항구가 사흘 만인 월요일에 다시 열렸다고 시가 밝혔다. 바다가 거칠고 폭풍으로 부두 난간 일부가 사라졌지만 "
    "작은 배들은 곧바로 바다로 나갔다."
)
ARTICLE = f"""# Harbor reopens

{LONG}

Nobody said “no” to \\*that\\* boat.

The ferry waits.

It rained.
"""


@pytest.fixture
def newsroom(site):
    """An article with a text in every state."""
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\n')
    site.write("articles/harbor.md", ARTICLE + "\nThe ferry goes at 9.\n\nThis line goes away.\n")
    site.ok("extract")
    texts = {LONG: LONG_KO, "It rained.": "비가 왔다.", "The ferry goes at 9.": "배는 9시에 간다."}
    site.translate(PO, {**texts, "This line goes away.": "이 줄은 사라진다."})
    site.write(PO, site.read(PO).replace("#. paragraph", "# ask the desk: “which boat?”\n#. paragraph", 1))
    site.write("articles/harbor.md", ARTICLE + "\nThe ferry goes at 10.\n")
    site.ok("extract")
    site.ok("draft")
    return site


def told(site):
    """What the file says of each entry, its note and references aside."""
    po = decode((site.root / PO).read_bytes(), path=PO, article="harbor.md", locale="ko")
    return sorted(
        (
            entry.key.text,
            entry.target,
            entry.state.value,
            entry.comments,
            entry.origin,
            entry.previous.text if entry.previous else "",
        )
        for entry in po.catalog
    )


def poedit(text):
    """Wraps at 79, drops flags it does not know, puts its own lines into the header, obsolete entries last."""
    po = polib.pofile(text, wrapwidth=79)
    po.metadata |= {"PO-Revision-Date": "2026-11-23 12:00+0900", "Last-Translator": "", "X-Generator": "Poedit 3.4"}
    for entry in po:
        entry.flags = [flag for flag in entry.flags if flag in {"fuzzy", "c-format"}]
    return str(po)


def lokalize(text):
    """Wraps at 80, fills the header in, ends the file without an empty line."""
    po = polib.pofile(text, wrapwidth=80)
    po.metadata |= {"Last-Translator": "Kim <kim@example.org>", "Language-Team": "Korean", "X-Generator": "Lokalize"}
    return str(po).rstrip("\n") + "\n"


def weblate(text):
    """Wraps at 77, writes extracted comments before the translator's, joins flags."""
    po = polib.pofile(text, wrapwidth=77)
    po.metadata |= {"Report-Msgid-Bugs-To": "", "X-Generator": "Weblate 5.8"}
    blocks = []
    for block in str(po).split("\n\n"):
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("# ") or line == "#"]
        notes = [line for line in lines if line.startswith("#.")]
        rest = [line for line in lines if line not in comments and line not in notes]
        blocks.append("\n".join([*notes, *comments, *rest]))
    return "\n\n".join(blocks)


def crlf(text):
    """Ends its lines like Windows."""
    return text.replace("\n", "\r\n")


def bom(text):
    """Begins with a byte order mark, like Notepad."""
    return "\ufeff" + text


def obsolete_first(text):
    """Moves obsolete entries behind the header."""
    head, *blocks = text.rstrip("\n").split("\n\n")
    gone = [block for block in blocks if "#~ msgid" in block]
    return "\n\n".join([head, *gone, *(block for block in blocks if block not in gone)]) + "\n"


@pytest.mark.parametrize("save", [poedit, lokalize, weblate, crlf, bom, obsolete_first], ids=lambda save: save.__name__)
def test_a_file_another_program_saved_is_read_alike_and_left_as_it_is(newsroom, save):
    site = newsroom
    before = told(site)
    assert {row[2] for row in before} == {"reviewed", "stale", "draft", "obsolete"}
    saved = save(site.read(PO)).encode()
    assert saved.decode() != site.read(PO)
    site.write(PO, saved)
    assert told(site) == before
    site.ok("extract")
    site.ok("draft")
    site.ok("build")
    assert (site.root / PO).read_bytes() == saved or save is obsolete_first
    assert told(site) == before
    assert LONG_KO in site.read("build/ko/harbor.md")


@pytest.mark.parametrize("save", [poedit, lokalize, weblate, crlf, bom], ids=lambda save: save.__name__)
def test_an_edit_after_another_program_saved_touches_one_entry(newsroom, save):
    site = newsroom
    site.write(PO, save(site.read(PO)))
    before = (site.root / PO).read_bytes().decode().replace("\r\n", "\n").split("\n\n")
    site.write("articles/harbor.md", ARTICLE.replace("rough", "calm") + "\nThe ferry goes at 10.\n")
    site.ok("extract")
    after = (site.root / PO).read_bytes().decode().replace("\r\n", "\n").split("\n\n")
    changed = [two for one, two in zip(before, after, strict=True) if one != two]
    assert len(changed) == 1
    assert "#, fuzzy" in changed[0]
    assert "#| " in changed[0]
    wraps = max(map(len, changed[0].split("\n"))) <= 100
    assert wraps is (save in {poedit, lokalize, weblate})


@pytest.mark.system
@pytest.mark.parametrize(
    "options", [["--width=79"], ["--no-wrap"], ["--sort-output"], ["--width=40", "--no-location"]], ids=" ".join
)
def test_what_msgcat_saves_keeps_every_text_and_where_it_came_from(newsroom, options):
    site = newsroom
    before = told(site)
    subprocess.run([need("msgcat"), *options, "-o", PO, PO], cwd=site.root, check=True)
    assert told(site) == before
    site.ok("extract")
    site.ok("draft")
    site.ok("build")
    assert told(site) == before


@pytest.mark.system
def test_a_third_partys_msgmerge_keeps_provenance(newsroom):
    site = newsroom
    before = told(site)
    subprocess.run([need("msgmerge"), "--previous", "--quiet", "-o", PO, PO, POT], cwd=site.root, check=True)
    assert told(site) == before
    site.ok("extract")
    assert told(site) == before


@pytest.mark.system
def test_an_edit_that_msgmerge_saw_first_loses_nothing(newsroom):
    site = newsroom
    before = told(site)
    old = site.read(PO)
    site.write(
        "articles/harbor.md", ARTICLE.replace("rough", "calm").replace("It rained.", "") + "\nThe ferry goes at 10.\n"
    )
    site.ok("extract")
    site.write(PO, old)
    subprocess.run([need("msgmerge"), "--previous", "--quiet", "-o", PO, PO, POT], cwd=site.root, check=True)
    site.ok("extract")
    site.ok("draft")
    after = told(site)
    assert {row[1] for row in before if row[4] is None} <= {row[1] for row in after}
    assert [row[4] for row in after if row[4]] == [row[4] for row in before if row[4]]
    (stale,) = [row for row in after if "calm" in row[0]]
    assert (stale[1], stale[2], stale[5]) == (LONG_KO, State.STALE.value, LONG)
