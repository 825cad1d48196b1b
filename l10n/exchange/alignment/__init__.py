"""Two editions of an article, block by block: which of one stands for which of the other, and how sure that is."""
