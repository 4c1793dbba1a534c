import type { pack as zhPack } from "@/lib/i18n/zh/pack";

export const pack: typeof zhPack = {
  title: "Meeting pack",
  lead: "What lies on the table of the joint meeting, as things stand now. Print it, or keep it as a PDF.",
  cover: (place, day) => `${place}, as of ${day}`,
  print: "Print",
  coverage: "Households with a project, place by place",
  place: "Place",
  all: "Households",
  covered: "With a project",
  without: "Without",
  share: "Share",
  arrears: "Arrears of enterprises",
  arrearsNone: "No enterprise is behind.",
  objections: (n) => `Open objections (${n})`,
  objectionsNone: "No objection is open.",
  answerBy: (day) => `answer due by ${day}`,
  notices: (n) => `Notices running (${n})`,
  noticesNone: "No notice is up now.",
  moreNotices: (n) => `The newest ${n} only; the rest stand under Notices.`,
  policy: (n) => `Policy values waiting to be decided (${n})`,
  policyNone: "No proposal waits.",
};
