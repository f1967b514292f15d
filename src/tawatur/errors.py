"""Everything that can go wrong, as one family.

    TawaturError
    ├── UsageError            the command or call itself is wrong
    ├── ReadError             a source cannot be opened or understood
    │   ├── UnknownFormat     its bytes are of no kind that we read
    │   ├── TruncatedRecord   it ends before its own length says so
    │   ├── BrokenRecord      one record of an archive is damaged; the ones around it were kept
    │   ├── TooLarge          it, or what it unpacks to, is over a limit
    │   └── FetchError        a URL that the user named could not be fetched, or must not be
    ├── CaseError             the case file is missing, foreign, newer than this program, or changed
    ├── LanguageDataError     a data file of `languages/` or a user's pack breaks its own rules
    └── ExportError           a result could not be written

Every message names the file, the place and the next step.
"""


class TawaturError(Exception):
    """Base of every error that tawatur raises on purpose."""


class UsageError(TawaturError):
    """The command or call itself is wrong."""


class ReadError(TawaturError):
    """A source cannot be opened or understood."""


class UnknownFormat(ReadError):
    """The bytes are of no kind that we read."""


class TruncatedRecord(ReadError):
    """A file ends before its own length says so."""


class BrokenRecord(ReadError):
    """One record of an archive is damaged; the ones around it were kept."""


class TooLarge(ReadError):
    """A source, or what it unpacks to, is over a limit."""


class FetchError(ReadError):
    """A URL that the user named could not be fetched, or must not be."""


class CaseError(TawaturError):
    """The case file is missing, foreign, newer than this program, or changed."""


class LanguageDataError(TawaturError):
    """A language data file or a user's pack breaks its own rules."""


class ExportError(TawaturError):
    """A result could not be written."""
