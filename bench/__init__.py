"""Measurements of the generator, and the invented content that they are made on."""
