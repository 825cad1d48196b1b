"""A configuration that was read before is known again, and what is not the same is validated."""

from __future__ import annotations

import pickle
from hashlib import blake2b
from typing import TYPE_CHECKING

import pytest

from l10n import cache, config, program, project
from l10n.cache import Cache
from l10n.errors import ConfigError
from l10n.values import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.conftest import Site

TEXT = '[tool.l10n]\nlocales = ["ko"]\nregister = "haera"\n[tool.l10n.check]\nignore = ["numbers"]\n'


def few() -> tuple[str, ...]:
    return ("memory", "firefox", "apertium")


def more() -> tuple[str, ...]:
    return (*few(), "google")


def rules() -> tuple[str, ...]:
    return ("numbers", "markup")


def registers() -> tuple[str, ...]:
    return ("haera",)


@pytest.fixture
def validated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Get each text that is validated."""
    found: list[str] = []
    make = config._validated  # noqa: SLF001  where pydantic is imported

    def noted(text: str, path: str) -> config.Config:
        found.append(text)
        return make(text, path)

    monkeypatch.setattr(config, "_validated", noted)
    return found


def load(root: Path, text: str = TEXT, engines: Callable[[], Iterable[str]] = tuple) -> config.Config:
    return config.load(text, engines=engines, rules=rules, registers=registers, kept=root)


def kept(root: Path) -> Path:
    path = Cache(root, "configuration").path
    assert path
    return path


def test_the_same_configuration_is_validated_once(site: Site, validated: list[str]) -> None:
    first = load(site.root)
    assert load(site.root) == first == config.load(TEXT)
    assert repr(load(site.root)) == repr(first)
    assert validated == [TEXT, TEXT]  # the second without a place to keep it


def test_whatever_a_configuration_is_made_of_makes_it_another(
    site: Site, validated: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = f"{TEXT}# another\n"
    load(site.root)
    load(site.root, other)
    load(site.root, other, few)
    load(site.root, other, more)
    config.load(other, engines=few, registers=registers, kept=site.root)
    config.load(other, engines=few, rules=rules, kept=site.root)
    monkeypatch.setattr(program, "digest", lambda: "another")
    config.load(other, engines=few, rules=rules, kept=site.root)
    assert validated == [TEXT, *[other] * 6]


def test_one_with_a_fault_is_never_kept_and_told_each_time(site: Site) -> None:
    load(site.root)
    before = kept(site.root).read_bytes()
    for text in (TEXT.replace("numbers", "nubmers"), TEXT.replace("haera", "hapsio"), f"{TEXT}x = 1\n", "[tool"):
        told = set()
        for _ in range(2):
            with pytest.raises(ConfigError) as refused:
                load(site.root, text)
            told.add(str(refused.value))
        with pytest.raises(ConfigError) as refused:
            config.load(text, rules=rules, registers=registers)
        assert told == {str(refused.value)}
        assert kept(site.root).read_bytes() == before


def sealed(data: bytes) -> bytes:
    """Return what would be kept, with the right seal."""
    key = mark((program.digest(), (TEXT, tuple, rules, registers, None)))
    return blake2b(data, key=key, digest_size=16).digest() + data


FORGED = {
    "empty": lambda _: b"",
    "garbage": lambda _: b"no configuration at all",
    "cut": lambda data: data[:-1],
    "changed": lambda data: data.replace(b"articles", b"artifact"),
    "of another": lambda data: bytes(16) + data[16:],
    "another value": lambda _: sealed(pickle.dumps({"locales": ("ko",)})),
    "no value": lambda _: sealed(pickle.dumps(print)),
    "no pickle": lambda _: sealed(b"\x80\x05garbage"),
}


@pytest.mark.parametrize("damage", FORGED)
def test_what_is_no_configuration_that_was_kept_is_made_anew(site: Site, validated: list[str], damage: str) -> None:
    first = load(site.root)
    whole = kept(site.root).read_bytes()
    assert sealed(whole[16:]) == whole
    kept(site.root).write_bytes(FORGED[damage](whole))
    assert kept(site.root).read_bytes() != whole
    assert load(site.root) == first
    assert len(validated) == 2
    assert kept(site.root).read_bytes() == whole


@pytest.mark.parametrize("there", ["folder", "link", "file in the way"])
def test_where_nothing_can_be_kept_it_is_validated_each_time(site: Site, validated: list[str], there: str) -> None:
    path = kept(site.root)
    if there == "folder":
        (path / "x").mkdir(parents=True)
    elif there == "link":
        load(site.root)
        moved = path.rename(path.with_name("elsewhere"))
        path.symlink_to(moved)
        validated.clear()
    else:
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.write_text("")
    load(site.root)
    assert len(validated) == 1


def test_a_cache_inside_of_the_project_is_neither_read_nor_written(
    site: Site, validated: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "base", lambda: site.root / "cache")
    for _ in range(2):
        load(site.root)
    assert len(validated) == 2
    assert not (site.root / "cache").exists()


def test_without_the_cache_it_is_neither_read_nor_written(site: Site, validated: list[str]) -> None:
    site.configure('locales = ["ko"]\n')
    for command in (("extract", "--no-cache"), ("--no-cache", "coverage"), ("repair", "--no-cache")):
        site.ok(*command)
    assert len(validated) == 3
    assert not kept(site.root).exists()
    site.ok("extract")
    site.ok("repair")
    assert len(validated) == 4


def test_a_program_that_uses_the_api_keeps_nothing(site: Site, validated: list[str]) -> None:
    for _ in range(2):
        project.find(site.root)
    assert len(validated) == 2
    assert not kept(site.root).exists()
