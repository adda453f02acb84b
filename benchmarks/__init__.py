"""Measurements of the program beside a floor: the least that anybody could do for the same thing."""
