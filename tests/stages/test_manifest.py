"""The manifest of a build: what was published, whose words are in it, and who reviewed them, from real repositories."""

import hashlib
import json
import subprocess

import jsonschema
import pytest

from l10n import api
from l10n.report import schemas
from tests.stages.test_clocked import accept, commit, drafted, git, settle

NAME = "reports/manifest.json"
LABELLED = 'policy = "drafts-labelled"'
HASTY = "max-accepted-at-once = 10"


@pytest.fixture
def room(site):
    """A project in a repository, its drafts not committed yet."""
    drafted(site)
    settle(site, LABELLED)
    return site


def manifest(site, *options, code=0, **env):
    done = site.run("build", "--manifest", NAME, *options, **env)
    assert done.code == code, done.err
    value = json.loads(site.read(NAME))
    jsonschema.validate(value, schemas.load("build --manifest"))
    return value


def rows(site, *options, **env):
    return {row["article"]: row for row in manifest(site, *options, **env)["articles"]}


def sha256(site, name):
    return hashlib.sha256((site.root / name).read_bytes()).hexdigest()


def head(site):
    return subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=site.root, capture_output=True, text=True, check=True
    ).stdout.strip()


def test_several_reviewers_are_named_with_what_they_reviewed_and_no_address_is_in_it(room):
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 50, "Mina Kim <mina@example.org>")
    accept(room, "b", edit=("⟪Ţĥéé bööååţš", "⟪고친 bööååţš"))
    commit(room, 9000, "Jun")
    found = rows(room)
    assert found["a.txt"]["reviewers"] == [
        {"reviewer": "Mina Kim", "segments": 2, "words": {"accepted": 13, "edited": 0, "human": 0}}
    ]
    assert found["b.txt"]["reviewers"] == [
        {"reviewer": "Jun", "segments": 2, "words": {"accepted": 5, "edited": 8, "human": 0}}
    ]
    assert found["b.txt"]["reviewed"] == {"accepted": 5, "edited": 8, "human": 0}
    assert found["b.txt"]["engines"] == [{"engine": "pseudo", "words": {"accepted": 5, "edited": 8, "draft": 0}}]
    assert "@" not in room.read(NAME)


def test_a_line_names_a_reviewer_and_what_nobody_is_known_of_comes_last(room):
    accept(room, "a")
    path = "locales/ko/a.txt.po"
    digest = room.read(path).partition("# draft: ")[2].split()[2]
    line = f'# reviewed: Ana "<script>" --> \u2028 <ana@example.org> 2026-03-02 {digest}\n# draft:'
    room.write(path, room.read(path).replace("# draft:", line, 1))
    found = rows(room)["a.txt"]["reviewers"]
    assert [one["reviewer"] for one in found] == ['Ana "<script>" -->', None]
    assert "example.org" not in room.read(NAME)


def test_files_are_told_by_their_digests_and_the_last_commit_that_changed_them(room):
    commit(room, 0, "bot")
    first = head(room)
    accept(room, "a")
    commit(room, 50)
    found = rows(room)
    assert found["a.txt"]["revision"] == {
        "commit": head(room),
        "date": "2026-03-02T00:00:50+00:00",
        "uncommitted": False,
    }
    assert found["b.txt"]["revision"] == {"commit": first, "date": "2026-03-02T00:00:00+00:00", "uncommitted": False}
    for row in found.values():
        for what in ("source", "catalog", "built"):
            assert row[what]["sha256"] == sha256(room, row[what]["path"])
    room.write("articles/b.txt", room.read("articles/b.txt") + "\nMore boats came.\n")
    changed = rows(room)["b.txt"]
    assert changed["revision"] == {**found["b.txt"]["revision"], "uncommitted": True}
    assert changed["source"]["sha256"] == sha256(room, "articles/b.txt") != found["b.txt"]["source"]["sha256"]
    assert changed["segments"]["missing"] == 1


@pytest.mark.parametrize(
    ("configured", "state", "expected"),
    [
        ("", "draft", (False, {"english-marked": 2}, "untranslated")),
        (LABELLED, "draft", (False, {"draft": 2}, "whole")),
        (LABELLED, "half", (False, {"draft": 1, "reviewed": 1}, "part")),
        (LABELLED, "reviewed", (False, {"reviewed": 2}, None)),
        ('policy = "hold"', "half", (True, {"reviewed": 1, "english-marked": 1}, None)),
        ('fallback = "english"', "draft", (False, {"english": 2}, None)),
        ('fallback = "hold"', "draft", (True, {"english-marked": 2}, None)),
        ("min-coverage = 50", "draft", (True, {"english-marked": 2}, None)),
        ("max-unedited = 50", "reviewed", (True, {"reviewed": 2}, None)),
    ],
)
def test_it_says_what_readers_see_and_are_told(room, configured, state, expected):
    held, shown, told = expected
    words = {name: f"[{name}]" for name in ("whole", "part", "untranslated", "outdated")}
    own = ", ".join(f'{name} = "{said}"' for name, said in words.items())
    settle(room, configured, f"disclosure = {{ {own} }}")
    path = "locales/ko/a.txt.po"
    if state != "draft":
        room.write(path, room.read(path).replace("#, fuzzy\n", "", 1 if state == "half" else 2))
    row = rows(room, "a.txt")["a.txt"]
    assert bool(row["held"]) == held
    assert {name: number for name, number in row["shown"].items() if number} == shown
    assert row["disclosure"] == (words[told] if told else None)
    assert (row["built"] is None) == held
    if not held:
        assert (words[told] in room.read("build/ko/a.txt")) if told else ("[" not in room.read("build/ko/a.txt"))


def test_what_stays_as_it_was_built_is_told_by_its_file(room):
    settle(room, 'fallback = "last-approved"')
    accept(room)
    before = rows(room)["a.txt"]["built"]
    settle(room, 'fallback = "last-approved"', 'policy = "hold"')
    room.write("articles/a.txt", room.read("articles/a.txt") + "\nMore boats came.\n")
    row = rows(room)["a.txt"]
    assert row["held"]
    assert row["built"] == before
    assert row["built"]["sha256"] == sha256(room, "build/ko/a.txt")


def test_a_second_build_and_one_that_knows_nothing_write_the_same_bytes_at_any_time(room):
    commit(room, 0, "bot")
    accept(room, "a")
    commit(room, 50)
    manifest(room)
    first = room.read(NAME)
    for options in ((), ("--no-cache",), ("--jobs", "2")):
        done = room.ok("build", "--manifest", NAME, *options)
        assert room.read(NAME) == first
        assert NAME not in done.out
    room.ok("build")
    (room.root / NAME).unlink()
    assert NAME in room.ok("build", "--manifest", NAME).out
    assert room.read(NAME) == first


def test_with_links_to_be_settled_it_says_the_same(room):
    commit(room, 0, "bot")
    plain = rows(room)
    settle(room, LABELLED, 'layout = "{locale}/{path}"')
    commit(room, 50, "bot")
    assert rows(room, "--no-cache") == rows(room) == plain


def test_without_git_it_says_so_and_has_no_revisions(site):
    settle(site, LABELLED)
    site.write("articles/a.txt", "The harbor is open.\n")
    site.ok("extract")
    found = manifest(site, GIT_CEILING_DIRECTORIES=str(site.root.parent))
    assert found["history"] == "none"
    assert "is not known" in found["notices"][0]
    assert "revision" not in found["articles"][0]


def test_where_the_history_begins_with_a_file_its_last_change_is_not_known(room, tmp_path):
    accept(room, "a")
    commit(room, 0)
    accept(room, "b")
    commit(room, 50)
    there = tmp_path / "clone"
    url = room.root.as_uri()
    git(room, "clone", "-q", "--depth", "1", url, str(there))
    clone = type(room)(there)
    found = manifest(clone)
    assert found["history"] == "shallow"
    assert {row["revision"]["commit"] for row in found["articles"]} == {None}
    assert {one["reviewer"] for row in found["articles"] for one in row["reviewers"]} == {None}
    assert manifest(room)["history"] == "whole"


def test_what_one_person_accepts_at_once_is_in_it(room):
    settle(room, LABELLED, HASTY)
    commit(room, 0, "bot")
    accept(room)
    commit(room, 51)
    (one,) = manifest(room)["bulk"]
    assert (one["reviewer"], one["articles"], one["words"]["accepted"]) == ("mina", 2, 26)
    assert one["seconds_per_word"] == 2.0
    settle(room, LABELLED)
    assert manifest(room)["bulk"] == []


def test_an_article_that_cannot_be_built_is_an_error_in_it(room):
    room.write("locales/ko/a.txt.po", "msgid nothing")
    found = manifest(room, code=3)
    assert [row["article"] for row in found["articles"]] == ["b.txt"]
    assert found["errors"][0]["file"] == "locales/ko/a.txt.po"


def test_other_programs_may_have_it_written(room):
    done = api.Project.open(room.root).build(manifest=NAME)
    assert done.changed[-1] == NAME
    assert json.loads(room.read(NAME))["articles"][0]["article"] == "a.txt"


def test_a_part_of_the_project_says_that_it_is_one(room):
    assert manifest(room)["whole"]
    assert not manifest(room, "a.txt")["whole"]


@pytest.mark.parametrize("options", [["--check"], ["--explain"], ["--verbatim"]])
def test_no_manifest_is_written_of_what_is_not_published_so(room, options):
    done = room.run("build", "--manifest", NAME, *options)
    assert done.code == 2
    assert not (room.root / NAME).exists()


def test_no_other_file_is_overwritten(room):
    room.write("package.json", "{}")
    done = room.run("build", "--manifest", "package.json")
    assert (done.code, room.read("package.json")) == (2, "{}")
    assert "it is there, and is no manifest" in done.err
    assert not (room.root / "build").exists()
    assert room.run("build", "--manifest", "manifest.txt").code == 2
    assert room.run("build", "--manifest", "../manifest.json").code != 0
    assert not (room.root.parent / "manifest.json").exists()


def test_a_build_without_one_asks_git_nothing(room, monkeypatch):
    monkeypatch.setattr("l10n.history._git", None)
    room.ok("build", "--no-cache")


def test_what_git_is_to_ignore_is_in_no_commit(room):
    room.write(".gitignore", "c.txt*\n")
    commit(room, 0, "bot")
    room.write("articles/c.txt", "The quay\n\nIt was swept.\n")
    room.ok("extract")
    found = rows(room)
    assert (found["c.txt"]["revision"]["commit"], found["c.txt"]["revision"]["uncommitted"]) == (None, True)
    assert found["a.txt"]["revision"]["uncommitted"] is False


@pytest.mark.parametrize("name", ["articles/m.json", "locales/ko/m.json", ".git/m.json", ".l10n/m.json", "con.json"])
def test_a_manifest_lies_where_nothing_else_is_kept(room, name):
    done = room.run("build", "--manifest", name)
    assert done.code == 2
    assert name in done.err
    assert not (room.root / name).exists()
