"""One call for every channel: ``await Engine.reply(Turn(...)) -> Reply``."""
