"""Coverage as a page for a browser: which articles can go out in which language, and what is wrong with the others."""
