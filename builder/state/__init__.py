"""The saved state of a learner: one string, as docs/reference/state.md defines it.

``keys`` shortens ids and structures to bits, ``codec`` writes and reads the string, ``answers`` the bits of one
answer, and ``bound`` says how long the string of a package can become.
"""
