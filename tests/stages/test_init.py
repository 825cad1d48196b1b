"""Making a folder a project."""

import tomllib

import pytest

from l10n.errors import ConfigError, LocaleError, UsageError
from l10n.stages.init import init


def test_a_folder_becomes_a_project_with_its_folders_and_ignored_caches(tmp_path):
    done = init(tmp_path / "new", ["ko", "pt-BR", "ko"])
    table = tomllib.loads((tmp_path / "new/pyproject.toml").read_text())["tool"]["l10n"]
    assert table == {"locales": ["ko", "pt_BR"], "engines": ["memory", "firefox", "apertium"]}
    assert done.created == ("pyproject.toml", "articles/", "locales/ko/", "locales/pt_BR/", ".gitignore")
    assert (tmp_path / "new/.gitignore").read_text() == "/.l10n/\n/build/\n/preview/\n"
    text = (tmp_path / "new/pyproject.toml").read_text()
    assert "l10n engine add firefox" in text
    assert "google" not in text


def test_only_who_wants_to_be_online_gets_an_engine_that_sends_text_elsewhere(tmp_path):
    assert init(tmp_path, ["ko"], online=True).engines == ("memory", "firefox", "google", "apertium")
    text = (tmp_path / "pyproject.toml").read_text()
    assert "translate.google.com" in text
    assert "l10n engine add firefox" in text


def test_what_stands_in_the_files_already_is_kept(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    (tmp_path / ".gitignore").write_text("/build/\n*.pyc")
    init(tmp_path, ["ko"])
    text = (tmp_path / "pyproject.toml").read_text()
    assert text.startswith('[project]\nname = "x"\n\n[tool.l10n]\n')
    assert (tmp_path / ".gitignore").read_text() == "/build/\n*.pyc\n/.l10n/\n/preview/\n"


def test_a_project_is_not_made_twice(tmp_path):
    init(tmp_path, ["ko"])
    before = (tmp_path / "pyproject.toml").read_text()
    with pytest.raises(UsageError, match="project already"):
        init(tmp_path, ["ja"])
    assert (tmp_path / "pyproject.toml").read_text() == before


@pytest.mark.parametrize(("codes", "error"), [(["kr"], LocaleError), (["en"], UsageError), (["../x"], LocaleError)])
def test_a_wrong_locale_makes_nothing(tmp_path, codes, error):
    with pytest.raises(error):
        init(tmp_path, codes)
    assert list(tmp_path.iterdir()) == []


def test_a_broken_configuration_file_is_left_alone(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[project\n")
    with pytest.raises(ConfigError, match="cannot be added"):
        init(tmp_path, ["ko"])
    assert (tmp_path / "pyproject.toml").read_text() == "[project\n"
