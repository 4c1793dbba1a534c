import type { notices as zh } from "@/lib/i18n/zh/notices";

export const notices: typeof zh = {
  title: "Public notices",
  lead: "Approved matches are posted here. Anyone may object; a match someone objects to is held until it is settled.",
  number: "Notice number",
  posting: "Posting",
  enterprise: "Enterprise",
  household: "Household",
  place: "Town and village",
  result: "Result",
  approved: "To be matched",
  held: "Objection made, on hold",
  from: "Posted",
  until: "Ends",
  period: (from, to) => `${from} to ${to}`,
  open: "View",
  none: "No notices at the moment",
  noneNote: "When the county approves a match it is posted here for at least 10 days.",
  over: "This notice is over",
  overNote: "Its time has passed and it is no longer public. Ask the village committee or the county office.",
  masked: "Names are partly hidden; ID numbers, phones, health and income are never posted.",
  objectTitle: "Object",
  objectLead: "Say what you think is wrong. You need not sign in or give your name.",
  body: "Your objection",
  bodyHint: "For example: this household has moved away; the plot is disputed.",
  contact: "How to reach you",
  contactHint:
    "Leave a phone number to hear the result; it is kept encrypted and only those who decide can see it.",
  send: "Send objection",
  sent: (receipt) =>
    `Objection received, receipt ${receipt}. The match is on hold until someone who had no part in it has decided.`,
  receipt: {
    label: "What became of an objection",
    hint: "The receipt number you were given when you objected.",
    button: "Look up",
    none: "There is no such receipt; please check its 26 letters and digits.",
    open: (number, day) =>
      `The objection to notice ${number} is being looked into${day && `; an answer is due by ${day}`}.`,
    decided: (number, state, at) => `Notice ${number}: ${state}${at && `, ${at}`}`,
  },
  upTo: (day) => `Objections until ${day}`,
};
