"""The command line over the actions: the same checks as the window, answers as JSON."""
