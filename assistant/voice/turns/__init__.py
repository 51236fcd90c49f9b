"""Whose turn it is: where speech is in what is heard, and when an answer has ended."""
