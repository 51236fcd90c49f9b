"""What a member says, as text."""
