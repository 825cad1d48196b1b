"""Each layout is proven by its site generator's own build: no broken link, the right language, reciprocal versions."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from l10n.publish.layouts import PRESETS
from tests.conftest import Site
from tests.system.built_site import broken, led_to, pages
from tests.system.generators import CONFIGURED, GENERATORS, build, home, picture

if TYPE_CHECKING:
    from tests.system.built_site import BuiltPage
    from tests.system.generators import Generator

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif("L10N_GENERATORS" not in os.environ, reason="`make generators` asks for it"),
]
BASE = "https://wire.example"


@pytest.mark.parametrize("name", GENERATORS)
def test_a_site_is_built_without_a_broken_link_and_each_page_in_its_language(name: str, site: Site) -> None:
    generator = GENERATORS[name]
    site = Site(home(name, site.root))
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
    if told := build(generator, site.root):
        pytest.fail(told)
    return pages(site.root / generator.public)


def test_all_layouts_but_those_that_are_told_so_are_proven() -> None:
    assert set(PRESETS) - set(GENERATORS) == {"jekyll"}
