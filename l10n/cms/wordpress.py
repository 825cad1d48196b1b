"""Owns sending articles to WordPress over its REST API, as WordPress itself has it: no plug-in is needed.

A post is looked for before each writing, also where a request is made again after a failure, so that none is made
twice. Its address is set when it is made and its state changed only where that is asked for; both are people's then.
"""

from __future__ import annotations

import base64
import json
import re
import time
from dataclasses import replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from l10n import locales
from l10n.cms.marks import PostMark, PostText, marked, name, read, unmarked
from l10n.cms.polylang import Languages
from l10n.cms.rendering import post_text
from l10n.cms.verdicts import SitePost, decided, to_be_published
from l10n.errors import ConfigError, SiteClosedError, SiteError
from l10n.model import Pushed, PushVerdict
from l10n.web.faults import Fault
from l10n.web.http import Wire, check_url, within
from l10n.web.keys import key, user

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from l10n.cms import SiteSettings
    from l10n.model import Story, Wish

__all__ = ["WordPress", "create"]

_SERVICE = "wordpress"
_PASSWORD = "L10N_WORDPRESS_PASSWORD"  # noqa: S105  the name of a variable
_POSTS = "wp/v2/posts"
_TIMEOUT = 30.0
"""Seconds one request may take."""
_ATTEMPTS = 3
_BACKOFF = 1.0
_LONGEST_WAIT = 20.0
"""Seconds that a site may ask to be waited for."""
_GRACE = 0.5
"""Seconds a request may take beyond its timeout, for the thread that carries it."""
_EDITED = {
    "context": "edit",
    "_fields": "id,status,link,title.raw,excerpt.raw,content.raw,lang,translations",
}
_EVERYWHERE = _EDITED | {"status": "publish,future,draft,pending,private,trash", "per_page": "10"}
_WORD = re.compile(r"[a-z0-9_-]{1,60}")
"""A state or the code of an error, as WordPress writes them: what may be shown of an answer."""


class WordPress:
    """A site, and who is known there."""

    def __init__(
        self, url: str, source: str, wire: Wire, headers: Mapping[str, str], sleep: Callable[[float], None]
    ) -> None:
        """Take the address with the slash at its end, and the headers that say who asks."""
        self._url, self._source, self._wire, self._headers, self._sleep = url, source, wire, headers, sleep
        self._known: dict[str, dict[str, int]] = {}
        """Article → the posts that are known of it, by the language that the site has for them."""
        self._languages: Languages | None = None
        """What the site says of languages; None until it has been asked."""

    def __repr__(self) -> str:
        return f"WordPress({self._url!r})"

    def push(self, story: Story, wish: Wish) -> Pushed:
        """Send an article, unless it is there as it is or a person has changed it there; raises `SiteError`."""
        for attempt in range(_ATTEMPTS):
            try:
                return self._push(story, wish)
            except Fault as fault:
                if not fault.retry or attempt == _ATTEMPTS - 1:
                    raise self._told(fault) from fault
                self._sleep(min(fault.wait or _BACKOFF * 2**attempt, _LONGEST_WAIT))
        raise AssertionError

    def _push(self, story: Story, wish: Wish) -> Pushed:
        text = post_text(story)
        posts = self._found(story)
        if len(posts) > 1:
            why = f"several posts are it: {', '.join(str(post.id) for post in posts)}"
            return Pushed(story.article, story.locale, PushVerdict.CHANGED_THERE, why)
        post = next(iter(posts), None)
        verdict, why = decided(post, text, wish)
        if verdict in {PushVerdict.CREATE, PushVerdict.UPDATE} and not wish.dry:
            post = self._written(story, text, post, wish)
        self._note(story, post)
        return Pushed(story.article, story.locale, verdict, why, post.status if post else "", post.link if post else "")

    def _found(self, story: Story) -> list[SitePost]:
        """Return the posts that are an article: by their mark, else the one of its address that has none."""
        wanted = name(story)
        posts = self._posts(search=wanted)
        own = [post for post in posts if post.mark and post.mark.name == wanted]
        return own or [post for post in self._posts(slug=_slug(story)) if post.mark is None][:1]

    def _posts(self, **wanted: str) -> list[SitePost]:
        rows = self._ask(lambda: self._wire.get(self._place(_POSTS), _EVERYWHERE | wanted, self._headers))
        if not isinstance(rows, list):
            raise Fault("its answer is not understood")
        return [self._post(row) for row in rows]

    def _written(self, story: Story, text: PostText, post: SitePost | None, wish: Wish) -> SitePost:
        """Make a post or write it anew; where the site keeps something else than it was sent, its mark says so."""
        mark = PostMark(name(story), text.digest, text.digest)
        fields: dict[str, object] = {
            "title": text.title,
            "excerpt": text.excerpt,
            "content": marked(text.content, mark, story),
        }
        if post is None:
            fields |= {"slug": _slug(story), "status": "draft"}
        if to_be_published(post, wish):
            fields["status"] = "publish"
        done = self._sent(f"{_POSTS}/{post.id}" if post else _POSTS, fields | self._language(story, post))
        kept = done.text.digest
        if kept != mark.kept:
            content = marked(done.text.content, replace(mark, kept=kept), story)
            done = self._sent(f"{_POSTS}/{done.id}", {"content": content})
        if done.mark is None or done.mark.kept != done.text.digest:
            raise SiteError(
                f"{self._url} does not keep what it is sent: post {done.id} is another each time it is saved",
                remedy="See which plug-in changes the text of posts, or give the user the right `unfiltered_html`.",
            )
        return done

    def _sent(self, path: str, fields: Mapping[str, object]) -> SitePost:
        place = self._place(path)
        return self._post(self._ask(lambda: self._wire.post(place, _EDITED, self._headers, json=fields)))

    def _language(self, story: Story, post: SitePost | None) -> dict[str, object]:
        """Return the language of a post and what it is a translation of, where the site has fields for them."""
        if self._languages is None:
            self._languages = self._asked_languages()
        found = self._languages
        if not found:
            return {}
        language, original = found.code(story.locale), found.code(self._source)
        if not language:
            raise SiteError(
                f"{self._url} has no language for {locales.tag(story.locale)}",
                remedy="Add it under Languages in its administration.",
            )
        known = self._known.setdefault(story.article, {})
        if original and original not in known:
            rows = self._posts(slug=story.slug, lang=original)
            known |= {original: rows[0].id} if len(rows) == 1 else {}
        others = (dict(post.translations) if post else {}) | known
        others.pop(language, None)
        return {"lang": language, "translations": others}

    def _asked_languages(self) -> Languages:
        told = self._ask(lambda: self._wire.options(self._place(_POSTS), self._headers))
        if not Languages.told_of(told):
            return Languages(())
        return Languages.read(self._ask(lambda: self._wire.get(self._place("pll/v1/languages"), None, self._headers)))

    def _note(self, story: Story, post: SitePost | None) -> None:
        if post and post.language:
            self._known.setdefault(story.article, {})[post.language] = post.id

    def _place(self, path: str) -> str:
        return f"{self._url}wp-json/{path}"

    def _ask(self, question: Callable[[], Any]) -> Any:
        return within(self._wire.timeout + _GRACE, question).json()

    def _post(self, row: object) -> SitePost:
        """Read a post out of an answer; raises `Fault` where it is none."""
        fields = row if isinstance(row, dict) else {}
        texts = [part.get("raw") if isinstance(part := fields.get(key), dict) else None for key in _TEXTS]
        number, status, link = fields.get("id"), fields.get("status"), fields.get("link")
        if type(number) is not int or not isinstance(status, str) or not all(isinstance(text, str) for text in texts):
            raise Fault("its answer is not understood: the user may not edit posts there, or it is no WordPress")
        title, excerpt, content = map(str, texts)
        translations = fields.get("translations")
        return SitePost(
            number,
            status if _WORD.fullmatch(status) else "",
            link if isinstance(link, str) and link.startswith(self._url) and link.isprintable() else "",
            PostText(title, excerpt, unmarked(content)),
            read(content),
            str(fields.get("lang") or ""),
            {str(code): one for code, one in translations.items() if type(one) is int}
            if isinstance(translations, dict)
            else {},
        )

    def _told(self, fault: Fault) -> SiteError:
        """Return what a failure means for whoever sends articles."""
        code = _code(fault.detail)
        status = HTTPStatus.UNAUTHORIZED if _UNSEEN in fault.detail else fault.status
        if status == HTTPStatus.FORBIDDEN:
            told, remedy = f"does not let the user do this{_shown(status, code)}", "Give the user the role Editor."
            return SiteError(f"{self._url} {told}", remedy=remedy)
        if status in _CLOSED:
            what, remedy = _CLOSED[status]
            return SiteClosedError(f"{self._url} {what}{_shown(fault.status, code)}", remedy=remedy)
        lost = fault.retry and fault.status != HTTPStatus.INTERNAL_SERVER_ERROR  # which one article may cause
        kind = SiteClosedError if fault.fatal or lost else SiteError
        return kind(f"{self._url}: {fault.message}{_shown(0, code)}", remedy="Try again later.")


_TEXTS = ("title", "excerpt", "content")
_UNSEEN = "rest_forbidden_status"
"""What WordPress answers to who asks for drafts and may not see them, with a status of another meaning."""
_CLOSED: dict[int, tuple[str, str]] = {
    401: (
        "does not know the user or the application password, or does not let the user see drafts",
        f"Make one in the user's profile there, and set L10N_WORDPRESS_USER and {_PASSWORD}.",
    ),
    404: (
        "has no REST API for posts",
        "Check the url, choose permalinks other than plain, and see that no plug-in turns REST off.",
    ),
    429: ("is asked too often", "Try again later, or send fewer articles at once."),
}
"""Status → what it means of all articles, and what to do."""


def _shown(status: int, code: str) -> str:
    told = ", ".join(filter(None, (str(status or ""), code)))
    return f" ({told})" if told else ""


def _code(detail: str) -> str:
    """Return the code of an error as WordPress has it; empty for an answer of somebody else."""
    try:
        told = json.loads(detail)
    except ValueError:
        return ""
    code = told.get("code") if isinstance(told, dict) else None
    return code if isinstance(code, str) and _WORD.fullmatch(code) else ""


def _slug(story: Story) -> str:
    return f"{story.slug}-{locales.tag(story.locale).lower()}"


def create(settings: SiteSettings) -> WordPress:
    """Connect to a site; raises `ConfigError` where it or who is known there is not told."""
    if not settings.url:
        raise ConfigError(
            "no address of WordPress is set",
            remedy='Write it into pyproject.toml: [tool.l10n.push.wordpress] url = "https://example.org/".',
        )
    url = f"{check_url(settings.url).rstrip('/')}/"
    secret, account = key(_SERVICE, _PASSWORD, url), user(_SERVICE)
    if not secret or not account or ":" in account:
        raise ConfigError(
            "WordPress asks for the name of a user and an application password",
            remedy=f"Set L10N_WORDPRESS_USER and {_PASSWORD} in your environment.",
        )
    basic = base64.b64encode(f"{account}:{secret.value}".encode()).decode()
    wire = Wire(_TIMEOUT, secret=secret)
    return WordPress(url, settings.source, wire, {"Authorization": f"Basic {basic}"}, time.sleep)
