"""What a disclosure is: frozen records that know budgets, and nothing of files or HTML."""
