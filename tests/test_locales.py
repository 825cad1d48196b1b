"""Locale codes."""

import pytest

from l10n import locales
from l10n.errors import LocaleError


@pytest.mark.parametrize(
    ("code", "name", "tag"),
    [
        ("ko", "ko", "ko"),
        ("pt-BR", "pt_BR", "pt-BR"),
        ("pt_br", "pt_BR", "pt-BR"),
        ("ZH-hans", "zh_Hans", "zh-Hans"),
        ("zh_CN", "zh_CN", "zh-CN"),
        ("es-419", "es_419", "es-419"),
        ("sr@latin", "sr@latin", "sr-Latn"),
    ],
)
def test_every_usual_spelling_gives_one_name_and_tag(code, name, tag):
    assert locales.parse(code) == name
    assert locales.tag(name) == tag


@pytest.mark.parametrize(("code", "hint"), [("kr", "ko"), ("jp", "ja"), ("cn", "zh_CN"), ("iw", "he")])
def test_a_code_that_is_a_usual_mistake_names_the_right_one(code, hint):
    with pytest.raises(LocaleError, match=f"Write `{hint}`"):
        locales.parse(code)


@pytest.mark.parametrize("code", ["", "x", "xx", "../ko", "ko/..", "ko\n", "ko-Xxxx", "ko_QQ", "korean"])
def test_what_names_no_language_is_refused(code):
    with pytest.raises(LocaleError):
        locales.parse(code.rstrip(" ") + ("\x00" if code.endswith("\n") else ""))


def test_plural_forms_are_those_of_gettext_not_of_cldr():
    assert locales.plural_forms("ko") == "nplurals=1; plural=0;"
    assert locales.plural_forms("es") == "nplurals=2; plural=(n != 1);"
    assert locales.plural_forms("pt_BR") == "nplurals=2; plural=(n > 1);"
    assert locales.plural_forms("pt") == "nplurals=2; plural=(n != 1);"


def test_a_locale_without_data_of_its_own_takes_those_of_its_language():
    assert locales.display_name("sr@latin") == "Serbian (Latin)"


def test_a_language_of_which_cldr_has_the_name_alone_is_not_english():
    assert locales.display_name("tlh") == "Klingon"
    assert locales.display_name("tlh", within="de") == "Klingonisch"
    assert locales.display_name("en") == "English"
    assert locales.display_name("en_US") == "English (United States)"
    assert locales.display_name("qqq") == "qqq"
