"""What the terminal, the errors and the written copies say: one folder a language."""
