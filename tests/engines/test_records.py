"""What a list of models says: which of them is taken, and what of it is not believed."""

from __future__ import annotations

import json

import pytest

from l10n.engines.models import Role
from l10n.engines.models.records import of_card, of_records
from l10n.errors import EngineError
from tests.engines.mozilla import FILES, body, record, sha


def model(pair=("en", "ko"), files=None, **changed):
    return [record(name, data, pair=pair, **changed) for name, data in (files or FILES).items()]


SHARED = {"model.enx.bin": b"weights", "vocab.enx.spm": b"words"}


def test_the_files_of_a_pair_are_found_with_what_they_are_packed_and_unpacked():
    offer = of_records(body(*model(), *model(("ko", "en")), *model(("en", "ja"))), "en", "ko")
    assert (offer.name, offer.release, offer.licence) == ("en-ko", "3.0", "MPL-2.0")
    assert set(offer.files) == {Role.MODEL, Role.SHORTLIST, Role.SOURCE_VOCABULARY, Role.TARGET_VOCABULARY}
    weights = offer.files[Role.MODEL]
    assert weights.file.digest == sha(FILES["model.enko.intgemm.alphas.bin"])
    assert weights.file.size == 400_000 > weights.size
    assert weights.place.startswith("main-workspace/translations-models-v2/")
    assert offer.unpacked == sum(map(len, FILES.values()))


def test_the_newest_finished_version_of_the_right_form_is_taken():
    listed = [*model(version="3.0"), *model(version="3.10"), *model(version="3.9"), *model(version="3.11a1")]
    other = [*model(version="2.9"), *model(version="4.0"), *model(version="newest")]
    assert of_records(body(*other, *listed), "en", "ko").release == "3.10"
    assert of_records(body(*other, *model(version="3.1a2"), *model(version="3.1a1")), "en", "ko").release == "3.1a2"
    with pytest.raises(EngineError, match="no model from en to ko"):
        of_records(body(*other), "en", "ko")


@pytest.mark.parametrize(
    ("filter_", "ours"),
    [
        ("", True),
        ("env.appinfo.OS != 'Android'", True),
        ("env.appinfo.OS != 'Android' || env.channel != 'release'", True),
        ('(env.channel == "release") && env.appinfo.OS != "Android"', True),
        ("env.appinfo.OS == 'Android' ", False),
        ("env.channel == 'default' || env.channel == 'nightly'", False),
        ("(env.channel == 'default' || env.channel == 'nightly') && env.appinfo.OS != 'Android'", False),
        ("env.channel != 'release'", False),
        ("env.version|versionCompare('130') >= 0", False),
        ("env.country == 'KR'", False),
        ("'a' == 'a'", True),
        ("'a' 'a' 'a'", False),
        ("'a' ==", False),
        ("('a' == 'a'", False),
        ("'a' == 'a')", False),
        ("'a' == 'a' 'b'", False),
        ("(" * 5000, False),
        (7, False),
    ],
)
def test_a_filter_says_whom_a_model_is_for_and_what_is_not_understood_is_for_nobody(filter_, ours):
    usual = model(version="3.0")
    special = model(version="3.5", filter_expression=filter_)
    assert of_records(body(*usual, *special), "en", "ko").release == ("3.5" if ours else "3.0")


def test_of_two_sizes_the_larger_is_taken():
    small = [record(name, data[: len(data) // 2], architecture="tiny") for name, data in FILES.items()]
    offer = of_records(body(*small, *model(), *small), "en", "ko")
    assert offer.files[Role.MODEL].file.size == 400_000


def test_files_of_different_versions_make_no_model():
    listed = [record(name, data, version="3.1" if "vocab" in name else "3.0") for name, data in FILES.items()]
    with pytest.raises(EngineError, match="no model from en to ko"):
        of_records(body(*listed), "en", "ko")


def test_a_language_in_its_own_script_is_found_by_any_of_its_codes():
    listed = body(*model(("en", "zh-Hans"), SHARED), *model(("en", "zh-Hant"), SHARED), *model(("en", "pt"), SHARED))
    assert of_records(listed, "en", "zh_CN").name == "en-zh-Hans"
    assert of_records(listed, "en", "zh_TW").name == "en-zh-Hant"
    assert of_records(listed, "en", "pt_BR").name == "en-pt"
    with pytest.raises(EngineError, match="no model") as told:
        of_records(listed, "en", "ko")
    assert told.value.remedy == "From en there are: pt, zh-Hans, zh-Hant."


HOSTILE = [
    {"name": "../../model.enko.bin"},
    {"name": "model.enko/../../x"},
    {"name": "model.enko.bin\0"},
    {"name": None},
    {"attachment": {"location": "../../../etc/passwd"}},
    {"attachment": {"location": "/etc/passwd"}},
    {"attachment": {"location": "//evil.example/x"}},
    {"attachment": {"location": "https://evil.example/x"}},
    {"attachment": {"location": "a/../../x"}},
    {"attachment": {"location": "a\\..\\x"}},
    {"attachment": {"location": "a/%2e%2e/x"}},
    {"attachment": {"location": "a?x=1#y"}},
    {"attachment": {"location": ""}},
    {"attachment": {"hash": "../../x"}},
    {"attachment": {"hash": None}},
    {"attachment": {"size": -1}},
    {"attachment": {"size": 0}},
    {"attachment": {"size": "9"}},
    {"attachment": {"size": 1 << 40}},
    {"attachment": {"size": 1e9}},
    {"decompressedSize": 1 << 40},
    {"decompressedSize": "many"},
    {"decompressedHash": "0" * 63},
    {"decompressedHash": ["0" * 64]},
    {"version": 3.0},
    {"sourceLanguage": ["en"]},
    {"attachment": None},
]


@pytest.mark.parametrize("change", HOSTILE, ids=json.dumps)
def test_a_record_that_leads_elsewhere_or_has_no_bounds_is_passed_over(change):
    changed = dict(change)
    gone = changed.pop("attachment", {})
    name = "model.enko.intgemm.alphas.bin"
    bad = {**record(name, FILES[name], attachment=gone or {}), **changed}
    if gone is None:
        bad["attachment"] = None
    others = [record(other, data) for other, data in FILES.items() if other != name]
    with pytest.raises(EngineError, match="no model from en to ko"):
        of_records(body(bad, *others), "en", "ko")


def test_where_nothing_is_said_of_the_unpacked_file_the_packed_one_vouches():
    offer = of_records(body(*model(decompressedHash=None, decompressedSize=None)), "en", "ko")
    assert {(file.file.digest, file.file.size) for file in offer.files.values()} == {("", -1)}
    assert all(file.digest and file.size > 0 for file in offer.files.values())
    assert (offer.unpacked, offer.size > 300_000) == (0, True)


def test_what_a_record_calls_a_language_is_not_shown_unless_it_is_a_code():
    listed = body(*model(("en", "ja")), *model(("en", "\x1b[2J\nerror: all is lost")))
    with pytest.raises(EngineError) as told:
        of_records(listed, "en", "ko")
    assert told.value.remedy == "From en there are: ja."


@pytest.mark.parametrize("text", [b"", b"<html>", b"[]", b"{}", b'{"data": {}}', b"[" * 100_000, b"\xff\xfe", b"null"])
def test_what_is_no_list_is_refused_in_words(text):
    with pytest.raises(EngineError, match=r"no list of models|no JSON"):
        of_records(text, "en", "ko")


def card(files):
    return json.dumps({"version": 1, "release": "3.0", "licence": "CC0", "from": "x", "files": files}).encode()


def test_a_copied_model_is_described_by_its_own_list_and_stays_in_its_folder():
    files = {name: {"size": len(data), "sha256": sha(data)} for name, data in FILES.items()}
    offer = of_card(card(files), "en", "ko")
    assert (offer.name, offer.release, offer.licence) == ("en-ko", "3.0", "CC0")
    assert offer.files[Role.MODEL].place == "en-ko/model.enko.intgemm.alphas.bin"


@pytest.mark.parametrize("text", [b"{}", b"x", card({}), card({"../model.bin": {"size": 1, "sha256": "0" * 64}})])
def test_a_list_of_a_copied_model_that_says_nothing_is_refused(text):
    with pytest.raises(EngineError, match=r"model.json of en-ko|no JSON"):
        of_card(text, "en", "ko")
