"""How an answer of an engine becomes a draft: what is kept from it, and what it must stand up to."""
