from __future__ import annotations

import itertools
import json
import socket

import pytest

from l10n.engines import EngineSettings, destination, load
from l10n.engines.deep import DeepEngine
from l10n.engines.dispatcher import Clock
from l10n.errors import ConfigError, EngineError, EngineMissingError
from l10n.model import Key, Request
from l10n.web.faults import Fault
from l10n.web.http import Wire
from tests.engines.online import HASTY, PATIENT, allow, patience

ONLINE = ("google", "libre", "mymemory")


def ask(*texts):
    return [Request(Key(text), text) for text in texts]


def engine(name, service, naps=None, **settings):
    naps = [] if naps is None else naps
    world = Clock(sleep=naps.append, dice=lambda: 0.0)
    return DeepEngine(name, EngineSettings(url=service.url, **{"timeout": PATIENT, **settings}), world)


@pytest.mark.parametrize("name", ONLINE)
def test_each_service_answers_every_text_in_its_order(name, service):
    texts = [f"Sentence number {index} is here." for index in range(40)]
    answers = engine(name, service).draft(ask(*texts), "en", "ko")
    assert [answer.text for answer in answers] == [f"번역 {text}" for text in texts]
    assert {answer.engine for answer in answers} == {name}


@pytest.mark.parametrize(
    ("name", "field", "code"),
    [("google", "tl", "zh-CN"), ("libre", "target", "zh"), ("mymemory", "langpair", "en-GB|zh-CN")],
)
def test_locales_become_the_codes_of_the_service(name, field, code, service):
    engine(name, service).draft(ask("Hello there."), "en", "zh_CN")
    assert service.asked[0][field] == code


def test_a_language_the_service_has_not_is_missing_before_anything_is_sent(service):
    with pytest.raises(EngineMissingError):
        engine("google", service).draft(ask("Hello."), "en", "xx")
    assert service.asked == []


def test_equal_texts_are_asked_once(service):
    answers = engine("google", service).draft(ask("Hello there.", "Hello there."), "en", "ko")
    assert len(service.asked) == 1
    assert answers[0] == answers[1]


def test_texts_without_letters_are_not_sent(service):
    answers = engine("google", service).draft(ask("70%", "⟦1⟧ 12 ⟦2⟧"), "en", "ko")
    assert [answer.text for answer in answers] == ["70%", "⟦1⟧ 12 ⟦2⟧"]
    assert service.asked == []


def test_line_breaks_and_outer_space_are_kept(service):
    answers = engine("google", service).draft(ask(" One line.\nAnother line. "), "en", "ko")
    assert answers[0].text == " 번역 One line.\n번역 Another line. "


def test_long_texts_go_by_sentences_and_too_long_sentences_are_refused(service):
    text = " ".join(f"This is sentence {index} of a long paragraph." for index in range(30))
    long, refused = engine("mymemory", service).draft(ask(text, "word " * 200), "en", "ko")
    assert long.text.count("번역") > 1
    assert long.text.replace("번역 ", "") == text
    assert all(len(form["q"].encode()) < 500 for form in service.asked)
    assert refused.text is None
    assert "longer" in refused.refusal


@pytest.mark.parametrize("name", ONLINE)
@pytest.mark.parametrize("fault", ["status 429", "status 500", "status 503", "reset"])
def test_a_passing_fault_is_asked_again(name, fault, service):
    service.faults = [fault, fault]
    naps: list[float] = []
    (answer,) = engine(name, service, naps).draft(ask("Hello there."), "en", "ko")
    assert answer.text == "번역 Hello there."
    assert naps == [0.5, 1.0]


def test_retry_after_is_honoured_up_to_a_limit(service):
    service.faults = ["status 429 3", "status 503 9999"]
    naps: list[float] = []
    (answer,) = engine("google", service, naps).draft(ask("Hello there."), "en", "ko")
    assert answer.text
    assert naps == [3.0, 8.0]


@pytest.mark.parametrize("name", ONLINE)
@pytest.mark.parametrize(
    "fault",
    [
        "status 429",
        "status 500",
        "status 401",
        "status 400",
        "reset",
        "truncate",
        "hang",
        "drip",
        "huge",
        "quota",
        "say null",
        "say []",
        "say <html><title>Sorry</title></html>",
        'say {"translatedText": 5}',
        'say {"translatedText": null, "responseData": {"translatedText": null}}',
        "redirect http://attacker.invalid/m",
        "redirect",
        "text Error 500 (Server Error)!!1",
    ],
)
def test_a_lasting_fault_brings_no_text_and_ends(name, fault, service):
    service.after = fault
    texts = ask("One text here.", "Two texts here.", "Three.")
    try:
        answers, told = engine(name, service, timeout=patience(fault)).draft(texts, "en", "ko"), ""
    except EngineError as err:
        answers, told = [], f"{err.message} {err.remedy}"
    assert bool(answers) != ("127.0.0.1" in told and "Check" in told)
    assert all(answer.text is None and answer.refusal for answer in answers)
    assert len(service.asked) <= 9


def test_bytes_that_are_not_utf8_never_pass_for_text(service):
    service.after = "latin1"
    (answer,) = engine("google", service).draft(ask("Hello there."), "en", "fr")
    assert answer.text is None or "\ufffd" in answer.text


def test_answers_received_before_a_service_stops_are_kept(service):
    service.faults = [""] * 5
    service.after = "status 503"
    texts = [f"Sentence number {index} is here." for index in range(40)]
    answers = engine("google", service).draft(ask(*texts), "en", "ko")
    assert sum(answer.text is not None for answer in answers) == 5
    assert all(answer.text or "503" in answer.refusal for answer in answers)
    assert len(service.asked) < 30


def test_a_port_where_nothing_listens_is_found_out_at_once():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(EngineError, match=r"127\.0\.0\.1.*connection"):
        DeepEngine("google", EngineSettings(url=f"http://127.0.0.1:{port}")).draft(ask("Hello."), "en", "ko")


def test_a_name_that_does_not_resolve_is_an_engine_error():
    with pytest.raises(EngineError, match=r"no-such-host\.invalid"):
        DeepEngine("libre", EngineSettings(url="http://no-such-host.invalid/")).draft(ask("Hello."), "en", "ko")


def test_a_name_that_resolves_forever_is_given_up(monkeypatch, service):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: service.stop.wait() and [])
    with pytest.raises(EngineError, match="no answer within"):
        DeepEngine("libre", EngineSettings(url="http://slow.invalid/", timeout=HASTY)).draft(ask("Hello."), "en", "ko")


def test_redirects_on_the_same_server_are_followed(service):
    service.faults = ["redirect"]
    (answer,) = engine("google", service).draft(ask("Hello there."), "en", "ko")
    assert answer.text == "번역 Hello there."
    assert len(service.paths) == 2


def test_redirects_to_another_name_or_method_are_not_followed(service):
    service.faults = ["redirect " + service.url.replace("127.0.0.1", "localhost") + "/m"]
    with pytest.raises(EngineError, match="redirects to another place"):
        engine("google", service).draft(ask("Hello there."), "en", "ko")
    service.faults = ["redirect"]
    with pytest.raises(EngineError, match="redirects"):
        engine("libre", service).draft(ask("Hello there."), "en", "ko")
    assert len(service.paths) == 2


def test_a_redirect_to_no_host_is_named_by_its_scheme(service):
    service.faults = ["redirect file:///etc/hosts"]
    with pytest.raises(EngineError, match=r"another place \(file:\)"):
        engine("google", service).draft(ask("Hello there."), "en", "ko")


@pytest.mark.parametrize("name", ONLINE)
def test_a_server_that_asks_for_a_key_with_a_status_of_its_own_is_understood(name, service):
    service.after = 'refuse {"error": "Visit our portal to get an API key"}'
    with pytest.raises(EngineError, match="wants a key"):
        engine(name, service).draft(ask("Hello there.", "The sea.", "The boat."), "en", "ko")
    service.after = 'refuse {"error": "the text is too long"}'
    with pytest.raises(EngineError, match="refuses every text"):
        engine(name, service).draft(ask("Hello there.", "The sea.", "The boat."), "en", "ko")


def test_a_request_is_bounded_in_time_and_size(service):
    service.faults = ["drip", "huge"]
    with pytest.raises(Fault, match="whole answer"):
        Wire(PATIENT, itertools.count(0, PATIENT / 3).__next__).get(service.url + "/m", {"q": "Hello"})
    with pytest.raises(Fault, match="larger"):
        Wire(PATIENT).get(service.url + "/m", {"q": "Hello"})


def test_the_key_goes_in_the_body_and_never_in_an_address_or_message(service, monkeypatch):
    allow(monkeypatch, "L10N_LIBRE_KEY", "s3cret-key", service)
    libre = engine("libre", service, key_variable="L10N_LIBRE_KEY")
    libre.draft(ask("Hello there."), "en", "ko")
    assert service.asked[0]["api_key"] == "s3cret-key"
    assert not any("s3cret" in path for path in service.paths)
    service.after = "status 403"
    with pytest.raises(EngineError) as caught:
        libre.draft(ask("Hello there."), "en", "ko")
    assert "s3cret" not in str(caught.value) + repr(libre)


def test_no_key_is_sent_where_there_is_none(service):
    engine("libre", service).draft(ask("Hello there."), "en", "ko")
    assert "api_key" not in service.asked[0]


def test_a_key_is_not_sent_to_a_host_the_user_did_not_name(monkeypatch):
    monkeypatch.setenv("LIBRE_API_KEY", "s3cret-key")
    settings = EngineSettings(url="https://attacker.example/", key_variable="LIBRE_API_KEY")
    with pytest.raises(ConfigError, match=r"attacker\.example"):
        load("libre", settings)
    monkeypatch.setenv("LIBRE_API_KEY_HOST", "attacker.example")
    assert load("libre", settings).destination == "attacker.example"
    with pytest.raises(ConfigError, match="unencrypted"):
        load("libre", EngineSettings(url="http://attacker.example/", key_variable="LIBRE_API_KEY"))


def test_a_variable_that_is_no_key_is_not_read():
    with pytest.raises(ConfigError, match="PATH"):
        load("libre", EngineSettings(key_variable="PATH"))


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://host/", "http://", "http://user:pw@host/", "http://[", "//host"]
)
def test_an_address_that_is_no_server_is_refused(url):
    with pytest.raises(ConfigError):
        load("google", EngineSettings(url=url))


def test_matches_of_other_texts_and_messages_of_mymemory_are_no_translations(service):
    match = {"segment": "Another text.", "translation": "다른 글이다.", "match": 0.6}
    other = {"responseData": {"translatedText": ""}, "responseStatus": 200, "matches": [match]}
    refused = {"responseData": {"translatedText": "이 언어 쌍은 없다."}, "responseStatus": "403", "matches": None}
    service.faults = [f"say {json.dumps(other)}", f"say {json.dumps(refused)}"]
    answers = engine("mymemory", service, parallel=1).draft(ask("The sea.", "Hello there.", "The boat."), "en", "ko")
    assert [answer.text for answer in answers] == [None, None, "번역 The boat."]
    assert "no translation" in answers[0].refusal
    assert "refuses this text (403)" in answers[1].refusal


def test_a_quota_that_mymemory_speaks_of_beside_the_text_is_one(service):
    said = {"responseData": {"translatedText": ""}, "responseStatus": 429, "responseDetails": "DAILY LIMIT REACHED"}
    service.faults = ["", f"say {json.dumps(said)}"]
    answers = engine("mymemory", service, parallel=1).draft(ask("The sea.", "Hello there.", "The boat."), "en", "ko")
    assert [bool(answer.text) for answer in answers] == [True, False, True]
    assert "speaks of a quota" in answers[1].refusal


def test_a_missing_translation_is_told_and_does_not_end_the_service(service):
    service.faults = ["text "]
    answers = engine("google", service).draft(ask("A strange word.", "Hello there."), "en", "ko")
    assert answers[0].text is None
    assert answers[0].refusal
    assert answers[1].text == "번역 Hello there."


def test_the_destination_is_known_without_the_library():
    assert destination("google", EngineSettings()) == "translate.google.com"
    assert destination("libre", EngineSettings(url="https://mt.example:8443/")) == "mt.example"
    assert destination("libre", EngineSettings(url="http://127.0.0.1:5000/")) == ""
    assert destination("apertium", EngineSettings()) == ""
