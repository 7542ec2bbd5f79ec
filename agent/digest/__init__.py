"""Digests: what the sources of a story agree on, what they dispute, and who says so.

`events` brings sources together, `voices` says which of them speak for themselves, `statements` what they assert,
`accord` which of that agrees or not, `tallying` and `chronology` what holds when, `overview` what is told first;
`story` puts it together, `keeping` remembers it, `faces` draw it.
"""
