"""Fixtures of the tests that need a PostgreSQL server."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.postgres.server import PostgresServer, programs

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """A server of this process."""
    binaries = programs()
    if binaries is None:
        if os.environ.get("L10N_REQUIRE_SYSTEM") == "1":
            pytest.fail("postgresql is not installed, and L10N_REQUIRE_SYSTEM=1 asks for it")
        pytest.skip("postgresql is not installed")
    found = PostgresServer(binaries)
    yield found
    found.close()


@pytest.fixture
def url(server: PostgresServer) -> str:
    """The address of a new database with tables."""
    return server.url(server.database())
