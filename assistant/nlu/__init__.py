"""Tells answers from commands: what a message of a member is, while a question is open."""
