"""Promises that must be whole."""
