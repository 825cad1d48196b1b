"""Every online engine against every fault of the local server: nothing false is stored, and the cause is told."""

from datetime import date

import pytest

from l10n import project
from l10n.errors import EngineError
from l10n.stages.draft import draft
from l10n.stages.extract import extract
from l10n.stages.workset import gather
from tests.engines.online import LOCALES, WAYS, ask, called, engine, patience, table

GOOD = {
    "ko": {
        "The harbor is open": "항구가 열려 있다",
        "The boats left at noon.": "배들은 정오에 떠났다.",
        "It cost $48 million.": "비용은 4800만 달러였다.",
    },
    "es": {
        "The harbor is open": "El puerto está abierto",
        "The boats left at noon.": "Los barcos salieron al mediodía.",
        "It cost $48 million.": "Costó 48 millones de dólares.",
    },
}
LASTING = [
    "status 400",
    "status 401",
    "status 403",
    "status 404",
    "status 422",
    "status 429",
    "status 429 1",
    "status 429 99999",
    "status 456",
    "status 500",
    "status 503 1",
    "reset",
    "truncate",
    "hang",
    "drip",
    "huge",
    "quota",
    "text Error 500 (Server Error)!!1",
    "text <!DOCTYPE html><html><head><title>Sorry</title></head></html>",
    "text  ",
    "echo",
    "loop",
    "control",
    "surrogate",
    "markup",
    "latin1",
    "none",
    "say null",
    "say []",
    "say {}",
    "say 5",
    "say <html><title>Sorry</title></html>",
    'say {"translatedText": null, "responseData": null, "choices": null, "translations": null}',
    "say " + "[" * 50_000,
    "refuse the model is overloaded",
    "redirect",
    "redirect http://attacker.invalid/m",
]
"""Faults that never bring a translation."""
MOST_ASKED = 3 * 3 * 3
"""Three texts, each three times, in at most three ways of asking."""
HARMLESS = ["swapped", "doubled", "renamed", "partial", "shifted", "exchanged", "mute", "mute-shifted", ""]
"""Damage that an engine either sees through or refuses."""


@pytest.fixture
def run(site, service, monkeypatch):
    """A function that drafts with one engine and returns what was done and what was stored."""
    monkeypatch.setattr("l10n.engines.dispatcher._BACKOFF", 0.01)
    monkeypatch.setattr("l10n.engines.dispatcher._LONGEST_WAIT", 0.02)

    def drafted(name, fault, before=()):
        locale = LOCALES.get(name, "ko")
        service.translate = GOOD[locale]
        service.faults, service.after = list(before), fault
        settings = table(name, service.url, timeout=patience(fault))
        site.configure(f'locales = ["{locale}"]\nengines = ["{called(name)}"]\n' + settings)
        site.write("articles/a.txt", "\n\n".join(GOOD[locale]) + "\n")
        work = gather(project.find(site.root))
        extract(work, today=date(2026, 11, 23))
        done = draft(work, today=date(2026, 11, 23), tell=lambda _: None)
        po = project.find(site.root).catalog("a.txt", locale)
        assert po is not None
        return done, {entry.key.text: entry.target for entry in po.catalog if entry.target}

    return drafted


@pytest.mark.parametrize("fault", LASTING)
@pytest.mark.parametrize("name", WAYS)
def test_a_fault_that_lasts_stores_nothing_and_names_its_cause(run, service, name, fault):
    done, stored = run(name, fault)
    assert stored == {}
    assert len(done.left) == 3
    told = [notice for notice in done.notices if "cannot be used" in notice and "127.0.0.1" in notice]
    assert told or all(left.reasons for left in done.left)
    assert len(service.asked) <= MOST_ASKED


@pytest.mark.parametrize("fault", HARMLESS)
@pytest.mark.parametrize("name", WAYS)
def test_answers_in_another_order_or_number_are_never_put_in_the_wrong_place(run, name, fault):
    done, stored = run(name, fault)
    good = GOOD[LOCALES.get(name, "ko")]
    assert all(good[source] == target for source, target in stored.items())
    assert len(stored) + len(done.left) == 3
    assert fault or len(stored) == 3


@pytest.mark.parametrize("fault", ["status 401", "quota", "reset", "status 503"])
@pytest.mark.parametrize("name", WAYS)
def test_a_service_that_fails_after_an_answer_keeps_that_answer(run, name, fault):
    before = ["partial"] if name == "openai" else [""]
    done, stored = run(name, fault, before)
    good = GOOD[LOCALES.get(name, "ko")]
    assert len(stored) == 1
    assert all(good[source] == target for source, target in stored.items())
    assert all(left.reasons for left in done.left)


CREWS = [f"Crew {number} left the harbor at noon." for number in range(160)]


def asked(name, service, **settings):
    """Ask for the texts of 160 crews, and return the answers."""
    return engine(name, service, parallel=1, **settings).draft(ask(*CREWS), "en", LOCALES.get(name, "ko"))


@pytest.mark.parametrize("name", WAYS)
def test_one_answer_that_speaks_of_a_quota_costs_one_text_at_most(service, name):
    service.faults = ["partial" if name == "openai" else "", "quota"]
    answers = asked(name, service)
    refused = [answer.refusal for answer in answers if answer.text is None]
    assert len(refused) <= 1
    assert all("it speaks of a quota" in refusal for refusal in refused)


@pytest.mark.parametrize("name", WAYS)
def test_a_text_whose_answer_always_speaks_of_a_quota_is_refused_alone(service, name):
    service.translate = {CREWS[3]: "YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY"}
    answers = asked(name, service)
    assert [at for at, answer in enumerate(answers) if answer.text is None] == [3]
    assert "it speaks of a quota" in answers[3].refusal


@pytest.mark.parametrize("fault", ["quota", "quota-429", "quota-403", "quota-400"])
@pytest.mark.parametrize("name", WAYS)
def test_a_quota_that_several_texts_meet_ends_the_engine_soon(service, name, fault):
    service.faults = ["partial" if name == "openai" else ""]
    service.after = fault
    answers = asked(name, service)
    assert answers[0].text
    assert "given up: its quota is used up" in answers[-1].refusal
    assert len(service.asked) == 4


@pytest.mark.parametrize("name", sorted(set(WAYS) - {"openai"}))
@pytest.mark.parametrize("fault", ["status 404", "status 410"])
def test_an_address_where_nothing_is_is_told_by_the_third_text(service, name, fault):
    service.after = fault
    with pytest.raises(EngineError, match=r"the address is gone \(4(04|10)\)"):
        asked(name, service)
    assert len(set(service.questions)) == 3


@pytest.mark.parametrize("name", sorted(set(WAYS) - {"openai"}))
def test_one_place_that_is_not_found_is_that_texts_refusal(service, name):
    service.faults = ["", "status 404", "", "status 404", "status 404"]
    answers = asked(name, service)
    refused = [answer.refusal for answer in answers if answer.text is None]
    assert len(refused) == 3
    assert all("refuses this text (404)" in refusal for refusal in refused)


def test_failures_that_differ_are_not_taken_for_one(service):
    service.after, service.faults = "status 400", ["status 404", "text Error 500 (Server Error)!!1"]
    with pytest.raises(EngineError, match=r"3 texts in a row brought nothing; the last: it refuses this text \(400\)"):
        asked("google", service)
