"""The administrator's guide: a page beside each package that says what it is, how to import it, which settings it asks
for, what its format loses, what to check afterwards, and what an update leaves.

Everything on it is made from the values the package was made from. Formats are told apart by templates: a target has
one of its name in ``templates/guide``; a plug-in's has not, and gets the general one.
"""

SUFFIX, USERS = ".import.html", ".users.csv"
"""How the files end that lie beside a package: its guide, and beside a backup the list of users to fill in."""
