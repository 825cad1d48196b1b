"""What is special to DeepL, Microsoft and the Apertium server."""

import json

import pytest

from l10n.engines import EngineSettings, load
from l10n.engines.deepl import target_code
from l10n.engines.services import code
from l10n.errors import EngineMissingError
from l10n.model import Form, Key, Request
from tests.engines.online import allow, ask, engine


def test_deepl_is_sent_one_text_with_its_neighbours_and_its_key_in_a_header(service, monkeypatch):
    allow(monkeypatch, "L10N_DEEPL_KEY", "s3cret-key:fx", service)
    deepl = engine("deepl", service, key_variable="L10N_DEEPL_KEY", options={"glossary": "gl-1"})
    (answer,) = deepl.draft([Request(Key("k"), ' Read <x id="1"/>it. ', "Before.", "After.")], "en", "pt_BR")
    assert answer.text == ' 번역 Read <x id="1"/>it. '
    body = json.loads(service.bodies[0])
    assert body["text"] == ['Read <x id="1"/>it.']
    assert (body["source_lang"], body["target_lang"], body["tag_handling"]) == ("EN", "PT-BR", "xml")
    assert (body["context"], body["glossary_id"]) == ("Before.\nAfter.", "gl-1")
    assert service.headers[0]["Authorization"] == "DeepL-Auth-Key s3cret-key:fx"
    assert "s3cret" not in service.bodies[0] + service.paths[0] + repr(deepl)


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [("ko", "KO"), ("zh_CN", "ZH-HANS"), ("zh_TW", "ZH-HANT"), ("es_MX", "ES-419"), ("nn", "NB"), ("de_AT", "DE"),
     ("xx", ""), ("sr@latin", "")],
)  # fmt: skip
def test_locales_become_codes_of_deepl(locale, wanted):
    assert target_code(locale) == wanted


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [("ko", "ko"), ("zh_CN", "zh-Hans"), ("zh_TW", "zh-Hant"), ("zh_HK", "zh-Hant"), ("pt_BR", "pt"), ("pt", "pt-PT"),
     ("sr@latin", "sr-Latn"), ("sr", "sr-Cyrl"), ("es_MX", "es"), ("xx", "")],
)  # fmt: skip
def test_locales_become_codes_of_microsoft(locale, wanted):
    assert code("microsoft", locale) == wanted


def test_a_free_key_of_deepl_goes_to_the_host_of_free_keys(monkeypatch):
    assert load("deepl", EngineSettings()).destination == "api.deepl.com"
    monkeypatch.setenv("DEEPL_API_KEY", "abc-def-123:fx")
    assert load("deepl", EngineSettings()).destination == "api-free.deepl.com"


def test_deepl_takes_tags_and_leaves_texts_without_letters_alone(service):
    deepl = engine("deepl", service)
    assert deepl.form is Form.TAGS
    answers = deepl.draft(ask('<x id="1"/> 70% &amp; 8', "Words."), "en", "ko")
    assert [answer.text for answer in answers] == ['<x id="1"/> 70% &amp; 8', "번역 Words."]
    assert service.questions == ["Words."]


@pytest.mark.parametrize(
    ("locale", "google", "libre", "microsoft", "deepl"),
    [
        ("zh_Hant_HK", "zh-TW", "zt", "zh-Hant", "ZH-HANT"),
        ("zh_Hant_TW", "zh-TW", "zt", "zh-Hant", "ZH-HANT"),
        ("zh_MO", "zh-TW", "zt", "zh-Hant", "ZH-HANT"),
        ("zh_Hans_HK", "zh-CN", "zh", "zh-Hans", "ZH-HANS"),
        ("sr_Latn_RS", "", "", "sr-Latn", ""),
        ("sr_Cyrl_BA", "sr", "", "sr-Cyrl", ""),
        ("pt_Latn_BR", "pt", "pt-BR", "pt", "PT-BR"),
    ],
)
def test_a_script_tells_more_than_the_country(locale, google, libre, microsoft, deepl):
    assert [code(name, locale) for name in ("google", "libre", "microsoft")] == [google, libre, microsoft]
    assert target_code(locale) == deepl


@pytest.mark.parametrize("name", ["deepl", "microsoft"])
def test_a_service_that_needs_a_key_says_so_before_anything_is_sent(name):
    with pytest.raises(EngineMissingError, match=f"{name.upper()}_API_KEY"):
        load(name, EngineSettings()).draft(ask("Hello."), "en", "ko")


def test_microsoft_gets_key_and_region_in_headers_and_no_list_of_languages_is_fetched(service, monkeypatch):
    allow(monkeypatch, "L10N_MICROSOFT_KEY", "s3cret-key", service)
    microsoft = engine("microsoft", service, key_variable="L10N_MICROSOFT_KEY", options={"region": "koreacentral"})
    (answer,) = microsoft.draft(ask("Hello there."), "en", "zh_CN")
    assert answer.text == "번역 Hello there."
    assert len(service.paths) == 1
    assert "to=zh-Hans" in service.paths[0]
    assert service.headers[0]["Ocp-Apim-Subscription-Key"] == "s3cret-key"
    assert service.headers[0]["Ocp-Apim-Subscription-Region"] == "koreacentral"


def test_apy_is_asked_for_its_pairs_first_and_told_the_pair(service):
    (answer,) = engine("apy", service).draft(ask("⟦1⟧Hello⟦2⟧ there."), "en", "es_MX")
    assert answer.text == "번역 ⟦1⟧Hello⟦2⟧ there."
    assert service.asked[0]["langpair"] == "eng|spa"
    assert "⟦" not in service.questions[0]
    with pytest.raises(EngineMissingError, match="no pair for gl"):
        engine("apy", service).draft(ask("Hello there."), "en", "gl")
    with pytest.raises(EngineMissingError, match="another engine"):
        engine("apy", service).draft(ask("Hello there."), "en", "ko")


def test_marks_that_an_apertium_server_loses_are_sent_again_as_words(service):
    service.faults = ["text hola"]
    (answer,) = engine("apy", service).draft(ask("⟦1⟧Hello⟦2⟧ there."), "en", "es")
    assert "⟦1⟧" in answer.text
    assert "⟦2⟧" in answer.text
    assert len(service.asked) == 2
