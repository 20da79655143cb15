"""The signs of GIFT (``question/format/gift/format.php``)."""

from __future__ import annotations

import re

from builder.targets.safe import line

_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\~=#{}:"} | {"\n": "\\n"})
_FORMAT = re.compile(r"\[(?:html|moodle|plain|markdown)\]")
_SHARE = re.compile(r"%-*[0-9]{1,2}\.?[0-9]*%")


def escaped(text: str) -> str:
    """``text`` on one line of the file: signs of the format behind a backslash, line ends as ``\\n``.

    A real line end would part an answer, an empty line the question.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").strip().translate(_SIGNS)


def typed(pattern: str, share: int) -> str:
    """An answer to type: what would be read as a format or a share at its start stands behind one."""
    mark = f"%{share}%" if share != 100 or _SHARE.match(pattern) else ""
    return f"{mark}{'[plain]' if _FORMAT.match(pattern) else ''}{escaped(line(pattern))}"


def rich(html: str) -> str:
    """An answer in HTML; what would be read as a format or a share at its start is none."""
    is_sign = _FORMAT.match(html) or _SHARE.match(html)
    return escaped(f"&#{ord(html[0])};{html[1:]}" if is_sign else html)


def said(html: str) -> str:
    """Feedback behind an answer; '' for none."""
    return f"#{rich(html)}" if html else ""


def comment(id: str, tags: list[str]) -> str:
    """The line that gives a question its idnumber and tags."""
    marks = [("id", id), *(("tag", tag) for tag in tags)]
    return "// " + " ".join(f"[{name}:{value.replace(']', chr(92) + ']')}]" for name, value in marks if value)
