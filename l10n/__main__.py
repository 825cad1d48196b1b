"""Entry point of the `l10n` command and of `python -m l10n`."""

from l10n import interruption

__all__ = ["main"]


def main() -> None:
    """Run the command line; Ctrl-C is provided for before anything else is imported."""
    interruption.at_once()
    from l10n.cli import main as command  # noqa: PLC0415  see above

    interruption.guarded(command)


if __name__ == "__main__":
    main()
