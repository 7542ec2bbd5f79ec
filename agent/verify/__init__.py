"""Verification: every sentence that is shown is held against the paragraph that it cites.

`support` does that. `conflict` tells which sentences cannot both be so, `denial` what they deny. From these, `disputes`
and `opposites` make the sides that are shown; `replies`, `voices` and `retractions` find what is quoted beside them.
"""
