"""cmi5: M1-M10."""

from __future__ import annotations

from tests.validate.packages import Case, cmi5

URL = "<url>index.html</url>"
FULL = "<url>https://example.org/a.html</url>"
ID = "https://example.org/c/1"
BLOCK = '<block id="https://example.org/b"><title><langstring lang="en">B</langstring></title></block>'

CASES = {
    "M1": Case(cmi5((ID, "c/1")), cmi5((ID, "urn:example:c:1"))),
    "M2": Case(
        cmi5(("</courseStructure>", f"{BLOCK}{BLOCK}</courseStructure>")),
        cmi5(("</courseStructure>", f"{BLOCK}</courseStructure>"), (ID, f" {ID} ")),
    ),
    "M3": Case(cmi5((URL, "<url>https://exa mple.org/</url>")), cmi5((URL, FULL))),
    "M4": Case(cmi5((URL, "<url>index.html?fetch=1</url>")), cmi5((URL, "<url>index.html?lesson=1&amp;Fetch=2</url>"))),
    "M5": Case(cmi5((URL, f"{URL}<other/>")), cmi5(), schemas=True),
    "M6": Case(cmi5((URL, "")), cmi5()),
    "M7": Case(cmi5((URL, "<url>start.html</url>")), cmi5((URL, "<url> ./index.html#a </url>"))),
    "M8": Case(cmi5(name="course.xml"), cmi5((URL, FULL), name="course.xml")),
    "M10": Case(cmi5(("0.8", "80")), cmi5(("0.8", "1"))),
}
