"""Moodle XML: X1-X31, GIFT: G1-G23, and what Moodle makes of files of questions."""

from __future__ import annotations

from tests.validate.packages import Case, Sample
from tests.validate.question_files import GOOD, GOOD_GIFT, PNG, answer, choice, gift, moodle_xml, question

KEPT = moodle_xml(GOOD)
CATEGORY = '<question type="category"><category><text>{}</text></category></question>'
PICTURE = '<img src="@@PLUGINFILE@@/a%20b.png" alt="A">'
FILE = '<file name="a b.png" path="/" encoding="base64">{}</file>'


def pair(text: str, value: str) -> str:
    return f"<subquestion><text>{text}</text><answer><text>{value}</text></answer></subquestion>"


def number(text: str, tolerance: str = "0", inside: str = "") -> Sample:
    return moodle_xml(question("numerical", answer("100", text, f"<tolerance>{tolerance}</tolerance>") + inside))


def gaps(text: str, *groups: str) -> Sample:
    options = "".join(
        f"<selectoption><text>o{position}</text><group>{group}</group></selectoption>"
        for position, group in enumerate(groups)
    )
    return moodle_xml(question("gapselect", options, text=text))


def cloze(text: str) -> Sample:
    return moodle_xml(question("cloze", text=text))


UNIT = "<units><unit><multiplier>{}</multiplier><unit_name>m</unit_name></unit></units>"
TRUE, FALSE = answer("100", "true"), answer("0", "false")
ID = "<idnumber>a</idnumber>"
PAIRS = pair("cat", "mammal") + pair("frog", "amphibian") + pair("", "fish")
SOLVED = gift("::Q::x{=a -> 1 =b -> 2 =-> 3}")

CASES = {
    "X1": Case(moodle_xml(CATEGORY.format("$course$/top/A")), KEPT),
    "X2": Case(moodle_xml(question("multi-choice")), moodle_xml(question("matching", PAIRS))),
    "X3": Case(
        moodle_xml(choice("37", "63", inside="<single>false</single>")),
        moodle_xml(choice("33.33333", "66.66667", "-5", inside="<single>false</single>")),
    ),
    "X4": Case(moodle_xml(choice("0", "0")), moodle_xml(question("shortanswer", answer("100", "Paris")))),
    "X5": Case(moodle_xml(choice("50", "0")), KEPT),
    "X6": Case(
        moodle_xml(choice("50", "25", inside="<single>false</single>")),
        moodle_xml(choice("50", "50", inside="<single>false</single>")),
    ),
    "X7": Case(moodle_xml(question("matching", PAIRS + pair("dog", ""))), number("1,5 m", inside=UNIT.format("1"))),
    "X8": Case(moodle_xml(choice("100")), moodle_xml(question("truefalse", TRUE + FALSE))),
    "X9": Case(moodle_xml(question("matching", pair("a", "b"))), moodle_xml(question("matching", PAIRS))),
    "X11": Case(cloze("{1:SHORTANSWER:Paris}"), cloze("{1:MC:=a~b} {:NM:=4:0.1~*} {2:MULTIRESPONSE_H:=a~=b~c}")),
    "X12": Case(cloze("{1:SA:=a} {1:shortanswer:=b}"), cloze("{1:SA:=a} {braces}")),
    "X13": Case(gaps("The [[3]]", "1", "1"), gaps("The [[1]] and [[2]]", "1", "2")),
    "X14": Case(gaps("The [[1]]", "1", "2"), gaps("The [[1]]", "1", "1")),
    "X15": Case(
        moodle_xml(
            choice("100", "0", text=PICTURE, inside=f"<generalfeedback><text/>{FILE.format(PNG)}</generalfeedback>")
        ),
        moodle_xml(choice("100", "0", text=PICTURE, more=FILE.format(PNG))),
    ),
    "X16": Case(moodle_xml(choice("100", "0", more=FILE.format(PNG))), KEPT),
    "X17": Case(
        moodle_xml(choice("100", "0", text=PICTURE, more=FILE.format(PNG[:-3]))),
        moodle_xml(choice("100", "0", text=PICTURE, more=FILE.format(f"\n{PNG[:40]}\n {PNG[40:]}\n"))),
    ),
    "X18": Case(
        moodle_xml(choice("100", "0", inside=ID), choice("100", "0", inside=ID)),
        moodle_xml(choice("100", "0", inside=ID), CATEGORY.format("$course$/top/B"), choice("100", "0", inside=ID)),
    ),
    "X19": Case(moodle_xml(GOOD.replace("<name><text>Q</text></name>", "")), KEPT),
    "X20": Case(
        moodle_xml(CATEGORY.format("A").replace("text>", "name>"), GOOD),
        moodle_xml(CATEGORY.format("$course$/top/A//B"), GOOD),
    ),
    "X21": Case(moodle_xml(GOOD.replace('format="html"', 'format="HTML"')), KEPT),
    "X22": Case(number("1", inside=UNIT.format("0")), number("1", "0.5", UNIT.format("100"))),
    "X23": Case(
        moodle_xml(choice("100", "0", inside="<defaultgrade>2,5</defaultgrade>")),
        moodle_xml(choice("100", "0", inside="<defaultgrade>2.5</defaultgrade><penalty>0.3333333</penalty>")),
    ),
    "X24": Case(moodle_xml(GOOD.replace("<![CDATA[Which?]]>", "<p>Which?</p>")), KEPT),
    "X25": Case(moodle_xml(choice("100", "0", inside="<answernumbering>i.</answernumbering>")), KEPT),
    "X26": Case(
        moodle_xml(question("truefalse", TRUE.replace("true", "Wahr") + FALSE)),
        moodle_xml(question("truefalse", TRUE + FALSE)),
    ),
    "X28": Case(moodle_xml(question("stack")), KEPT),
    "X29": Case(moodle_xml(choice("100", "0", text="")), KEPT),
    "X30": Case(moodle_xml(CATEGORY.format("$kurs/top/A"), GOOD), moodle_xml(CATEGORY.format("top/A"), GOOD)),
    "X31": Case(cloze("{1:SA:=a~%37%b}"), cloze("{1:SA:=a~%33.33333%b}")),
    "X32": Case(
        moodle_xml(question("essay", "<responseformat>rich</responseformat>")),
        moodle_xml(question("essay", "<responseformat>noinline</responseformat>")),
    ),
    "G1": Case(Sample("bank.gift", b"::Q::Gr\xfc\xdfe{=a ~b}"), gift("::Q::Gr\u00fc\u00dfe{=a ~b}")),
    "G2": Case(gift("::Q::x{=a ~b"), gift("::Q::\\{x\\} {=a ~b}")),
    "G3": Case(gift("::Q::x{=a\n\n~b}"), gift("::Q::x{=a\n~b}")),
    "G4": Case(gift("::Q::x{~a ~b}"), gift("::Q::x{~%50%a ~%50%b ~%-100%c}")),
    "G5": Case(gift("::Q::x{=a ~%33.3%b}"), gift("::Q::x{=a ~%33.33333%b ~%-14.28571%c}")),
    "G6": Case(gift("::Q::x{#9,81}"), gift("::Q::x{#=4:0 =%50%5:1}", "::R::x{#1..5}", "::S::x{#-.5e3:0.1#near}")),
    "G7": Case(gift("::Q::x{~%50%a ~%25%b}"), gift("::Q::x{~%50%a ~%50%b}")),
    "G8": Case(gift("::Q::x{=a -> 1 =b}"), SOLVED),
    "G9": Case(gift("::Q::x{T}\n::R::y{F}"), gift("::Q::The {=cat ~dog} sat.")),
    "G10": Case(gift("::Q::x{true}"), gift("::Q::x{TRUE#no#yes}")),
    "G11": Case(gift("::Q::x{~%100%a}"), gift(GOOD_GIFT)),
    "G12": Case(gift("$CATEGORY: A\n::Q::x{T}"), gift("$CATEGORY: $course$/top/A", "::Q::x{T}")),
    "G13": Case(gift("$CATEGORY: A/ /B", "::Q::x{T}"), gift("$CATEGORY: A/B//C", "::Q::x{T}")),
    "G14": Case(gift("::Q::[htm]<p>x</p>{T}"), gift("::Q::[html]<p>x</p>{T}")),
    "G15": Case(gift("::Q::x{=a -> 1 =b -> 2}"), SOLVED),
    "G16": Case(gift("::Q::x{=https://example.org/?a=b ~c}"), gift("::Q::x{=https\\://example.org/?a\\=b ~c}")),
    "G17": Case(gift("::Q::x{=a ~ ~b}"), gift("::Q::x{=a#yes ~b#no ####So}")),
    "G18": Case(gift(f"// [id:a]\n{GOOD_GIFT}", f"// [id:a]\n{GOOD_GIFT}"), gift(f"// [id:a]\n{GOOD_GIFT}", GOOD_GIFT)),
    "G19": Case(gift("::" + "n" * 256 + "::x{T}"), gift("::" + "n" * 255 + "::x{T}")),
    "G20": Case(gift("::Q::{T}"), gift("{T} is what it is.")),
    "G21": Case(Sample("bank.gift", b"// nothing\n"), gift("Only a text, for a start.", GOOD_GIFT)),
    "G22": Case(gift("::Q::x{=a ~%x%b}"), gift("::Q::x{=a ~50 % of b}")),
    "G23": Case(gift("::Q::x{#%50%4}"), gift("::Q::x{#=%100%4 =%50%5}")),
    "MQ2": Case(
        moodle_xml(question("cloze", "<defaultgrade>3</defaultgrade>", text="{1:SA:=a}")), cloze("{3:SA:=a}"), "moodle"
    ),
    "MQ3": Case(
        moodle_xml(choice("100", "0", text='<span lang="de" class="multilang">Welche?</span>')), KEPT, "moodle"
    ),
}
