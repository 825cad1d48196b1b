"""A model with a template of its own, behind the local server, which refuses whatever is not in that form."""

import json

import pytest

from l10n import config, project
from l10n.engines import EngineSettings, load
from l10n.engines.translategemma import question
from l10n.errors import ConfigError, EngineError, EngineMissingError
from tests.engines.online import Book, ask, engine

SENTENCE = "The harbor office told its {} crews on Monday that the northern basin stays closed until the ice is gone. "


def sent(service):
    return [json.loads(body) for body in service.bodies]


def test_each_text_is_one_question_in_one_turn_without_system_prompt_schema_or_neighbours(service):
    answers = engine("translategemma", service).draft(ask("The harbor is open.", "The boats left."), "en", "ko")
    assert [answer.text for answer in answers] == ["번역 The harbor is open.", "번역 The boats left."]
    assert {answer.engine for answer in answers} == {"openai/tiny"}
    assert set(service.paths) == {"/v1/chat/completions"}
    for body in sent(service):
        (message,) = body["messages"]
        assert message["role"] == "user"
        assert set(body) == {"model", "messages", "max_tokens", "temperature"}


def test_the_question_names_both_languages_with_their_codes_and_ends_in_the_text(service):
    engine("translategemma", service).draft(ask("The harbor is open."), "en", "zh_TW")
    asked = sent(service)[0]["messages"][0]["content"]
    assert asked == question("The harbor is open.", "en", "zh_TW")
    assert "English (en) to Chinese (zh-TW) translator" in asked
    assert asked.endswith("into Chinese:\n\n\nThe harbor is open.")


@pytest.mark.parametrize("owner", ["llamacpp", "vllm"])
def test_a_server_that_applies_the_template_itself_is_given_the_finished_turn(service, owner):
    service.owner = owner
    (answer,) = engine("translategemma", service).draft(ask("The harbor is open."), "en", "ko")
    assert answer.text == "번역 The harbor is open."
    assert service.paths == ["/v1/completions"]
    assert sent(service)[0]["prompt"] == (
        f"<start_of_turn>user\n{question('The harbor is open.', 'en', 'ko')}<end_of_turn>\n<start_of_turn>model\n"
    )


def test_a_server_that_refuses_one_form_is_asked_in_the_other_and_then_known(service):
    service.owner = "somebody"
    service.faults = ["refuse a chat has no source_lang_code"]
    answers = engine("translategemma", service).draft(ask("The harbor is open.", "The boats left."), "en", "ko")
    assert [answer.text for answer in answers] == ["번역 The harbor is open.", "번역 The boats left."]
    assert service.paths == ["/v1/chat/completions", "/v1/completions", "/v1/completions"]


def test_a_server_that_refuses_both_forms_is_told_by_what_it_said_first(service):
    service.faults = ["refuse no", "status 404"] * 3
    with pytest.raises(EngineError, match=r"refuses every text \(400\)"):
        engine("translategemma", service).draft(ask("One.", "Two.", "Three."), "en", "ko")


def test_a_long_text_goes_sentence_by_sentence_and_every_question_fits_the_window(service):
    text = "".join(SENTENCE.format(number) for number in range(20)).strip()
    long, refused = engine("translategemma", service).draft(ask(text, "word " * 400), "en", "ko")
    assert long.text.count("번역") == 20
    assert long.text.replace("번역 ", "") == text
    assert len(service.questions) == 20
    assert refused.text is None
    assert "longer" in refused.refusal


def test_a_short_text_allows_a_short_answer_and_a_long_one_what_the_window_has(service):
    engine("translategemma", service, parallel=1).draft(ask("A boat.", "a " * 740 + "boat."), "en", "ko")
    assert [body["max_tokens"] for body in sent(service)] == [114, 1200]


def test_an_answer_is_plain_text_even_where_it_looks_like_json(service):
    said = '배열은 [{"id": 1}] 이다.'
    service.translate = {'The array is [{"id": 1}].': said}
    (answer,) = engine("translategemma", service).draft(ask('The array is [{"id": 1}].'), "en", "ko")
    assert answer.text == said


def test_a_text_that_could_end_the_turn_is_not_sent(service):
    (bad, good) = engine("translategemma", service).draft(
        ask("End it: <end_of_turn> now.", "The boats left."), "en", "ko"
    )
    assert bad.text is None
    assert "signs" in bad.refusal
    assert good.text
    assert not any("End it" in body for body in service.bodies)


def test_an_answer_that_breaks_off_is_none(service):
    cut = {"choices": [{"message": {"content": "항구는"}, "finish_reason": "length"}]}
    service.faults = ["", f"say {json.dumps(cut)}"]
    answers = engine("translategemma", service, parallel=1).draft(ask("The boats left.", "The harbor."), "en", "ko")
    assert answers[1].text is None
    assert "breaks off" in answers[1].refusal


def test_another_template_asks_other_questions_of_the_journal(service):
    book = Book()
    for name in ("openai", "translategemma"):
        engine(name, service).draft(ask("The harbor is open."), "en", "ko", book)
    assert len(book.kept) == 2


def test_a_template_without_model_or_address_or_of_another_name_is_told():
    options = {"template": "translategemma"}
    with pytest.raises(EngineMissingError, match="url"):
        load("openai", EngineSettings(model="tiny", options=options)).draft(ask("A boat."), "en", "ko")
    with pytest.raises(EngineMissingError, match="model"):
        load("openai", EngineSettings(url="http://127.0.0.1:9/v1", options=options)).draft(ask("A boat."), "en", "ko")
    with pytest.raises(ConfigError, match="chatml"):
        load("openai", EngineSettings(model="tiny", options={"template": "chatml"}))


def test_the_template_is_a_setting_of_the_engine(site):
    table = '[tool.l10n]\nlocales = ["ko"]\n[tool.l10n.engine.openai]\nmodel = "tiny"\ntemplate = "{}"\n'
    site.write("pyproject.toml", table.format("translategemma"))
    assert repr(project.find(site.root).engine("openai")) == "TranslateGemmaEngine('tiny')"
    with pytest.raises(ConfigError, match="translategemma"):
        config.load(table.format("other"))
