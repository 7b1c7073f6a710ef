"""Text: characters, words and numbers, and what a line is made of."""
