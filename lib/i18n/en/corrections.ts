import type { corrections as zhCorrections } from "@/lib/i18n/zh/corrections";

export const corrections: typeof zhCorrections = {
  delivered: {
    title: "Deliveries",
    takeBack: "Take back",
    question: "Was this delivery recorded by mistake? Its money is no longer due; the record stays.",
    reason: "Why it is taken back (both sides read it)",
    takenBack: (why) => `Taken back: ${why}`,
  },
  profits: {
    title: "Declared profits",
    none: "None declared yet.",
    corrected: (day, why) => `Corrected by the county on ${day}: ${why}`,
    correct: "Correct a profit",
    correctNote:
      "Where the books say otherwise the county corrects it. Every household’s part is worked out anew; what was paid is not claimed back, and its day does not move.",
    profit: "Profit by the books",
    reason: "Evidence and reason",
    save: "Correct",
  },
};
