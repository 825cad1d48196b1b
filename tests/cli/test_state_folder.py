"""What lies in `.l10n/` is never believed, and what cannot be used there costs nothing but what it holds."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import socket
import sqlite3
import stat
import struct
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from l10n import project
from l10n.cache import base
from l10n.engines.journal import Journal
from l10n.stages.draft import draft
from l10n.stages.workset import gather
from tests.cli.test_bad_input import read_only

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site
    from tests.service import Service

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other links and permissions, and no named pipes")

ARTICLE = "# Harbor\n\nThe boats left at noon.\n"
PO = "locales/ko/a.md.po"
GLOSSARY = "locales/ko/glossary.tsv"


@pytest.fixture
def built(site: Site) -> Site:
    """A project with two articles, built."""
    site.configure('locales = ["ko"]\nengines = ["memory", "pseudo"]\npolicy = "drafts-labelled"\n')
    for name in ("a", "b"):
        site.write(f"articles/{name}.md", ARTICLE)
    site.ok("run")
    return site


def kept(site: Site) -> Path:
    """Return the file in the user's cache folder that holds the list of what was built of a project."""
    folder = base()
    assert folder
    (found,) = [path for path in folder.glob("*/built.json") if str(site.root) in path.read_text()]
    return found


def test_the_list_of_builds_lies_in_the_users_cache_folder_and_nowhere_in_the_project(built: Site) -> None:
    assert sorted(json.loads(kept(built).read_text())["value"]) == ["build/ko/a.md", "build/ko/b.md"]
    assert not (built.root / ".l10n/built.json").exists()
    (built.root / "articles/b.md").unlink()
    assert "build/ko/b.md" in built.ok("build").out
    assert not (built.root / "build/ko/b.md").exists()


def test_a_build_removes_nothing_that_no_build_wrote(built: Site) -> None:
    built.configure('locales = ["ko"]\npolicy = "hold"\n')
    (built.root / "build/ko/b.md").write_text("손으로 쓴 글\n")
    done = built.run("build")
    assert not (built.root / "build/ko/a.md").exists()
    assert (built.root / "build/ko/b.md").read_text() == "손으로 쓴 글\n"
    assert done.code == 3
    assert "build/ko/b.md: must not be published" in done.err


@pytest.mark.parametrize("name", ["memory", "journal"])
def test_a_database_in_the_state_folder_makes_nobody_delete_a_file(built: Site, tmp_path: Path, name: str) -> None:
    built.configure(
        'locales = ["ko"]\nengines = ["memory", "openai"]\n'
        '[tool.l10n.engine.openai]\nurl = "http://127.0.0.1:9/v1"\nmodel = "m"\nprice = 1.0\n'
    )
    precious = tmp_path / "precious.txt"
    precious.write_text("x")
    file = built.root / f".l10n/{name}.sqlite"
    file.parent.mkdir(exist_ok=True)
    if not file.exists():
        with contextlib.closing(sqlite3.connect(file)) as made:
            made.execute("CREATE TABLE a (b)")
    path, magic = os.fsencode(precious), bytes.fromhex("d9d505f920a163d7")
    head = (magic + struct.pack(">5I", 0, 1, 2, 512, 4096)).ljust(512, b"\0")
    end = struct.pack(">I", 0x40000000 // 4096 + 1) + path + struct.pack(">2I", len(path), sum(path)) + magic
    file.with_name(f"{file.name}-journal").write_bytes(head + end)
    for article in ("c", "d"):
        built.write(f"articles/{article}.md", f"The boat {article} left.\n")
    built.run("tm", "rebuild")
    built.run("run")
    assert precious.exists()


def digests(*files: Path) -> dict[str, str]:
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.mark.parametrize("where", ["project", "cache"])
def test_no_list_makes_a_build_remove_what_is_not_in_the_folder_of_builds(
    built: Site, tmp_path: Path, where: str
) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("not yours")
    (built.root / "build/out").symlink_to(tmp_path)
    (built.root / "build/link.txt").symlink_to(outside)
    site_file = built.write("build/ko/.git/config", "[core]")
    inner = [built.root / "articles/a.md", built.root / PO, built.root / "pyproject.toml", site_file]
    forged = digests(outside, *inner)
    for path in inner:
        forged[path.relative_to(built.root).as_posix()] = forged[str(path)]
    for name in (
        "../outside.txt",
        "build/../../outside.txt",
        "build/../articles/a.md",
        "build/out/outside.txt",
        "build/link.txt",
        "build//../../outside.txt",
        "build/./../../outside.txt",
        "build/a\0b",
        "build/",
        "build",
        "",
    ):
        forged[name] = forged[str(outside)]
    if where == "project":
        built.write(".l10n/built.json", json.dumps(forged))
    else:
        whole = json.loads(kept(built).read_text())
        kept(built).write_text(json.dumps(whole | {"value": forged}))
    before = {path: path.read_bytes() for path in (outside, *inner)}
    built.ok("build")
    assert {path: path.read_bytes() for path in before} == before
    assert (built.root / "build/link.txt").is_symlink()


@pytest.mark.parametrize(
    "garbage",
    [
        b"\0" * 100,
        b"[" * 200_000,
        b'{"version": 1, "value": {"a": "\\ud800"}}',
        b'{"version": 99, "root": "", "value": 1}',
        b"[]",
        b'{"value": [1, 2]}',
        b"\xff\xfe",
    ],
)
def test_garbage_in_the_list_of_builds_is_no_list(built: Site, garbage: bytes) -> None:
    kept(built).write_bytes(garbage)
    built.write("articles/c.md", ARTICLE)
    done = built.ok("run")
    assert "not remembered" not in done.err
    assert "build/ko/c.md" in kept(built).read_text()


@pytest.mark.parametrize("kind", ["pipe", "folder", "link"])
def test_what_stands_in_the_place_of_the_list_is_set_aside(built: Site, kind: str) -> None:
    path = kept(built)
    path.unlink()
    {"pipe": lambda: os.mkfifo(path), "folder": path.mkdir, "link": lambda: path.symlink_to("/dev/zero")}[kind]()
    assert "not remembered" not in built.ok("build").err
    assert path.is_file()
    assert not path.is_symlink()


@pytest.mark.parametrize("kind", ["a file in its place", "inside of the project", "no home"])
def test_a_cache_folder_that_cannot_be_used_costs_a_notice(built: Site, tmp_path: Path, kind: str) -> None:
    (tmp_path / "file").write_text("")
    env = {
        "a file in its place": {"XDG_CACHE_HOME": str(tmp_path / "file")},
        "inside of the project": {"XDG_CACHE_HOME": str(built.root / "caches")},
        "no home": {"XDG_CACHE_HOME": "", "HOME": "nowhere"},
    }[kind]
    built.write("articles/c.md", ARTICLE)
    done = built.run("run", **env)
    assert done.code == 0
    assert "what was built is not remembered" in done.err
    assert (built.root / "build/ko/c.md").is_file()
    assert not (built.root / "caches").exists()


def linked(site: Site, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (site.root / ".l10n").symlink_to(tmp_path / "elsewhere")


def a_file(site: Site, tmp_path: Path) -> None:  # noqa: ARG001  like the others
    site.write(".l10n", "a file")


@pytest.mark.parametrize("stand", [linked, a_file])
def test_a_state_folder_that_is_none_is_left_aside_and_the_run_goes_on(site: Site, tmp_path: Path, stand: Any) -> None:
    site.write("articles/a.md", ARTICLE)
    stand(site, tmp_path)
    done = site.ok("run")
    assert ".l10n/memory.sqlite: the translation memory is not kept: .l10n must be a folder" in done.err
    assert "2 by pseudo" in done.out
    site.translate(PO, {"The boats left at noon.": "배들은 정오에 떠났다."})
    site.write("articles/b.md", "# Port\n\nThe boats left at noon.\n")
    assert "1 by memory" in site.ok("run").out, "what people wrote is learned all the same"
    assert site.ok("check").code == 0
    assert "a.md" in site.ok("coverage").out
    assert "배들은" in site.ok("tm", "search", "The boats left at noon.").out
    assert site.run("tm", "rebuild").code == 3
    assert list((tmp_path / "elsewhere").iterdir() if (tmp_path / "elsewhere").exists() else ()) == []


@pytest.mark.parametrize("stand", [linked, a_file])
def test_what_needs_a_backup_refuses_where_none_can_be_kept(site: Site, tmp_path: Path, stand: Any) -> None:
    site.write("articles/a.md", ARTICLE)
    site.ok("extract")
    site.write("articles/a.md", "# Harbor\n")
    site.translate(PO, {"The boats left at noon.": "배들은 정오에 떠났다."})
    site.ok("extract")
    stand(site, tmp_path)
    before = site.read(PO)
    assert site.run("purge", "--obsolete", "--check").code == 1
    done = site.run("purge", "--obsolete")
    assert done.code == 3
    assert ".l10n: backups cannot be kept there: .l10n must be a folder" in done.err
    assert site.read(PO) == before
    site.write(PO, before + "garbage\n")
    assert site.run("repair").code == 1
    assert site.run("repair", "--write").code == 3
    assert site.read(PO) == before + "garbage\n"


def test_a_state_folder_that_cannot_be_written_costs_caches_and_not_the_summary(site: Site) -> None:
    site.write("articles/a.md", ARTICLE)
    site.ok("extract")
    site.translate(PO, {"The boats left at noon.": "배들은 정오에 떠났다."})
    (site.root / ".l10n").mkdir()
    with read_only(site.root / ".l10n"):
        done = site.ok("run")
        assert "1 by pseudo" in done.out
        assert ".l10n/memory.sqlite: the translation memory is not kept" in done.err
        for command in ("draft", "check", "coverage"):
            site.ok(command)


def paid(site: Site, service: Service) -> None:
    site.configure(
        'locales = ["ko"]\nengines = ["google", "pseudo"]\n'
        f'[tool.l10n.engine.google]\nurl = "{service.url}/m"\nprice = 20\n'
    )
    site.write("articles/a.md", ARTICLE)


def test_without_a_journal_no_paid_engine_is_asked_and_the_others_go_on(site: Site, service: Service) -> None:
    paid(site, service)
    site.write(".l10n", "a file")
    done = site.ok("run")
    assert service.questions == []
    assert "google is not asked, for its answers could not be kept. Make the journal" in done.err
    assert "the journal of received answers (.l10n/journal.sqlite): it cannot be used" in done.err
    assert "2 by pseudo" in done.out
    site.configure(site.read("pyproject.toml").replace("[tool.l10n]\n", "").replace(', "pseudo"', ""))
    (site.root / PO).unlink()
    site.ok("extract")
    assert site.run("draft").code == 3
    assert service.questions == []


def test_an_engine_on_this_machine_that_costs_nothing_needs_no_journal(site: Site, service: Service) -> None:
    paid(site, service)
    site.write("pyproject.toml", site.read("pyproject.toml").replace("price = 20\n", ""))
    site.write(".l10n", "a file")
    site.run("run")
    assert service.questions


def test_a_journal_that_fails_on_the_way_lets_no_more_be_asked(
    site: Site, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    paid(site, service)
    site.write("articles/a.md", "\n\n".join(f"The boat number {number} left." for number in range(30)))
    site.write("pyproject.toml", site.read("pyproject.toml") + "parallel = 1\n")
    site.ok("extract")
    service.translate = {f"The boat number {number} left.": f"{number}번 배가 떠났다." for number in range(30)}
    keep = Journal.keep

    def failing(journal: Journal, key: str, engine: str, answer: str) -> None:
        """Keep an answer when the disk has just become full."""
        monkeypatch.setattr(Journal, "_ready", _unready)
        keep(journal, key, engine, answer)

    monkeypatch.setattr(Journal, "keep", failing)
    found = project.find(site.root)
    done = draft(gather(found), today=date(2026, 11, 29), tell=lambda _: None)
    assert len(service.questions) == 1
    assert any("cannot be used" in notice for notice in done.notices)
    assert done.engines["ko"]["google"] == 1, "what was paid for is used"


def _unready(journal: Journal, *, write: bool) -> bool:  # noqa: ARG001  the signature of what it stands for
    journal.notices.append("it cannot be used")
    vars(journal)["_writable"] = False
    return False


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def bound(path: Path) -> None:
    with contextlib.chdir(path.parent), socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)  # the path of a socket has to be short


def folder(path: Path) -> None:
    path.mkdir()


def away(path: Path) -> None:
    """Put a link to what stood there, or an empty folder, out of the project, in its place."""
    elsewhere = next(one for one in path.parents if (one / "pyproject.toml").is_file()).parent / "elsewhere"
    path.rename(elsewhere) if path.exists() else elsewhere.mkdir()
    path.symlink_to(elsewhere)


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        ("locales/ko/glossary.tsv", {3}),
        (".l10n/memory.sqlite", {0}),
        (".l10n/journal.sqlite", {0}),
        (".l10n/memory.sqlite-journal", {0}),
        (".l10n/built.json", {0}),
        ("l10n-baseline.json", {2, 3}),
        ("pyproject.toml", {2}),
        ("articles/m.md", {0, 3}),
        (PO, {3}),
        ("build/ko/a.md", {3}),
    ],
)
@pytest.mark.parametrize("kind", [pipe, device, bound, folder])
def test_nothing_but_a_regular_file_is_opened(site: Site, place: str, codes: set[int], kind: Any) -> None:
    if kind is not pipe and place not in {PO, ".l10n/memory.sqlite", "locales/ko/glossary.tsv"}:
        pytest.skip("as with a pipe")
    site.configure(
        'locales = ["ko"]\nengines = ["memory", "pseudo"]\n[tool.l10n.check]\nbaseline = "l10n-baseline.json"\n'
    )
    site.write("l10n-baseline.json", '{"version": 1, "findings": []}')
    site.write("articles/a.md", ARTICLE)
    path = site.root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    kind(path)
    done = site.process("run")
    assert done.code in codes, done.err
    assert "bug" not in done.err
    if done.code:
        assert place in done.err


@pytest.mark.parametrize("kind", [pipe, device, folder])
def test_the_users_own_configuration_is_read_from_a_file_alone(site: Site, tmp_path: Path, kind: Any) -> None:
    (tmp_path / "l10n").mkdir()
    kind(tmp_path / "l10n/config.toml")
    site.configure('locales = ["ko"]\nengines = ["deepl"]\n')
    site.write("articles/a.md", ARTICLE)
    done = site.process("run", XDG_CONFIG_HOME=str(tmp_path))
    assert done.code in {0, 2, 3}
    assert "config.toml" in done.err


@pytest.mark.parametrize("kind", [pipe, device, folder])
def test_init_adds_to_a_file_alone(tmp_path: Path, site: Site, kind: Any) -> None:
    (tmp_path / "new").mkdir()
    kind(tmp_path / "new/pyproject.toml")
    done = site.process("-C", str(tmp_path / "new"), "init", "-l", "ko")
    assert done.code == 3
    assert "new/pyproject.toml: cannot set up the project: it must be a file" in done.err


def test_a_configuration_of_a_hundred_megabytes_is_refused(site: Site) -> None:
    os.truncate(site.root / "pyproject.toml", 100 << 20)
    done = site.run("run")
    assert (done.code, "larger than 16 MB" in done.err) == (2, True)


@pytest.mark.parametrize("mask", [0o077, 0o027, 0o002])
def test_new_files_have_the_permissions_that_the_umask_leaves(site: Site, mask: int) -> None:
    site.write("articles/a.md", ARTICLE)
    before = os.umask(mask)
    try:
        site.ok("run")
    finally:
        os.umask(before)
    for name in (PO, "locales/templates/a.md.pot", "build/ko/a.md"):
        assert stat.S_IMODE((site.root / name).stat().st_mode) == 0o666 & ~mask, name


def test_a_file_that_is_written_again_keeps_its_permissions(site: Site) -> None:
    site.write("articles/a.md", ARTICLE)
    site.configure('locales = ["ko"]\nengines = ["pseudo"]\npolicy = "drafts-labelled"\n')
    site.write("b.json", '{"version": 1, "findings": []}')
    site.ok("run")
    names = (PO, "locales/templates/a.md.pot", "build/ko/a.md", "b.json")
    for name in names:
        (site.root / name).chmod(0o640)
    site.write("articles/a.md", ARTICLE + "\nIt rained in the the evening.\n")
    before = {name: site.read(name) for name in names}
    site.ok("run")
    site.run("check", "--baseline", "b.json", "--write-baseline", "--select", "all")
    for name in names:
        assert site.read(name) != before[name], name
        assert stat.S_IMODE((site.root / name).stat().st_mode) == 0o640, name


def test_a_backup_may_be_read_by_no_more_people_than_the_file(site: Site) -> None:
    site.write("articles/a.md", ARTICLE)
    site.ok("extract")
    site.translate(PO, {"The boats left at noon.": "배들은 정오에 떠났다."})
    site.write("articles/a.md", "# Harbor\n")
    site.ok("extract")
    (site.root / PO).chmod(0o600)
    site.ok("purge", "--obsolete")
    (copy,) = (site.root / ".l10n/backup").rglob("*.po")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


FILE = "Delete it, or put a real file in its place."


@pytest.mark.parametrize(
    ("place", "kind", "says"),
    [
        (PO, pipe, f"{PO}: cannot read the file: it must be a file, and is a named pipe. {FILE}"),
        (PO, folder, f"{PO}: cannot read the file: it must be a file, and is a folder. {FILE}"),
        (GLOSSARY, pipe, f"{GLOSSARY}: cannot be read: it must be a file, and is a named pipe. {FILE}"),
        (".l10n", pipe, ".l10n must be a folder, and is no folder. Delete it, or put a real folder in its place."),
        (
            ".l10n",
            away,
            ".l10n must be a folder, and is a symbolic link. Delete it, or put a real folder in its place.",
        ),
        ("articles", away, "articles/a.md: leads out of the project. Replace the link `articles` by a real folder."),
        ("articles/a.md", away, "articles/a.md: leads out of the project. Replace the link by a real file."),
        ("locales/ko", away, f"{GLOSSARY}: leads out of the project. Replace the link `locales/ko` by a real folder."),
    ],
)
def test_the_remedy_fits_what_stands_in_the_place(site: Site, place: str, kind: Any, says: str) -> None:
    site.write("articles/a.md", ARTICLE)
    site.ok("run")
    site.write("articles/b.md", "Words that the memory is asked for.\n")
    path = site.root / place
    if kind is not away and path.is_dir():
        path.rename(site.root.parent / "elsewhere")
    elif kind is not away:
        path.unlink(missing_ok=True)
    kind(path)
    done = site.run("run")
    assert done.err.count(says) == 1, done.err
