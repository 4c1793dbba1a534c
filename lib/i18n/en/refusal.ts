import type { fieldProblem as zhFieldProblem, refusal as zhRefusal } from "@/lib/i18n/zh/refusal";

const amount = (value: number | undefined, unit: string | undefined) => {
  const figure = value === undefined ? "" : value.toLocaleString("en");
  return unit ? `${figure}${unit === "%" ? "" : " "}${unit}` : figure;
};

export const refusal: typeof zhRefusal = {
  "sign-in-needed": () => "Please sign in first.",
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
  "media-type": () => "The request must be JSON in UTF-8 (application/json).",
  "not-open": () => "This step is no longer open: the state has changed. See where it stands now.",
  "posting-closed": () => "This posting has closed; it takes no more applications.",
  full: (d) => (d.left ? `There is not enough room: only ${d.left} left.` : "All places are taken."),
  "already-applied": () => "This household has already applied to this posting.",
  "not-eligible": () => "This household does not meet the conditions of this posting at present.",
  "word-missing": () => "The household’s own consent is missing. Record how it was given first.",
  "already-bound": () => "These months, parcels or shares are already used by another agreement.",
  "binding-missing": () => "Shares need a live land, order or work link with the same enterprise first.",
  "terms-bound": () =>
    "Households are matched on these terms: pay, rent, years, months and dividends can no longer change. Close this opening and post another.",
  changed: () => "Someone has just changed this. Look at the latest version, then decide.",
  "key-reused": () => "This submission key was used for something else. Please submit again.",
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
  "not-allotment": () => "The allotment is 10,000 yuan a person. Please enter that.",
  "min-over-max": () => "The minimum is above the maximum.",
  "bad-phone": () => "This phone number is not right. A mobile number has 11 digits.",
  "bad-id-number": () => "This ID number is not right. Check its 18 characters.",
  "bad-credit-code": () => "This credit code is not right. Check its 18 characters.",
  "not-same": () => "The two entries differ.",
  "weak-password": (p) =>
    `This password is too easy to guess. Use at least ${p.min ?? 10} characters and no common words.`,
  wrong: () => "This is not right. Please check it.",
};
