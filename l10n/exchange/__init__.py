"""Files that other programs and institutions write, as values."""
