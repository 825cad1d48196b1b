"""The commands that delete, mend and merge PO files: what goes is kept elsewhere, and nobody's text is lost."""

import json
import os
import re
import subprocess
import sys

import pytest

from l10n.text.digest import digest
from tests.conftest import need

PO = "locales/ko/news/harbor.txt.po"
KEPT, GONE, LATER = "The harbor reopened on Monday.", "Boats went out at once.", "It rained all day long."
HEAD = 'msgid ""\nmsgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def lines(*texts):
    return "Harbor news\n\n" + "\n\n".join(texts) + "\n"


def make(site):
    site.write("articles/news/harbor.txt", lines(KEPT, GONE, LATER))
    site.ok("extract")
    site.translate(PO, {KEPT: "항구가 열렸다.", GONE: "배들이 나갔다.", LATER: "비가 왔다."})
    site.write("articles/news/harbor.txt", lines(KEPT, LATER))
    site.ok("extract")


def git(site, *args, date="2026-01-01T12:00:00+00:00", code=0):
    settings = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(site.root)}
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        [need("git"), *who, *args],
        cwd=site.root,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def backups(site, name):
    return sorted(path.relative_to(site.root).as_posix() for path in site.root.glob(f".l10n/backup/*/{name}"))


def test_purge_deletes_what_is_obsolete_after_a_backup(site):
    make(site)
    before = site.read(PO)
    assert f'#~ msgid "{GONE}"' in before
    checked = site.run("purge", "--obsolete", "--check")
    assert (checked.code, checked.out) == (1, f"{PO}: 1 obsolete entry\n")
    assert site.read(PO) == before
    assert not backups(site, PO)
    done = site.ok("purge", "--obsolete")
    assert done.out == f"{PO}: 1 obsolete entry\n"
    (saved,) = backups(site, PO)
    assert saved.removesuffix(PO) in done.err
    assert site.read(saved) == before
    assert site.read(PO) == before.partition("\n#~ ")[0]
    again = site.ok("purge", "--obsolete")
    assert again.out == ""
    assert len(backups(site, PO)) == 1


def test_purge_says_what_it_needs_to_know(site):
    make(site)
    for args in ([], ["--older-than", "3"], ["--older-than", "3", "--orphans"]):
        assert site.run("purge", *args).code == 2
    assert site.run("purge", "--obsolete", "--older-than", "-1").code == 2


def test_purge_of_one_article_leaves_the_others(site):
    make(site)
    site.write("articles/other.txt", "Other news\n")
    site.ok("extract")
    assert site.ok("purge", "--obsolete", "other.txt").out == ""
    assert json.loads(site.ok("purge", "--obsolete", "--json", "news/harbor.txt").out)["entries"] == {PO: 1}


def test_the_age_of_an_obsolete_entry_is_that_of_its_commit(site):
    make(site)
    git(site, "init", "-q")
    git(site, "add", ".")
    git(site, "commit", "-qm", "one", date="2020-01-01T12:00:00+00:00")
    site.write("articles/news/harbor.txt", lines(KEPT))
    site.ok("extract")
    git(site, "commit", "-qam", "two", date="2098-01-01T12:00:00+00:00")
    assert site.read(PO).count("#~ msgid") == 2
    assert site.ok("purge", "--obsolete", "--older-than", "365").out == f"{PO}: 1 obsolete entry\n"
    assert GONE not in site.read(PO)
    assert f'#~ msgid "{LATER}"' in site.read(PO)


def test_an_obsolete_entry_that_is_not_committed_is_never_old(site):
    make(site)
    po = site.read(PO)
    site.write(PO, po.partition("\n#~ ")[0])
    git(site, "init", "-q")
    git(site, "add", ".")
    git(site, "commit", "-qm", "one", date="2020-01-01T12:00:00+00:00")
    site.write(PO, po)
    assert site.ok("purge", "--obsolete", "--older-than", "0").out == ""


def test_an_age_is_not_guessed_where_there_is_no_git(site):
    make(site)
    before = site.read(PO)
    done = site.run("purge", "--obsolete", "--older-than", "30", GIT_CEILING_DIRECTORIES=str(site.root.parent))
    assert done.code == 3
    assert "known to git only" in done.err
    assert site.read(PO) == before


def test_purge_moves_the_catalogues_of_vanished_articles_away(site):
    make(site)
    site.write("articles/other.txt", "Other news\n")
    site.ok("extract")
    before = site.read(PO)
    (site.root / "articles/news/harbor.txt").unlink()
    assert site.run("purge", "--orphans", "--check").code == 1
    done = site.ok("purge", "--orphans")
    assert done.out.count("the whole file, its article is gone") == 2
    (saved,) = backups(site, PO)
    assert site.read(saved) == before
    assert not (site.root / PO).exists()
    assert not (site.root / "locales/templates/news/harbor.txt.pot").exists()
    assert (site.root / "locales/ko/other.txt.po").exists()


def test_orphans_stay_while_an_article_cannot_be_read(site):
    make(site)
    site.write("articles/news/harbor.txt", b"\x81\x8d\x8f")
    done = site.run("purge", "--orphans")
    assert done.code == 3
    assert (site.root / PO).exists()


def test_repair_leaves_what_reads_well_alone(site):
    make(site)
    before = site.snapshot()
    assert site.ok("repair").err == "no broken PO files\n"
    assert site.ok("repair", "--write", PO).out == ""
    assert site.snapshot() == before
    assert site.run("repair", "locales/ko/none.po").code == 2


CONFLICT = f"""{HEAD}
#. paragraph
msgid "{KEPT}"
<<<<<<< HEAD
msgstr "항구가 열렸다."
=======
msgstr "항구가 다시 열렸다."
>>>>>>> other

msgid "{LATER}"
msgstr "비가 왔다."
"""


def test_repair_keeps_both_sides_of_a_conflict(site):
    make(site)
    site.write(PO, CONFLICT)
    shown = site.run("repair")
    assert shown.code == 1
    assert f"{PO}:" in shown.out
    assert "nothing was written" in shown.err
    assert site.read(PO) == CONFLICT
    done = site.run("repair", "--write", PO)
    assert done.code == 1
    mended = site.read(PO)
    assert "# other translation (reviewed): 항구가 다시 열렸다.\n" in mended
    assert f'#, fuzzy\n#| msgid "{KEPT}"\nmsgid "{KEPT}"\nmsgstr "항구가 열렸다."' in mended
    assert f'msgid "{LATER}"\nmsgstr "비가 왔다."' in mended
    (saved,) = backups(site, PO)
    assert site.read(saved) == CONFLICT
    (rejected,) = backups(site, f"{PO}.rej")
    assert "항구가 다시 열렸다." in site.read(rejected)
    site.ok("extract")
    assert site.ok("repair").err == "no broken PO files\n"


def test_repair_prefers_a_persons_text_and_needs_nobody_then(site):
    make(site)
    mine, machine = f'msgid "{KEPT}"\nmsgstr "항구가 열렸다."\n', f'#, fuzzy\nmsgid "{KEPT}"\nmsgstr ""\n'
    for one, two in ((mine, machine), (machine, mine)):
        site.write(PO, f"{HEAD}\n<<<<<<< HEAD\n{one}=======\n{two}>>>>>>> other\n")
        site.ok("repair", "--write")
        assert site.read(PO).count("msgid") == 2
        assert 'msgstr "항구가 열렸다."' in site.read(PO)
        assert "fuzzy" not in site.read(PO)


def test_repair_merges_duplicates_and_keeps_what_a_cut_left(site):
    make(site)
    site.write(
        PO,
        f'{HEAD}\nmsgid "{KEPT}"\nmsgstr "항구가 열렸다."\n\nmsgid "{KEPT}"\nmsgstr "항구가 열렸다."\n\n'
        f'msgid "{LATER}"\nmsgstr "비가 ',
    )
    done = site.run("repair", "--write", "--json")
    file = json.loads(done.out)["files"][0]
    assert (done.code, file["kept"], file["settled"], file["disputed"]) == (1, 1, 1, 0)
    assert [fault["line"] for fault in file["faults"]] == [9, 13]
    assert 'msgstr "비가' in site.read(file["rejected"])
    assert site.read(PO).count(KEPT) == 1


def test_repair_gives_a_file_without_a_header_a_new_one(site):
    make(site)
    site.write(PO, f'msgid ""\nmsgstr "Content-Type: text/plain\n\nmsgid "{KEPT}"\nmsgstr "항구가 열렸다."\n')
    assert site.run("repair", "--write").code == 1
    site.ok("extract")
    assert 'msgstr "항구가 열렸다."' in site.read(PO)
    assert "charset=UTF-8" in site.read(PO)


def test_repair_keeps_every_entry_of_a_file_cut_anywhere(site):
    make(site)
    whole = site.read(PO).encode()
    po = site.root / PO
    for size in range(len(whole) - 1, 200, -97):
        po.write_bytes(whole[:size])
        site.run("repair", "--write", PO)
        site.ok("repair")
        entries = whole[:size].decode(errors="ignore").split("\n\n")[1:-1]
        assert all(entry.rstrip("\n") in site.read(PO) for entry in entries), size


def driver(site, base, ours, theirs):
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        site.write(name, text)
    done = site.run("merge-driver", "base", "ours", "theirs", PO)
    return done, site.read("ours")


def entry(source, target, *marks):
    return "".join(f"{mark}\n" for mark in marks) + f'msgid "{source}"\nmsgstr "{target}"\n'


def test_the_driver_takes_what_each_side_changed(site):
    base = HEAD + "\n" + "\n".join([entry("One.", ""), entry("Two.", "둘"), entry("Three.", "셋", "# why")])
    ours = base.replace('msgid "One."\nmsgstr ""', 'msgid "One."\nmsgstr "하나"')
    theirs = base.replace('"둘"', '"두 번째"').replace("# why", "# why\n# because")
    done, merged = driver(site, base, ours, theirs)
    assert (done.code, done.err) == (0, "")
    assert merged == ours.replace('"둘"', '"두 번째"').replace("# why", "# why\n# because")
    assert driver(site, base, theirs, ours)[1] == merged


def test_the_driver_keeps_both_texts_where_two_people_disagree(site):
    base = HEAD + "\n" + entry("One.", "")
    done, merged = driver(site, base, HEAD + "\n" + entry("One.", "하나"), HEAD + "\n" + entry("One.", "한\\n개"))
    assert done.code == 1
    assert "1 text translated differently" in done.err
    other, stale = "# other translation (reviewed): 한\\n개", f"# stale: DAY {digest('하나')} 000000000000"
    expected = HEAD + "\n" + entry("One.", "하나", other, stale, "#, fuzzy", '#| msgid "One."')
    assert re.sub(r"stale: \d{4}-\d\d-\d\d", "stale: DAY", merged) == expected


DRAFT = ("# draft: pseudo 2026-01-01 4cbbb1ad1e37", "#, fuzzy")


@pytest.mark.parametrize("swap", [False, True])
def test_the_driver_prefers_a_persons_text_to_a_draft(site, swap):
    draft, person = HEAD + "\n" + entry("One.", "⟪Öñé⟫", *DRAFT), HEAD + "\n" + entry("One.", "하나")
    draft = draft.replace("4cbbb1ad1e37", _digest("⟪Öñé⟫"))
    done, merged = driver(site, "", *((person, draft) if swap else (draft, person)))
    assert done.code == 0
    assert 'msgstr "하나"' in merged
    assert "fuzzy" not in merged


def _digest(text):
    code = f"from l10n.text.digest import digest; print(digest({text!r}))"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_the_driver_respects_a_purge_and_keeps_what_the_other_side_edited(site):
    base = HEAD + "\n" + entry("One.", "하나") + '\n#~ msgid "Old."\n#~ msgstr "옛것"\n'
    purged = HEAD + "\n" + entry("One.", "하나")
    done, merged = driver(site, base, base, purged)
    assert (done.code, merged) == (0, purged)
    done, merged = driver(site, base, base.replace("옛것", "옛날 것"), purged)
    assert (done.code, "옛날 것" in merged) == (0, True)
    gone = HEAD + '\n#~ msgid "Old."\n#~ msgstr "옛것"\n'
    assert "하나" in driver(site, base, gone, base)[1]


def test_the_driver_takes_their_header_where_only_they_changed_it(site):
    base = HEAD + "\n" + entry("One.", "하나")
    theirs = base.replace('"Language: ko\\n"', '"Language: ko\\n"\n"Last-Translator: Kim\\n"')
    assert driver(site, base, base, theirs)[1] == theirs
    assert driver(site, base, theirs, base)[1] == theirs


def test_the_driver_leaves_what_it_cannot_read_to_a_person(site):
    base = HEAD + "\n" + entry("One.", "하나")
    done, ours = driver(site, base, base, base + 'msgid "Two')
    assert (done.code, ours) == (3, base)
    assert "their version cannot be read" in done.err


@pytest.fixture
def repository(site):
    command = f'"{sys.executable}" -m l10n merge-driver %O %A %B %P'
    site.write("articles/news/harbor.txt", lines(KEPT, GONE, LATER))
    site.ok("extract")
    git(site, "init", "-q", "-b", "main")
    git(site, "config", "merge.l10n.driver", command)
    site.write(".gitattributes", "locales/**/*.po merge=l10n\n")
    git(site, "add", "articles", "locales", ".gitattributes", "pyproject.toml")
    git(site, "commit", "-qm", "base")
    git(site, "switch", "-qc", "other")
    return site


def test_git_merges_two_translators_without_a_conflict(repository):
    site = repository
    site.translate(PO, {KEPT: "항구가 열렸다."})
    git(site, "commit", "-qam", "theirs")
    git(site, "switch", "-q", "main")
    site.translate(PO, {GONE: "배들이 나갔다."})
    git(site, "commit", "-qam", "ours")
    git(site, "merge", "-q", "--no-edit", "other")
    merged = site.read(PO)
    assert "항구가 열렸다." in merged
    assert "배들이 나갔다." in merged
    assert git(site, "status", "--porcelain", "-uno") == ""


def test_git_reports_a_disagreement_and_the_file_can_still_be_read(repository):
    site = repository
    site.translate(PO, {KEPT: "항구가 열렸다.", LATER: "비가 왔다."})
    git(site, "commit", "-qam", "theirs")
    git(site, "switch", "-q", "main")
    site.translate(PO, {KEPT: "항구가 다시 열렸다."})
    git(site, "commit", "-qam", "ours")
    assert "CONFLICT" in git(site, "merge", "other", code=1)
    merged = site.read(PO)
    assert "<<<<" not in merged
    assert "# other translation (reviewed): 항구가 열렸다." in merged
    assert "비가 왔다." in merged
    site.ok("extract")
    assert "항구가" not in (site.ok("build") and site.read("build/ko/news/harbor.txt"))


def test_git_rebases_a_translation_over_an_edit_of_its_article(repository):
    site = repository
    site.translate(PO, {KEPT: "항구가 열렸다.", GONE: "배들이 나갔다."})
    git(site, "commit", "-qam", "translation")
    git(site, "switch", "-q", "main")
    site.write("articles/news/harbor.txt", lines(KEPT.replace("Monday", "Tuesday"), LATER))
    site.ok("extract")
    git(site, "commit", "-qam", "edit")
    git(site, "switch", "-q", "other")
    git(site, "rebase", "-q", "main")
    site.ok("extract")
    after = site.read(PO)
    assert f'#, fuzzy\n#| msgid "{KEPT}"\nmsgid "{KEPT.replace("Monday", "Tuesday")}"\nmsgstr "항구가 열렸다."' in after
    assert f'#~ msgid "{GONE}"\n#~ msgstr "배들이 나갔다."' in after


def test_extract_clears_away_what_a_killed_exchange_left(site):
    site.configure('locales = ["ko"]')
    site.write("articles/a.md", "The harbor is open.\n")
    site.ok("extract")
    before = site.snapshot()
    for name in ("locales/ko/.a.md.po.l10n-swap", "locales/templates/.a.md.pot.l10n-swap"):
        site.write(name, site.read(name.replace("/.", "/").removesuffix(".l10n-swap")))
    site.ok("extract", "--check")
    site.ok("extract")
    assert site.snapshot() == before
