"""Prepares members of action learning sets for their meetings."""
