"""The program that holds one model of Firefox's in memory, for one core: `pool` starts it.

It is a process of its own because a translator belongs to the thread that made it, and lets no other thread of its
process run meanwhile: two threads took as long as one after the other. What makes it fall ends this process and no
other. It speaks lines of JSON: first the sizes of model, source vocabulary, target vocabulary and shortlist in bytes
(-1 for none), and then those bytes; it answers `{"ready": backend}` or `{"error": why}`. Then a text a line, answered
by its translation, or null.
"""

from __future__ import annotations

import json
import sys

__all__ = ["main"]


def main() -> None:
    """Load the model, then translate until the other side hangs up."""
    read, write = sys.stdin.buffer, sys.stdout.buffer

    def say(value: object) -> None:
        write.write(json.dumps(value).encode() + b"\n")
        write.flush()

    sizes = json.loads(read.readline())
    model, source, target, shortlist = (read.read(size) if size >= 0 else None for size in sizes)
    try:
        from fxtranslate import Translator  # noqa: PLC0415  an optional library

        translator = Translator(model or b"", source or b"", target or b"", shortlist)
        # A damaged vocabulary shows when it is used.
        translator.translate("A test.")
    except BaseException as err:  # noqa: BLE001  a panic of Rust is no Exception
        say({"error": f"{type(err).__name__}: {err}"[:500]})
        return
    del model, source, target, shortlist
    say({"ready": translator.backend()})
    for line in read:
        try:
            answer = translator.translate(json.loads(line))
        except BaseException:  # noqa: BLE001  see above
            answer = None
        say(answer)


if __name__ == "__main__":
    main()
