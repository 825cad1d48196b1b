"""A text as sentences: where they end, how long they are, what they repeat, how they speak, and who they meet."""
