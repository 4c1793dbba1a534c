import type { Dictionary } from "@/lib/i18n/dictionary";

export const toDo: Dictionary["toDo"] = {
  enterprise: {
    disputes: (n) => `Households saying money did not come: ${n}`,
    disputesNote: "They wait for your answer; the county sees it too",
    late: (money) => `${money} is late`,
    lateNote: "Pay what is late first, then record it",
    soon: (money) => `${money} is due within a month`,
    soonNote: "To be paid before its day",
    sign: (n) => `Agreements to sign: ${n}`,
    signNote: "In force once both sides have signed",
    answer: (n) => `Changes proposed by households, to answer: ${n}`,
    answerNote: "Agree or refuse; either way please answer",
    verbs: { disputes: "Answer", late: "Pay", soon: "Look", sign: "Sign", answer: "Answer" },
    stats: {
      owed: "Still to be paid",
      unsigned: "Agreements not signed by both",
      live: "Agreements in force",
    },
  },
  officer: {
    disputes: "Households say it did not come",
    broken: "Shareholders without their binding link",
    unsigned: "Agreements not signed in time",
    notSigned: (who) => `Not signed by ${who.join(", ")}`,
    undeclared: "Profits never declared",
    undeclaredSays: (year, n) =>
      `No profit of ${year} declared: nothing can be worked out for ${n} households`,
    rounds: "Allotment rounds another officer is to open",
    exports: "Full exports another officer is to allow",
    imports: "Spreadsheets another officer is to import",
    doubles: "People who may be registered twice",
    since: (day) => `since ${day}`,
    bothIn: (one, other) => (one === other ? one : `${one}, ${other}`),
  },
  household: {
    title: "To do now",
    lines: {
      invited: (title) => `${title}: the county invites us; if we want it, apply`,
      returned: (title) => `${title}: sent back; complete it and apply again`,
      sign: (title) => `${title}: the agreement waits for our signature`,
      answer: (enterprise, title) => `${title}: ${enterprise} proposes a change; we are to answer`,
      came: (enterprise, money) => `${enterprise} says it paid ${money}. Has it come?`,
      cameMany: (n) => `${n} payments are said to be made. Have they come?`,
    },
    apply: { invited: "Yes, apply for it", returned: "Complete it and apply again" },
    asks: {
      invited: "The county invites us to apply for this one. If we want it, press the button below.",
      returned: "This one was sent back; once completed we can apply again.",
    },
  },
};
