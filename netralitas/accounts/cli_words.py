"""What can be wrong with a change of accounts, in English: the words of the command line."""

from typing import Final

from netralitas.accounts.domain import Problem

PROBLEMS: Final[dict[Problem, str]] = {
    Problem.LOGIN_MALFORMED: (
        "A login has 3 to 64 small letters, digits or . _ @ -, beginning with a letter or digit."
    ),
    Problem.LOGIN_TAKEN: "This login is taken; choose another.",
    Problem.LOGIN_UNKNOWN: "There is no account with this login.",
    Problem.CODE_MALFORMED: (
        "A code has 2 to 64 small letters, digits or -, beginning with a letter or digit."
    ),
    Problem.CODE_TAKEN: "This code is taken; choose another.",
    Problem.ORGANISATION_UNKNOWN: "There is no organisation with this code.",
    Problem.NAME_MISSING: "Name and title must not be empty.",
    Problem.ROLES_MISSING: "Give at least one --role.",
    Problem.DESK_MISSING: "This officer has no desk there; give --title to add one.",
    Problem.DESK_TAKEN: "This officer has a desk there already; change its roles without --title.",
    Problem.PERIOD_REVERSED: "The last day must come after the first.",
    Problem.OWN_SUPERIOR: "Nobody is their own superior.",
    Problem.MAIL_MALFORMED: "An address for mail looks like name@office.example.",
    Problem.PASSWORD_SHORT: (
        "A password needs at least 12 characters: its length is what makes it hard to guess."
    ),
    Problem.PASSWORD_LONG: "A password has at most 1024 characters.",
    Problem.GUESSED_FIRST: (
        "This password is easy to guess: common words, keys in a row, or a repetition."
    ),
    Problem.SYSTEM_ACCOUNT: "The system's own account cannot be changed.",
    Problem.OWN_FACTOR: "Nobody removes their own second factor; another administrator does.",
    Problem.FACTOR_MISSING: "This account has no second factor.",
    Problem.OWN_ADMINISTRATOR: "Nobody takes their own role of administrator away.",
    Problem.LAST_ADMINISTRATOR: "The organisation would have no administrator left.",
    Problem.REQUEST_OPEN: "A request for this person is open; finish or withdraw it first.",
    Problem.REQUEST_OVER: "This request is over, withdrawn, or not proposed yet.",
    Problem.NOTHING_CHOSEN: "Choose what is replaced: the password, the second factor, or both.",
    Problem.NOT_DISABLED: "This account is not disabled.",
    Problem.NIP_MALFORMED: "A NIP has 18 digits.",
    Problem.NIP_TAKEN: "This NIP is another account's; take it away there first.",
    Problem.NIP_MISSING: "This account has no NIP.",
    Problem.NOT_LINKED: "This account is linked to no identity of the provider.",
}
