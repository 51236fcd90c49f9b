"""What a set sees of its members' work, and what members take away for themselves."""
