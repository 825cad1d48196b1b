"""The journal in PostgreSQL: no paid answer is lost, none is paid for twice, and a run costs no more than it may."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from l10n.drafting.budget import Budget
from l10n.engines.journal import question_key
from l10n.engines.shared_journal import SharedJournal
from l10n.postgres.link import Patience, ServerLink
from l10n.postgres.turns import SharedTurns

_SHORT = Patience(seconds=0.3)
_OPEN: list[SharedJournal] = []


@pytest.fixture(autouse=True)
def _closed():
    yield
    while _OPEN:
        _OPEN.pop().close()


def key(text):
    return question_key(engine="deepl", model="", host="h", source="en", target="ko", text=text)


@pytest.fixture
def journal(url, tmp_path):
    def make(*names, run="", at=url, patience=_SHORT):
        made = SharedJournal(at, names or ("daily",), run=run, aside=tmp_path / ".l10n" / "unsent", patience=patience)
        _OPEN.append(made)
        return made

    return make


def test_an_answer_is_there_for_all_machines(journal):
    journal().keep(key("a"), "deepl", "가")
    other = journal()
    assert (other.recall(key("a")), other.recall(key("b")), other.notices) == ("가", None, [])


def test_a_later_answer_takes_the_place_of_an_older_one(journal):
    one = journal()
    one.keep(key("a"), "deepl", "가")
    one.keep(key("a"), "deepl", "나")
    assert one.recall(key("a")) == journal().recall(key("a")) == "나"


def test_a_run_that_asks_anew_takes_the_answers_of_that_run_alone_on_all_its_machines(journal):
    journal(run="may").keep(key("a"), "deepl", "가")
    one, other = journal(run="june"), journal(run="june")
    assert (one.recall(key("a"), fresh=True), one.claim(key("a"), fresh=True)) == (None, None)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(other.claim, key("a"), fresh=True)
        one.keep(key("a"), "deepl", "나")
        assert waiting.result(30) == other.recall(key("a"), fresh=True) == "나"
    assert journal(run="july").claim(key("a"), fresh=True) is None
    assert journal(run="july").recall(key("a")) == "나"


def test_what_no_text_holds_is_kept_as_a_replacement(journal):
    journal().keep(key("a"), "deepl", "x\0\ud83dy")
    assert journal().recall(key("a")) == "x\ufffd\ufffdy"


def test_answers_of_another_project_are_read_where_it_is_named_and_never_written(journal):
    journal("sister").keep(key("a"), "deepl", "가")
    assert journal("daily").recall(key("a")) is None
    assert journal("daily", "sister").recall(key("a")) == "가"
    journal("daily", "sister").keep(key("a"), "deepl", "나")
    assert journal("sister").recall(key("a")) == "가"
    assert journal("daily", "sister").recall(key("a")) == "나"


def test_who_comes_second_waits_and_finds_the_answer(journal):
    first, second = journal(), journal()
    assert first.claim(key("a")) is None
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(second.claim, key("a"))
        assert second.claim(key("b")) is None  # other questions do not wait
        assert not waiting.done()
        first.keep(key("a"), "deepl", "가")
        assert waiting.result(30) == "가"


def test_who_comes_second_asks_itself_where_no_answer_came(journal):
    first, second = journal(), journal()
    assert first.claim(key("a")) is None
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(second.claim, key("a"))
        first.release(key("a"))
        assert waiting.result(30) is None
    assert second.recall(key("a")) is None


def test_threads_of_one_process_claim_a_question_one_after_the_other(journal):
    one = journal()
    asked = []

    def ask(_):
        if one.claim(key("a")) is None:
            asked.append(1)
            one.keep(key("a"), "deepl", "가")
        return one.recall(key("a"))

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(ask, range(12))) == {"가"}
    assert len(asked) == 1


_HOLDER = """
import sys, time
from pathlib import Path
from l10n.engines.shared_journal import SharedJournal
journal = SharedJournal(sys.argv[1], ["daily"], aside=Path(sys.argv[3]))
assert journal.claim(sys.argv[2]) is None
print("claimed", flush=True)
time.sleep(600)
"""


def test_the_claim_of_a_machine_that_died_is_free(journal, url, tmp_path):
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, url, key("a"), str(tmp_path / "aside")], stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"claimed\n"
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(journal().claim, key("a"))
            holder.send_signal(signal.SIGKILL)
            assert waiting.result(30) is None
    finally:
        holder.kill()
        holder.communicate()


def test_a_lost_connection_is_made_anew_and_claims_what_is_under_way(journal, url):
    one = journal(patience=Patience())
    assert one.claim(key("a")) is None
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid()"
        )
        one.keep(key("b"), "deepl", "나")
        held = connection.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'").fetchone()
    assert held == (1,)
    assert (journal().recall(key("b")), one.notices) == ("나", [])


def test_an_answer_that_the_server_does_not_take_lies_in_a_file_until_it_does(server, tmp_path):
    name = server.database()
    aside = tmp_path / ".l10n" / "unsent"
    one = SharedJournal(server.url(name), ["daily"], aside=aside, patience=_SHORT)
    assert one.ready()
    server.stop()
    try:
        one.keep(key("a"), "deepl", "가")
        assert [json.loads(file.read_text()) for file in aside.iterdir()] == [
            {"key": key("a"), "engine": "deepl", "text": "가"}
        ]
        assert one.recall(key("a")) == "가"
        assert not one.ready()
        assert any("cannot be reached" in notice for notice in one.notices)
        assert any("kept in .l10n/unsent" in notice for notice in one.notices)
        one.close()
    finally:
        server.start()
    other = SharedJournal(server.url(name), ["daily"], aside=aside, patience=_SHORT)
    assert other.recall(key("a")) == "가"
    assert list(aside.iterdir()) == []
    other.close()
    third = SharedJournal(server.url(name), ["daily"], aside=tmp_path / "elsewhere", patience=_SHORT)
    assert third.recall(key("a")) == "가"
    third.close()


def test_a_file_that_holds_no_answer_is_left_alone(journal, tmp_path):
    aside = tmp_path / ".l10n" / "unsent"
    aside.mkdir(parents=True)
    for text in ("", "[]", '{"key": "other", "engine": "deepl", "text": "x"}', '{"key": 1}'):
        (aside / f"{key(text)}.json").write_text(text)
    one = journal()
    assert one.ready()
    assert len(list(aside.iterdir())) == 4


def test_without_a_server_nothing_could_be_kept_and_that_is_told_once(tmp_path):
    one = SharedJournal("postgresql://owner:hunter2@127.0.0.1:1/x", ["daily"], aside=tmp_path, patience=_SHORT)
    assert not one.ready()
    assert not one.ready()
    assert one.claim(key("a")) is None
    (notice,) = one.notices
    assert notice.startswith("the journal of received answers: 127.0.0.1/x: the shared memory cannot be reached")
    assert "hunter2" not in notice
    one.close()


def test_who_may_only_read_could_keep_nothing(server, tmp_path):
    name = server.database()
    with server.connect(name) as connection:
        connection.execute(f"CREATE ROLE reader_{name} LOGIN")
        connection.execute(f"GRANT USAGE ON SCHEMA l10n TO reader_{name}")
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA l10n TO reader_{name}")
    one = SharedJournal(server.url(name, f"reader_{name}"), ["daily"], aside=tmp_path, patience=_SHORT)
    assert not one.ready()
    assert "does not let its user do this" in one.notices[0]
    one.close()


def test_a_run_on_many_machines_costs_no_more_than_it_may(journal):
    budgets = []
    for _ in range(4):
        one = journal(run="night")
        budgets.append(Budget(one, lambda _: 1e6, most=20.0, ledger=one.ledger))

    def spend(budget):
        return sum(budget.afford("deepl", 3) for _ in range(10))

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(spend, budgets)) == 6
    assert budgets[0].afford("deepl", 2)
    budgets[1].afford("deepl", -3)
    assert budgets[2].afford("deepl", 3)
    assert all(budget.short for budget in budgets)
    fresh = journal(run="next night")
    assert Budget(fresh, lambda _: 1e6, most=20.0, ledger=fresh.ledger).afford("deepl", 20)


def _turns(link, slept, rate=600.0):
    def trouble(err):
        raise err

    return SharedTurns(link, "daily", ("deepl", "h", rate), trouble, slept.append)


def test_machines_together_send_no_more_a_minute_than_agreed(url):
    slept: list[float] = []
    links = [ServerLink(url, lambda _: None) for _ in range(4)]
    try:
        began = time.time()
        with ThreadPoolExecutor(4) as pool:
            for turns in [_turns(link, slept) for link in links]:
                for _ in range(10):
                    pool.submit(turns.enter, waited=False)
        with psycopg.connect(url) as connection:
            row = connection.execute("SELECT extract(epoch FROM next) FROM l10n.turn").fetchone()
        assert row is not None
        assert float(row[0]) >= began + 39 * 0.1
        assert len(slept) >= 30
    finally:
        for link in links:
            link.close()


def test_a_pause_that_the_server_asked_for_holds_on_all_machines(url):
    slept: list[float] = []
    links = [ServerLink(url, lambda _: None) for _ in range(2)]
    try:
        for rate in (0.0, 60_000.0):
            slept.clear()
            one, other = (_turns(link, slept, rate) for link in links)
            one.pause(600)
            other.enter(waited=False)
            assert 500 < slept.pop() <= 600.1
            one.enter(waited=True)
            assert all(seconds < 601 for seconds in slept)
    finally:
        for link in links:
            link.close()


_PROJECT = """
locales = ["ko"]
engines = ["libre"]
memory-name = "daily"
[tool.l10n.engine.libre]
url = "{url}"
price = 1
timeout = 30
parallel = 3
"""


def _projects(site, service, many, copies):
    """Return folders of the same project, as machines have them that share nothing but the database."""
    site.configure(_PROJECT.format(url=service.url))
    service.translate["All left."] = "모두 떠났다."
    for number in range(many):
        service.translate |= {f"Story {number}": f"이야기 {number}"}
        service.translate |= {f"Boat number {number} left the harbor.": f"{number}번 배가 항구를 떠났다."}
        site.write(f"articles/{number}.txt", f"Story {number}\n\nBoat number {number} left the harbor.\n\nAll left.\n")
    site.ok("extract")
    roots = [site.root]
    for copy in range(1, copies):
        root = site.root.parent / f"copy{copy}"
        subprocess.run(["cp", "-r", site.root, root], check=True)
        roots.append(root)
    return roots


def _start(root, url):
    return subprocess.Popen(
        [sys.executable, "-m", "l10n", "draft"],
        cwd=root,
        env={**os.environ, "L10N_MEMORY": url, "L10N_MEMORY_NAMES": "daily"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def test_machines_that_draft_the_same_at_once_ask_for_nothing_twice(site, service, url):
    roots = _projects(site, service, 6, 3)
    running = [_start(root, url) for root in roots]
    said = [process.communicate(timeout=120)[0].decode() for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], said
    assert len(service.questions) == len(set(service.questions)) == 13
    drafted = [(root / "locales/ko/3.txt.po").read_text() for root in roots]
    assert "3번 배가" in drafted[0]
    assert len(set(drafted)) == 1


def test_kills_of_the_server_lose_no_answer_and_pay_twice_only_for_what_was_in_flight(site, service, server):
    url = server.url(server.database())
    (root,) = _projects(site, service, 12, 1)
    pace = threading.Semaphore(0)
    service.hold = pace.acquire
    stop = threading.Event()

    def feed():
        while not stop.wait(0.02):
            pace.release()

    feeding = threading.Thread(target=feed)
    feeding.start()
    running = _start(root, url)
    try:
        for many in (4, 10, 16):
            service.wait_for(many, lambda: running.poll() is None)
            server.kill()
            server.start()
        said = running.communicate(timeout=120)[0].decode()
    finally:
        stop.set()
        service.hold = lambda: None
        for _ in range(50):
            pace.release()
        feeding.join()
        running.kill()
        running.communicate()
    assert running.returncode == 0, said
    twice = len(service.questions) - len(set(service.questions))
    assert twice <= 3 * 3
    before = len(service.questions)
    for file in (root / "locales").rglob("*.po"):
        file.unlink()
    site.ok("extract")
    again = _start(root, url)
    assert again.communicate(timeout=120)[0]
    assert again.returncode == 0
    assert len(service.questions) == before
