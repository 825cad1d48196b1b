"""The verb `push`: send what may be published to a site that keeps articles as posts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from l10n import cms
from l10n.errors import SiteClosedError, SiteError, UsageError
from l10n.model import Pushed, PushVerdict
from l10n.stages.articles import Ranks
from l10n.stages.build import ready
from l10n.stages.mapping import Failure
from l10n.stages.published import published

if TYPE_CHECKING:
    from collections.abc import Callable

    from l10n.cms import PostSite
    from l10n.config import Config
    from l10n.errors import L10nError
    from l10n.model import Story, Wish
    from l10n.stages.workset import Workset

__all__ = ["PushedAll", "push"]

_SHOWN = 3
"""Names of files that are told of one article."""


@dataclass(frozen=True, slots=True)
class PushedAll:
    """What `push` did."""

    rows: tuple[Pushed, ...]
    """In the order of the articles."""
    failures: tuple[L10nError, ...]


def push(work: Workset, system: str, wish: Wish, tell: Callable[[Pushed], None] = lambda _: None) -> PushedAll:
    """Send every article in every locale that its policy releases; `tell` is called after each.

    Raises `UsageError` for a system that is not known and where all posts were to be overwritten, and `ConfigError`
    for settings that cannot be used and as `ready` does.
    """
    if wish.overwrite and work.whole:
        raise UsageError(
            "`--overwrite` replaces what people wrote on the site, and no article is named",
            remedy="Name the articles.",
        )
    ready(work)
    site = _site(work.project.config, system)
    failures: list[Failure] = []
    rows: list[Pushed] = []
    for one in published(work, failures):
        row = Pushed(one.article, one.locale, PushVerdict.HELD, one.held)
        try:
            row = _sent(site, one.story, wish) if one.story else row
        except SiteError as err:
            err.path = f"{work.project.config.articles}/{one.article}"
            failures.append(Failure(one.article, one.locale, err))
            if isinstance(err, SiteClosedError):
                break
            continue
        rows.append(row)
        tell(row)
    return PushedAll(tuple(rows), (*work.unknown, *Ranks.of(work.articles, work.locales).errors(failures)))


def _site(config: Config, system: str) -> PostSite:
    tables = {str(name): table for name, table in config.push.items()}
    return cms.load(system, cms.SiteSettings(tables[system].url if system in tables else "", config.source))


def _sent(site: PostSite, story: Story, wish: Wish) -> Pushed:
    done = site.push(story, wish)
    return replace(done, why="; ".join(filter(None, (done.why, _apart(story)))))


def _apart(story: Story) -> str:
    """Return what readers of a post will not find, as it lies beside the article."""
    if not story.apart:
        return ""
    more = f" and {len(story.apart) - _SHOWN} more" if len(story.apart) > _SHOWN else ""
    return f"leads nowhere there: {', '.join(story.apart[:_SHOWN])}{more}"
