import type { importProblems as zh } from "@/lib/i18n/zh/import-problems";

const text = (value: unknown) => (value === undefined ? "" : String(value));

export const importProblems: typeof zh = {
  missing: {
    says: () => "This is not filled in.",
    remedy: "Fill it in; a new household or member needs a name, an ID number, a relation and a village.",
  },
  "id-as-number": {
    says: () =>
      "The ID number stands in a numeric cell: its last three digits are lost, even if it looks right.",
    remedy: "Make the column text and type the 18 characters again from the card.",
  },
  masked: {
    says: () => "The number is masked with stars.",
    remedy: "Give the whole number; a masked export cannot be imported again.",
  },
  "code-personal": {
    says: () => "An ID or phone number stands where the household’s number belongs.",
    remedy: "Check that the columns are the right ones; the household’s number goes here.",
  },
  "code-as-number": {
    says: () => "The household’s number was kept as a number: its last digits are lost.",
    remedy: "Set the column to text and enter the number again.",
  },
  "bad-code": {
    says: () => "Not a household’s number.",
    remedy: "4 to 40 letters, digits and hyphens; check that the columns are the right ones.",
  },
  "not-in-list": {
    says: () => "Not a word of this column’s list.",
    remedy: "Choose from the blank form’s list.",
  },
  "not-yes-or-no": {
    says: () => "Neither yes nor no.",
    remedy: "Write yes or no as the blank form has them.",
  },
  "not-a-number": { says: () => "Not a number.", remedy: "Write digits only, such as 3.5." },
  "too-big": {
    says: (d) => `Too large: at most ${text(d.max)}.`,
    remedy: "Check the unit: mu for land, yuan for money, months for time.",
  },
  "too-small": { says: (d) => `Too small: at least ${text(d.min)}.`, remedy: "Check the sign and the unit." },
  "too-long": { says: (d) => `Too long: at most ${text(d.max)} characters.`, remedy: "Shorten it." },
  "bad-date": { says: () => "Not a date, or one that never was.", remedy: "Write it like 2017-12-31." },
  "bad-characters": {
    says: () => "There are invisible control characters.",
    remedy: "Clear the cell and type it again.",
  },
  "broken-characters": {
    says: () => "The text is garbled.",
    remedy: "Type it again from the original, or save the file as .xlsx and upload that.",
  },
  "cell-error": {
    says: () => "A formula’s error, or a formula without its value.",
    remedy: "Put the value in place of the formula.",
  },
  "unknown-place": {
    says: () => "There is no such village or community.",
    remedy: "Check the village, the town or the 12-digit code.",
  },
  "same-name-places": {
    says: () => "Several villages have this name.",
    remedy: "Name the town as well, or give the 12-digit code.",
  },
  "outside-scope": {
    says: () => "Outside your area.",
    remedy: "Its own staff uploads it; or check the village and the household’s number.",
  },
  "too-far": {
    says: (d) => `${text(d.km)} km from where it was: too far.`,
    remedy: "Check latitude and longitude; they may be the wrong way round.",
  },
  "twice-in-file": {
    says: (d) => (d.row === undefined ? "Twice in the file." : `The same as row ${text(d.row)}.`),
    remedy: "A person or a village has one row in a file: take one out.",
  },
  "rows-differ": {
    says: () => "The household’s rows disagree here.",
    remedy: "Fill the household’s own columns in its head’s row only, or alike in all.",
  },
  "on-register-elsewhere": {
    says: (d) =>
      `This person is on the register in ${d.place === undefined ? "another household" : `${text(d.place)}${d.household === undefined ? "" : `, household ${text(d.household)}`}`}.`,
    remedy: "Find out which is right; whoever moved is recorded as moved out there first.",
  },
  "not-on-register": {
    says: () => "This household moved away, was merged or struck off.",
    remedy: "Bring the household back first, or take its rows out.",
  },
  "person-died": {
    says: () => "This person is recorded as having died.",
    remedy: "Check the number; if the record is wrong, correct the household’s record first.",
  },
  "household-held": {
    says: () => "This row is right, but another of its household is not.",
    remedy: "Correct that row; the household is imported whole.",
  },
};
