"""Sums that must come out."""
