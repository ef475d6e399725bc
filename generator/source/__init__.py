"""Text with places: files become values that know their file, line and column, and nothing of budgets."""
