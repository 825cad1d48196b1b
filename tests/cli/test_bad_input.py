"""Bad input: a message with file, line and remedy, a non-zero exit, the other articles processed, nothing lost."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "A good headline\n\nA paragraph that is good.\n"


@pytest.fixture
def pair(site):
    """Two good articles, extracted, with a reviewed text in each."""
    for name in ("a.txt", "z.txt"):
        site.write(f"articles/{name}", GOOD)
    site.ok("run")
    for name in ("a.txt", "z.txt"):
        site.translate(f"locales/ko/{name}.po", {"A good headline": "좋은 제목"})
    return site


def refused(site, *args, code, says):
    done = site.run(*args)
    assert done.code == code, done.out + done.err
    for text in says:
        assert text in done.err
    assert "Traceback" not in done.err


def test_an_article_that_is_not_utf8_is_named_and_the_others_go_on(pair):
    pair.write("articles/m.txt", b"A headline\n\nCaf\x8e\n")
    pair.write("articles/y.txt", "A new one\n")
    refused(
        pair, "run", code=3, says=["articles/m.txt:3: not UTF-8: byte 0x8e at offset 15", "Save the article as UTF-8"]
    )
    assert (pair.root / "build/ko/y.txt").is_file()
    assert not (pair.root / "locales/ko/m.txt.po").exists()


def test_an_unknown_format_is_named_and_the_others_go_on(pair):
    pair.write("articles/m.docx", b"PK")
    pair.write("articles/y.txt", "A new one\n")
    refused(pair, "run", code=3, says=["articles/m.docx: unknown article format `.docx`", ".md", "move it out"])
    assert (pair.root / "build/ko/y.txt").is_file()


def test_pictures_beside_articles_are_no_articles(pair):
    pair.write("articles/photo.jpg", b"\xff\xd8")
    done = pair.ok("run")
    assert "photo" not in done.out + done.err
    assert not (pair.root / "locales/ko/photo.jpg.po").exists()


def test_a_broken_front_matter_is_named_with_its_line(pair):
    pair.write("articles/m.md", "---\ntitle: ok\nsummary: [a, b\n---\n\n# Hi there\n")
    pair.write("articles/y.txt", "A new one\n")
    refused(pair, "run", code=3, says=["articles/m.md:", "front matter"])
    assert (pair.root / "build/ko/y.txt").is_file()
    assert not (pair.root / "locales/ko/m.md.po").exists()


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda text: "<<<<<<< ours\n" + text + "=======\n>>>>>>> theirs\n", "conflict"),
        (lambda text: text[: text.index("좋은") + 1], "locales/ko/a.txt.po:"),
        (lambda text: text + 'msgid "A good headline"\nmsgstr "x"\n', "locales/ko/a.txt.po:"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "draft", "build", "run", "coverage", "check"])
def test_a_broken_catalogue_is_named_never_written_and_the_others_go_on(pair, damage, says, command):
    pair.write("locales/ko/a.txt.po", damage(pair.read("locales/ko/a.txt.po")))
    before = pair.read("locales/ko/a.txt.po")
    pair.write("articles/z.txt", GOOD + "\nOne more paragraph.\n")
    refused(pair, command, code=3, says=["locales/ko/a.txt.po:", says])
    assert pair.read("locales/ko/a.txt.po") == before
    assert "좋은 제목" in pair.read("locales/ko/z.txt.po")
    if command in {"extract", "run"}:
        assert "One more paragraph." in pair.read("locales/ko/z.txt.po")


def test_a_build_of_a_broken_catalogue_leaves_the_last_good_build(pair):
    pair.ok("build")
    before = pair.read("build/ko/a.txt")
    pair.write("locales/ko/a.txt.po", "garbage\n")
    refused(pair, "build", code=3, says=["locales/ko/a.txt.po:1"])
    assert pair.read("build/ko/a.txt") == before


def test_an_unknown_locale_is_a_usage_error(pair):
    refused(pair, "coverage", "-l", "xx", code=2, says=["`xx` names no known language"])
    refused(pair, "coverage", "-l", "ja", code=2, says=["`ja` is not a locale of this project (ko)", "l10n add-locale"])
    refused(pair, "coverage", "-l", "kr", code=2, says=["Write `ko`"])


def test_an_unknown_configuration_key_is_a_usage_error(pair):
    pair.configure('locales = ["ko"]\npolcy = "hold"\n')
    refused(pair, "run", code=2, says=["pyproject.toml:3: unknown key `polcy`", "policy"])


def test_an_unknown_article_is_a_usage_error(pair):
    refused(pair, "extract", "b.txt", code=2, says=["there is no article `b.txt`"])


def test_a_folder_without_a_project_says_what_to_run(tmp_path, site):
    refused(site, "-C", str(tmp_path), "run", code=2, says=["no l10n project", "l10n init"])
    refused(site, "-C", str(tmp_path / "none"), "run", code=2, says=["there is no folder", "-C"])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no folder permissions of this kind")
def test_a_read_only_folder_is_named_and_every_file_stays_whole(pair):
    folder = pair.root / "locales" / "ko"
    before = pair.snapshot()
    pair.write("articles/z.txt", GOOD + "\nOne more paragraph.\n")
    with read_only(folder):
        refused(pair, "extract", code=3, says=["locales/ko/z.txt.po:"])
    assert pair.snapshot()["locales/ko/z.txt.po"] == before["locales/ko/z.txt.po"]
    build = pair.root / "build" / "ko"
    with read_only(build):
        refused(pair, "build", code=3, says=["build/ko/a.txt: cannot be written", "permissions"])


def test_an_engine_that_is_unreachable_is_named_and_the_drafts_stay_missing(pair):
    pair.configure('locales = ["ko"]\nengines = ["google"]\n[tool.l10n.engine.google]\nurl = "http://127.0.0.1:9/m"\n')
    pair.write("articles/z.txt", GOOD + "\nOne more paragraph.\n")
    pair.ok("extract")
    refused(pair, "draft", code=3, says=["ko: google cannot be used now: 127.0.0.1", "Check the network"])
    assert "좋은 제목" in pair.read("locales/ko/z.txt.po")
    pair.ok("run")


def test_a_link_that_leads_out_of_the_project_is_not_followed(pair, tmp_path):
    (tmp_path / "secret.txt").write_text("A secret headline\n")
    (pair.root / "articles" / "s.txt").symlink_to(tmp_path / "secret.txt")
    refused(pair, "extract", code=3, says=["articles/s.txt: leads out of the project"])
    assert not (pair.root / "locales/ko/s.txt.po").exists()


def test_articles_without_words_harm_nobody(pair):
    for name, text in {"e.md": "", "g.md": "![](photo.jpg)\n", "h.html": "<!-- -->", "b.txt": "\ufeff"}.items():
        pair.write(f"articles/{name}", text)
    done = pair.ok("run")
    assert "e.md" in done.out


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_what_is_no_regular_file_is_named(pair):
    os.mkfifo(pair.root / "articles" / "f.md")
    (pair.root / "articles" / "l.md").symlink_to("nowhere.md")
    refused(
        pair,
        "extract",
        code=3,
        says=[
            "articles/f.md: cannot be read: it must be a file, and is a named pipe. Delete it",
            "articles/l.md: leads nowhere",
        ],
    )


def test_a_name_that_no_po_file_can_hold_is_named(pair):
    pair.write("articles/a\u2068b.md", "# Hi there\n")
    refused(pair, "run", code=3, says=["its name holds the character U+2068. Rename the article."])
    assert not (pair.root / "locales/ko/a\u2068b.md.po").exists()


def test_a_build_never_writes_through_a_link(pair):
    shutil.rmtree(pair.root / "build")
    (pair.root / "build").mkdir()
    (pair.root / "build" / "ko").symlink_to("../articles")
    refused(pair, "build", code=3, says=["build/ko/a.txt: lies behind a symbolic link"])
    assert pair.read("articles/a.txt") == GOOD


def test_output_that_cannot_be_written_is_no_bug(pair):
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "l10n", "coverage"],
            cwd=pair.root,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3
    assert "No space left" in done.stderr
    assert "bug" not in done.stderr


def test_an_interruption_says_that_nothing_is_broken(pair):
    code = "import signal, l10n.stages.workset as w; w.gather = lambda *a, **k: signal.raise_signal(signal.SIGINT)"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; sys.argv = ['l10n', 'run']; import l10n.cli; l10n.cli.main()"],
        cwd=pair.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 130
    assert "what was written stays valid" in done.stderr


class read_only:  # noqa: N801  used like a function
    """Make a folder read-only for a while, also for root, whom permissions do not stop."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> None:
        self.folder.chmod(0o555)
        if os.access(self.folder, os.W_OK) and os.system(f"chattr +i '{self.folder}' 2>/dev/null") != 0:  # noqa: S605
            self.folder.chmod(0o755)
            pytest.skip("this user may write to read-only folders, and they cannot be made immutable")

    def __exit__(self, *_: object) -> None:
        os.system(f"chattr -i '{self.folder}' 2>/dev/null")  # noqa: S605
        self.folder.chmod(0o755)
