"""Owns what is done with a post: decided from what is there, what is to be sent, and what was sent before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from l10n.model import PushVerdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from l10n.cms.marks import PostMark, PostText
    from l10n.model import Wish

__all__ = ["SitePost", "decided", "to_be_published"]

_UNPUBLISHED = frozenset({"draft", "pending"})
"""The states out of which a post is published when that is asked for; private and scheduled ones are as people want."""
_BIN = "trash"


@dataclass(frozen=True, slots=True)
class SitePost:
    """A post as it is on the site."""

    id: int
    status: str
    link: str
    text: PostText
    mark: PostMark | None
    language: str = ""
    """As the site's plug-in for languages has it; empty without one."""
    translations: Mapping[str, int] = field(default_factory=dict)
    """Language → the post that is this one in it, by the same plug-in."""


def decided(post: SitePost | None, text: PostText, wish: Wish) -> tuple[PushVerdict, str]:
    """Return what is to be done, and why where the post is left to people."""
    if post is None:
        return PushVerdict.CREATE, ""
    if post.status == _BIN:
        return PushVerdict.CHANGED_THERE, "it is in the bin: put it back, or delete it for good"
    touched = post.mark is None or post.mark.kept != post.text.digest
    if touched and not wish.overwrite:
        return (
            PushVerdict.CHANGED_THERE,
            "a person has changed it" if post.mark else "a post of that address has no mark",
        )
    if not touched and post.mark and post.mark.sent == text.digest and not to_be_published(post, wish):
        return PushVerdict.UNCHANGED, ""
    return PushVerdict.UPDATE, ""


def to_be_published(post: SitePost | None, wish: Wish) -> bool:
    """Tell whether a post, or one that is to be made, becomes public now."""
    return wish.publish and (post is None or post.status in _UNPUBLISHED)
