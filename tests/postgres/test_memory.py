"""The memory in PostgreSQL finds what the one in SQLite finds, keeps projects apart, and costs no run."""

from __future__ import annotations

import random
import re
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from l10n.memory import open_memory, open_shared
from l10n.model import Key, Origin, OriginKind, Request, Translation
from tests.memory.samples import learn

if TYPE_CHECKING:
    from l10n.protocols import Memory

SOURCE = "Agents received 70% of supplies on May 25, the source said."
TARGET = "보위원들은 5월 25일 식량의 70%를 받았다고 소식통은 말했다."


_OPEN: list[Memory] = []


@pytest.fixture(autouse=True)
def _closed():
    yield
    while _OPEN:
        _OPEN.pop().close()


def shared(url, *names, own=None):
    memory = open_shared(url, names or ("daily",), terms=lambda _: (), own=own or (lambda: pytest.fail("not shared")))
    _OPEN.append(memory)
    return memory


def ask(memory, text, locale="ko"):
    (answer,) = memory.suggest([Request(Key(text), text, "before", "after")], "en", locale)
    return answer


def told(memory, text, locale="ko"):
    return ask(memory, text, locale), memory.search(text, "en", locale, 20), memory.by_sentence(text, "en", locale)


_WORDS = re.findall(
    r"[^ ]+",
    "the harbor office opened again on Monday after 12 days Ann Lee said 340 boats 4,000 million won café cafe\u0301 "
    "İstanbul istanbul STRASSE straße ΣΊΣΥΦΟΣ ﬁsh 항구 Ꮳherokee x_y don't “quoted” 25% May June \ue000 𝔘nicode ०१२",
)
_TEXT = st.lists(st.sampled_from([*_WORDS, "w" * 3000]), min_size=1, max_size=14).map(" ".join)
_PAIRS = st.lists(st.tuples(_TEXT, _TEXT), max_size=6)
_LESSONS = st.lists(st.tuples(st.sampled_from(["a.md", "b.md", "c/d.md"]), st.sampled_from(["ko", "ja"]), _PAIRS))


@pytest.fixture(scope="module")
def once(server):
    """One database for all examples, each with a project of its own."""
    return server.url(server.database()), iter(range(10**6))


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lessons=_LESSONS, asked=st.lists(_TEXT, max_size=4))
def test_both_memories_find_the_same_in_any_catalogues(once, tmp_path_factory, lessons, asked):
    url, number = once
    lite = open_memory(tmp_path_factory.mktemp("lite") / "memory.sqlite")
    full = shared(url, f"trial-{next(number)}")
    try:
        for at, (article, locale, pairs) in enumerate(lessons):
            for memory in (lite, full):
                learn(memory, locale, article, str(at), pairs)
        assert full.held() == lite.held()
        known = [source for _, _, pairs in lessons for source, _ in pairs]
        for locale in ("ko", "ja"):
            assert full.digests(locale) == lite.digests(locale)
            for text in [*asked, *known, *(f"{text} again" for text in known[:3])]:
                assert told(full, text, locale) == told(lite, text, locale)
        assert full.troubles == lite.troubles == []
    finally:
        lite.close()
        full.close()


def test_both_memories_find_the_same_in_real_texts(url, tmp_path, corpus):
    dice = random.Random(3)  # noqa: S311  not for secrets
    files = sorted(path for path in corpus.rglob("*.md") if path.stat().st_size < 200_000)
    blocks = [
        " ".join(block.split())
        for path in dice.sample(files, min(60, len(files)))
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8", errors="replace"))
    ]
    texts = [block for block in dict.fromkeys(blocks) if 0 < len(block) < 600][:1500]
    lite, full = open_memory(tmp_path / "memory.sqlite"), shared(url)
    for start in range(0, len(texts), 50):
        for memory in (lite, full):
            pairs = [(text, " ".join(reversed(text.split()))) for text in texts[start : start + 50]]
            learn(memory, "ko", f"{start}.md", "1", pairs)
    assert full.held() == lite.held()
    for text in dice.sample(texts, min(120, len(texts))):
        words = text.split()
        words[dice.randrange(len(words))] = dice.choice(["the", "harbor", "7", "Lee"])
        assert told(full, " ".join(words)) == told(lite, " ".join(words))
    lite.close()
    full.close()


def test_a_translation_keeps_its_context_and_origin(url):
    memory = shared(url)
    origin = Origin(OriginKind.IMPORT, "desk", "2026-01-02", "0123456789ab", "ba9876543210")
    memory.update("ko", "a.md", "1", [Translation(SOURCE, TARGET, "en", "ko", "title", origin, "a.md")])
    (hit,) = memory.search(SOURCE, "en", "ko", 1)
    assert hit.translation == Translation(SOURCE, TARGET, "en", "ko", "title", origin, "a.md")


def test_projects_are_kept_apart(url):
    daily, weekly = shared(url, "daily"), shared(url, "weekly")
    learn(daily, "ko", "a.md", "1", [(SOURCE, TARGET)])
    assert told(weekly, SOURCE)[:2] == (ask(weekly, "nothing"), [])
    learn(weekly, "ko", "a.md", "1", [("Agents of other supplies, the source said", "요원")])
    near = SOURCE.replace("the source", "a source")
    assert TARGET not in {hit.translation.target for hit in weekly.search(near, "en", "ko", 9)}
    assert ask(weekly, near).text is None
    weekly.clear()
    assert weekly.held() == []
    assert ask(daily, SOURCE).text == TARGET


def test_another_projects_memory_is_read_and_named_and_never_changed(url):
    sister = shared(url, "sister-paper")
    learn(sister, "ko", "2026/a.md", "1", [(SOURCE, TARGET)])
    daily = shared(url, "daily", "sister-paper")
    assert ask(daily, SOURCE).text == TARGET
    assert [hit.translation.article for hit in daily.search(SOURCE, "en", "ko", 5)] == ["sister-paper:2026/a.md"]
    learn(daily, "ko", "own.md", "1", [(SOURCE, TARGET)])
    (hit,) = daily.search(SOURCE, "en", "ko", 5)
    assert (hit.translation.article, hit.uses) == ("own.md", 2)
    assert list(daily.digests("ko")) == ["own.md"]
    daily.clear()
    assert [row.articles for row in sister.held()] == [1]


def test_an_article_is_replaced_as_a_whole_and_its_words_are_forgotten(url):
    memory = shared(url)
    learn(memory, "ko", "a.md", "1", [(SOURCE, TARGET), ("Hello there", "안녕")])
    learn(memory, "ko", "b.md", "1", [("Hello there", "안녕하세요")])
    learn(memory, "ko", "a.md", "2", [("Bye now", "잘 가")])
    assert ask(memory, SOURCE).text is None
    with psycopg.connect(url) as connection:
        rows = connection.execute('SELECT word, sources FROM l10n.word ORDER BY word COLLATE "C"').fetchall()
        assert rows == [("bye", 1), ("hello", 1), ("now", 1), ("there", 1)]
        assert connection.execute("SELECT count(*) FROM l10n.source").fetchone() == (2,)


def test_what_is_known_is_not_written_again(url):
    memory = shared(url)
    learn(memory, "ko", "a.md", "1", [(SOURCE, TARGET)])
    with psycopg.connect(url) as connection:
        before = connection.execute("SELECT id FROM l10n.pair").fetchall()
        learn(shared(url), "ko", "a.md", "1", [(SOURCE, TARGET)])
        assert connection.execute("SELECT id FROM l10n.pair").fetchall() == before


def test_texts_that_no_database_holds_are_left_out(url):
    memory = shared(url)
    learn(memory, "ko", "a.md", "1", [("A\0B c", "가"), ("Half \ud83d pair", "나"), (SOURCE, TARGET)])
    assert memory.troubles == []
    assert ask(memory, SOURCE).text == TARGET
    assert [row.paragraphs for row in memory.held()] == [1]


def test_a_text_longer_than_any_index_takes_is_remembered(url):
    memory = shared(url)
    long = " ".join(f"word{number} {'x' * 400}" for number in range(3000))
    learn(memory, "ko", "a.md", "1", [(long, "긴 글")])
    assert ask(memory, long).text == "긴 글"


def test_many_writers_of_one_project_leave_what_one_would(url):
    def write(writer):
        memory = shared(url)
        for turn in range(6):
            pairs = [(f"Boat {number} of harbor {writer % 2} left", f"배 {number}") for number in range(turn, turn + 8)]
            learn(memory, "ko", f"{writer % 3}.md", f"{writer} {turn}", pairs)
        troubles = memory.troubles
        memory.close()
        return troubles

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(write, range(6))) == [[]] * 6
    assert sound(url)


def sound(url):
    """Tell whether every word is counted as often as it stands there, and no source stays without a pair."""
    with psycopg.connect(url) as connection:
        sources = connection.execute("SELECT text FROM l10n.source").fetchall()
        counted: dict[str, int] = dict(iter(connection.execute("SELECT word, sources FROM l10n.word").fetchall()))
        orphans = connection.execute(
            "SELECT count(*) FROM l10n.source WHERE NOT EXISTS (SELECT FROM l10n.pair WHERE source = source.id)"
        ).fetchone()
    expected: dict[str, int] = {}
    for (text,) in sources:
        for word in set(text.lower().split()):
            expected[word] = expected.get(word, 0) + 1
    return counted == expected and orphans == (0,)


def test_kills_of_the_server_during_updates_leave_whole_articles(server):
    url = server.url(server.database())
    memory = shared(url)
    learned: list[int] = []

    def write():
        for number in range(60):
            learn(memory, "ko", f"{number % 20}.md", str(number), _boats(number))
            learned.append(number)

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        for many in (5, 20, 35):
            while len(learned) < many and not writing.done():
                time.sleep(0.01)
            server.kill()
            server.start()
        writing.result()
    assert memory.troubles == []
    assert memory.digests("ko") == {f"{number % 20}.md": str(number) for number in range(40, 60)}
    assert sound(url)
    for number in range(40, 60):
        assert {hit.translation.target for hit in memory.search(_boats(number)[0][0], "en", "ko", 1)} == {
            f"배 {number}"
        }


def _boats(number):
    return [(f"Boat {number} left harbor {at}", f"배 {number}") for at in range(5)]


def test_without_the_server_the_projects_own_memory_serves(tmp_path):
    own = open_memory(tmp_path / "memory.sqlite")
    memory = shared("postgresql://owner:hunter2@127.0.0.1:1/nothing", own=lambda: own)
    learn(memory, "ko", "a.md", "1", [(SOURCE, TARGET)])
    assert ask(memory, SOURCE).text == TARGET
    (trouble,) = memory.troubles
    assert str(trouble).startswith("127.0.0.1/nothing: the shared memory cannot be reached")
    assert "hunter2" not in str(trouble)
    assert trouble.remedy


def test_a_reader_reads_and_is_told_that_nothing_is_written(server):
    name = server.database()
    url = server.url(name)
    learn(shared(url), "ko", "a.md", "1", [(SOURCE, TARGET)])
    with server.connect(name) as connection:
        connection.execute(f"CREATE ROLE reader_{name} LOGIN")
        connection.execute(f"GRANT USAGE ON SCHEMA l10n TO reader_{name}")
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA l10n TO reader_{name}")
    memory = shared(server.url(name, f"reader_{name}"))
    learn(memory, "ko", "b.md", "1", [("Hello there", "안녕")])
    learn(memory, "ko", "c.md", "1", [("Hello there", "안녕")])
    assert ask(memory, SOURCE).text == TARGET
    (trouble,) = memory.troubles
    assert "does not let its user" in trouble.message


def test_an_index_answers_a_near_question(url):
    memory = shared(url)
    learn(memory, "ko", "a.md", "1", [(f"Boat {number} left harbor {number}", "배") for number in range(50)])
    with psycopg.connect(url, options="-c enable_seqscan=off") as connection:
        plan = connection.execute(
            "EXPLAIN SELECT id FROM l10n.source WHERE (words @> '{1:left}' AND words && '{1:boat,1:harbor}')"
        ).fetchall()
    assert "source_words" in str(plan)
