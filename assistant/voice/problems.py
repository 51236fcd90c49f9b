"""What can end the speaking and listening, and never the session."""

from __future__ import annotations


class VoiceProblem(Exception):
    """Something that speech needs does not work; ``str()`` says so in a sentence for a person."""
