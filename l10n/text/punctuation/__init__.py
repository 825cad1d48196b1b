"""How a text is set: quotation marks, brackets, stops, spaces, and the characters that no text should hold."""
