"""Codes of the text of pages: ``T`` text, ``F`` fences and figures, ``H`` headings, ``G`` gaps, ``C`` citations,
``L`` links, ``P`` pictures.
"""

from builder.diagnostics.code import error, warning

HTML = error(
    "T101",
    "HTML is not allowed in pages: `{tag}`.",
    "{remedy}",
    """Pages become many formats, some of which hold no HTML, and a tag left open would break a whole page.
    Markdown, fences and the four elements `<br>`, `<sub>`, `<sup>` and `<abbr>` do what pages need.""",
)
HTML_COMMENT = error(
    "T102",
    "HTML comments are not allowed in pages.",
    "Delete it, or move it into a file whose name begins with `_`.",
    """Comments would reach learners in the source of the page. Files whose names begin with `_` are never
    published.""",
)
HTML_PAIR = error(
    "T103",
    "`{tag}` has no counterpart here.",
    "Write the opening and the closing tag in the same paragraph, the inner pair closed before the outer one.",
    """`<sub>`, `<sup>` and `<abbr>` open and close within one paragraph, list item or cell, and do not cross other
    markup.""",
)
HTML_ATTRIBUTE = error(
    "T104",
    "`{tag}` takes no attributes.",
    "Write `{plain}`.",
    """Of the four elements that pages may use only `<abbr>` has an attribute, its title. Colours and styles come
    from the theme.""",
)
ABBR_TITLE = error(
    "T105",
    "This `<abbr>` does not say what it stands for.",
    'Write `<abbr title="World Trade Organization">WTO</abbr>`.',
    """An abbreviation is marked up to tell what it means; that text stands in its title, in quotes.""",
)
TASK_BOX = error(
    "T111",
    "`{box}` is not read as a box to tick.",
    "Write `- [x] text` for a right option and `- [ ] text` for a wrong one, with a blank after the box.",
    """Options begin with `[x]` or `[ ]`: one character between the brackets and one blank behind them. Anything
    else would be shown as text, and the option would not count.""",
)
ANSWER_PLACE = error(
    "T112",
    "A line beginning with `{sign} ` is an answer, and no answer can stand here.",
    "Put it under a question (`kind: quiz` or `::: quiz`), not indented; write `\\{sign}` for plain text.",
    """Lines beginning with `= ` or `! ` give the right and the wrong answers of a question that is typed. Outside a
    question, in a list, quotation or fence, nobody would see them.""",
)
ANSWER_EMPTY = error(
    "T113",
    "There is no answer after `{sign}`.",
    "Write the answer on the same line: `{sign} 33`; write `\\{sign}` for plain text.",
    """A line with `=` or `!` alone gives an answer that is empty, which a learner cannot type.""",
)
ANSWER_BLANK = error(
    "T114",
    "This looks like an answer, but there is no blank after `{sign}`.",
    "Write `{sign} {text}`; write `\\{sign}` for plain text.",
    """An answer line begins with `= ` or `! `, sign and blank. Without the blank it is part of the paragraph.""",
)
FOOTNOTE_UNKNOWN = error(
    "T121",
    "There is no footnote `{label}` on this page.",
    "Write `[^{label}]: text` in a paragraph of its own.",
    """A mark like `[^1]` points to a paragraph of the same page that begins with `[^1]:`.""",
)
FOOTNOTE_UNUSED = warning(
    "T122",
    "No text points to the footnote `{label}`, so nobody will see it.",
    "Put `[^{label}]` where it belongs, or remove the footnote.",
    """Footnotes are shown in the order of the marks that point to them. One without mark is left out.""",
)
FOOTNOTE_TWICE = error(
    "T123",
    "The footnote `{label}` is written twice; it is in line {line} already.",
    "Give one of the two another label, or remove it.",
    """A mark can point to one footnote only.""",
)
TOO_DEEP = error(
    "T131",
    "Lists or quotations are nested too deep here; what stands inside would be lost.",
    "Use fewer levels.",
    """More than a few levels can be neither read nor shown on a phone, and the tool stops at twenty.""",
)
EXTRA_CELLS = error(
    "T141",
    "This row has {found} cells, but the table has {columns} columns; what stands in the others would be lost.",
    "Remove cells or add columns to the first row; write `\\|` for a bar within a cell.",
    """The first row of a table says how many columns it has. Cells beyond them are not shown.""",
)

FENCE_NAME = error(
    "F101",
    "There is no fence `{name}`.",
    "{hint}",
    """A fence begins with colons and one of the known names. Another name would have no form of its own.""",
)
FENCE_OPEN = error(
    "F102",
    "This fence is not closed.",
    "Write `{colons}` alone on a line where it ends{indented}.",
    """A fence ends at a line with as many colons as it begins with, and no more. Without that line the tool cannot
    know what is inside. Inside a list or quotation the closing line stands there too, equally indented.""",
)
FENCE_STRAY = error(
    "F103",
    "There is no open fence that this line could close.",
    "Remove the line, or write the fence's opening line (`::: note`) above.",
    """A line of colons closes a fence that was opened above with as many colons, in the same list item or
    quotation.""",
)
FENCE_NESTED = error(
    "F104",
    "This fence stands in one of {outer} colons, which must have more colons than the fences in it.",
    "Open and close the outer fence with {more} colons.",
    """A fence that holds another is longer, so that everyone can see which line closes which.""",
)
FENCE_NAMELESS = error(
    "F105",
    "This fence has no name.",
    "Write the name after the colons, then the title: `::: note Title`.",
    """The name says what the fence is: note, example, keypoint, reveal, model, quiz or a figure.""",
)
FENCE_ATTRIBUTE = error(
    "F106",
    "`{name}` takes no attribute `{attribute}`.",
    "{hint}",
    """Attributes in braces set how a figure is drawn, and the id of a quiz. Others would have no effect.""",
)
FENCE_LENGTH = error(
    "F107",
    "This line has {found} colons, but the fence it stands in begins with {wanted}.",
    "Write `{colons}`.",
    """A fence is closed by as many colons as it was opened with.""",
)
QUIZ_PLACE = error(
    "F108",
    "A quiz cannot stand here.",
    "Put `::: quiz` in a page of `kind: page`, not inside a list, quotation or other fence.",
    """A page of kind quiz, test or bank is one quiz already, and quizzes are found only at the outer level of a
    page.""",
)
MODEL_PLACE = error(
    "F109",
    "A model answer stands outside a question.",
    "Put it under a question with `{{.reflection}}`, or use another fence, such as `::: reveal`.",
    """`::: model` is shown to learners after they have written their own answer, so it needs a question.""",
)
FENCE_EMPTY = error(
    "F110",
    "The fence `{name}` is empty.",
    "Write its text between the two lines of colons, or remove it.",
    """An empty fence would show a frame with nothing in it.""",
)
FENCE_TITLE = error(
    "F111",
    "`{name}` takes no title.",
    "Remove `{title}`; the caption of a figure is a paragraph after the table or list.",
    """Callouts have titles. Figures have a caption instead, and a quiz in a page has the page's own headings.""",
)
FIGURE_BODY = error(
    "F201",
    "`{name}` needs {expected}, then at most one paragraph as its caption.",
    "Write {expected} as the first thing in the fence, and nothing but a caption after it.",
    """A figure is drawn from a plain table or list, which stays as its text version. Other content in the fence
    could not be drawn.""",
)
FIGURE_NUMBER = error(
    "F202",
    "`{text}` is not a number.",
    'Write plain digits with a decimal point and no unit: `15.1`; the unit goes into `{{unit="%"}}`.',
    """Bars are drawn from numbers. They are written with a decimal point in every language, and shown as the
    learner's language writes them.""",
)
FIGURE_COLUMNS = error(
    "F203",
    "`{name}` needs a table with {expected} columns; this one has {found}.",
    "Write the table with {expected} columns.",
    """Bars have a label and one or more columns of numbers, a timeline a date and an event, a comparison an aspect
    and the things compared.""",
)
FIGURE_VALUE = error(
    "F204",
    "`{attribute}` must be {expected}, not `{value}`.",
    "Write for example `{example}`.",
    """The attribute is a number, such as the value at the right end of the scale.""",
)
FIGURE_EVENT = error(
    "F205",
    "This item has no date.",
    "Write `date: event`, for example `- 1995: The WTO is founded`.",
    """Each item of a timeline begins with its date, then a colon, a blank and what happened.""",
)
FIGURE_ROWS = error(
    "F206",
    "`{name}` has no rows to draw.",
    "Write rows under the head of the table.",
    """The first row and the line of hyphens are the table's head. The figure is drawn from the rows below.""",
)

LEVEL_ONE = error(
    "H101",
    "A page has no level-1 heading in its text.",
    "Write `## {title}`; the title of the page is `title:` in the front matter.",
    """The page's title is its only level-1 heading, made from the front matter. Screen readers and the navigation
    rely on it.""",
)
LEVEL_JUMP = warning(
    "H102",
    "The heading is of level {level}, after one of level {before}; level {wanted} is left out.",
    "Write `{marks}`.",
    """Screen readers list headings by level. A level left out sounds like a missing part.""",
)
HEADING_EMPTY = error(
    "H103",
    "The heading is empty.",
    "Write its text after the `#` signs.",
    """An empty heading shows nothing but is read out and listed by screen readers.""",
)
ATTRIBUTES = error(
    "H104",
    "The attributes in braces are not understood from `{text}` on.",
    'Write them as `{{#id .class key=value key="two words"}}`, with straight quotes and no blank around `=`.',
    """Braces at the end of a heading or of a fence's opening line hold an id, classes and `key=value` pairs, with
    blanks between them. For braces as plain text write `\\{`.""",
)
BAD_ATTRIBUTE_ID = error(
    "H105",
    "`{value}` cannot be an id.",
    "Write lower-case letters, digits and hyphens, a letter first: `{{#{example}}}`.",
    """Ids name places in web addresses and learners' records for ever. They are made of `a` to `z`, `0` to `9` and
    `-`.""",
)
ATTRIBUTES_PLACE = error(
    "H106",
    "The attributes in braces are not closed, or not the last thing in the line.",
    "Move them to the end: `## Title {{#id}}`; write `\\{{` for a plain brace.",
    """Attributes are read only at the end of a heading. Elsewhere they would be shown to learners.""",
)
SETEXT = warning(
    "H107",
    "The line of `{sign}` signs makes a heading of the text above it.",
    "Write `## ` before the heading's text, or leave a blank line if a rule was meant.",
    """Text directly above a line of hyphens or equals signs is a heading in Markdown. It happens by accident where
    a horizontal rule was meant, and cannot be seen in the source.""",
)
ATTRIBUTE_TWICE = error(
    "H108",
    "`{name}` is given twice.",
    "Keep one of the two.",
    """With an attribute twice nobody can tell which was meant.""",
)
ATTRIBUTE_OUTSIDE = error(
    "H109",
    "`{name}` means something on a question only, and this heading is none.",
    "Write `kind: quiz` in the front matter or put the question in `::: quiz`; write `\\{{` for a plain brace.",
    """Braces at the end of a heading hold attributes. Outside quizzes only an id means something.""",
)

GAP_PLACE = error(
    "G101",
    "A gap cannot stand here.",
    "Put it in the text of a question, below its heading; write `\\[[` for plain brackets.",
    """Double brackets make a gap for learners to fill in, which only a question can score. Links are written
    `[text](page.md)`.""",
)
GAP_OPEN = error(
    "G102",
    "This gap is not closed.",
    "Write `]]` behind it, on the same line; write `\\[[` for plain brackets.",
    """A gap begins with `[[` and ends with `]]` on the same line.""",
)
GAP_EMPTY = error(
    "G103",
    "The gap has an empty answer.",
    "Write an answer on each side of every `/`; write `\\/` for a slash within an answer.",
    """Answers in a gap are separated by `/`. One without characters can be neither typed nor chosen.""",
)
GAP_CHOICES = error(
    "G104",
    "The gap offers only one choice.",
    "Write the right answer first, then others: `[[=1995 / 1994 / 1996]]`; without `=` the answer is typed.",
    """`[[= ]]` shows a list to choose from, which needs two choices or more.""",
)
GAP_TWICE = error(
    "G105",
    "The gap holds the answer `{text}` twice.",
    "Remove one of the two.",
    """Two equal choices cannot be told apart.""",
)

CITATION = error(
    "C101",
    "The citation `{text}` is not understood.",
    "Write `[@EV-01]`, or several with semicolons: `[@EV-01; @EV-02]`.",
    """A citation holds ids of sources, each with an `@` before it and separated by semicolons.""",
)
CITATION_OPEN = error(
    "C102",
    "This citation is not closed.",
    "Write `]` behind it, on the same line; write `\\[@` for plain text.",
    """A citation begins with `[@` and ends with `]` on the same line.""",
)
CITATION_TWICE = warning(
    "C103",
    "`{id}` is cited twice in the same brackets.",
    "Remove one of the two.",
    """The source would be shown twice in one place.""",
)

LINK_BLANK = error(
    "L101",
    "There is a blank between the link's text and its target.",
    "Write them together: `[{text}]({target})`.",
    """A link is text in brackets directly followed by its target in parentheses. With a blank between, both are
    shown as plain text.""",
)
LINK_OPEN = error(
    "L102",
    "The link is not understood: its target holds a blank, or its `)` is missing.",
    "Write `[text](target)`; a target with blanks stands in `< >`: `[text](<my page.md>)`.",
    """The target ends at the first blank. Files are best named without blanks.""",
)
LINK_SCHEME = error(
    "L103",
    "A link cannot lead to `{scheme}:`.",
    "Link to a page of the course, to `glossary:term`, or to an address with `https://` or `mailto:`.",
    """Only web and mail addresses work on every device of a learner; others are not safe or not to be had there.""",
)
LINK_OUTSIDE = error(
    "L104",
    "The link leads out of the course's language folder.",
    "Link to a page of this course in this language, relative to this page: `../02-lesson/01-page.md`.",
    """A package holds one course in one language. A target outside it does not exist for learners.""",
)
LINK_EMPTY = error(
    "L105",
    "The link has no {part}.",
    "Write `[text](target)` with both.",
    """A link without target leads nowhere; one without text can be neither seen nor read out.""",
)
LINK_PATH = error(
    "L106",
    "`{target}` is not a path in a course.",
    "Write it relative to this page with forward slashes: `02-page.md` or `../02-lesson/01-page.md`.",
    """Paths work on every system only when they are relative and written with `/`.""",
)
LINK_NESTED = error(
    "L107",
    "The text of a link cannot hold another link, a citation or a gap.",
    "Put it before or after the link.",
    """What stands between the brackets becomes one thing to click on, which cannot contain a second one.""",
)

PICTURE_REMOTE = error(
    "P101",
    "The picture lies on another server.",
    "Put the file in the course's `media/` folder and write `![alt text](media/name.svg)`.",
    """Packages ask no other host: learners may be offline, and a foreign server could change the picture or count
    visitors.""",
)
PICTURE_OUTSIDE = error(
    "P102",
    "`{source}` does not lead into the course's `media/` folder.",
    "Put the file there and write `![alt text](media/name.svg)`.",
    """All pictures of a course lie in `media/`, where source and licence of each are noted. A path begins with
    `media/` or leads there from the page's own file.""",
)
PICTURE_OPEN = error(
    "P103",
    "The picture is not understood: its path holds a blank, or its `)` is missing.",
    'Write `![alt text](media/name.svg "Caption")`, the caption in straight quotes.',
    """The path ends at the first blank, and only a caption in quotes may follow. Files are best named without
    blanks.""",
)
