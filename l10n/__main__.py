"""Entry point of the `l10n` command and of `python -m l10n`."""

from l10n.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
