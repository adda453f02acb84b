"""The thana's end of a sync."""
