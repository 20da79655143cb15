"""How much one save may hold: what Moodle sends when a window closes is a beacon of 64 KiB at most.

Moodle's run-time of SCORM 2004 sends everything again with each commit, all interactions included, and as a form of
parts when it is a beacon. A field then takes 87 octets besides its name and its value, so that an interaction of eight
elements takes 1,000 octets and its texts: a hundred of them are more than a beacon holds, whatever else is saved. So
the state comes first, at most 32,000 characters of one octet each, and interactions get what is left: ``room_of``.
The player reports no further question where it ends (``scorm2004/10-report.js``, ``weight``).
"""

from __future__ import annotations

from builder.model.package import Package
from builder.state.bound import bound_of

STATE_LIMIT = 32_000
"""Characters of ``cmi.suspend_data`` that we use. The standard's 64,000 (Run-Time Environment, section 4.2.22) would
leave nothing for the rest of a beacon."""

_BEACON = 64 * 1024
_FIXED = 5_000
"""Octets for the address of the record and the elements that stand once, with what a browser that draws longer
boundaries between the parts would add."""
_OBJECTIVE = 1_100
"""Octets of an objective: seven elements."""


def room_of(package: Package, objectives: int) -> int:
    """Octets that the interactions of ``package`` may take in a save, beside its state and so many objectives."""
    return _BEACON - _FIXED - min(bound_of(package), STATE_LIMIT) - objectives * _OBJECTIVE
