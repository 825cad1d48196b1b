"""Unpacking what was fetched: three ways to pack, broken ones, and what grows without end."""

from __future__ import annotations

import gzip
import io
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from l10n.engines.models.unpacking import unpack
from l10n.errors import EngineError
from tests.engines.mozilla import noise, sha, zstd

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = noise(500_000, 5) + b"a" * 900_000
PACKERS: dict[str, Callable[[bytes], bytes]] = {"zstd": zstd.compress, "gzip": gzip.compress, "plain": bytes}
MOST = 1 << 29


def unpacked(packed: bytes, size: int = len(DATA), most: int = MOST) -> tuple[bytes, tuple[int, str]]:
    into = io.BytesIO()
    told = unpack(io.BytesIO(packed), into, size, most)
    return into.getvalue(), told


@pytest.mark.parametrize("packer", PACKERS)
@pytest.mark.parametrize("size", [len(DATA), -1])
def test_what_was_packed_comes_back_with_its_size_and_digest(packer, size):
    assert unpacked(PACKERS[packer](DATA), size) == (DATA, (len(DATA), sha(DATA)))


@pytest.mark.parametrize("packer", PACKERS)
def test_an_empty_file_is_an_empty_file(packer):
    assert unpacked(PACKERS[packer](b""), -1) == (b"", (0, sha(b"")))


@pytest.mark.parametrize("packer", ["zstd", "gzip"])
def test_what_breaks_off_is_refused(packer):
    packed = PACKERS[packer](DATA)
    for end in (6, 30, len(packed) // 2, len(packed) - 1):
        with pytest.raises(EngineError, match="breaks off"):
            unpacked(packed[:end])


@pytest.mark.parametrize("packer", ["zstd", "gzip"])
def test_garbage_behind_the_first_bytes_is_refused(packer):
    packed = PACKERS[packer](DATA)
    with pytest.raises(EngineError, match=r"packed badly|breaks off"):
        unpacked(packed[:10] + noise(5000, 6))


@pytest.mark.parametrize("packer", PACKERS)
def test_no_more_is_written_than_there_should_be(packer):
    into = io.BytesIO()
    with pytest.raises(EngineError, match="more than 1,000,000 bytes"):
        unpack(io.BytesIO(PACKERS[packer](DATA)), into, 1_000_000, MOST)
    assert len(into.getvalue()) <= 1_000_000


@pytest.mark.parametrize("packer", ["zstd", "gzip"])
def test_a_few_bytes_that_unpack_to_a_gigabyte_take_little_memory(packer):
    if packer == "zstd":
        squeezer = zstd.ZstdCompressor()
        bomb = b"".join([*(squeezer.compress(bytes(1 << 20)) for _ in range(1 << 10)), squeezer.flush()])
    else:
        out = io.BytesIO()
        with gzip.open(out, "wb") as file:
            for _ in range(1 << 8):
                file.write(bytes(1 << 20))
        bomb = out.getvalue()

    class Sink(io.BytesIO):
        def write(self, data, /):
            return len(data)

    tracemalloc.start()
    try:
        with pytest.raises(EngineError, match="more than"):
            unpack(io.BytesIO(bomb), Sink(), -1, 100_000_000)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
