"""Content packaging: P1-P25, and the files a manifest names."""

from __future__ import annotations

from tests.validate.packages import PAGE, SCORM12, Case, imscp, package, scorm12, scorm2004

ITEM = '<item identifier="I-1" identifierref="R-1"><title>Lesson</title></item>'
MORE = '<item identifier="I-2" identifierref="R-1"><title>Lesson 2</title></item>'
FILE = '<file href="index.html"/>'
SCO = 'adlcp:scormType="sco"'
TITLE = "<title>Lesson</title>"
LAUNCH = "<adlcp:dataFromLMS>x</adlcp:dataFromLMS>"


def inside(extra: str) -> tuple[str, str]:
    """``extra`` in the item, behind its title."""
    return (TITLE, TITLE + extra)


CASES = {
    "P1": Case(
        package({"imsmanifest.xml": SCORM12.replace("imscp_rootv1p1p2", "imscp_other"), "index.html": PAGE}), scorm12()
    ),
    "P2": Case(scorm2004(('type="webcontent"', "")), scorm2004(), schemas=True),
    "P3": Case(scorm2004(("<resources>", "<resources/><resources>")), imscp(("<metadata>", "<metadata>"))),
    "P4": Case(scorm2004(("2004 4th Edition", "2004 4th edition")), scorm2004()),
    "P5": Case(scorm12(('default="O-1"', 'default="O-2"')), scorm12(('default="O-1"', 'default=" O-1 "'))),
    "P6": Case(scorm12((ITEM, "")), scorm12((ITEM, ITEM + MORE))),
    "P7": Case(
        scorm12((ITEM, ITEM + MORE.replace("I-2", " I-1 "))), scorm12(('identifierref="R-1"', 'identifierref=" R-1 "'))
    ),
    "P8": Case(scorm2004((TITLE, "")), scorm12((TITLE, ""))),
    "P9": Case(scorm12(('identifierref="R-1"', 'identifierref="R-9"')), scorm12()),
    "P10": Case(scorm2004(inside(MORE)), scorm12(inside(MORE))),
    "P11": Case(
        scorm2004(('identifierref="R-1"', 'identifierref="R-1" parameters="a b"')),
        scorm2004(('identifierref="R-1"', 'identifierref="R-1" parameters="?a=b&amp;c=d#e"')),
    ),
    "P12": Case(scorm12(('scormtype="sco"', 'scormtype="SCO"')), scorm12(('scormtype="sco"', 'scormtype="asset"'))),
    "P13": Case(
        scorm12(('href="index.html">', ">")),
        scorm12(  # the launch file is reached through a dependency
            (FILE, '<dependency identifierref="R-2"/>'),
            (
                "</resources>",
                f'<resource identifier="R-2" type="webcontent" adlcp:scormtype="asset">{FILE}</resource></resources>',
            ),
        ),
    ),
    "P14": Case(
        scorm12((FILE, f'{FILE}<dependency identifierref="R-1"/>')),
        scorm12(
            (FILE, f'{FILE}<dependency identifierref=" R-2 "/>'),
            (
                "</resources>",
                '<resource identifier="R-2" type="webcontent" adlcp:scormtype="asset"/></resources>',
            ),
        ),
    ),
    "P16": Case(scorm2004((ITEM, ITEM.replace("<item", f"<item {SCO}"))), scorm2004()),
    "P17": Case(
        scorm2004(("</metadata>", "<adlcp:location>meta.xml</adlcp:location></metadata>")),
        scorm2004(("</metadata>", "<adlcp:location>meta.xml</adlcp:location></metadata>"), meta_xml="<lom/>"),
    ),
    "P19": Case(
        scorm12(inside("<adlcp:dataFromLMS>x</adlcp:dataFromLMS>")),
        scorm12(inside("<adlcp:datafromlms>x</adlcp:datafromlms><adlcp:masteryscore>80</adlcp:masteryscore>")),
    ),
    "P19n": Case(
        scorm2004(inside("<adlcp:masteryscore>80</adlcp:masteryscore>")),
        scorm2004(inside("<adlcp:dataFromLMS>x</adlcp:dataFromLMS>")),
    ),
    "P20": Case(
        scorm12(inside("<adlcp:timelimitaction>exit</adlcp:timelimitaction>")),
        scorm12(inside("<adlcp:timelimitaction>exit,no message</adlcp:timelimitaction>")),
    ),
    "P20n": Case(
        scorm2004(inside("<adlcp:timeLimitAction>exit, message</adlcp:timeLimitAction>")),
        scorm2004(inside("<adlcp:timeLimitAction>continue,message</adlcp:timeLimitAction>")),
    ),
    "P23": Case(
        scorm2004(inside("<adlcp:completionThreshold>0.8</adlcp:completionThreshold>")),
        scorm2004(inside('<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8"/>')),
    ),
    "P24": Case(
        scorm2004(inside("<adlcp:data/>")), scorm2004(inside('<adlcp:data><adlcp:map targetID="a"/></adlcp:data>'))
    ),
    "P25": Case(
        scorm2004(
            inside(
                f"<adlnav:presentation>{'<adlnav:navigationInterface>'}<adlnav:hideLMSUI>quit</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>"
            )
        ),
        scorm2004(
            inside(
                f"<adlnav:presentation>{'<adlnav:navigationInterface>'}<adlnav:hideLMSUI>exitAll</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>"
            )
        ),
    ),
    "P28": Case(scorm2004(inside(LAUNCH + LAUNCH)), scorm2004(inside(LAUNCH))),
    "P29": Case(scorm2004(("<item ", '<item isvisible="no" ')), scorm2004(("<item ", '<item isvisible="false" '))),
    "P30": Case(scorm2004(("</organization>", f"{LAUNCH}</organization>")), scorm2004(inside(LAUNCH))),
    "P31": Case(scorm2004((FILE, f"{FILE}<file/>")), scorm2004()),
    "Z8": Case(scorm12(("index.html", "start.html")), scorm12(("index.html", "index%2Ehtml"))),
    "Z9": Case(scorm12(("index.html", "Index.html")), scorm12()),
    "Z10": Case(scorm12((FILE, f'{FILE}<file href="../other.html"/>')), scorm12((FILE, '<file href="./index.html"/>'))),
    "Z12": Case(
        scorm12((FILE, f'{FILE}<file href="media\\a.js"/>')),
        package(
            {
                "imsmanifest.xml": SCORM12.replace('href="index.html">', 'xml:base="sco/" href="index.html?a=b#c">'),
                "sco/index.html": PAGE,
            }
        ),
    ),
}
