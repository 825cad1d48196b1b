"""Owns where localized articles lie: templates of paths, and what each site generator asks for, as values."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from l10n import config_values, filenames, globs, locales

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from l10n.config import Config

__all__ = [
    "FIELDS",
    "PLAIN",
    "PRESETS",
    "HeadingIds",
    "Layout",
    "LinkStyle",
    "address_fields",
    "articles_aside",
    "built_of",
    "collisions",
    "editions",
    "faults",
    "filled",
    "for_language",
    "layout",
    "no_articles",
    "output",
    "settled",
    "unknown_fields",
]


class LinkStyle(StrEnum):
    """How a link to another file of the articles is written in a localized article."""

    KEPT = "kept"
    """As it is: the generator looks for what is localized, and falls back, by itself."""
    FILE = "file"
    """The path of the file, from where the localized article lies."""
    ADDRESS = "address"
    """The address of the page on the site."""
    ROOTED = "rooted"
    """As it is where both are localized, else the path of the file from the folder of articles: `/news/pier.md`."""
    RELREF = "relref"
    """A call that Hugo answers with the address of the page in a language."""
    FILENAME = "filename"
    """The path of the file as Pelican wants it, behind `{filename}`."""


@dataclass(frozen=True, slots=True)
class HeadingIds:
    """How the anchors of a source's headings are kept: those that the generator would make of the English words."""

    slug: str
    """Whose rule makes an anchor of words (`l10n.publish.anchors`)."""
    written: str
    """What is written behind the words of a heading, with `{id}`."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where localized articles lie below the folder of builds, and what is settled in them."""

    template: str
    """With `{locale}`, `{lang}` (as on the web) or `{tag}` (in small letters), and `{path}` or `{dir}`, `{stem}` and
    `{ext}`."""
    beside: bool = False
    """Its files may lie within the folder of articles: the generator reads one folder."""
    links: LinkStyle = LinkStyle.FILE
    assets: LinkStyle = LinkStyle.FILE
    """How pictures and other files that are no articles are linked."""
    pages: bool = False
    """A link without an ending leads from the address of the page, `/news/pier/`, and not from the file."""
    root: str = ""
    """What stands before an address of the site, `/news/pier/`, where the page is localized; empty leaves addresses."""
    headings: HeadingIds | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    """Field of front matter → what it becomes where it is there, with `{value}` and the language."""
    slugged: bool = False
    """`slug` is what a translation and its source have in common: it is set where it is not there."""
    nested: bool = True
    """A mapping in front matter is understood."""
    others: tuple[str, ...] = ()
    """Patterns of paths below its folder where the generator keeps what are no pages."""


_ATTRIBUTE = " {{#{id}}}"
_ANCHOR = ' <a id="{id}"></a>'
_BESIDE = "{dir}/{stem}.{lang}{ext}"
_FOLDER = "{lang}/{path}"
PRESETS: Mapping[str, Layout] = {
    "docusaurus": Layout(
        "{lang}/docusaurus-plugin-content-docs/current/{path}",
        links=LinkStyle.ROOTED,
        headings=HeadingIds("github", _ATTRIBUTE),
    ),
    "eleventy": Layout(
        _FOLDER,
        beside=True,
        links=LinkStyle.ADDRESS,
        assets=LinkStyle.ADDRESS,
        pages=True,
        root="/{lang}",
        headings=HeadingIds("github", _ANCHOR),
        fields={"permalink": "/{lang}{value}"},
        others=("_data/**", "_includes/**", "_layouts/**", "_site/**", "node_modules/**"),
    ),
    "hugo": Layout(
        "{dir}/{stem}.{tag}{ext}",
        beside=True,
        links=LinkStyle.RELREF,
        assets=LinkStyle.KEPT,
        pages=True,
        root="/{tag}",
        headings=HeadingIds("github", _ATTRIBUTE),
        fields={"url": "/{tag}{value}"},
    ),
    "jekyll": Layout(
        "{dir}/{lang}/{stem}{ext}",
        beside=True,
        links=LinkStyle.KEPT,
        headings=HeadingIds("kramdown", _ATTRIBUTE),
        others=(*(f"_{name}/**" for name in ("data", "includes", "layouts", "plugins", "sass", "site")), "vendor/**"),
    ),
    "mkdocs": Layout(
        _BESIDE,
        beside=True,
        links=LinkStyle.KEPT,
        assets=LinkStyle.KEPT,
        root="/{lang}",
        headings=HeadingIds("python", _ANCHOR),
    ),
    "pelican": Layout(
        _BESIDE,
        beside=True,
        links=LinkStyle.FILENAME,
        assets=LinkStyle.KEPT,
        headings=HeadingIds("python", _ANCHOR),
        slugged=True,
        nested=False,
    ),
    "starlight": Layout(
        "{tag}/{path}",
        beside=True,
        links=LinkStyle.ADDRESS,
        pages=True,
        root="/{tag}",
        headings=HeadingIds("github", _ANCHOR),
        fields={"slug": "{tag}/{value}"},
    ),
    "vitepress": Layout(
        _FOLDER,
        beside=True,
        root="/{lang}",
        headings=HeadingIds("vitepress", _ATTRIBUTE),
        others=("node_modules/**",),
    ),
}
"""Name → what that site generator asks for."""
PLAIN = Layout("{locale}/{path}", links=LinkStyle.KEPT, assets=LinkStyle.KEPT)
"""What holds where the configuration names no layout: nothing but texts is edited."""

_FIELD = re.compile(r"\{([a-z]*)\}")
FIELDS = ("dir", "ext", "lang", "locale", "path", "stem", "tag")
_SAMPLE = "news/pier.md"


def layout(config: Config, locale: str) -> Layout:
    """Return the layout of a locale."""
    own = config.locale[locale].layout if locale in config.locale else None
    named = config.layout if own is None else own
    return _named(named)


@lru_cache(maxsize=64)
def _named(named: str) -> Layout:
    return PRESETS.get(named) or (Layout(named) if named else PLAIN)


def settled(config: Config) -> bool:
    """Tell whether anything but texts is edited in the articles of a project: links, headings, front matter, heads."""
    return bool(config.site) or config.credits or any(layout(config, locale) is not PLAIN for locale in config.locales)


def editions(config: Config, chosen: Iterable[str]) -> tuple[str, ...]:
    """Return the languages that are built where some locales are `chosen`: that of the articles too, if asked for."""
    return (config.source, *chosen) if config.build_source else tuple(chosen)


def output(config: Config, article: str, locale: str) -> str:
    """Return the path of a built article relative to the project; `article` is its path among the articles."""
    return f"{config.build}/{filled(layout(config, locale).template, article, locale)}"


def filled(template: str, article: str, locale: str) -> str:
    """Return the path that a template, of known fields only, gives an article in a locale."""
    folder, _, name = article.rpartition("/")
    stem, ending = posixpath.splitext(name)
    values = {
        **_codes(locale),
        "path": article,
        "dir": folder,
        "stem": stem,
        "ext": ending,
    }
    path = _FIELD.sub(lambda found: values[found[1]], template)
    return path if folder or "{dir}" not in template else path.replace("//", "/").removeprefix("/")


def unknown_fields(template: str) -> list[str]:
    """Return what stands in braces in a template and means nothing."""
    return [name for name in _FIELD.findall(template) if name not in FIELDS]


def _codes(locale: str) -> dict[str, str]:
    lang = locales.tag(locale)
    return {"lang": lang, "locale": locale, "tag": lang.lower()}


def address_fields(config: Config) -> tuple[str, ...]:
    """Return the fields of front matter under which an article of a project states the address of its page."""
    return tuple(sorted({name for locale in config.locales for name in layout(config, locale).fields}))


def for_language(template: str, locale: str) -> str:
    """Put the codes of a locale into a template that has others besides."""
    for name, code in _codes(locale).items():
        template = template.replace(f"{{{name}}}", code)
    return template


@lru_cache(maxsize=256)
def _pattern(template: str, locale: str) -> re.Pattern[str]:
    """Return what the paths of a locale's files look like."""
    parts = {
        **{name: re.escape(code) for name, code in _codes(locale).items()},
        "path": ".+",
        "dir/": "(?:.+/)?",
        "dir": "(?:.+)?",
        "stem": "[^/]+",
        "ext": r"\.[^./]+",
    }
    pieces = re.split(r"\{(dir/|[a-z]*)\}", template.replace("{dir}/", "{dir/}"))
    return re.compile("".join(parts[one] if at % 2 else re.escape(one) for at, one in enumerate(pieces)))


def built_of(config: Config, name: str) -> str:
    """Return the language that a file, relative to the project, would be the built article of; empty if of none."""
    if not name.startswith(f"{config.build}/"):
        return ""
    inner = name[len(config.build) + 1 :]
    for locale in editions(config, config.locales):
        if _pattern(layout(config, locale).template, locale).fullmatch(inner):
            return locale
    return ""


def no_articles(config: Config, wrote: Callable[[], Callable[[str], bool]]) -> Callable[[str], bool] | None:
    """Return what tells of a path below the folder of articles that it is no article; None where all may be.

    Such are the files that the project ignores, those of the generator itself, and what a build writes: by its name or,
    where other locales or another layout left it, by what it holds. What `wrote` returns tells that of a path from the
    root; it is asked for where builds may lie among articles.
    """
    own = {pattern for locale in config.locales for pattern in layout(config, locale).others}
    patterns = [*config.ignore, *sorted(own)]
    aside = articles_aside(config)
    if aside and not patterns:
        return None
    folder = "" if config.articles == "." else f"{config.articles}/"
    left = None if aside else wrote()

    def other(name: str) -> bool:
        if any(globs.matches(pattern, name) for pattern in patterns):
            return True
        path = f"{folder}{name}"
        return left is not None and (built_of(config, path) != "" or left(path))

    return other


def articles_aside(config: Config) -> bool:
    """Tell whether the folder of articles is apart from that of builds, so that no file can be of both."""
    return not (filenames.within(config.articles, config.build) or filenames.within(config.build, config.articles))


def collisions(config: Config, articles: Iterable[str], chosen: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each file that cannot be written where its layout puts it, and why; `chosen` are the locales built."""
    known = list(articles)
    languages = editions(config, chosen)
    made = {output(config, article, locale): (article, locale) for locale in languages for article in known}
    if len(made) < len(known) * len(set(languages)):
        seen: dict[str, str] = {}
        for locale in languages:
            for article in known:
                name = output(config, article, locale)
                if name in seen:
                    yield name, f"two localized articles would be this file: `{article}` and `{seen[name]}`"
                seen[name] = article
    for name in made:
        inner = name.removeprefix(f"{config.build}/")
        if fault := filenames.fault(inner):
            yield name, fault
    others = [f"{config.articles}/{article}" for article in known] if not articles_aside(config) else []
    for name, other in filenames.clashes([*others, *made], "").items():
        yield name, f"it cannot stand beside `{other}` on every system: their names differ in case or composition alone"


def faults(config: Config) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Yield what is wrong with the layouts of a configuration: where, what, and what to do."""
    chosen: list[tuple[tuple[str, ...], str, tuple[str, ...]]] = [(("layout",), config.layout, config.locales)]
    chosen += [(("locale", name, "layout"), one.layout or "", (name,)) for name, one in config.locale.items()]
    for where, named, held in chosen:
        for message, remedy in _template_faults(named, held) if named else ():
            yield where, message, remedy
            return
    yield from _folder_faults(config)
    yield from _plain_faults(config)


def _template_faults(named: str, held: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the name of a layout, or with a template."""
    if named in PRESETS:
        return
    from l10n.config_faults import near  # noqa: PLC0415  see `config_kept`

    found, unknown = _FIELD.findall(named), unknown_fields(named)
    if "{" not in named:
        told = f"Use one of {', '.join(PRESETS)}, or a template such as {{locale}}/{{path}}."
        yield f"no layout is called `{named}`", " ".join(filter(None, (near(named, PRESETS), told)))
    elif unknown:
        known = ", ".join(f"{{{one}}}" for one in FIELDS)
        yield f"`{{{unknown[0]}}}` is nothing that a layout can name", f"Use {known}."
    elif re.search("[{}]", _FIELD.sub("", named)):
        yield f"`{named}` has a brace too many", "Write it like {locale}/{path}."
    elif not {"lang", "locale", "tag"} & set(found):
        yield f"`{named}` does not tell languages apart", "Put {locale} or {lang} into it."
    elif "path" not in found and not {"dir", "stem", "ext"} <= set(found):
        yield f"`{named}` does not tell articles apart", "Put {path} into it, or {dir}, {stem} and {ext}."
    elif said := next(filter(None, (_outside(named, locale) for locale in held)), ""):
        yield f"`{named}` is no path below the folder of builds: it {said}", "Write it like {locale}/{path}."


def _outside(template: str, locale: str) -> str:
    """Say what is wrong with a path that a template makes; empty where nothing is."""
    try:
        for article in (_SAMPLE, posixpath.basename(_SAMPLE)):
            config_values.file_inside(filled(template, article, locale))
    except ValueError as err:
        return str(err)
    return ""


def _folder_faults(config: Config) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Refuse builds within the articles, where no generator asks for it, and articles that would be built files."""
    layouts = [layout(config, locale) for locale in config.locales]
    if filenames.within(config.build, config.articles) and not all(one.beside for one in layouts):
        names = ", ".join(name for name, one in PRESETS.items() if one.beside)
        yield (
            ("build",),
            f"`build` ({config.build}) lies inside `articles` ({config.articles})",
            f"Choose separate folders, or a layout whose generator reads one folder: {names}.",
        )
    elif filenames.within(config.articles, config.build) and (
        locale := built_of(config, f"{config.articles}/{_SAMPLE}")
    ):
        yield (
            ("articles",),
            f"`articles` ({config.articles}) lies where the articles of `{locale}` are built",
            "Choose separate folders.",
        )


def _plain_faults(config: Config) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Refuse what is for sites without a generator where there is one, and lists of addresses that nobody knows."""
    asked = {"build-source": config.build_source, "feeds": config.feeds, "sitemap": config.sitemap}
    for name in (name for name, wanted in asked.items() if wanted):
        named = next((one for one in _layout_names(config) if one in PRESETS), "")
        if named:
            yield (name,), f"`{name}` is for sites without a generator, and `layout` is `{named}`", "Take it out."
        elif name != "build-source" and not config.site:
            yield (name,), f"`{name}` needs the address of the site", 'Name it: site = "https://example.org/".'


def _layout_names(config: Config) -> Iterator[str]:
    """Yield what the layouts of a configuration are called."""
    yield config.layout
    yield from (one.layout for one in config.locale.values() if one.layout)
