"""Spoken sessions: the terminal's conversation, by voice.

A face of the terminal that speaks and listens as well. What a member says is held in memory only.
"""
