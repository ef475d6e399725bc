"""What went wrong with the index, told to whoever builds the site."""

from __future__ import annotations


class SearchError(Exception):
    """The index could not be made; the message is Chinese and says what to do."""
