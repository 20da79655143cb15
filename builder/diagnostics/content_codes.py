"""Codes of the rules for content: ``X``, asked for under ``content`` in programme.yaml or course.yaml."""

from builder.diagnostics.code import warning

PAGE_SHORT = warning(
    "X101",
    "This page has {words} words, fewer than the {least} that `content` asks for.",
    "Say more about its one idea, or join it with a neighbour. Where a page has to be short, give its course another "
    "`words` in course.yaml.",
    """A page that says little costs as much time to open as any other. What is counted is the text a learner reads:
    headings, lists, tables and captions are part of it, questions, cards and transcripts are not.""",
)
PAGE_LONG = warning(
    "X102",
    "This page has {words} words, more than the {most} that `content` allows.",
    "Keep to one idea: cut, or move the second idea to a page of its own.",
    """A page should hold one idea and fit into a few minutes. What is counted is the text a learner reads: headings,
    lists, tables and captions are part of it, questions, cards and transcripts are not.""",
)
SENTENCES_LONG = warning(
    "X103",
    "The sentences of this page have {average} words on average; `content` allows {limit}.",
    "Divide long sentences. The longest begins with “{first}” and has {longest} words.",
    """Long sentences are what makes a text hard for people who read in a second language. Headings and cells of tables
    are not counted; items of lists are, where they end like sentences.""",
)
SENTENCE_LONG = warning(
    "X104",
    "The sentence “{first}” has {words} words; `content` allows {limit}.",
    "Divide it, or make a list of it.",
    """At the end of a very long sentence its beginning is forgotten. It is the paragraph that is pointed at; look in it
    for the words in the message.""",
)
READING = warning(
    "X105",
    "The reading level of this page is LIX {lix}; `content` allows {limit}.",
    "Its sentences have {average} words on average, and {long} per cent of its words are long: shorten the sentences, "
    "and choose shorter words where there are some.",
    """LIX adds the average length of sentences, in words, and the percentage of words with more than six letters. It
    is counted in the same way in English, French and Spanish. Below 40 a text is easy, from 50 on it is hard.""",
)
INTERACTIONS_FEW = warning(
    "X106",
    "{asked} this page; `content` asks for at least {least}.",
    "Add a question in `::: quiz` that lets learners use what the page says.",
    """Learners remember what they have used. A vote, a prediction or a reflection counts, too; a scenario counts as one
    question.""",
)
INTERACTIONS_MANY = warning(
    "X107",
    "{asked} this page; `content` allows {most}.",
    "Move some of them to the quiz of the lesson.",
    """A page that asks more than it says has become a quiz.""",
)
LEVEL_SHARE = warning(
    "X108",
    "Of the {all} questions that tests can ask, {share} per cent ({count}) have the level `{level}`{more}; `content` "
    "asks for {least}.",
    "Replace others by questions of this level, or take a second look at the `level` of those there are: {missing} "
    "would do.",
    """Tests ask what is easily written, remembering, unless somebody counts. Counted are the questions of tests and of
    the banks they draw from, those of scenarios one by one; tests of weight 0 are not counted.""",
)
UNEXPLAINED = warning(
    "X109",
    "{what} without an explanation.",
    "{remedy}",
    """Feedback is where learners learn from a question. An option says why it is right, or why it tempts and why it
    fails. Where there are no options to explain (matching, ordering, gaps, typed answers), a general explanation below
    the answer is read by everybody.""",
)
OPTION_LONGER = warning(
    "X110",
    "The right option is the longest by far: {right} characters, {wrong} the longest wrong one.",
    "Shorten it to what makes it right, or give the wrong ones as much detail.",
    """Learners who do not know choose the longest option, since what is right is often qualified. Then the question
    tells nothing about them. Differences of a few characters are not looked at.""",
)
OPTION_SHORTER = warning(
    "X111",
    "The right option is the shortest by far: {right} characters, {wrong} the shortest wrong one.",
    "Shorten the wrong ones, or give the right one as much detail.",
    """An option that looks unlike all others is chosen, or avoided, for its looks. Differences of a few characters are
    not looked at.""",
)
OBJECTIVE_INCOMPLETE = warning(
    "X112",
    "The objective `{id}` {lacks}{has}.",
    "Add what is missing, or put `objective: {id}` where it is served already.",
    """An objective is a promise: pages teach it, questions practise it, and the test asks for it. Counted are pages of
    text that name it, questions of pages and quizzes, and the questions that tests can ask, drawn ones included.""",
)
QUESTION_UNPLACED = warning(
    "X113",
    "This question names no {what}.",
    "Write {example} into the braces of its heading.",
    """Only what questions say of themselves can be counted: which objective they serve, and what they ask of the mind
    (`level`). Questions without a right answer need neither.""",
)
MINUTES = warning(
    "X114",
    "{what} {stated}; counted are {counted}, {how}.",
    "Write `minutes: {whole}`, or change what is to be read and answered.",
    """People plan with the study time they are told. It is counted from the words to read and the questions to answer;
    a minute more or less is always allowed. How long questions take stands in the guide to the rules for content.""",
)
TERM_VARIANT = warning(
    "X115",
    "“{variant}” stands here; the glossary calls it “{term}”.",
    "Write “{term}”. In quotation marks, in a block quotation and in italics other people's words may stay.",
    """One thing has one name, or readers look for a difference. The glossary lists under `avoid` what is not written
    for a term.""",
)
TERM_UNLINKED = warning(
    "X116",
    "This is the first page with the term “{term}”, and it does not lead to the glossary.",
    "Write `[{term}](glossary:{id})` where the term stands first.",
    """A new term is explained where it is met first, by a link to the glossary; later it need not be. Words that
    everybody knows have `common: true` in the glossary.""",
)
