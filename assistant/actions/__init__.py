"""Rasa's custom actions: read the turn's log, do one thing, say one thing."""
