"""What a reader sees, as ready strings: all wording and number formatting, and no HTML."""
