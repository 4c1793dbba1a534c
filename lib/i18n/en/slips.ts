import type { Dictionary } from "@/lib/i18n/dictionary";

export const slips: Dictionary["slips"] = {
  title: "Sign-in slip",
  lead: (head) =>
    `Print a slip for the household of ${head} and give a sign-in number: with both they see their own matters on a phone.`,
  make: "Print the slip and give a number",
  again: "Give another sign-in number",
  renew: "The slip was lost: a new number",
  renewHint: "With a new number the old slip no longer works.",
  print: "Print this page",
  working: "Getting it ready",
  paperTitle: (head) => `Sign-in slip of the household of ${head}`,
  number: "Slip number",
  code: "Sign-in number",
  codeUntil: (time) => `works once, until ${time}`,
  codeLine: "Sign-in number: ask the village worker",
  howTitle: "How to use it",
  how: [
    "Point the phone’s camera at the square and open the page.",
    "Type the six-digit sign-in number the village worker has just given you.",
    "Once you see what fits your household, you are in.",
  ],
  noScan: (address) =>
    `Without a camera: open ${address} on the phone and type the slip number and the sign-in number.`,
  keep: "Keep the slip. By itself it opens nothing: the sign-in number is needed too. Tell it to nobody you do not know.",
  qr: "Square that opens the sign-in page",
  scope: "Slips can be printed for households of one’s own village only. Each printing is recorded.",
  open: "Sign-in slip",
  in: {
    title: "Sign in with a slip",
    lead: "Type the number on the slip and the six digits the village worker gave you. No password is needed.",
    number: "Slip number",
    numberHint: "Ten digits on the slip",
    code: "Sign-in number",
    codeHint: "Six digits from the village worker, good for half an hour",
    submit: "Sign in",
    working: "Signing in",
    wrong:
      "The slip number or the sign-in number is not right, or it is too old. Look again, or ask the village worker for another number.",
    tooMany: "Too many tries. Please ask the village worker for another sign-in number.",
    link: "Households: sign in with a slip",
    beside: "Adding a household: the one before stays on this phone and is not signed out.",
    password: "Sign in with user name and password instead",
  },
};
