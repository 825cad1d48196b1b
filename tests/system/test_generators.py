"""Each layout is proven by its site generator's own build: no broken link, the right language, reciprocal versions."""

from __future__ import annotations

import os
import posixpath
import shutil
import subprocess
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from l10n.publish.layouts import PRESETS
from tests.conftest import Site
from tests.system.generators import CONFIGURED, GENERATORS, INSTALLED, picture

if TYPE_CHECKING:
    from pathlib import Path

    from tests.system.generators import Generator

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif("L10N_GENERATORS" not in os.environ, reason="`make generators` asks for it"),
]
BASE = "https://wire.example"


class BuiltPage(HTMLParser):
    """What a page says of itself and leads to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.names: set[str] = {"_top"}
        self.lang = ""
        self.alternates: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a tag."""
        said = {name: value or "" for name, value in attrs}
        self.names |= {said[one] for one in ("id", "name") if one in said}
        self.lang = said.get("lang", "") if tag == "html" else self.lang
        if tag == "link":
            if "hreflang" in said and said.get("rel") == "alternate":
                self.alternates[said["hreflang"].lower()] = said["href"]
            return
        self.links += [said[one] for one in ("href", "src") if said.get(one)]


def pages(folder: Path) -> dict[str, BuiltPage]:
    found = sorted(folder.rglob("*.html"))
    return {path.relative_to(folder).as_posix(): BuiltPage(path.read_text(encoding="utf-8")) for path in found}


def led_to(folder: Path, page: str, target: str) -> str:
    """Return the file of the site that a link leads to; empty for none."""
    path = unquote(urlsplit(target).path)
    where = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(page), path)
    name = posixpath.normpath(where) if path else page
    tried = [f"{name}/index.html"] if path.endswith("/") else [name, f"{name}.html", f"{name}/index.html"]
    return next((posixpath.normpath(one) for one in tried if (folder / one).is_file()), "")


def broken(folder: Path, built: dict[str, BuiltPage]) -> list[str]:
    found = []
    for name, page in built.items():
        for target in page.links:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            there = led_to(folder, name, target)
            named = built[there].names if there in built else {unquote(parts.fragment)}
            if not there or (parts.fragment and unquote(parts.fragment) not in named):
                found.append(f"{name}: {target}")
    return found


@pytest.mark.parametrize("name", GENERATORS)
def test_a_site_is_built_without_a_broken_link_and_each_page_in_its_language(name: str, site: Site) -> None:
    generator = GENERATORS[name]
    home = INSTALLED / "node" / name
    if home.is_dir():  # their modules are found in the folder of the site alone
        site = Site(home.resolve())
        for path in site.root.iterdir():
            if path.is_dir() and path.name != "node_modules":
                shutil.rmtree(path)
    built = made(site, name, generator)
    folder = site.root / generator.public
    assert broken(folder, built) == []
    assert {page: built[page].lang for page in generator.localized if page in built} == generator.localized
    assert not [page for page in generator.absent if page in built]
    for page in generator.localized if generator.alternates else ():
        for target in built[page].alternates.values():
            there = built[led_to(folder, page, target.removeprefix(BASE))]
            back = {led_to(folder, page, one.removeprefix(BASE)) for one in there.alternates.values()}
            assert page in back | {led_to(folder, page, target)}, (page, target)
        assert len(built[page].alternates) > 0, page


def made(site: Site, name: str, generator: Generator) -> dict[str, BuiltPage]:
    """Localize a site, and have it built by its generator."""
    program, *arguments = generator.command
    if not (INSTALLED / program).is_file():
        pytest.fail(f"{name} is not installed")
    site.configure(
        f'locales = ["ko", "pt-BR"]\nengines = ["pseudo"]\npolicy = "drafts-labelled"\nlayout = "{name}"\n'
        f'articles = "{generator.articles}"\nbuild = "{generator.build or generator.articles}"\n'
        '[[tool.l10n.section]]\npath = "news/held.md"\npolicy = "hold"\n'
    )
    languages = ("ko",) if name in {"docusaurus", "mkdocs"} else ("ko", "pt-BR")
    for path, text in (CONFIGURED[name](languages) | generator.files).items():
        site.write(path, text)
    for path in generator.picture.split():
        site.write(path, picture())
    site.ok("run")
    done = subprocess.run(
        [str(INSTALLED / program), *arguments],
        cwd=site.root,
        env={**os.environ, "ASTRO_TELEMETRY_DISABLED": "1", "PATH": f"{INSTALLED}/bin:{os.environ['PATH']}"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout.decode()[-3000:] + done.stderr.decode()[-3000:]
    return pages(site.root / generator.public)


def test_all_layouts_but_those_that_are_told_so_are_proven() -> None:
    assert set(PRESETS) - set(GENERATORS) == {"jekyll"}
