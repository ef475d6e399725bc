"""Open data: the same figures as tables, documents and announcements that machines read."""

from generator.exports.writing import write_exports

__all__ = ["write_exports"]
