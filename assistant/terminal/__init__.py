"""The terminal: a calm screen, plain lines, and the commands around the conversation.

Whatever leaves this package for a screen goes through ``printable``.
"""
