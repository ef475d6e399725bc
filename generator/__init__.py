"""明账 compiles the budget disclosures under ``content/`` into a checked, searchable website."""
