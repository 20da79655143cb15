"""Codes of building and the command line: ``B``."""

from builder.diagnostics.code import error, note, warning

NOT_AN_ID = error(
    "B101",
    "The id `{id}` cannot be an identifier in a manifest.",
    "Begin the id with a letter and write it with letters, digits, `-`, `_` and `.` only.",
    """Manifests are XML, and an identifier there begins with a letter or `_` and holds no blanks or signs. An LMS keeps
    learners' records under this identifier, so the tool does not change it for you.""",
)
LONG_TITLE = warning(
    "B102",
    "The title has {length} characters; a manifest holds {limit}, so its end is cut off there.",
    "Shorten the title, or leave it: learners see the whole title in the pages.",
    """SCORM 1.2 limits titles to 200 characters, and some LMSs refuse a package with one above 255.""",
)
RISKY_FILE_NAME = warning(
    "B103",
    "The file name `{path}` has a blank, an accent or a sign that some LMSs do not find again.",
    "Rename the file with letters, digits, `-`, `_` and `.` only, and the places that use it.",
    """Some LMSs read file names in a manifest literally, others as web addresses (`%20` for a blank), and some unpack
    accents wrongly. A plain name works everywhere.""",
)
MISSING_SCHEMA = error(
    "B104",
    "The schema `{name}` cannot be read in the folder given with --xsd.",
    "Put the files {names} there, or build without --xsd.",
    """A few strict importers want the schemas of SCORM in the package. They are not the tool's own files, so it
    copies them from a folder of yours.""",
)
BROKEN_TARGET = warning(
    "B111",
    "The plug-in for the target `{name}` cannot be used: {reason}",
    "Update or remove the distribution that brings it; the other targets work.",
    """Distributions add targets through the entry-point group `coursewright.targets`. One that fails when it is loaded
    is left out, so that it stops nobody's build.""",
)
FOREIGN_INTERFACE = warning(
    "B112",
    "The plug-in for the target `{name}` is written for version {theirs} of the interface; this is version {ours}.",
    "Install a version of the plug-in, or of this tool, so that the two agree.",
    """The interface between the tool and its targets has a version. A plug-in for another version is left out rather
    than run with what it does not expect.""",
)
DUPLICATE_TARGET = warning(
    "B113",
    "There is a target named `{name}` already; the plug-in that brings another is left out.",
    "Remove one of the two, or ask the plug-in's author for another name.",
    """Names of targets are used on the command line and in file names, so each can mean one thing only.""",
)
FAILING_TARGET = error(
    "B114",
    "The plug-in for the target `{name}` failed on the package `{package}`: {reason}",
    "Report this to the authors of the plug-in, and build the other targets with --target.",
    """Targets that other distributions bring run inside the build. When one fails, nothing of that course is written,
    so that its packages always belong together.""",
)
DUPLICATE_FILE = error(
    "B121",
    "Two files of the package `{package}` would have the name `{path}`.",
    "Give one of the two pages or media files another name (names that differ only in capitals count as the same).",
    """Packages are unpacked on file systems that do not tell capitals apart. Two files of one name would overwrite each
    other.""",
)
LEFT_OUT = note(
    "B151",
    "The package `{package}` for `{target}` is without: {what}.",
    "`coursewright build --losses` lists every use, `coursewright targets --matrix` what each format holds. Nothing is "
    "wrong with the course.",
    """Formats differ in what they can hold. What one of them cannot is never dropped in silence: it is left out of that
    package alone, and named here. The other packages have it.""",
)
CANNOT_BUILD = error(
    "B152",
    "The target `{name}` cannot be built on this machine: {reason}",
    "Install what is missing, or name the other targets with --target.",
    """Some formats need a library that most people do not. A build that names such a format, on the command line or in
    programme.yaml, stops without it.""",
)
PASSED_OVER = note(
    "B153",
    "The target `{name}` is passed over, as it cannot be built on this machine: {reason}",
    "Install what is missing if you want this format; all others are built.",
    """With `all` targets, those that need a library that is not installed are passed over.""",
)
UNKNOWN_TARGET = error(
    "B154",
    "There is no target `{name}`.",
    "{hint}",
    """`targets` in programme.yaml names the formats to build. `coursewright targets` lists those there are, with those
    of plug-ins.""",
)
CANNOT_WRITE = error(
    "B131",
    "The file cannot be written: {reason}",
    "Check that the disk has room, that you may write to the folder, and that no program holds the file open.",
    """Packages are written beside the old ones and then put in their place, so the old ones are still whole.""",
)
INTERNAL = error(
    "B901",
    "The tool itself failed: {reason}",
    "This is a mistake in coursewright, not in your course. Please report it with the command you ran and, if you can, "
    "the file it was reading; set COURSEWRIGHT_DEBUG=1 to see all of it.",
    """Whatever stands in a course, the tool should answer with a diagnostic and not fail. The report page is the issue
    tracker named in the package's description.""",
)
