"""Owns the tables of the configuration: which keys they have, what may stand there, and what holds without them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from l10n import config_values
from l10n.config_values import CheckedBy, Matching, Plainly
from l10n.model import Segmentation, Severity

__all__ = [
    "CheckTable",
    "Choices",
    "Config",
    "DisclosureTable",
    "EngineTable",
    "Fallback",
    "LocaleTable",
    "Policy",
    "PushTable",
    "RuleTable",
    "Section",
    "key_of",
]


class Policy(StrEnum):
    """What may be published of an article in one locale."""

    REVIEWED = "reviewed"
    """Reviewed segments; everything else falls back to English."""
    HEADLINE_AND_LEDE = "headline-and-lede"
    """Held until the story's headline and first paragraph are reviewed; then drafts are published and labelled."""
    DRAFTS_LABELLED = "drafts-labelled"
    """Reviewed segments and drafts; an article with drafts says so."""
    HOLD = "hold"
    """Held until every segment is reviewed."""


class Fallback(StrEnum):
    """What stands in the place of a text that may not be published."""

    HOLD = "hold"
    """Nothing: the article is held until there is none."""
    LAST_APPROVED = "last-approved"
    """The text that a person approved for the English as it was, where the change since is not urgent; what was built
    of a held article stays as it is. Else as `english-marked`."""
    ENGLISH_MARKED = "english-marked"
    """English, with a notice in the reader's language and, where the format has a way, marked as English."""
    ENGLISH = "english"
    """English, and not a word about it."""


_Digest = Annotated[str, CheckedBy(config_values.digest)]
_File = Annotated[str, CheckedBy(config_values.file_inside)]
_Folder = Annotated[str, CheckedBy(config_values.inside)]
_LocaleName = Annotated[str, CheckedBy(config_values.locale)]
_MemoryName = Annotated[str, CheckedBy(config_values.memory_name)]
_Moment = Annotated[str, CheckedBy(config_values.moment, anything=True)]
_Percent = Annotated[int, Plainly(ge=0, le=100)]
_Site = Annotated[str, CheckedBy(config_values.site)]
_Seconds = Annotated[float, Plainly(ge=0, le=60)]
_Words = Annotated[int, Plainly(ge=0, le=1_000_000)]
_Flag = Annotated[bool, Plainly()]
_Ending = Annotated[str, Matching(r"^(\.[A-Za-z0-9]+)?$")]
_Pattern = Annotated[str, CheckedBy(config_values.pattern)]
_PropName = Annotated[str, Matching(r"^!?[A-Za-z_$:][A-Za-z0-9_$:.-]*$")]
_RawBlock = Annotated[str, Matching(r"^!?[A-Za-z][A-Za-z0-9_./-]*$")]
"""The name of a raw block, as its tags have it; with `!` before it, of one that is none."""
_Sentence = Annotated[str, Matching(r"\S")]
_Naming = Annotated[str, Matching(r"^[^{}]*\{names\}[^{}]*$")]
_Selector = Annotated[str, CheckedBy(config_values.selector)]
_FieldPath = Annotated[str, CheckedBy(config_values.field_path)]


def key_of(name: str) -> str:
    """Return how the key of a field is written in TOML."""
    return "register" if name == "level" else name.replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A table; what pydantic is told of it here, and by the marks of the fields, is all that it knows of one."""

    __pydantic_config__: ClassVar[dict[str, object]] = {"extra": "forbid", "alias_generator": key_of}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTable(_Table):
    """`[tool.l10n.locale.LOCALE.check]`: which rules hold in a language, and how much they matter there."""

    select: tuple[str, ...] = ()
    """Rules and families; empty leaves those of the project, or the default ones."""
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = field(default_factory=dict)
    """Rule or family → how much its findings matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTable(RuleTable):
    """`[tool.l10n.check]`: the same for all languages, and what fails."""

    fail_on: Severity = Severity.ERROR
    """The least severity that makes `l10n check` exit with 1."""
    baseline: _File = ""
    """File of findings that are known and not told again; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureTable(_Table):
    """`disclosure`: sentences for readers in place of the program's own; empty leaves those."""

    whole: _Sentence = ""
    """All of the text is a machine's."""
    part: _Sentence = ""
    """Some of it is."""
    untranslated: _Sentence = ""
    """Some of it, or all, is in the original language."""
    outdated: _Sentence = ""
    """Some of it translates an earlier version of the original."""
    corrected: _Sentence = ""
    """A fact of the original changed since it was translated, so that the original stands there."""
    translated: _Naming = ""
    """Who translated it, with `{names}`, where an author gave that a place."""
    reviewed: _Naming = ""
    """Who reviewed drafts of it, likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices(_Table):
    """The keys that a locale or a section may set; None leaves the project's value."""

    engines: tuple[str, ...] | None = None
    policy: Policy | None = None
    fallback: Fallback | None = None
    hold_until: _Moment | None = None
    disclosure: DisclosureTable | None = None
    min_coverage: _Percent | None = None
    max_unedited: _Percent | None = None
    min_seconds_per_word: _Seconds | None = None
    level: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LocaleTable(Choices):
    """`[tool.l10n.locale.LOCALE]`: what holds for one locale."""

    layout: str | None = None
    """Where its articles are built; None leaves the project's value."""
    check: RuleTable = field(default_factory=RuleTable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Choices):
    """`[[tool.l10n.section]]`: what holds for a part of the articles, and how they are cut."""

    segmentation: Segmentation | None = None
    code_comments: _Flag | None = None
    exclude: tuple[_Selector, ...] | None = None
    front_matter: tuple[_FieldPath, ...] | None = None
    raw_blocks: tuple[_RawBlock, ...] | None = None
    text_props: tuple[_PropName, ...] | None = None
    shortcode_text: tuple[_PropName, ...] | None = None
    path: str
    """Pattern of paths below the articles folder."""
    empty: _Flag = False
    """It may be that no article is in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineTable(_Table):
    """`[tool.l10n.engine.NAME]`: an engine's own settings."""

    url: str = ""
    timeout: Annotated[float, Plainly(gt=0, le=600)] = 5.0
    """Seconds for one request."""
    key_variable: str = ""
    """Name of the environment variable that holds the service's key; the key itself is never in a file."""
    email: str = ""
    """For MyMemory, which allows more to a caller it knows."""
    model: str = ""
    """Which model answers, for `openai`."""
    template: Literal["", "translategemma"] = ""
    """How `openai` asks a model that was made to translate and takes no instructions; empty for all others."""
    glossary: str = ""
    """Id of a glossary that was made at DeepL."""
    region: str = ""
    """Region of the key, for Microsoft."""
    parallel: Annotated[int, Plainly(ge=1, le=32)] = 4
    """Questions under way at once."""
    rate: Annotated[float, Plainly(ge=0, le=100_000)] = 0.0
    """Questions a minute; 0 for no limit."""
    price: Annotated[float, Plainly(ge=0, le=1_000_000)] = 0.0
    """For a million characters of source text, in any currency."""
    model_digests: dict[str, _Digest] = field(default_factory=dict)
    """For Firefox: file of a model → the SHA-256 it has to have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PushTable(_Table):
    """`[tool.l10n.push.NAME]`: a site that keeps articles as posts."""

    url: str = ""
    """Where it is; the password goes there only if its owner says so outside of the project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config(_Table):
    """The whole table, checked."""

    source: _LocaleName = "en"
    locales: tuple[_LocaleName, ...]
    articles: _Folder = "articles"
    catalogs: _Folder = "locales"
    build: _Folder = "build"
    ignore: tuple[_Pattern, ...] = ()
    """Patterns of paths below the articles folder; what fits is no article."""
    layout: str = ""
    """The name of a layout, or a template of paths below the folder of builds (`l10n.publish.layouts`); empty for
    `{locale}/{path}`, with nothing but texts edited."""
    site: _Site = ""
    """The address at which the site is served; empty where it is not known."""
    page_ending: _Ending = ""
    """What the addresses of pages end in, in the place of the ending of their files; empty where it is that."""
    build_source: _Flag = False
    """The articles themselves are built beside the localized ones, as an edition in their own language."""
    feeds: _Flag = False
    """An Atom feed and a JSON feed of each language are built."""
    sitemap: _Flag = False
    """A sitemap of all languages is built."""
    json_ld: _Flag = False
    """Built pages tell search engines what they are a translation of."""
    credits: _Flag = False
    """Who translated and reviewed an article is named in it."""
    segmentation: Segmentation = Segmentation.PARAGRAPH
    code_comments: _Flag = False
    exclude: tuple[_Selector, ...] = ()
    front_matter: tuple[_FieldPath, ...] = ()
    raw_blocks: tuple[_RawBlock, ...] = ()
    text_props: tuple[_PropName, ...] = ()
    shortcode_text: tuple[_PropName, ...] = ()
    engines: tuple[str, ...] = ("memory", "firefox", "apertium")
    memory_name: _MemoryName = ""
    """By what the project is known in a shared memory; empty where it is in none."""
    memory_also: tuple[_MemoryName, ...] = ()
    """The names of other projects whose memories and answers are read there, and never changed."""
    policy: Policy = Policy.REVIEWED
    fallback: Fallback = Fallback.ENGLISH_MARKED
    hold_until: _Moment = ""
    """ISO 8601 time with its offset from UTC; nothing is published before it. Empty for no such time."""
    disclosure: DisclosureTable = field(default_factory=DisclosureTable)
    min_coverage: _Percent = 0
    max_unedited: _Percent = 100
    min_seconds_per_word: _Seconds = 0.0
    max_accepted_at_once: _Words = 0
    """Words of drafts that one person may accept unchanged at once without being told; 0 does not ask."""
    level: str = ""
    """The level of speech that drafts are turned to; empty leaves them as they come."""
    check: CheckTable = field(default_factory=CheckTable)
    locale: dict[_LocaleName, LocaleTable] = field(default_factory=dict)
    section: tuple[Section, ...] = ()
    engine: dict[str, EngineTable] = field(default_factory=dict)
    push: dict[Literal["wordpress"], PushTable] = field(default_factory=dict)

    @property
    def tells_history(self) -> bool:
        """Built articles say what the history knows of them."""
        return self.json_ld or self.credits
