"""The only room of the client that speaks SQL."""
