"""What a file that cannot be read is said to need is what helps, and `repair` does what it says it did."""

import codecs
import subprocess

import pytest

from tests.conftest import need

PO = "locales/ko/a.md.po"
POT = "locales/templates/a.md.pot"
TEXT = "The tram stops at the gate."
KO = "전차가 문 앞에 선다."


@pytest.fixture
def tram(site):
    site.configure('locales = ["ko"]\nengines = ["memory"]\n')
    site.write("articles/a.md", f"# Tram\n\n{TEXT}\n")
    site.ok("extract")
    site.translate(PO, {TEXT: KO})
    return site


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("#. headline", "<<<<<<< HEAD\n#. headline\n=======\n>>>>>>> other"),
        lambda text: text[: len(text) // 2],
        lambda _: "",
    ],
    ids=["conflict", "cut", "empty"],
)
def test_a_template_that_cannot_be_read_is_made_anew(tram, damage):
    whole = tram.read(POT)
    tram.write(POT, damage(whole))
    assert tram.run("extract", "--check").code == 1
    assert POT in tram.ok("extract").out
    assert tram.read(POT) == whole


@pytest.mark.parametrize("charset", ["CHARSET", "EUC-KR", "X-NONE-9"])
def test_a_header_that_names_another_charset_than_the_texts_are_in_is_mended(tram, charset):
    whole = tram.read(PO)
    tram.write(PO, whole.replace("charset=UTF-8", f"charset={charset}"))
    done = tram.run("extract")
    assert (done.code, "Write charset=UTF-8 into the header" in done.err) == (3, True)
    assert tram.run("repair").code == 1
    tram.ok("repair", "--write")
    assert tram.read(PO) == whole
    tram.ok("extract")


def test_a_header_without_a_charset_gets_one(tram):
    whole = tram.read(PO)
    line = '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    tram.write(PO, whole.replace(line, ""))
    tram.ok("repair", "--write")
    assert tram.read(PO).replace(line, "") == whole.replace(line, "")
    tram.ok("extract")


def test_texts_of_no_known_charset_are_not_said_to_be_mended(tram):
    tram.write(PO, tram.read(PO).replace("charset=UTF-8", "charset=X-NONE-9").encode() + b"# \xff\xfe\n")
    before = tram.snapshot()
    done = tram.run("repair", "--write")
    assert done.code != 0
    if tram.snapshot() == before:
        assert "kept" not in done.err
    else:
        tram.ok("extract")


def test_an_empty_file_is_made_anew_and_filled(tram):
    tram.write(PO, "")
    done = tram.run("extract")
    assert (done.code, "delete it, and `l10n extract` makes it anew" in done.err) == (3, True)
    assert "made anew" in tram.ok("repair", "--write").err
    tram.ok("extract")
    assert f'msgid "{TEXT}"\nmsgstr ""' in tram.read(PO)


def test_new_files_satisfy_gettext(tram):
    program = need("msgfmt")
    done = subprocess.run(
        [program, "-c", "-o", "/dev/null", tram.root / PO], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_what_gettext_refuses_is_told(tram):
    text = tram.read(PO) + f'\n#~ msgid "{TEXT}"\n#~ msgstr "전차"\n'
    tram.write(PO, codecs.BOM_UTF8 + text.encode())
    program = need("msgfmt")
    assert subprocess.run([program, "-o", "/dev/null", tram.root / PO], capture_output=True, check=False).returncode
    done = tram.ok("check")
    assert f"{PO}:1: warning: the file begins with a byte order mark" in done.out
    assert "warning: the same English as in line" in done.out
    tram.write(PO, text.encode())
    tram.ok("purge", "--obsolete")
    assert "gettext" not in tram.ok("check").out
    assert (
        subprocess.run([program, "-o", "/dev/null", tram.root / PO], capture_output=True, check=False).returncode == 0
    )
