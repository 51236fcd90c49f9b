"""What the assistant says, as sound."""
