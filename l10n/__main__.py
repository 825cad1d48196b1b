"""Entry point of the `l10n` command and of `python -m l10n`."""

import gc

from l10n import interruption

__all__ = ["main"]


_OBJECTS = 20_000
"""New objects after which garbage is looked for: imports, and results that are kept, make many objects and none."""


def main() -> None:
    """Run the command line; Ctrl-C is provided for before anything else is imported."""
    interruption.at_once()
    gc.set_threshold(_OBJECTS)
    from l10n.cli import main as command  # noqa: PLC0415  see above

    try:
        interruption.guarded(command)
    finally:
        gc.freeze()  # the process ends, and all its memory with it


if __name__ == "__main__":
    main()
