/**
 * What happened → who is told. The key is the audit's action; what is not named here is told to nobody. A
 * message holds no person's name: who reads it opens the case, and the case's own rule decides what they see.
 */
export type Recipient =
  /** Accounts of the household it concerns. */
  | "household"
  /** The village worker who applied or acts for it. */
  | "proxy"
  /** Accounts of the enterprise it concerns. */
  | "enterprise"
  /** The officer who proposed it. */
  | "proposer";

export const messageKinds = {
  "application.invite": ["household"],
  "application.apply": ["enterprise"],
  "application.accept": ["household", "proxy"],
  "application.decline": ["household", "proxy"],
  "application.return": ["household", "proxy"],
  "application.approve": ["household", "proxy", "enterprise"],
  "application.reject": ["household", "proxy", "enterprise"],
  "application.withdraw": ["enterprise"],
  "application.object": ["household", "proxy", "enterprise"],
  "application.dismiss": ["household", "proxy", "enterprise"],
  "application.uphold": ["household", "proxy", "enterprise"],
  "application.finish": ["household", "proxy", "enterprise"],
  "application.remind": ["enterprise"],
  "application.expire": ["household", "proxy", "enterprise"],
  "application.reopen": ["household", "proxy", "enterprise"],
  "application.lapse": ["household", "proxy", "enterprise"],
  "agreement.create": ["household", "proxy", "enterprise"],
  "agreement.sign-enterprise": ["household", "proxy"],
  "agreement.sign-household": ["enterprise"],
  "agreement.propose": ["household", "proxy", "enterprise"],
  "agreement.agree": ["household", "proxy", "enterprise"],
  "agreement.refuse": ["household", "proxy", "enterprise"],
  "agreement.end": ["household", "proxy", "enterprise"],
  "agreement.end-ahead": ["household", "proxy", "enterprise"],
  "agreement.ending": ["household", "proxy", "enterprise"],
  "agreement.expire": ["household", "proxy", "enterprise"],
  "agreement.begin": ["household", "proxy", "enterprise"],
  "agreement.binding-amber": ["household", "proxy", "enterprise"],
  "agreement.binding-red": ["household", "proxy", "enterprise"],
  "application.apply-for": ["household"],
  "application.withdraw-for": ["household"],
  "agreement.sign-for": ["household"],
  "agreement.take-back-for": ["household"],
  "dispute.close-for": ["household"],
  "agreement.propose-for": ["household"],
  "agreement.agree-for": ["household"],
  "agreement.refuse-for": ["household"],
  "agreement.end-for": ["household"],
  "agreement.end-ahead-for": ["household"],
  "payment.confirm-for": ["household"],
  "enterprise.freeze": ["enterprise"],
  "enterprise.release": ["enterprise"],
  "posting.publish": ["enterprise"],
  "posting.return": ["enterprise"],
  "posting.close": ["enterprise"],
  "posting.warn": ["enterprise"],
  "enterprise.verify": ["enterprise"],
  "enterprise.return": ["enterprise"],
  "enterprise.suspend": ["enterprise"],
  "enterprise.restore": ["enterprise"],
  "enterprise.strike-off": ["enterprise"],
  "work-days.record": ["household"],
  "delivery.record": ["household", "proxy"],
  "delivery.reverse": ["household", "proxy"],
  "profit.declare-part": ["household", "proxy"],
  "profit.correct-part": ["household", "proxy"],
  "payment.record": ["household"],
  "payment.reverse": ["household"],
  "payment.confirm": ["enterprise"],
  "payment.dispute": ["enterprise"],
  "dispute.open": ["enterprise"],
  "dispute.answer": ["household"],
  "dispute.insist": ["enterprise"],
  "dispute.close": ["household", "enterprise"],
  "enterprise.reinstate": ["enterprise"],
  "enterprise.correct": ["enterprise"],
  "project.hide": ["enterprise"],
  "project.show": ["enterprise"],
  "policy.apply": ["proposer"],
  "policy.refuse": ["proposer"],
} as const satisfies Record<string, readonly Recipient[]>;
export type MessageKind = keyof typeof messageKinds;

export const isMessageKind = (action: string): action is MessageKind => Object.hasOwn(messageKinds, action);

/**
 * What was done in a household's name by another hand: by its village, or in a session opened with a sign-in
 * slip. The household is told of these too, in words of their own, so that it finds out.
 */
const onBehalf: Partial<Record<string, MessageKind>> = {
  "application.apply": "application.apply-for",
  "application.withdraw": "application.withdraw-for",
  "agreement.sign-household": "agreement.sign-for",
  "agreement.take-back": "agreement.take-back-for",
  // Of these it hears anyhow, unless its own account did them.
  "dispute.close": "dispute.close-for",
  "agreement.propose": "agreement.propose-for",
  "agreement.agree": "agreement.agree-for",
  "agreement.refuse": "agreement.refuse-for",
  "agreement.end": "agreement.end-for",
  "agreement.end-ahead": "agreement.end-ahead-for",
  "payment.confirm": "payment.confirm-for",
};
export const onBehalfKind = ({ action, role, after }: { action: string; role: string; after: unknown }) =>
  role === "village" || (after as { slipBy?: string } | null)?.slipBy ? (onBehalf[action] ?? null) : null;
