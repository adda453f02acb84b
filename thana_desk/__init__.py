"""Thana Desk: the desktop program of a police station."""

VERSION = "0.1.0"
