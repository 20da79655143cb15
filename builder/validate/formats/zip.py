"""The archive itself: what stands in it besides what it is for (Z1-Z7, Z14-Z19)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from builder.diagnostics import Diagnostic
from builder.validate.box import OpenBox
from builder.validate.directory import Directory, Member
from builder.validate.rule import must, note, should
from builder.validate.subject import Damaged, Subject
from builder.validate.xml import document

NO_ZIP = must(
    "Z1",
    "PKWARE APPNOTE 4.3; ADL SCORM test suite, UnZip; cmi5 14.1.0.0-1",
    "This cannot be opened: {why}.",
    "Export or download the package again, or zip its files anew.",
    """Platforms take a zip (of 32 or 64 bits), and a course backup as tar.gz. What cannot be opened cannot be imported,
    and nothing more is said about it.""",
)
SUBFOLDER = must(
    "Z2",
    "ADL SCORM test suite, IMSManifestAtRootChecker",
    "The description of the package is `{path}`, and it must stand at the root under its exact name.",
    "Zip the files themselves and not the folder around them; write the name in small letters.",
    """A platform looks for imsmanifest.xml (or cmi5.xml) at the root and nowhere else. The usual cause is a folder that
    was zipped from outside.""",
)
NOT_WELL_FORMED = must(
    "Z3",
    "W3C XML 1.0; ADL SCORM test suite, WellformednessChecker",
    "The document cannot be read as XML: {why}.",
    "Mend it at that place, or export the package again.",
    """XML that is not well-formed is not read at all. Usual causes are an `&` that is not written `&amp;`, a tag that
    is not closed, and text saved in another encoding than the first line says. Entities of one's own are refused
    too.""",
)
UNSAFE_NAME = must(
    "Z4",
    "PKWARE APPNOTE 4.4.17.1",
    "The name `{path}` leads out of the package, or is no name on other systems.",
    "Zip the files anew with relative names and forward slashes.",
    """Names that begin with `/` or a drive or hold `..` would be unpacked somewhere else. Platforms refuse such
    packages or lose these files.""",
)
BACKSLASH = should(
    "Z4b",
    "PKWARE APPNOTE 4.4.17.1",
    "The name `{path}` is written with backslashes.",
    "Zip the files anew with a program that writes forward slashes.",
    """Old programs on Windows write names so. Unpacked on a server they are files with strange names, and not files in
    folders.""",
)
TWICE = must(
    "Z5",
    "PKWARE APPNOTE; ADL SCORM test suite",
    "The name `{path}` stands in the archive {count} times.",
    "Zip the files anew, each once.",
    """Which of the files of one name wins depends on who unpacks them.""",
)
CAPITALS = should(
    "Z5c",
    "ADL SCORM test suite, difference in case",
    "The names `{path}` and `{other}` differ only in capitals.",
    "Rename one of the two, and the places that use it.",
    """On Windows and macOS the two are one file, and one of them is lost.""",
)
ENCRYPTED = must(
    "Z6",
    "PKWARE APPNOTE 6, 7",
    "`{path}` is encrypted.",
    "Zip the files anew without a password.",
    """A platform cannot ask for a password when it unpacks a package.""",
)
UNFLAGGED_NAME = should(
    "Z6u",
    "PKWARE APPNOTE, appendix D",
    "The name `{path}` has letters beyond ASCII and is not marked as UTF-8.",
    "Rename the file with plain letters and digits, or zip with a program that writes UTF-8 names.",
    """Old programs write names in the code page of the machine. Unpacked elsewhere the letters are others, and the file
    is not found.""",
)
JUNK = should(
    "Z7",
    "customary",
    "`{path}` is a file that an operating system left behind.",
    "Leave it out: on macOS zip with `zip -X -r package.zip . -x '.*' -x '__MACOSX'`.",
    """Such files mean nothing to learners, weigh on the package, and some tell the names of folders.""",
)
LIMITS = must(
    "Z14",
    "limit of this tool",
    "This is not opened further: {why}.",
    "If the package is honest, take out what makes it so large; if it came from a stranger, do not upload it.",
    """Archives can be made to grow without end when they are unpacked, and to fill a server. What would pass the limits
    of number, size or ratio is refused before it is unpacked.""",
)
DAMAGED = must(
    "Z15",
    "PKWARE APPNOTE 4.4.7",
    "`{path}` cannot be unpacked: {why}.",
    "Export or download the package again, or zip its files anew with the usual method (deflate).",
    """A file that does not unpack to what the archive says was damaged on the way, or is packed in a way that platforms
    do not know.""",
)
LINK = must(
    "Z16",
    "limit of platforms",
    "`{path}` is a symbolic link and not a file.",
    "Put the file itself into the package.",
    """A link points to a place on the machine where the package was made. Platforms ignore it or refuse the
    package.""",
)
AROUND = should(
    "Z17",
    "PKWARE APPNOTE 4.1.9",
    "{count:,} octets stand {where} the archive that do not belong to it.",
    "Zip the files anew.",
    """Most programs read over them, some refuse the file; a download with something added to it looks the same.""",
)
UNCHECKED = note(
    "Z18",
    "limit of this tool",
    "The checksums of {count:,} large files were not compared.",
    "Nothing need be done; unpack the package once to be sure.",
    """Files are unpacked to look at them up to a limit that keeps the judgement quick.""",
)

INTEGRITY = 120_000_000
"""Octets that are unpacked to compare checksums, the small files first."""
JUNK_NAME = re.compile(r"(?:^|/)(?:__MACOSX/|\._[^/]+$|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$[^/]+$)", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Everything about the archive, and whether the document that describes the package can be read."""
    box = subject.box
    if isinstance(box, OpenBox) and box.directory is not None:
        yield from _archive(subject, box, box.directory)
    elif isinstance(box, OpenBox) and list(box.sizes) != [box.name]:
        yield from _names(subject, list(box.sizes))
    if subject.main.rpartition("/")[2] != subject.main.lower() and list(box.sizes) != [box.name]:
        yield SUBFOLDER.at(subject.at(), path=subject.main)
    if subject.format.name != "gift":
        try:
            document(subject, subject.main)
        except Damaged as why:
            yield NOT_WELL_FORMED.at(subject.at(subject.main, why.line), why=str(why))


def _archive(subject: Subject, box: OpenBox, directory: Directory) -> Iterator[Diagnostic]:
    for count, where in ((directory.before, "before"), (directory.after, "after")):
        if count:
            yield AROUND.at(subject.at(), count=count, where=where)
    yield from _names(subject, [one.path for one in directory.members])
    for one in directory.members:
        if not one.is_flagged and any(octet > 127 for octet in one.raw):
            yield UNFLAGGED_NAME.at(subject.at(), path=one.path)
        if one.is_encrypted:
            yield ENCRYPTED.at(subject.at(), path=one.path)
        if one.is_link:
            yield LINK.at(subject.at(), path=one.path)
    yield from _contents(subject, box, [one for one in directory.members if not one.is_folder])


def _names(subject: Subject, paths: list[str]) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for path, count in Counter(paths).items():
        if count > 1:
            yield TWICE.at(subject.at(), path=path, count=count)
        other = first.setdefault(path.casefold(), path)
        if other != path:
            yield CAPITALS.at(subject.at(), path=path, other=other)
        if path.startswith("/") or "\0" in path or ".." in re.split(r"[/\\]", path) or path[1:2] == ":":
            yield UNSAFE_NAME.at(subject.at(), path=path)
        elif "\\" in path:
            yield BACKSLASH.at(subject.at(), path=path)
        if JUNK_NAME.search(path):
            yield JUNK.at(subject.at(), path=path)


def _contents(subject: Subject, box: OpenBox, members: list[Member]) -> Iterator[Diagnostic]:
    """Unpack every file once, the small ones first, as far as INTEGRITY goes."""
    left = INTEGRITY
    unchecked = 0
    for one in sorted(members, key=lambda one: (one.size, one.path)):
        if one.is_encrypted:
            continue
        if one.size > left:
            unchecked += 1
            continue
        left -= one.size
        try:
            for _ in box.pieces(one):
                pass
        except Damaged as why:
            yield DAMAGED.at(subject.at(), path=one.path, why=str(why))
    if unchecked:
        yield UNCHECKED.at(subject.at(), count=unchecked)
