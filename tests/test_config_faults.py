"""Faults of the configuration are told in words of TOML, with what was probably meant."""

import re
from dataclasses import fields
from typing import get_args, get_type_hints

import pytest

from l10n import config
from l10n.config_tables import key_of
from l10n.errors import ConfigError

HEADS = {
    "": config.Config,
    "[tool.l10n.check]\n": config.CheckTable,
    "[tool.l10n.locale.ko.check]\n": config.RuleTable,
    "[tool.l10n.engine.libre]\n": config.EngineTable,
    "[tool.l10n.locale.ko]\n": config.LocaleTable,
    '[[tool.l10n.section]]\npath = "a/**"\n': config.Section,
}
FIELDS = [
    (head, key_of(one.name), get_type_hints(table)[one.name]) for head, table in HEADS.items() for one in fields(table)
]
KEYS = [(head, key) for head, key, _ in FIELDS if key not in {"path", "locales"}]
"""Those that may stand once more in the tables above."""
LIBRARY = re.compile(r"Input|instance|pydantic|valid (string|integer|number|tuple|dict)|NoneType", re.IGNORECASE)


def refused(head, line):
    with pytest.raises(ConfigError) as caught:
        config.load(f'[tool.l10n]\nlocales = ["ko"]\n{head}{line}\n'.replace('locales = ["ko"]\nlocales', "locales"))
    return str(caught.value)


@pytest.mark.parametrize(("head", "key"), KEYS)
def test_a_misspelt_key_of_any_table_is_corrected(head, key):
    assert f"Did you mean `{key}`?" in refused(head, f"{key}{key[-1]} = 1")


@pytest.mark.parametrize(("head", "key"), KEYS)
@pytest.mark.parametrize("value", ["1979-05-27", '[["x"]]', "{ a = 1979-05-27 }"])
def test_no_message_speaks_of_the_library(head, key, value):
    assert not LIBRARY.search(refused(head, f"{key} = {value}"))


def kinds(hint):
    return {one for one in (hint, *get_args(hint)) if isinstance(one, type)}


NUMBERS = [(head, key) for head, key, hint in FIELDS if kinds(hint) & {int, float, bool}]


def test_there_are_numbers_to_try():
    assert {key for _, key in NUMBERS} >= {"min-coverage", "timeout", "parallel", "code-comments"}


@pytest.mark.parametrize(("head", "key"), NUMBERS)
@pytest.mark.parametrize("value", ['"1"', '"true"', '"0.5"'])
def test_a_number_in_quotation_marks_is_refused(head, key, value):
    assert "without quotation marks" in refused(head, f"{key} = {value}")


def test_a_word_that_is_nearly_one_of_a_list_is_corrected():
    assert "Did you mean `drafts-labelled`?" in refused("", 'policy = "drafts-labeled"')
    assert "Did you mean `sentence`?" in refused("", 'segmentation = "sentences"')


def test_what_is_to_be_a_table_is_told_so():
    assert "`check` must be a table, not 3" in refused("", "check = 3")
