"""Microphone and speaker, each in a process of its own.

PortAudio sees a device list once, waits for devices that are gone, and its callbacks wait for
whatever else runs in a process. In a process of its own it can be ended and begun again, and the
assistant never waits for it. Sound goes through pipes: nothing of it is on a disk.
"""
