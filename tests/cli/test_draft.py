"""`l10n draft` as a user runs it: what it costs, what it asks again, and what an interruption leaves."""

import json
import os
import random
import signal
import subprocess
import sys
import threading

import pytest

from l10n.engines.journal import Journal
from l10n.web.http import INTERRUPTIBLE
from tests.engines.online import PATHS, table


def texts(many):
    """Return short sentences that differ, and their translations."""
    return {f"Harbor number {at} is open.": f"{at}번 항구가 열려 있다." for at in range(1, many + 1)}


@pytest.fixture
def newsroom(site, service):
    """A function that writes an article of so many sentences and a configuration with one engine."""

    def write(many, *, name="libre", extra=""):
        service.translate = texts(many)
        site.configure(f'locales = ["ko"]\nengines = ["memory", "{name}"]\n' + table(name, service.url, extra))
        site.write("articles/a.txt", "\n\n".join(service.translate) + "\n")
        site.ok("extract")
        return site

    return write


@pytest.mark.parametrize("name", sorted(set(PATHS) - {"apy"}))
def test_an_estimate_tells_segments_characters_and_cost_and_asks_nothing(newsroom, service, name):
    site = newsroom(3, name=name, extra="price = 20\n")
    characters = sum(map(len, texts(3)))
    done = site.ok("draft", "--estimate")
    assert done.out == f"ko: {name}: 3 segments, {characters} characters, 0.00\n"
    (row,) = json.loads(site.ok("draft", "--estimate", "--json").out)["estimate"]
    assert row == {"locale": "ko", "engine": name, "segments": 3, "characters": characters, "cost": row["cost"]}
    assert row["cost"] == pytest.approx(characters * 20 / 1_000_000)
    assert service.asked == []
    assert not (site.root / ".l10n" / "journal.sqlite").exists()


def test_an_estimate_leaves_out_what_is_known(newsroom, service):
    site = newsroom(3)
    site.ok("draft")
    asked = len(service.questions)
    site.write("articles/b.txt", "\n\n".join(texts(4)) + "\n")
    site.ok("extract")
    assert site.ok("draft", "--estimate").out == "ko: libre: 1 segment, 24 characters, no `price` configured\n"
    assert len(service.questions) == asked


def test_an_estimate_counts_what_is_asked_before_the_memory(newsroom, service):
    site = newsroom(2)
    site.translate("locales/ko/a.txt.po", texts(1))
    configuration = site.read("pyproject.toml")
    assert "no online engine would be asked" in site.ok("draft", "--estimate").out
    site.write("pyproject.toml", configuration.replace('"memory", "libre"', '"libre", "memory"'))
    assert "1 segment," in site.ok("draft", "--estimate").out
    assert service.asked == []


def test_all_verbs_in_one_stop_before_they_cost_too_much(newsroom, service):
    site = newsroom(10, extra="price = 1000000\nparallel = 1\n")
    done = site.run("run", "--max-cost", str(25 * 4))
    assert "--max-cost" in done.err
    assert len(service.questions) == 4


def test_a_run_stops_before_it_costs_too_much(newsroom, service):
    site = newsroom(10, extra="price = 1000000\nparallel = 1\n")
    most = 25 * 4
    done = site.run("draft", "--max-cost", str(most), "--json")
    assert done.code == 3
    assert "--max-cost" in done.err
    answer = json.loads(done.out)
    assert answer["cost"] <= most
    assert len(service.questions) == 4
    assert len(answer["left"]) == 6
    assert "limit of cost" in answer["left"][0]["reasons"][0]


def test_a_refused_answer_is_not_paid_for_twice_unless_it_is_asked_for(newsroom, service):
    site = newsroom(3)
    broken = "Harbor number 2 is open."
    service.translate[broken] = "7번 항구가 열려 있다."
    assert site.run("draft").code == 3
    assert site.run("draft").code == 3
    assert len(service.questions) == 3
    service.translate[broken] = texts(3)[broken]
    site.ok("draft", "--refresh")
    assert service.questions[3:] == [broken]
    assert "2번 항구" in site.read("locales/ko/a.txt.po")


def test_drafts_that_are_lost_with_their_catalogue_come_back_for_nothing(newsroom, service):
    site = newsroom(3)
    site.ok("draft")
    first = site.read("locales/ko/a.txt.po")
    (site.root / "locales" / "ko" / "a.txt.po").unlink()
    site.ok("extract")
    site.ok("draft")
    assert len(service.questions) == 3
    assert site.read("locales/ko/a.txt.po") == first


def test_a_run_with_nothing_to_draft_writes_no_file(newsroom):
    site = newsroom(3)
    site.ok("draft")
    before = site.snapshot()
    site.ok("draft")
    assert site.snapshot() == before


def test_a_broken_journal_is_told_and_does_not_stop_the_run(newsroom):
    site = newsroom(3)
    site.write(".l10n/journal.sqlite", b"broken" * 1000)
    done = site.ok("draft")
    assert "journal.sqlite.damaged-1" in done.err


@pytest.mark.parametrize("name", sorted(set(PATHS) - {"apy"}))
def test_answers_of_every_online_engine_are_in_the_journal(newsroom, service, name):
    site = newsroom(3, name=name)
    site.ok("draft")
    asked = len(service.questions)
    (site.root / "locales" / "ko" / "a.txt.po").unlink()
    site.ok("extract")
    site.ok("draft")
    assert len(service.questions) == asked == 3


def start(site):
    with (site.root / "stderr.txt").open("wb") as told:
        return subprocess.Popen(
            [sys.executable, "-m", "l10n", "-q", "draft"], cwd=site.root, stdout=subprocess.DEVNULL, stderr=told
        )


def alive(process):
    return lambda: process.poll() is None


def test_ctrl_c_ends_at_once_though_the_service_hangs(newsroom, service):
    """The service never answers, so that whoever waits for it never ends."""
    site = newsroom(40)
    service.faults = [""] * 10
    service.after = "hang"
    process = start(site)
    service.wait_for(14, alive(process))
    process.send_signal(signal.SIGINT)
    assert process.wait() == 130
    assert INTERRUPTIBLE < 1  # the seconds until it is seen
    service.stop.set()
    service.after = ""
    site.ok("draft")
    assert len(service.questions) == 40 + 4


class Answered:
    """Lets a service answer so many questions in all and no more, so that who asks on is at work until it is ended."""

    def __init__(self, service):
        self.many, self.limit, self.changed = 0, 0, threading.Condition()
        service.hold = self.enter

    def allow(self, limit):
        with self.changed:
            self.limit = limit
            self.changed.notify_all()

    def enter(self):
        with self.changed:
            self.many += 1
            number = self.many
            self.changed.wait_for(lambda: number <= self.limit)


def test_an_interruption_costs_at_most_what_was_under_way(newsroom, service):
    """200 interruptions with L10N_SOAK=1, else 6: nothing received is lost or asked for again."""
    times = 200 if os.environ.get("L10N_SOAK") == "1" else 6
    dice = random.Random(5)  # noqa: S311  the same interruptions every time
    site = newsroom(times * 40, extra="parallel = 4\n")
    answered = Answered(service)
    for number in range(times):
        goal = len(service.questions) + dice.randint(1, 20)
        answered.allow(goal + dice.randint(0, 8))
        process = start(site)
        service.wait_for(goal, alive(process))
        process.send_signal(signal.SIGINT if number % 2 else signal.SIGKILL)
        assert process.wait() == (130 if number % 2 else -signal.SIGKILL), site.read("stderr.txt")
    answered.allow(sys.maxsize)
    site.ok("draft")
    again = len(service.questions) - len(set(service.questions))
    assert again <= 4 * times
    assert set(service.questions) == set(service.translate)
    po = site.read("locales/ko/a.txt.po")
    assert all(target in po for target in service.translate.values())
    assert Journal(site.root / ".l10n" / "journal.sqlite").notices == []


@pytest.mark.parametrize("most", ["-1", "nan"])
def test_a_limit_that_makes_no_sense_is_refused(newsroom, most):
    site = newsroom(1)
    assert site.run("draft", "--max-cost", most).code == site.run("run", "--max-cost", most).code == 2
