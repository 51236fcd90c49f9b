"""Where speech is in what has been heard, counted in windows: nothing here looks at a clock."""

from __future__ import annotations

from collections import deque

from assistant.voice.windows import WINDOW_S

_BEGINS, _GOES_ON = 0.5, 0.35  # how likely speech is, where it begins and while it goes on
_ENOUGH = 4  # windows of the last _LATELY that are likely speech: a click is shorter
_LATELY = 6


class Speech:
    """What is known of one turn of a member.

    Attributes:
        heard: windows so far.
        spoken: windows of them that were speech.
        began: whether anything has been said.
        speaking: whether the newest window belongs to speech.
    """

    def __init__(self) -> None:
        """Nothing has been heard."""
        self.heard = self.spoken = 0
        self.began = self.speaking = False
        self._last = 0  # the window after the last one that was speech
        self._lately: deque[bool] = deque(maxlen=_LATELY)

    def take(self, probability: float) -> None:
        """Take in the newest window, by how likely it is to be speech."""
        self.heard += 1
        self._lately.append(probability >= _BEGINS)
        likely = probability >= _GOES_ON
        if not self.speaking and sum(self._lately) >= _ENOUGH:
            self.speaking = self.began = True
            self.spoken += _ENOUGH - 1
        if self.speaking and likely:
            self._last = self.heard
            self.spoken += 1
        elif self.speaking and self.heard - self._last > _LATELY:
            self.speaking = False
            self._lately.clear()

    @property
    def silence_s(self) -> float:
        """Seconds since the last speech; since the beginning where nothing has been said."""
        return (self.heard - self._last) * WINDOW_S

    @property
    def spoken_s(self) -> float:
        """Seconds of speech so far."""
        return self.spoken * WINDOW_S

    @property
    def silent_windows(self) -> int:
        """Windows since the last speech."""
        return self.heard - self._last
