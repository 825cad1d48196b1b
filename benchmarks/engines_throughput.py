"""Measures `l10n draft` on many short segments against a local server that answers each question in 50 ms.

Usage: python benchmarks/engines_throughput.py [engine] [segments] [parallel]; by default libre, 10,000 and 4. Prints
the seconds, the ideal (segments ÷ parallel × 50 ms), and their ratio. The server is a process of its own.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import parse_qs

DELAY = 0.05
NAMES = ("harbor", "ferry", "market", "school", "library", "station", "museum", "clinic", "bakery", "theater")


def answer(path: str, body: bytes) -> bytes:
    """Translate in the protocol of LibreTranslate, DeepL or an OpenAI-compatible server."""
    if path.startswith("/v1"):
        items = json.loads(json.loads(body)["messages"][-1]["content"])["items"]
        said = json.dumps({"items": [{"id": item["id"], "text": korean(item["text"])} for item in items]})
        return json.dumps({"choices": [{"message": {"content": said}}]}).encode()
    if path.startswith("/v2"):
        return json.dumps({"translations": [{"text": korean(json.loads(body)["text"][0])}]}).encode()
    return json.dumps({"translatedText": korean(parse_qs(body.decode())["q"][0])}).encode()


def korean(text: str) -> str:
    """Return a Korean sentence with the number of the English one."""
    number = text.split()[2]
    return f"{number}번 시설은 오늘 문을 열었다고 시가 밝혔다."


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
        while head := await reader.readuntil(b"\r\n\r\n"):
            lines = head.decode("latin-1").split("\r\n")
            lengths = [line.partition(":")[2] for line in lines if line.lower().startswith("content-length:")]
            body = await reader.readexactly(int(lengths[0])) if lengths else b""
            await asyncio.sleep(DELAY)
            data = answer(lines[0].split(" ")[1], body)
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(data))
            writer.write(data)
            await writer.drain()
    writer.close()


async def serve() -> None:
    """Serve on a free port and print it."""
    server = await asyncio.start_server(_serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def main(engine: str, segments: int, parallel: int) -> None:
    """Draft and print the figures."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen([sys.executable, __file__, "--serve"], stdout=subprocess.PIPE, text=True) as server,
    ):
        assert server.stdout is not None  # noqa: S101
        url = f"http://127.0.0.1:{server.stdout.readline().strip()}" + {"deepl": "/v2/translate", "openai": "/v1"}.get(
            engine, "/"
        )
        root = Path(folder)
        (root / "articles").mkdir()
        (root / "pyproject.toml").write_text(
            f'[tool.l10n]\nlocales = ["ko"]\nengines = ["memory", "{engine}"]\n'
            f'[tool.l10n.engine.{engine}]\nurl = "{url}"\nmodel = "tiny"\nparallel = {parallel}\n'
        )
        for start in range(0, segments, 500):
            rows = [f"The {NAMES[n % 10]} {n + 1} opened today, the city said." for n in range(start, start + 500)]
            (root / "articles" / f"{start:06}.txt").write_text("\n\n".join(rows[: segments - start]) + "\n")
        command = [sys.executable, "-m", "l10n", "-q"]
        subprocess.run([*command, "extract"], cwd=root, env=environment, check=True, stdout=subprocess.DEVNULL)
        begun = time.monotonic()
        done = subprocess.run([*command, "draft"], cwd=root, env=environment, check=False)
        seconds = time.monotonic() - begun
        server.terminate()
    batch = 40 if engine == "openai" else 1
    ideal = segments / batch / parallel * DELAY
    print(f"{engine}: {segments} segments, {parallel} in parallel: {seconds:.1f} s, ideal {ideal:.1f} s", end=", ")
    print(f"ratio {seconds / ideal:.2f} (exit {done.returncode})")


if __name__ == "__main__":
    if "--serve" in sys.argv:
        asyncio.run(serve())
    else:
        given = sys.argv[1:]
        main(
            given[0] if given else "libre",
            int(given[1]) if len(given) > 1 else 10_000,
            int(given[2]) if len(given) > 2 else 4,  # noqa: PLR2004  the third argument
        )
