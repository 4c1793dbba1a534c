import { householdRules } from "@/lib/i18n/en/household-rules";
import { fileProblem, fileProblems } from "@/lib/i18n/en/spreadsheets";

import type { fieldProblem as zhFieldProblem, refusal as zhRefusal } from "@/lib/i18n/zh/refusal";

const amount = (value: number | undefined, unit: string | undefined) => {
  const figure = value === undefined ? "" : value.toLocaleString("en");
  return unit ? `${figure}${unit === "%" ? "" : " "}${unit}` : figure;
};

export const refusal: typeof zhRefusal = {
  "sign-in-needed": () => "Please sign in first.",
  "start-code": () => "This is the starting code of a new account: set your own password first.",
  "wrong-password": () => "The user name or password is not right. Please try again.",
  "too-many-tries": (d) =>
    d.seconds
      ? `Too many tries. Please wait ${d.seconds} seconds and try again.`
      : "Too many tries. Please wait a while and try again.",
  forbidden: () => "Your account cannot do this. If you need it, ask a county officer.",
  "own-case": () => "You took part in this case or are linked to it. A colleague must decide it.",
  "not-found": () => "Not found. It may have moved, or it lies outside your area.",
  input: () => "Some answers need correcting. See the fields marked below.",
  "bad-request": () => "The request was incomplete. Reload the page and try again.",
  "too-large": () => "This is too large. Shorten it or send it in parts.",
  file: (d) => fileProblems[String(d.problem)] ?? fileProblem,
  "media-type": () => "The request must be JSON in UTF-8 (application/json).",
  "rows-refused": () => "A list is imported whole: some rows are refused. Correct them and upload it again.",
  "nothing-to-do": () => "There is nothing to import.",
  "too-many-files": (d) =>
    `${d.max} of your files are being read or wait for their columns. Finish or discard one first.`,
  "too-many-exports": () => "Too many people are exporting at once. Wait a minute and press again.",
  "file-gone": () => "The uploaded file is no longer there. Please upload it again.",
  "not-open": () => "This step is no longer open: the state has changed. See where it stands now.",
  "posting-closed": () => "This posting has closed; it takes no more applications.",
  full: (d) => (d.left ? `There is not enough room: only ${d.left} left.` : "All places are taken."),
  "already-applied": () => "This household has already applied to this posting.",
  "not-eligible": () => "This household does not meet the conditions of this posting at present.",
  "word-missing": () => "The household’s own consent is missing. Record how it was given first.",
  "already-bound": (d) =>
    d.posting
      ? `These months, parcels or shares are already used by “${d.posting}”${d.agreement ? ` (agreement ${d.agreement})` : d.notice ? ` (notice ${d.notice})` : ""} and cannot be used twice.`
      : "The household no longer has so many months, so much land or so many shares to give.",
  "code-registered": () => "This unified social credit code is already registered.",
  "enterprise-not-verified": () =>
    "The enterprise is not verified yet, or is suspended: postings cannot be submitted or published now.",
  "project-not-listed": () =>
    "This project is not in the directory now. Put it there first, then submit its postings.",
  "postings-open": () => "This project still has postings that are not closed. Close them first.",
  "binding-missing": () => "Shares need a live land, order or work link with the same enterprise first.",
  "terms-bound": () =>
    "Households are matched on these terms: pay, rent, years, months and dividends can no longer change. Close this posting and make another.",
  "live-matches": () =>
    "There are applications under way or matches in force. End or withdraw them first, then do this.",
  "code-taken": () => "This household code is on the register already. Check it.",
  "more-than-due": (d) =>
    d.left === undefined || d.left === null
      ? "That is more than is due. Please check the amount."
      : `That is more than is due: ${d.left} yuan of this line are still open.`,
  "days-stand": () =>
    "This month’s wage is past its day, or the household has asked about it: days may be added, no longer taken away.",
  "delivery-paid": () =>
    "A payment of this delivery is recorded. Take the payment back first, then the delivery.",
  "delivery-stands": () =>
    "This delivery is past its day, or the household disputes it: it cannot be taken back by you. If it is wrong, ask the county officer.",
  "profit-due": () =>
    "The second dividend of this year is past its day: its profit can no longer be changed. If it is wrong, ask the county officer.",
  "profit-lower": (d) =>
    `A declared profit can be lowered only on the day it was declared; now it cannot go below the ${d.min} yuan declared. If it is wrong, ask the county officer.`,
  "terms-changed": () =>
    "The posting’s terms (such as wage, rent or years) were changed after the household applied. Send the application back, so that the household sees the new terms and decides.",
  "not-late": () => "This money is not due yet. Say that it did not come once its day is past.",
  "already-disputed": () => "The enterprise has already been asked about this money. See what it answers.",
  "annex-open": () => "Another change still waits for an answer; propose a new one after that.",
  "annex-past": () =>
    "The day this change was to begin is over, so it can no longer be agreed to. Ask the other side to propose it anew, from today or later.",
  "enterprise-frozen": () =>
    "This enterprise has dividends due that are not paid in full; it may post nothing new until they are, and no further shares of it are approved.",
  "fund-spent": () => "The fund of this allotment round is not enough; nothing more can be approved.",
  changed: () => "Someone has just changed this. Look at the latest version, then decide.",
  "start-past": () =>
    "The day this proposal was to start on is past. Refuse it, so that the officer can propose it again with a later day.",
  "same-value": () => "This is the value that holds on that day anyway; there is nothing to propose.",
  "key-reused": () => "This submission key was used for something else. Please submit again.",
  "not-sent": () => "The text message could not be sent. Try again later, or another way.",
  "slip-session": () =>
    "You came in with a sign-in slip somebody handed out; a code taken this way proves nothing. Sign in with the household’s own password (“My account” says how to get one), or have the code sent to its phone.",
  "phone-changed": (d) =>
    `You wrote this household’s phone number in the last ${d.days ?? 7} days; a code cannot be sent to it at your wish. Use another way, or ask another village worker.`,
  "notice-over": () => "The notice is over and no longer public.",
};

export const fieldProblem: typeof zhFieldProblem = {
  missing: () => "Please fill this in.",
  "not-a-number": () => "Enter a number, such as 12 or 3.5.",
  "not-whole": () => "Enter a whole number.",
  "too-small": (p) => `Must be at least ${amount(p.min, p.unit)}.`,
  "too-big": (p) => `Must be at most ${amount(p.max, p.unit)}.`,
  "too-short": (p) => `Must have at least ${p.min ?? 1} characters.`,
  "too-long": (p) => `Must have at most ${p.max ?? ""} characters. Please shorten it.`,
  "bad-date": () => "This is not a date. Write it like 2026-03-15.",
  "in-the-past": () => "This date has passed. Choose today or later.",
  "no-round": () => "No allotment round is open now; ask the county’s officers.",
  "over-fund": (p) => `The fund of this round is enough for ${p.max ?? 0} people.`,
  "too-soon": (p) => (p.unit ? `${p.unit} at the earliest.` : "Too early a day."),
  "too-late": (p) => (p.unit ? `${p.unit} at the latest.` : "Too late a day."),
  "not-in-list": () => "Choose one from the list.",
  "bad-characters": () => "It holds characters that cannot be used. Please remove them.",
  "unknown-field": () => "There is no such field.",
  unknown: () => "Not found. Please choose again.",
  "below-wage-floor": (p) =>
    p.min
      ? `The wage is below the county’s floor of ${amount(p.min, p.unit)}.`
      : "The wage is below the county’s floor.",
  "below-guaranteed": (p) => `The guaranteed dividend must be at least ${amount(p.min ?? 5, p.unit ?? "%")}.`,
  "below-second": (p) =>
    `The second dividend must be at least ${amount(p.min ?? 2, p.unit ?? "%")} of profit.`,
  "below-surplus": (p) =>
    `The share of the surplus returned by trade must be at least ${amount(p.min ?? 60, p.unit ?? "%")}.`,
  "plot-loses": (p) =>
    `At the usual yield and this price a plot would cost its household money. The floor price must be above ${amount(p.min, p.unit)} a jin.`,
  "co-ops-only": () => "Only co-ops and village collectives take members.",
  "not-allotment": () => "The allotment is 10,000 yuan a person. Please enter that.",
  "min-over-max": () => "The minimum is above the maximum.",
  "bad-email": () => "This is no e-mail address. It looks like name@example.cn.",
  "bad-phone": () => "This phone number is not right. A mobile number has 11 digits.",
  "in-the-future": () => "This date is after today. Check it.",
  "registered-already": (p) =>
    `This ID number is on the register already${p.place ? `, in ${p.place}${p.household ? `, household ${p.household}` : ""}` : ""}. Check the number; if the person has moved, they must be recorded as moved out there first.`,
  "household-rule": ({ rule = "", age }) => {
    const said = householdRules[rule as keyof typeof householdRules];
    return said
      ? `${said.says({ ...(age !== undefined && { age }) })} ${said.remedy}`
      : "This is not right. Please check it.";
  },
  "parcel-agreed": (p) =>
    `${p.min ?? ""} mu of this plot are in a match; it cannot be made smaller than that or taken off.`,
  "bad-id-number": () => "This ID number is not right. Check its 18 characters.",
  "bad-credit-code": () => "This credit code is not right. Check its 18 characters.",
  "not-same": () => "The two entries differ.",
  "not-hundred": () => "Together the shares must be exactly 100%.",
  "wrong-code": () =>
    "The code is wrong or has run out. Let the family read it once more, or have a new one made.",
  "is-asker": () => "Who writes it down cannot be a witness; name somebody else.",
  "of-household": () => "This is one of the household; a witness must be of another.",
  "same-person": () => "The two witnesses must be two people.",
  "weak-password": (p) =>
    `This password is too easy to guess. Use at least ${p.min ?? 8} characters and no common words.`,
  "slip-username": () =>
    "Names that begin with h- are kept for households with a sign-in slip. Choose another, such as the person’s name: zhang-san.",
  "bad-username": () => "4 to 32 letters or digits; dots, hyphens and underscores may be used.",
  "bad-code": () => "Only small letters, digits and hyphens, beginning with a letter, at most 24 characters.",
  "before-start": () => "The end may not lie before the start.",
  ended: () => "This project has ended. Choose another.",
  taken: () => "This is already in use. Choose another.",
  "file-kind": () => "Only JPG, PNG or WebP pictures and PDF files are taken. Choose another file.",
  "file-size": (p) => `A file may have at most ${p.max ?? 5} MB. Make it smaller and try again.`,
  wrong: () => "This is not right. Please check it.",
};
