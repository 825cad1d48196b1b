from __future__ import annotations

import os
import sqlite3
import subprocess
import sys

import pytest

from l10n.memory import open_memory
from l10n.model import Key, Origin, OriginKind, Request, Translation
from tests.memory.samples import learn

SOURCE = "Agents received 70% of supplies on May 25, the source said."
TARGET = "보위원들은 5월 25일 식량의 70%를 받았다고 소식통은 말했다."


@pytest.fixture
def path(tmp_path):
    return tmp_path / ".l10n" / "memory.sqlite"


@pytest.fixture
def memory(path):
    opened = open_memory(path)
    yield opened
    opened.close()


def suggest(memory, text, locale="ko"):
    (answer,) = memory.suggest([Request(Key(text), text)], "en", locale)
    return answer


def test_an_empty_memory_answers_nothing_and_makes_no_file(memory, path):
    answer = suggest(memory, SOURCE)
    assert (answer.text, answer.engine, answer.refusal) == (None, "memory", "")
    assert memory.digests("ko") == {}
    assert not path.parent.exists()


def test_an_exact_match_has_the_score_one(memory):
    learn(memory, "ko", "a.md", "d1", [(SOURCE, TARGET)])
    answer = suggest(memory, SOURCE)
    assert (answer.text, answer.engine, answer.score) == (TARGET, "memory", 1.0)
    assert suggest(memory, SOURCE, "ja").text is None


def test_a_near_match_names_its_score(memory):
    learn(memory, "ko", "a.md", "d1", [(SOURCE, TARGET)])
    answer = suggest(memory, SOURCE.replace("the source", "a source"))
    assert answer.text == TARGET
    assert answer.engine == f"memory/{answer.score:.2f}"
    assert 0.85 <= answer.score < 1


def test_an_articles_pairs_are_replaced_as_a_whole(memory, path):
    learn(memory, "ko", "a.md", "d1", [(SOURCE, TARGET), ("Hello there", "안녕")])
    learn(memory, "ko", "b.md", "d1", [("Hello there", "안녕하세요")])
    learn(memory, "ko", "a.md", "d2", [("Bye now", "잘 가")])
    assert memory.digests("ko") == {"a.md": "d2", "b.md": "d1"}
    assert suggest(memory, SOURCE).text is None
    assert suggest(memory, "Hello there").text == "안녕하세요"
    assert suggest(memory, "Bye now").text == "잘 가"
    memory.close()
    with sqlite3.connect(path) as connection:
        assert {text for (text,) in connection.execute("SELECT text FROM source")} == {"Hello there", "Bye now"}
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    connection.close()


def test_the_most_used_translation_wins_then_the_first_article(memory):
    learn(memory, "ko", "c.md", "d", [("Hello there", "다")])
    learn(memory, "ko", "b.md", "d", [("Hello there", "나")])
    assert suggest(memory, "Hello there").text == "나"
    learn(memory, "ko", "d.md", "d", [("Hello there", "다")])
    assert suggest(memory, "Hello there").text == "다"


def test_what_was_remembered_is_there_in_the_next_run(memory, path):
    learn(memory, "ko", "a.md", "d1", [(SOURCE, TARGET)])
    memory.close()
    again = open_memory(path)
    assert suggest(again, SOURCE).text == TARGET
    assert suggest(again, SOURCE.replace("the source", "a source")).text == TARGET
    again.close()


def test_reading_writes_no_file_and_changes_none(memory, path):
    learn(memory, "ko", "a.md", "d1", [(SOURCE, TARGET)])
    memory.close()
    before = {file.name: file.stat().st_mtime_ns for file in path.parent.iterdir()}
    again = open_memory(path)
    assert again.digests("ko") == {"a.md": "d1"}
    learn(again, "ko", "a.md", "d1", [(SOURCE, TARGET)])
    suggest(again, SOURCE.replace("the source", "a source"))
    assert {file.name: file.stat().st_mtime_ns for file in path.parent.iterdir()} == before
    again.close()
    assert list(before) == ["memory.sqlite"]


def test_a_read_only_folder_can_be_read(memory, path):
    learn(memory, "ko", "a.md", "d1", [(SOURCE, TARGET)])
    memory.close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        assert suggest(memory, SOURCE).text == TARGET
        memory.close()
    finally:
        path.parent.chmod(0o755)


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 100, None])
def test_a_broken_file_is_put_aside_and_begun_anew(memory, path, damage):
    learn(memory, "ko", "a.md", "d1", [(SOURCE, TARGET)])
    memory.close()
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] if damage is None else damage)
    memory.digests("ko")
    suggest(memory, SOURCE)
    learn(memory, "ko", "b.md", "d2", [("Hello there", "안녕")])
    assert suggest(memory, "Hello there").text == "안녕"


@pytest.mark.parametrize("version", [1, 2, 99])
def test_a_file_of_another_version_is_begun_anew_without_a_word(memory, path, version):
    learn(memory, "ko", "a.md", "d1", [(SOURCE, TARGET)])
    memory.close()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE pair")
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    before = path.read_bytes()
    assert memory.digests("ko") == {}
    assert memory.search(SOURCE, "en", "ko", 1) == []
    assert path.read_bytes() == before
    learn(memory, "ko", "b.md", "d1", [(SOURCE, TARGET)])
    assert memory.digests("ko") == {"b.md": "d1"}
    memory.close()
    assert [file.name for file in path.parent.iterdir()] == ["memory.sqlite"]
    learn(memory, "ko", "a.md", "d1", [(SOURCE, TARGET)])
    assert suggest(memory, SOURCE).text == TARGET


def test_a_file_another_process_writes_is_left_alone_and_gone_without(memory, path, monkeypatch):
    monkeypatch.setattr("l10n.memory.sqlite._WAIT", 0.1)
    learn(memory, "ko", "a.md", "d1", [(SOURCE, TARGET)])
    memory.close()
    code = (
        f"import sqlite3; c = sqlite3.connect({str(path)!r}); c.execute('BEGIN IMMEDIATE'); print(flush=True); input()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert suggest(memory, SOURCE).text == TARGET
        learn(memory, "ko", "b.md", "d2", [("Hello there", "안녕")])
        assert suggest(memory, SOURCE).text == TARGET
        assert suggest(memory, "Hello there").text == "안녕"
        (trouble,) = memory.troubles
        assert str(trouble).startswith("memory.sqlite: the translation memory is not kept: another program")
        other.communicate(b"\n")
    memory.close()
    assert memory.digests("ko") == {"a.md": "d1"}
    assert [file.name for file in path.parent.iterdir()] == ["memory.sqlite"]


def test_a_hit_is_the_translation_that_was_learned(memory):
    origin = Origin(OriginKind.MACHINE, "google", "2026-11-23", "0123456789ab", "ba9876543210")
    first = Translation(SOURCE, TARGET, "en", "ko", "title", origin, "a.md")
    for made in (Translation(SOURCE, TARGET, "en", "ko", article="b.md"), first):
        memory.update("ko", made.article, "d1", [made])
    (hit,) = memory.search(SOURCE, "en", "ko", 5)
    assert (hit.translation, hit.uses, hit.score) == (first, 2, 1.0)
    memory.update("ko", "a.md", "d2", [])
    (hit,) = memory.search(SOURCE, "en", "ko", 5)
    assert hit.translation == Translation(SOURCE, TARGET, "en", "ko", article="b.md")


def test_a_sentence_of_a_text_has_no_origin_of_its_own(memory):
    origin = Origin(OriginKind.IMPORT, "b.xlf", "2026-11-23", "0123456789ab", "ba9876543210")
    whole = Translation("The ship left. It rained.", "배가 떠났다. 비가 왔다.", "en", "ko", "title", origin, "a.md")
    memory.update("ko", "a.md", "d1", [whole])
    assert memory.search("It rained.", "en", "ko", 1)[0].translation == Translation(
        "It rained.", "비가 왔다.", "en", "ko", article="a.md"
    )


def test_a_failed_update_leaves_the_old_pairs(memory):
    learn(memory, "ko", "a.md", "d1", [(SOURCE, TARGET)])

    def pairs():
        yield ("Hello there", "안녕")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        learn(memory, "ko", "a.md", "d2", pairs())
    assert suggest(memory, SOURCE).text == TARGET
    assert memory.digests("ko") == {"a.md": "d1"}


@pytest.mark.parametrize("kind", ["file", "link", "nowhere"])
def test_a_folder_that_cannot_be_used_costs_the_file_alone(tmp_path, kind):
    folder = tmp_path / ".l10n"
    (tmp_path / "other").mkdir()
    {
        "file": lambda: folder.write_text(""),
        "link": lambda: folder.symlink_to(tmp_path / "other"),
        "nowhere": lambda: folder.symlink_to(tmp_path / "none"),
    }[kind]()
    memory = open_memory(folder / "memory.sqlite", name=".l10n/memory.sqlite")
    learn(memory, "ko", "a.md", "d", [("Hello there", "안녕")])
    assert suggest(memory, "Hello there").text == "안녕"
    (trouble,) = memory.troubles
    assert trouble.path == ".l10n/memory.sqlite"
    assert ".l10n must be a folder" in trouble.message
    memory.close()
    assert list((tmp_path / "other").iterdir()) == []


def others_tables(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.close()


def an_endless_view(path):
    """Our own tables, save that one is a question that is never answered."""
    learned = open_memory(path)
    learn(learned, "ko", "a.md", "d", [("One two three", "하나 둘 셋")])
    learned.close()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE article")
        connection.execute(
            "CREATE VIEW article AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT 'ko' AS locale, i AS name, i AS digest FROM n"
        )
    connection.close()


def values(sql, value):
    def make(path):
        learned = open_memory(path)
        origin = Origin(OriginKind.MACHINE, "google", "2026-11-23", "0123456789ab", "ba9876543210")
        learned.update("ko", "a.md", "d1", [Translation(SOURCE, TARGET, "en", "ko", "title", origin, "a.md")])
        learned.close()
        with sqlite3.connect(path) as connection:
            connection.execute(sql, (value,))
        connection.close()

    return make


GARBAGE = {
    "a pipe": os.mkfifo,
    "a folder": lambda path: (path / "inside").mkdir(parents=True),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a pipe in the place of SQLite's journal": lambda path: os.mkfifo(path.with_name("memory.sqlite-journal")),
    "a pipe in the place of SQLite's log": lambda path: os.mkfifo(path.with_name("memory.sqlite-wal")),
    "a database of another program": others_tables,
    "tables of another kind": an_endless_view,
    "a NUL": values("UPDATE pair SET target = ?", "배\0가"),
    "bytes": values("UPDATE pair SET target = ?", b"\xff\xfe"),
    "half a surrogate pair": values("UPDATE pair SET target = CAST(? AS TEXT)", b"\xed\xa0\x80"),
    "deep JSON": values("UPDATE pair SET origin = ?", "[" * 100_000),
    "JSON of another shape": values("UPDATE pair SET origin = ?", '["machine", 1]'),
    "a number as a digest": values("UPDATE article SET digest = ?", b"1"),
}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
@pytest.mark.parametrize("garbage", GARBAGE)
def test_whatever_stands_in_its_place_is_set_aside_and_the_memory_made_anew(memory, path, garbage):
    path.parent.mkdir()
    GARBAGE[garbage](path)
    memory.digests("ko")
    memory.search(SOURCE, "en", "ko", 5)
    suggest(memory, SOURCE)
    learn(memory, "ko", "b.md", "d2", [("Hello there", "안녕")])
    assert suggest(memory, "Hello there").text == "안녕"
    assert memory.digests("ko") == {"b.md": "d2"}
    assert memory.troubles == []
    assert any(".damaged-1" in file.name for file in path.parent.iterdir())


def test_a_memory_that_is_damaged_twice_replaces_nothing(path):
    path.parent.mkdir()
    for number in range(2):
        path.write_bytes(f"not a database {number}".encode() * 100)
        memory = open_memory(path)
        learn(memory, "ko", "a.md", "d", [("Hello there", "안녕")])
        memory.close()
    for number in range(2):
        assert path.with_name(f"memory.sqlite.damaged-{number + 1}").read_bytes()[15:16] == str(number).encode()


def test_two_processes_that_make_the_memory_at_once_make_one(path):
    first, second = open_memory(path), open_memory(path)
    learn(first, "ko", "a.md", "d", [("Hello there", "안녕")])
    first.close()
    path.unlink()
    path.touch()  # as another process has it that is just making it
    assert first.digests("ko") == {}
    learn(second, "ko", "a.md", "d", [("Hello there", "안녕")])
    assert first.digests("ko") == {"a.md": "d"}
    assert [file.name for file in path.parent.iterdir()] == ["memory.sqlite"]
    for memory in (first, second):
        memory.close()


def test_any_text_can_be_asked_for(memory):
    learn(memory, "ko", "a.md", "d1", [(SOURCE, TARGET), ('"AND" OR NOT * NEAR(', "가"), ("…", "…")])
    for text in ("", '"', "AND OR NOT", "a" * 5000, "한국어", "…", "x\x00y", "word " * 3000):
        suggest(memory, text)
    assert suggest(memory, '"AND" OR NOT * NEAR(').text == "가"


def test_the_right_text_is_found_among_many(memory):
    words = [
        "border",
        "guard",
        "agent",
        "source",
        "party",
        "supply",
        "winter",
        "market",
        "phone",
        "river",
        "town",
        "rule",
        "law",
        "trust",
    ]
    pairs = [
        (
            f"The {words[i % 14]} of the {words[i * 3 % 14]} said that case {i} of the {words[i * 5 % 14]} is open.",
            f"문장 {i}",
        )
        for i in range(3000)
    ]
    learn(memory, "ko", "a.md", "d1", [*pairs, (SOURCE, TARGET)])
    assert suggest(memory, SOURCE.replace("the source", "a source")).text == TARGET
    assert suggest(memory, pairs[1234][0]).text == "문장 1234"
