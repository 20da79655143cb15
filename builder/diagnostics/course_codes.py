"""Codes of the checks over a course that was read: ids, links, pictures, sources, objectives, state, content."""

from builder.diagnostics.code import error, warning

ID_MISSING = error(
    "I101",
    "This {what} has no id.",
    "Run `coursewright fmt`: it writes the ids that are missing, once.",
    """Learners' results are kept under ids, so an id must stand in the source and stay the same for ever. The build
    invents none: an invented one would change with the text, and results would be lost.""",
)
ID_TWICE = error(
    "I102",
    "The id `{id}` is used twice; {other} has it already ({place}).",
    "Give this one another id; when it is a copy, delete the id and run `coursewright fmt`.",
    """Two things with one id share one record: the answer to one question would show up as the answer to the other,
    and links would lead to the first of them. It happens when a page or question is copied with its id.""",
)
KEY_CLASH = error(
    "I103",
    "The ids `{id}` and `{other}` ({place}) are shortened to the same key.",
    "Change the newer of the two ids; any other word will do.",
    """The saved state has room for a short key of each id, not for the id itself. Very rarely two ids get the same key,
    and then their records could not be told apart. Change the one that is not released yet.""",
)
ID_RESERVED = error(
    "I104",
    "The id `{id}` cannot be used: {why}.",
    "Choose another id, `{id}-page` for instance.",
    """A page is written to a file that is called like its id, and some names are taken: by the tool's own pages and
    parts of pages, or by Windows, which cannot hold a file of such a name.""",
)
LINK_PAGE = error(
    "L301",
    "There is no page `{target}`.",
    "Write the path of a page's file, seen from this file{hint}.",
    """A link that leads nowhere ends at an error page of the LMS. Pages are linked by the name of their file; the tool
    turns it into the right address. Capitals count.""",
)
LINK_ANCHOR = error(
    "L302",
    "There is no `{{#{anchor}}}` on {page}.",
    "Write an id that stands there in braces behind a heading{hint}.",
    """What stands after `#` is the id of a heading or a question, written in braces in its heading: `## Title {#id}`.
    Titles themselves are no ids, since they change with every rewording and translation.""",
)
LINK_BANK = error(
    "L303",
    "`{target}` is a bank of questions, which learners never open.",
    "Link to a page that learners can open.",
    """The questions of a bank are drawn into quizzes and tests. The bank itself has no page in the course.""",
)
LINK_TERM = error(
    "L304",
    "The glossary has no term `{term}`.",
    "Add the term to glossary/{language}.yaml, or write the id of one that stands there{hint}.",
    """A link to a glossary term shows its definition. The term is named by its id, and every language has its own
    glossary with the same ids.""",
)
LINK_HTTP = warning(
    "L305",
    "The address begins with `http:`, which is not secure.",
    "Write `https:` when the site answers to it; nearly all do.",
    """A page of the course comes over a secure line. Browsers warn of links to an insecure one, and networks of
    governments often block them.""",
)
LINK_HERE = warning(
    "L306",
    "The link's text is “{text}”, which does not say where it leads.",
    "Let the text name what is behind the link: `[Report on firms 2020](...)`.",
    """Many people who use a screen reader go from link to link and hear the links' texts alone. “Here” tells them
    nothing, and “here” five times on a page tells nobody anything.""",
)
ALT_MISSING = error(
    "P301",
    "The picture has no text for those who cannot see it.",
    "Write between the brackets what the picture shows: `![Map of ...](...)`.",
    """Screen readers speak this text, and it stands in for a picture that does not load on a slow line. Say what
    the picture tells, not that it is a picture.""",
)
PICTURE_MISSING = error(
    "P302",
    "There is no picture `{source}`.",
    "Put the file into the course's `media/` folder, or write the name of one that is there{hint}.",
    """Pictures lie in the folder `media/` of their course. A missing one would be a broken frame on the page.""",
)
PICTURE_CASE = error(
    "P303",
    "The file is called `{real}`, not `{source}`: capitals differ.",
    "Write `{real}`.",
    """On Windows and macOS capitals in file names do not count, on the servers of most LMSs they do. The picture would
    be seen on your machine and missing in the course.""",
)
PICTURE_TYPE = error(
    "P304",
    "A picture of the type `{suffix}` is not shown by all browsers.",
    "Save it as SVG (drawings), PNG (screenshots), JPEG or WebP (photographs).",
    """Browsers show a handful of formats. Others, such as TIFF, BMP or HEIC, would be a broken frame for
    some or all learners.""",
)
PICTURE_LARGE = warning(
    "P305",
    "The picture has {size} kB; {limit} kB is the most a page should load.",
    "Make it smaller: 1200 pixels wide at most, JPEG or WebP for photographs, SVG for drawings.",
    """Many learners are on phones and slow lines. At 128 kbit/s a picture of 300 kB takes twenty seconds.""",
)
PICTURE_RIGHTS = warning(
    "P306",
    "Nothing says {what} the picture `{source}`.",
    "Add `source` and `licence` for it in media/media.yaml.",
    """Whoever publishes the course must know where each picture comes from and on what terms it may be used. Later
    nobody remembers.""",
)
PICTURE_CONTENT = error(
    "P307",
    "The file is called `{suffix}` but does not hold a picture of that type.",
    "Open it in a picture editor and save it again in the format you want.",
    """Renaming a file does not change what is in it. Some browsers guess right and some show nothing. An empty
    file or a stored web page with a picture's name ends up here, too.""",
)
SVG_ACTIVE = error(
    "P308",
    "The drawing holds {what}, which does not work in a course.",
    "Export it again as plain SVG, with text as text and pictures inside; or delete this part in a text editor.",
    """An SVG file can carry programs and fetch files from other places. Neither runs inside a course, where it is shown
    as a picture only, and many LMSs refuse such files because they can be used to attack learners.""",
)
SVG_BROKEN = error(
    "P309",
    "The drawing cannot be read: {reason}.",
    "Export it again from the program it was made with.",
    """SVG files are XML. One fault in it, and browsers show nothing at all.""",
)
SOURCE_UNKNOWN = error(
    "C301",
    "There is no source `{id}` in sources.yaml.",
    "Write the id of a source that is listed{hint}, or add this one to sources.yaml.",
    """A citation names an entry of sources.yaml, and the page ends in the list of what it cites. A wrong id would
    leave a claim without its source.""",
)
SOURCE_UNVERIFIED = error(
    "C302",
    "The source `{id}` is unverified.",
    "Check the claim against the source and set `status: verified` in sources.yaml, or do not cite it.",
    """Someone marked this source as not checked yet. What officials learn must stand on sources that somebody
    looked up.""",
)
OBJECTIVE_UNKNOWN = error(
    "O101",
    "There is no objective `{id}` in course.yaml.",
    "Write the id of one of the course's objectives{hint}.",
    """Pages, questions and draws name the objective they serve, so that results can be reported by objective. An
    unknown one belongs to nothing.""",
)
OBJECTIVE_NONE = warning(
    "O102",
    "The page names no objective.",
    "Add `objective: {example}` to its front matter, or `objectives` to the lesson.",
    """The course has objectives, and this page says of none that it serves it. Either that was forgotten, or the
    page can go.""",
)
OBJECTIVE_UNTAUGHT = warning(
    "O103",
    "No page serves the objective {id}.",
    "Name it in the front matter of the pages that teach it, or take it out of course.yaml.",
    """The course promises something that no page says it teaches.""",
)
OBJECTIVE_UNPRACTISED = warning(
    "O104",
    "No practice question serves the objective {id}, though the test does ask for it.",
    "Add a question with `objective={id}` to a page or lesson quiz.",
    """Learners should meet a kind of question before it counts. The objective is tested and never practised.""",
)
OBJECTIVE_UNTESTED = warning(
    "O105",
    "No test asks for the objective {id}.",
    "Add a question with `objective={id}` to the test or its banks, and a draw that takes it.",
    """The course ends in a test that says nothing about one of its objectives.""",
)
PARALLEL_UNKNOWN = error(
    "O106",
    "There is no question `{id}` to be the counterpart of this one.",
    "Write the id of the question that measures the same{hint}.",
    """`parallel=` pairs a question of the test before the course with one of the test after it, to see what was
    learnt. The other question stands in the same course or in another course of the programme. Half a pair measures
    nothing.""",
)
SEE_UNKNOWN = error(
    "O107",
    "There is no page `{id}` to read again.",
    "Write the id of a page that learners are shown{hint}.",
    """`see=` names the page that a learner is led back to after an answer that was not wholly right. It is a page of
    the same course; a bank is never shown.""",
)
PARALLEL_LANGUAGE = error(
    "O108",
    "The counterpart `{id}` stands in `{course}`, and that question does not exist there in `{language}`.",
    "Translate it into `{course}/{language}`, or take `parallel=` away in every language of this course.",
    """`parallel=` may name a question of another course of the programme. A learner meets both in one language.""",
)
DRAW_SHORT = error(
    "D301",
    "The draw takes {count} questions, but there are only {available} to take.",
    "Write more questions, or draw fewer.",
    """A draw takes from the bank it names, or else from the quiz's own questions and all banks, those of its objective
    only. Mind the ids of objective and bank.""",
)
DRAW_UNEVEN = error(
    "D302",
    "No choice of whole scenarios makes {count} questions; the sizes are {sizes}.",
    "Draw {near} questions, or add single questions.",
    """A scenario is drawn whole and counts its questions. Here no set of them adds up to the number that is
    asked for.""",
)
DRAW_OVERLAP = error(
    "D303",
    "All draws together take {count} questions, but they share {available}.",
    "Write more questions, or draw fewer.",
    """Each draw has enough questions by itself, but several take from the same ones, and no question is asked
    twice in one attempt.""",
)
BANK_UNKNOWN = error(
    "D304",
    "There is no bank `{id}`.",
    "Write the id of a page of `kind: bank`{hint}.",
    """A draw names the bank it takes from by the id in the front matter of the bank's page.""",
)
BANK_UNUSED = warning(
    "D305",
    "No draw takes from this bank.",
    "Add a `draw` to a quiz or test, or begin the file's name with `_` to put it aside.",
    """The questions of a bank are asked only where a draw takes them. These are asked nowhere.""",
)
NEVER_DRAWN = warning(
    "D306",
    "No draw of this quiz can take this question.",
    "Add a draw for its objective{objective}, or move the question.",
    """A quiz with draws asks only what they take. Usually the question has another objective than the draws, or
    none.""",
)
PASS_IMPOSSIBLE = error(
    "D311",
    "Nobody can reach {mark} %: no question here is marked.",
    "Take `pass` out, or add a question that is marked.",
    """Reflections, checklists and estimates earn no points. With a pass mark on them alone, nobody would ever complete
    the course.""",
)
NOTHING_MARKED = warning(
    "D312",
    "This quiz counts in the score, but no question in it is marked.",
    "Set `weight: 0`, put the questions into a page of text, or add one that is marked.",
    """The score of a package is made of its tests, or else of its quizzes. One without marked questions has no score
    that could count.""",
)
NO_WEIGHT = error(
    "D313",
    "All quizzes that make the score have the weight 0.",
    "Give at least one of them a weight of 1.",
    """The score is the mean of the quizzes by their weights. With no weight at all there is no score to report.""",
)
STATE_LONG = error(
    "S101",
    "What a learner leaves in `{package}` can take {bound} characters; `{target}` holds {limit}.",
    "Shorten typed answers (`max=`), or write `package: lesson` in course.yaml: one package a lesson.",
    """SCORM 1.2 keeps at most 4,096 characters a package. Beyond that, answers would be dropped. Typed answers are the
    longest by far: one of 40 letters takes as much room as forty single choices. The packages of formats that hold
    more, such as the web edition, are written all the same.""",
)
STATE_LARGE = warning(
    "S102",
    "What a learner leaves in `{package}` can take {bound} of the {limit} characters that `{target}` holds.",
    "Before the course grows: shorten typed answers (`max=`) or write `package: lesson` in course.yaml.",
    """More than four fifths of the room are used when every page is opened and every question is answered at its
    longest. A later switch to one package a lesson would lose learners' records.""",
)
NO_FEEDBACK = warning(
    "E101",
    "Nothing tells a learner why {count} wrong {options} wrong.",
    "Write a blockquote under the option, indented by two blanks: `  > That is ...`.",
    """A wrong answer is the moment to learn something. Neither these options nor the question as a whole
    have feedback.""",
)
LONG_OPTION = warning(
    "E102",
    "The right option is far longer than all others ({right} characters against {wrong}).",
    "Make the options alike in length: move the explanation into the feedback.",
    """Whoever knows nothing chooses the longest option, and is right more often than not. The question then measures
    test wisdom.""",
)
LONGEST_RIGHT = warning(
    "E103",
    "In {count} of {all} single-choice questions here the right option is the longest.",
    "Lengthen some wrong options or shorten right ones.",
    """Learners notice that the longest option is right and stop reading. In a balanced quiz it is one time in three
    or four.""",
)
SAME_PLACE = warning(
    "E104",
    "In all {count} single-choice questions here the right option is number {place}.",
    "Write `shuffle_options: true` in the front matter, or change the order of the options.",
    """Options are shown in the order they are written in unless they are shuffled. Learners find out after three
    questions.""",
)
LONG_PAGE = warning(
    "E105",
    "The page has {words} words; {limit} is about what one sitting takes.",
    "Divide it into two pages at one of its headings.",
    """A page is read on a phone between two tasks. Short pages are finished, long ones are left; and what was
    reached is kept by page.""",
)
