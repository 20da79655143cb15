"""Reads any package, ours or not, and says what is wrong with it.

``box`` opens what cannot be trusted, ``detect`` names its format, each module of ``formats`` and ``profiles`` holds the
rules of one area, ``run`` applies them.
"""
