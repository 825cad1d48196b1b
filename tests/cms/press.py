"""A site of WordPress as a person works on it in tests, over the same interface as the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import requests


@dataclass
class Press:
    """Where a site is and who is known there."""

    url: str
    passwords: dict[str, str]
    login: str = ""
    """The password with which the editor logs into the administration."""
    faults: list[str] = field(default_factory=list)
    """What a stand-in does wrong, one a request."""

    def env(self, user: str = "editor") -> dict[str, str]:
        """Return what somebody sets who sends articles there."""
        return {
            "L10N_WORDPRESS_USER": user,
            "L10N_WORDPRESS_PASSWORD": self.passwords[user],
            "L10N_WORDPRESS_PASSWORD_HOST": self.url.removeprefix("http://"),
        }

    def posts(self) -> dict[str, dict[str, Any]]:
        """Return all posts by their addresses, as they are kept."""
        wanted = {"context": "edit", "status": "any,trash", "per_page": "100"}
        return {row["slug"]: row for row in self._asked("GET", "posts", params=wanted)}

    def post(self, slug: str) -> dict[str, Any]:
        """Return one post."""
        return self.posts()[slug]

    def edit(self, slug: str, /, **fields: Any) -> None:
        """Change a post, as a person does in the editor."""
        self._asked("POST", f"posts/{self.post(slug)['id']}", json=fields)

    def write(self, **fields: Any) -> int:
        """Write a post of one's own; return its number."""
        return int(self._asked("POST", "posts", json=fields)["id"])

    def throw_away(self, slug: str) -> None:
        """Put a post into the bin."""
        self._asked("DELETE", f"posts/{self.post(slug)['id']}")

    def empty(self) -> None:
        """Delete all posts for good."""
        for row in self.posts().values():
            self._asked("DELETE", f"posts/{row['id']}", params={"force": "true"})

    def _asked(self, method: str, path: str, **content: Any) -> Any:
        kept, self.faults[:] = list(self.faults), []
        who = "editor", self.passwords["editor"]
        done = requests.request(method, f"{self.url}/wp-json/wp/v2/{path}", auth=who, timeout=30, **content)
        self.faults[:] = kept
        assert done.ok, done.text
        return done.json()
