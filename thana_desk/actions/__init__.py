"""What a person can do: one verb a function, each with its permission check."""
