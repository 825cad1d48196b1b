"""The project's own documentation is localized by itself, and what is committed of it is in step with the pages."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, Site
from tools import site as tool

if TYPE_CHECKING:
    from pathlib import Path

IGNORED = (ROOT / "site" / ".gitignore").read_text(encoding="utf-8")
KEPT = sorted(
    name
    for path in (ROOT / "site" / "locales").rglob("*.po")
    if "/docs/" not in (name := path.relative_to(ROOT / "site").as_posix()) or f"!/{name}\n" in IGNORED
)
"""The catalogues that somebody has begun."""


@pytest.fixture(scope="module")
def localized(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, made anew in a folder of its own from what is committed."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copy2(ROOT / "site" / "pyproject.toml", folder)
    for name in KEPT:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / "site" / name, folder / name)
    tool.copy(folder)
    tool.localize(folder)
    return folder


def test_the_catalogues_are_in_step_with_the_pages(localized: Path) -> None:
    assert {"locales/ko/README.md.po", "locales/ko/docs/translators.md.po"} <= set(KEPT)
    for name in KEPT:
        assert (localized / name).read_bytes() == (ROOT / "site" / name).read_bytes(), f"run `make site`: {name}"


def test_the_korean_readme_is_what_is_built(localized: Path) -> None:
    assert (localized / "pages" / tool.README).read_text(encoding="utf-8") == (ROOT / tool.README).read_text(
        encoding="utf-8"
    ), "run `make site`"


def test_the_korean_readme_says_who_translated_it_and_shows_the_same_commands(localized: Path) -> None:
    text = (localized / "pages" / tool.README).read_text(encoding="utf-8")
    assert "기계 번역" in text
    english = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^```.*", text, re.MULTILINE) == re.findall(r"^```.*", english, re.MULTILINE)


def test_the_translations_of_the_pages_have_no_error(localized: Path) -> None:
    done = Site(localized).run("check", *[name.removeprefix("locales/ko/").removesuffix(".po") for name in KEPT])
    assert done.code == 0, done.out
