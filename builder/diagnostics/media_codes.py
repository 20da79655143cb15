"""Codes of video and audio: ``V``."""

from builder.diagnostics.code import error, warning

RECORDING_FILE = error(
    "V101",
    "This {name} names no file.",
    "Write it behind the name of the fence: `::: {name} media/{example}`.",
    """A recording is a file in the course's `media/` folder. Its path stands where other fences have their title.""",
)
RECORDING_OUTSIDE = error(
    "V102",
    "`{source}` does not lead into the course's `media/` folder.",
    "Put the file there and write `media/{example}`.",
    """Packages ask no other host: a recording on a video platform would be blocked in many offices, could change or
    vanish, and would tell others who watches. The file travels with the course and is loaded only when it is
    played.""",
)
CAPTIONS_MISSING = error(
    "V103",
    "This video has no captions.",
    'Add `captions="media/{stem}.{language}.vtt"`, a WebVTT file; YouTube and Microsoft Stream write a first draft.',
    """Captions are for those who cannot hear the video, and for everyone who watches it in an office without sound.
    They are text with times in a file of the format WebVTT.""",
)
TRANSCRIPT_MISSING = error(
    "V104",
    "This {name} has no transcript.",
    "Write between the lines of colons what is said and what matters of what is seen.",
    """Many learners will not load a recording over a slow line; they read the transcript. It is also what is printed,
    found by search, and read by those who can neither see nor hear.""",
)
RECORDING_MISSING = error(
    "V301",
    "There is no file `{source}`.",
    "Put it into the course's `media/` folder, or write the name of one that is there{hint}.",
    """Recordings and their captions lie in the folder `media/` of their course. A missing one would be a player that
    does nothing.""",
)
RECORDING_CASE = error(
    "V302",
    "The file is called `{real}`, not `{source}`: capitals differ.",
    "Write `{real}`.",
    """On Windows and macOS capitals in file names do not count, on the servers of most LMSs they do. The recording
    would play on your machine and not in the course.""",
)
RECORDING_TYPE = error(
    "V303",
    "`{suffix}` is no type of {name} that all browsers play.",
    "Save it as {types}.",
    """Browsers play a handful of formats: MP4 and WebM for video, MP3, M4A, Ogg and WAV for audio.""",
)
RECORDING_CONTENT = error(
    "V304",
    "The file is called `{suffix}` but does not hold a recording of that type.",
    "Open it in the program it was made with and export it again as {suffix}.",
    """Renaming a file does not change what is in it. An empty file, or a page of a website stored with a recording's
    name, ends up here, too.""",
)
RECORDING_LARGE = warning(
    "V305",
    "The recording has {size} MB; {limit} MB is the most that learners on slow lines should be asked for.",
    "Make it smaller: 640 by 360 points and 400 kbit/s are enough for a person who speaks; or cut it into parts.",
    """At 1 Mbit/s ten megabytes take eighty seconds, at 128 kbit/s more than ten minutes; many learners pay for each of
    them. Nothing is loaded before a learner presses play.""",
)
RECORDING_RIGHTS = warning(
    "V306",
    "Nothing says {what} the recording `{source}`.",
    "Add `source` and `licence` for it in media/media.yaml.",
    """Whoever publishes the course must know where each recording comes from and on what terms it may be used. Later
    nobody remembers.""",
)
CAPTIONS_UNREAD = error(
    "V311",
    "The captions cannot be read: {reason}.",
    "Save them as WebVTT in UTF-8: the first line is `WEBVTT`, then a blank line.",
    """Browsers show no captions at all from a file that does not begin with `WEBVTT`. A file of the format SubRip
    (`.srt`) needs that line and points instead of commas in its times.""",
)
CAPTIONS_TIME = error(
    "V312",
    "This is no time of a caption: `{text}`.",
    "Write `00:00:01.000 --> 00:00:04.000`: minutes and seconds in two digits, a point, three digits.",
    """Each caption stands under a line with its start and its end. One that is not understood is left out by
    browsers.""",
)
CAPTIONS_ORDER = error(
    "V313",
    "The times of this caption do not fit: {reason}.",
    "Write the captions in the order in which they are heard, each with its end after its start.",
    """A caption that ends before it starts is never shown, and one out of order appears at the wrong moment or not at
    all.""",
)
CAPTIONS_EMPTY = error(
    "V314",
    "{what} no text.",
    "Write what is said under the line with its times, without a blank line between.",
    """A caption is a line with times and directly below it the words. A blank line ends it.""",
)
