"""Which language a text is in: its letters, its little words, and what was left of another language."""
