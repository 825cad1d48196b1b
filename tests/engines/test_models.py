"""Models on the disk: found by locale, whole or told to be damaged, pinned or refused by name."""

import hashlib
import json

import pytest

from l10n.engines import models
from l10n.engines.models import Role
from l10n.errors import EngineError


def sha(data):
    return hashlib.sha256(data).hexdigest()


FILES = {
    "model.enko.intgemm.alphas.bin": b"weights",
    "lex.50.50.enko.s2t.bin": b"shortlist",
    "srcvocab.enko.spm": b"english words",
    "trgvocab.enko.spm": b"korean words",
}


def installed(folder, pair="en-ko", files=FILES, **said):
    place = folder / pair
    place.mkdir(parents=True)
    for name, data in files.items():
        (place / name).write_bytes(data)
    listed = {name: {"size": len(data), "sha256": sha(data)} for name, data in files.items()}
    card = {"version": 1, "release": "3.0", "licence": "MPL-2.0", "from": "a.example", "files": listed, **said}
    (place / "model.json").write_text(json.dumps(card))
    return place


def found(target):
    model = models.find("en", target)
    assert model is not None
    return model


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(models.MODELS, str(tmp_path / "models"))
    return tmp_path / "models"


def test_a_model_is_found_by_the_names_of_locales(folder):
    place = installed(folder)
    model = found("ko")
    assert (model.name, model.release, model.licence, model.origin) == ("en-ko", "3.0", "MPL-2.0", "a.example")
    assert model.file(Role.MODEL) == place / "model.enko.intgemm.alphas.bin"
    assert model.size == sum(map(len, FILES.values()))
    assert models.find("en", "ja") is None
    assert models.find("ko", "en") is None


def test_a_language_in_another_script_has_another_model(folder):
    shared = {"model.x.bin": b"m", "vocab.x.spm": b"v"}
    installed(folder, "en-zh-Hans", shared)
    installed(folder, "en-pt", shared)
    assert found("zh_CN").name == "en-zh-Hans"
    assert found("zh").name == "en-zh-Hans"
    assert models.find("en", "zh_TW") is None
    assert found("pt_BR").name == "en-pt"


def test_a_shared_vocabulary_serves_both_languages(folder):
    installed(folder, "en-es", {"model.enes.bin": b"m", "vocab.enes.spm": b"v"})
    parts = found("es").read({})
    assert (parts.model, parts.source_vocabulary, parts.target_vocabulary, parts.shortlist) == (b"m", b"v", b"v", None)


def test_without_its_list_a_folder_is_read_by_the_names_of_its_files(folder):
    place = installed(folder)
    (place / models.LISTING).unlink()
    (place / "notes.txt").write_text("mine")
    model = found("ko")
    assert set(model.files) == {Role.MODEL, Role.SHORTLIST, Role.SOURCE_VOCABULARY, Role.TARGET_VOCABULARY}
    assert model.read({}).model == b"weights"


def test_a_file_that_changed_is_told_with_the_command_that_mends_it(folder):
    place = installed(folder)
    (place / "trgvocab.enko.spm").write_bytes(b"other  words")
    with pytest.raises(EngineError, match="en-ko is damaged") as told:
        found("ko").read({})
    assert told.value.path == str(place / "trgvocab.enko.spm")
    assert "l10n engine add firefox -l ko" in told.value.remedy
    (place / "trgvocab.enko.spm").unlink()
    with pytest.raises(EngineError, match="cannot be read"):
        found("ko").read({})


def test_a_digest_that_differs_from_the_pinned_one_is_refused_by_name(folder):
    installed(folder)
    pins = {name: sha(data) for name, data in FILES.items()}
    assert found("ko").read(pins).model == b"weights"
    pins["srcvocab.enko.spm"] = "0" * 64
    with pytest.raises(EngineError, match=r"srcvocab.enko.spm is not the file that `model-digests` pins"):
        found("ko").read(pins)


def test_a_pinned_model_without_a_list_is_compared_with_its_bytes(folder):
    place = installed(folder)
    (place / models.LISTING).unlink()
    pins = {name: sha(data) for name, data in FILES.items()}
    assert found("ko").read(pins).shortlist == b"shortlist"
    with pytest.raises(EngineError, match=r"model.enko.intgemm.alphas.bin"):
        found("ko").read(pins | {"model.enko.intgemm.alphas.bin": "0" * 64})


def test_where_anything_is_pinned_all_files_have_to_be(folder):
    installed(folder)
    pins = {name: sha(data) for name, data in FILES.items() if not name.startswith("lex")}
    with pytest.raises(EngineError, match=r"lex.50.50.enko.s2t.bin of the model en-ko is not in `model-digests`"):
        found("ko").read(pins)
    with pytest.raises(EngineError, match=r"of the model en-ko is not in `model-digests`"):
        found("ko").read({"model.enja.bin": "0" * 64})


@pytest.mark.parametrize(
    "card",
    [
        "no JSON",
        "[]",
        '{"version": 2, "files": {}}',
        '{"version": 1, "files": {"../../evil.bin": {"size": 1, "sha256": "%s"}}}' % ("0" * 64),
        '{"version": 1, "files": {"model.enko.bin": {"size": "1", "sha256": "%s"}}}' % ("0" * 64),
        '{"version": 1, "files": {"model.enko.bin": {"size": 1, "sha256": "short"}}}',
    ],
)
def test_a_list_that_says_nothing_of_a_model_is_refused_with_its_path(folder, card):
    place = installed(folder)
    (place / models.LISTING).write_text(card)
    with pytest.raises(EngineError, match="does not say what a model is made of") as told:
        models.find("en", "ko")
    assert told.value.path == str(place / models.LISTING)


def test_a_folder_without_all_files_of_a_model_is_none_and_is_listed_as_such(folder):
    installed(folder, "en-ja", {"model.enja.bin": b"m", "srcvocab.enja.spm": b"v"})
    installed(folder)
    (folder / ".l10n-half").mkdir()
    listed = list(models.installed(folder))
    assert [str(getattr(one, "name", one.__class__.__name__)) for one in listed] == ["EngineError", "en-ko"]
    with pytest.raises(EngineError, match="is not a model"):
        models.find("en", "ja")


@pytest.mark.parametrize(
    "name",
    ["../model.bin", "model.enko.bin/..", "/etc/vocab.spm", "model.", ".model.bin", "model.enko.bin\n", "lex",
     "Model.b", "model.enko\\.bin", "model.enko.bin:stream", "model..bin", "con.bin", "model." + "x" * 100],
)  # fmt: skip
def test_a_name_that_could_lead_somewhere_else_has_no_role(name):
    assert models.role(name) is None


def test_without_the_variable_models_lie_in_the_folder_for_caches(tmp_path, monkeypatch):
    monkeypatch.delenv(models.MODELS, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert models.folder() == models.store()
    installed(models.store())
    assert found("ko").name == "en-ko"
