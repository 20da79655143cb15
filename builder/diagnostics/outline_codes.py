"""Codes of the outline of a programme: ``U``."""

from builder.diagnostics.code import error, note, warning

RULE_SHAPE = error(
    "U101",
    "A rule is a mapping with one key, but this is {found}.",
    "Write for example `{{done: {example}}}`; `all: [...]` joins several rules, `any: [...]` asks for one of them.",
    """A rule says when something opens: `done`, `passed`, `failed`, `undone`, `grade`, `since`, `until`, `group`,
    or `all`, `any` and `none` with a list of rules.""",
)
RULE_SEVERAL = error(
    "U102",
    "This rule has {count} keys: {keys}.",
    "Write a rule each: `all: [{rules}]` if all of them must hold, `any: [...]` if one is enough.",
    """Two keys in one rule leave open whether both must hold or one of them. A rule has one key.""",
)
RULE_EMPTY = error(
    "U103",
    "`{key}` lists no rules.",
    "Write at least one rule: `{key}: [{{done: …}}]`, or remove it.",
    """A list without rules would hold always or never, depending on whom one asks.""",
)
GRADE_BOUNDS = error(
    "U104",
    "No grade can keep this rule: {problem}.",
    "Write `least: 60` for at least 60 per cent, `below: 60` for less, or both, `least` the smaller.",
    """A rule about a grade has at least one bound. Bounds are in per cent of the most that can be had.""",
)
BAD_DATE = error(
    "U105",
    "`{value}` is no day.",
    "Write year, month and day with hyphens: `{key}: 2030-01-07`.",
    """The first day is written as ISO 8601 has it, so that 7/1 is not taken for 1/7. All other moments are
    counted from it, and move with it when the course is restored with another first day.""",
)
ENTRY_SHAPE = error(
    "U106",
    "This entry {problem}.",
    "{remedy}",
    """An entry of a section puts one thing there: an activity by its id, a course by its folder, or a `part` of a
    course by the id of a lesson or a test.""",
)
COUNT_ALONE = error(
    "U107",
    "`count` has no meaning without `completes: entries` or `completes: posts`.",
    "Write which of them is counted, or remove `count`.",
    """`count` says how many entries of a collection, or posts in a forum, complete it.""",
)

ACTIVITY_UNKNOWN = error(
    "U201",
    "There is no activity `{name}`.",
    "{remedy}",
    """An entry names an activity by the `id` in the front matter of its file in `activities`.""",
)
COURSE_UNKNOWN = error(
    "U202",
    "There is no course `{name}`.",
    "Write the name of a folder that `courses` in programme.yaml lists{hint}.",
    """An entry names a course by its folder, as programme.yaml does.""",
)
COURSE_UNTRANSLATED = error(
    "U203",
    "The course `{name}` is not translated into `{language}`, but stands in the outline.",
    "Translate it, or begin the name of the folder `activities/{language}` with `_` until it is translated.",
    """One outline serves all languages. A programme that lacks a course in one of them would hold rules that
    nobody can keep; so it is not built in that language until all its courses are there.""",
)
PART_UNKNOWN = error(
    "U204",
    "The course `{course}` has no lesson or test `{part}`.",
    "Write the id of a lesson, or of a page of `kind: test`{hint}.",
    """A part of a course is named by the `id` in its lesson.yaml, or in the front matter of a page that is a
    test.""",
)
PART_KIND = error(
    "U205",
    "`{part}` is a page of `kind: {kind}`; only lessons and tests can stand by themselves.",
    "Name the lesson `{lesson}`, which holds it, or make it a page of `kind: test`.",
    """A lesson becomes a package with its own record, a test a quiz of the platform's. A single page or a
    practice quiz is read inside its lesson.""",
)
PART_OF_SCORM = error(
    "U206",
    "The course `{course}` is delivered as one package (`delivery: scorm`), which has no parts for the platform.",
    "Name the whole course, or write `delivery: mixed` in its course.yaml.",
    """To a platform a SCORM package is one activity: it can neither be taken apart nor asked for a lesson in it.""",
)
ENTRY_TWICE = error(
    "U207",
    "`{name}` stands in the outline already, in line {line}.",
    "Remove one of the two{more}.",
    """Results are kept once. With one thing in two places rules could not tell which of them is meant, and what
    learners did in one would be missing in the other. To lead there from elsewhere, use a link in a text.""",
)
ACTIVITY_UNUSED = warning(
    "U208",
    "No entry of outline.yaml shows the activity `{name}`.",
    "Add `- {name}` to a section, or begin the file's name with `_`.",
    """What no section names is not built.""",
)
COURSE_LEFT_OUT = note(
    "U209",
    "The course `{name}` does not stand in the outline.",
    "Add `- course: {name}` to a section if it belongs to the programme's Moodle course.",
    """The programme as one Moodle course holds what the outline names. The course's own packages are built all
    the same.""",
)
PARTS_LEFT_OUT = note(
    "U210",
    "Of the course `{course}` these parts stand nowhere in the outline: {parts}.",
    "Add an entry for each, or name the course as a whole: `- course: {course}`.",
    """A course that is entered part by part shows those parts alone.""",
)
OUTLINE_ID = error(
    "U211",
    "The id `{name}` is that of the course in `{folder}`.",
    "Give the outline an id of its own; it begins the name of the file that is built.",
    """Files are named by ids. With one id twice the Moodle course of the programme and that of the course would
    overwrite each other.""",
)

NAME_UNKNOWN = error(
    "U301",
    "Nothing in the outline is called `{name}`.",
    "Write the id of an activity, the folder of a course, or `folder/part`, of an entry{hint}.",
    """Rules and `completes` name what stands in the outline: they are about what learners can do there.""",
)
GROUP_UNKNOWN = error(
    "U302",
    "There is no group `{name}`.",
    "Write one of those under `groups`, or `any` for members of any group{hint}.",
    """Groups are listed at the top of outline.yaml, and made on the platform when the course is restored. Who
    belongs to them is decided there.""",
)
NO_GROUPS = error(
    "U303",
    "{what} asks for groups, but the outline has none.",
    "List them at the top: `groups: {{nominated: {{title: Nominated}}}}`.",
    """Without groups nobody is a member of one, so that the rule could never be kept.""",
)
CATEGORY_UNKNOWN = error(
    "U304",
    "There is no category of grades `{name}`.",
    "Write one of those under `grades: categories`{hint}.",
    """Categories of grades are listed at the top of outline.yaml. Those an entry names must be among them.""",
)
NOT_COMPLETED = error(
    "U305",
    "Nothing marks `{name}` as done: {reason}.",
    "{remedy}",
    """A platform remembers that something is done only when it knows what completes it. A rule that waits for it
    would never be kept.""",
)
NOT_GRADED = error(
    "U306",
    "`{key}` has no meaning for `{name}`: {reason}.",
    "{remedy}",
    """`passed` and `failed` need a mark to be reached, `grade` needs a grade. A rule about something that has
    none would never be kept.""",
)
GROUP_TITLE_TWICE = error(
    "U307",
    "The groups `{id}` and `{other}` are both called “{title}”.",
    "Give one of them another title.",
    """A platform tells groups apart by their titles. It would make one group of the two, and each rule about one
    of them would hold for members of the other.""",
)

COMPLETES_UNFIT = error(
    "U401",
    "`completes: {value}` does not fit `{name}`: {reason}.",
    "Write {fitting}, or leave `completes` out.",
    """What can complete an activity follows from its kind: a page is viewed, a survey sent, a test passed, a
    collection holds entries, a forum posts. Any of them can be marked by hand (`manual`) or count for nothing
    (`none`).""",
)
ENTRIES_TOO_MANY = error(
    "U402",
    "`{name}` takes {most} entries of a learner at most, but {count} would complete it.",
    "Write a `count` up to {most}, or a larger `entries` in the collection's front matter.",
    """Nobody could complete it, and what waits for it would stay closed.""",
)
CATEGORY_UNGRADED = warning(
    "U403",
    "`{name}` has no grade that could count in the category `{category}`.",
    "Remove `category`, or name something with a grade: a test, an assignment with points.",
    """The category would wait for a grade that never comes.""",
)
AFTER_END = warning(
    "U404",
    "`{key}` is later than the end of the course (`length`).",
    "Write an earlier moment, or a greater `length`.",
    """Moments are counted from the first day. When the course has ended, learners do not come back for what
    follows.""",
)

RULE_ON_ITSELF = error(
    "U501",
    "The rule by which `{name}` opens is about `{name}` itself.",
    "Name what comes before it, or remove the rule.",
    """Nothing can be done, passed or left undone before it opens.""",
)
RULE_CIRCLE = error(
    "U502",
    "These wait for each other, so that none of them ever opens: {circle}.",
    "Take one of them out of the rules, or give one another way to open with `any`.",
    """Each opens after the one behind the arrow, and the last after the first. A rule of a section holds for all
    that stands in it; a rule about a course is about all of its parts.""",
)
NEVER_OPENS = error(
    "U503",
    "{what} can never open: {reason}.",
    "Change or remove one of its rules; that of a section holds for what stands in it, too.",
    """Rules that cannot hold at one time keep something closed for ever.""",
)
PREREQUISITE_UNRULED = warning(
    "U504",
    "`{name}` comes after `{before}` by `prerequisites` in programme.yaml, but the outline does not see to that.",
    "Write `opens: {{{state}: {before}}}` in its entry (beside other rules within `all`), or change `prerequisites`.",
    """`prerequisites` is what learners read; only the rules of the outline make the platform keep to it.""",
)
