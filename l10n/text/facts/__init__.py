"""What a text says that its translation must say too: amounts, times, directions, names, terms, negation."""
