"""The only room that speaks PDF."""
