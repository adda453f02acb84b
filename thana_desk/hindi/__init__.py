"""Typing, folding, counting and wording Hindi text, with no window and no database.

`text` cleans and counts, `numerals` and `dates` word amounts and moments, `fold` prepares text
for search, `layouts` turns keys into Devanagari. Each file is imported by itself; nothing loads here.
"""
