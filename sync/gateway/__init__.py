"""The data centre's end of a sync."""
