"""How a service is asked: in parallel, within its rate, with rests that are scattered and capped."""

import _thread
import sys
import threading

import pytest

from l10n.engines import EngineSettings
from l10n.engines.dispatcher import Clock, Dispatcher
from l10n.engines.endpoint import Endpoint
from l10n.web.faults import Fault
from l10n.web.http import INTERRUPTIBLE, within
from tests.engines.online import PATIENT, WAYS, Book, ask, engine


class FakeClock:
    """A clock that only rests move."""

    def __init__(self):
        self.now = 0.0
        self.naps = []

    def sleep(self, seconds):
        self.naps.append(seconds)
        self.now += seconds

    def world(self, dice=0.0):
        return Clock(self.sleep, lambda: self.now, lambda: dice)


def dispatcher(service, clock, dice=0.0, **settings):
    return Dispatcher(Endpoint("libre", service.url), EngineSettings(timeout=PATIENT, **settings), clock.world(dice))


def failing(times, fault):
    faults = [fault] * times

    def once():
        if faults:
            raise faults.pop()
        return "good"

    return once


def test_no_more_questions_a_minute_than_agreed(service):
    clock = FakeClock()
    one = dispatcher(service, clock, rate=30)
    for _ in range(4):
        one.attempt(lambda: "good")
    assert clock.naps == [2.0, 2.0, 2.0]


def test_rests_grow_are_scattered_and_never_long(service):
    clock = FakeClock()
    dispatcher(service, clock).attempt(failing(2, Fault("busy", retry=True)))
    assert clock.naps == [0.5, 1.0]
    clock = FakeClock()
    dispatcher(service, clock, dice=1.0).attempt(failing(2, Fault("busy", retry=True)))
    assert clock.naps == [0.25, 0.5]
    clock = FakeClock()
    dispatcher(service, clock, dice=0.5).attempt(failing(2, Fault("busy", retry=True, wait=4000.0)))
    assert clock.naps == [8.0, 8.0]


def test_what_a_server_asks_to_wait_holds_for_every_question(service):
    clock = FakeClock()
    one = dispatcher(service, clock)
    one.attempt(failing(1, Fault("busy", retry=True, wait=3.0)))
    clock.now = 1.0
    one.attempt(lambda: "good")
    assert clock.naps == [3.0, 2.0]


class Turnstile:
    """Holds each question back until as many are under way as can be, and lets them through one by one."""

    def __init__(self, parallel, questions):
        self.parallel, self.left = parallel, questions
        self.now = self.most = 0
        self.first = True
        self.changed = threading.Condition()

    def enter(self):
        with self.changed:
            self.now += 1
            self.changed.notify_all()
            assert self.changed.wait_for(lambda: self.now >= self.all, timeout=PATIENT)
            self.most = max(self.most, self.now)
            self.now, self.left, self.first = self.now - 1, self.left - 1, False
            self.changed.notify_all()

    @property
    def all(self):
        """As many as the client has threads that ask, and as were agreed at least; the first one comes alone."""
        asking = sum(thread.name == "l10n-dispatcher" for thread in threading.enumerate())
        return 1 if self.first else min(self.left, max(self.parallel, asking))


@pytest.mark.parametrize("name", WAYS)
@pytest.mark.parametrize("parallel", [1, 3])
def test_as_many_questions_as_agreed_are_under_way_and_no_more(name, parallel, service, monkeypatch):
    monkeypatch.setattr("l10n.engines.prompt.MOST_ITEMS", 1)
    turnstile = Turnstile(parallel, 12)
    service.hold = turnstile.enter
    engine(name, service, parallel=parallel).draft(ask(*(f"Text {n} is here." for n in range(12))), "en", "es")
    assert (turnstile.most, turnstile.left) == (parallel, 0)


@pytest.mark.parametrize("name", WAYS)
def test_what_the_ledger_knows_is_not_asked_and_what_it_forbids_neither(name, service):
    book = Book()
    texts = [f"Sentence number {index} is here." for index in range(6)]
    engine(name, service).draft(ask(*texts[:3]), "en", "es", book)
    assert len(book.kept) == 3
    book.left = len(texts[3])
    service.questions.clear()
    answers = engine(name, service).draft(ask(*texts), "en", "es", book)
    assert [bool(answer.text) for answer in answers] == [True] * 4 + [False] * 2
    assert len(service.questions) == 1
    assert "limit of cost" in answers[5].refusal


@pytest.mark.parametrize("name", WAYS)
def test_what_brought_no_answer_is_given_back_to_the_ledger(name, service):
    book = Book(1000)
    service.faults = [""] if name != "openai" else ["partial"]
    service.after = "status 401"
    answers = engine(name, service, parallel=1).draft(ask("One text here.", "Two texts here."), "en", "es", book)
    assert sum(bool(answer.text) for answer in answers) == 1
    billed = len("Two texts here.") if name == "openai" else 0  # its first batch was answered, in part
    assert book.left == 1000 - len("One text here.") - billed


@pytest.mark.parametrize("name", WAYS)
def test_a_service_that_is_gone_still_leaves_what_the_ledger_knows(name, service):
    book = Book()
    engine(name, service).draft(ask("One text here."), "en", "es", book)
    service.after = "status 500"
    answers = engine(name, service).draft(ask("One text here.", "Two texts here."), "en", "es", book)
    assert answers[0].text
    assert "500" in answers[1].refusal


def test_an_interruption_is_seen_though_it_came_just_before_a_wait_began(service):
    """`interrupt_main` marks an interruption without waking the main thread, as a signal does just before a wait."""
    one = dispatcher(service, FakeClock(), parallel=2)
    done, seen, second = [], threading.Event(), threading.Event()

    def work(item):
        if item > 3:
            seen.wait(PATIENT)
        done.append(one.attempt(lambda: item))
        if item == 2:
            second.set()
        if item == 3:
            second.wait(PATIENT)
            _thread.interrupt_main()

    with pytest.raises(KeyboardInterrupt):
        one.each(range(400), work)
    seen.set()
    for thread in threading.enumerate():
        if thread.name == "l10n-dispatcher":
            thread.join()
    assert sorted(done) == [0, 1, 2, 3]
    assert INTERRUPTIBLE < 1  # the seconds until it is seen


def test_an_interruption_during_a_single_request_does_not_wait_for_its_end():
    stop, ended, here = threading.Event(), [], threading.get_ident()

    def slow():
        while sys._current_frames()[here].f_code is not within.__code__:  # noqa: SLF001  until it waits for the answer
            pass
        _thread.interrupt_main()
        stop.wait(PATIENT)
        ended.append(True)

    with pytest.raises(KeyboardInterrupt):
        within(10 * PATIENT, slow)
    assert not ended
    stop.set()
