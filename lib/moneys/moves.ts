import type { DisputeState, PaymentState, Role } from "@/db/words";

/**
 * How a payment and a dispute about money move. As with applications, all conditions stand here: who, from
 * which states, to which, what else must hold; the commands, the buttons and the tests read these tables, and
 * whatever they do not say is refused. Scope (whose household, whose enterprise) comes on top.
 */
export type Condition =
  /** Words the other side will read. */
  | "reason"
  /** Not by whoever did the step this one answers: nobody confirms what they recorded. */
  | "other-hand"
  /** Not by an officer who had any part in it: match, agreement, payments, what was said of them. */
  | "outside-chain"
  /** No more than what is still open of the line. */
  | "within-open"
  /** The line's day is past, or its money is recorded as paid and did not come. */
  | "late"
  /** No dispute about the same line is under way. */
  | "no-open-dispute";

type Step<State> = {
  /** `null`: there is none yet. */
  from: readonly (State | null)[];
  to: State;
  by: readonly Role[];
  needs: readonly Condition[];
};

export const paymentMoves = {
  /** The enterprise says it paid. */
  record: { from: [null], to: "recorded", by: ["enterprise"], needs: ["within-open"] },
  /** The household, or its village for it, says it came. */
  confirm: {
    from: ["recorded", "disputed"],
    to: "confirmed",
    by: ["household", "village"],
    needs: ["other-hand"],
  },
  /** It did not come, or not all of it: opens a dispute by itself, or insists on the one about its line. */
  dispute: {
    from: ["recorded", "confirmed"],
    to: "disputed",
    by: ["household", "village"],
    needs: ["other-hand"],
  },
  /** A mistake is undone by an entry that takes it back; what the household confirmed is not. */
  reverse: { from: ["recorded", "disputed"], to: "reversed", by: ["enterprise"], needs: ["reason"] },
} as const satisfies Record<string, Step<PaymentState>>;
export type PaymentMove = keyof typeof paymentMoves;

export const disputeMoves = {
  /** “It did not come”: about a line that is late. */
  open: { from: [null], to: "open", by: ["household", "village"], needs: ["late", "no-open-dispute"] },
  /** The enterprise says what it did or will do, by when. */
  answer: { from: ["open"], to: "answered", by: ["enterprise"], needs: ["reason"] },
  /** It still did not come. */
  insist: { from: ["answered"], to: "open", by: ["household", "village"], needs: ["reason"] },
  /** It is settled: says the household, its village, or an officer outside the chain. */
  close: {
    from: ["open", "answered"],
    to: "closed",
    by: ["household", "village", "county"],
    needs: ["reason", "other-hand", "outside-chain"],
  },
} as const satisfies Record<string, Step<DisputeState>>;
export type DisputeMove = keyof typeof disputeMoves;

const open = <State, Name extends string>(
  table: Record<Name, Step<State>>,
  role: string,
  state: State | null,
): Name[] =>
  (Object.keys(table) as Name[]).filter(
    (name) => table[name].from.includes(state) && (table[name].by as readonly string[]).includes(role),
  );

/** What someone of a role may do with a payment, or with none: the buttons. */
export const openPaymentMoves = (role: string, state: PaymentState | null): PaymentMove[] =>
  open<PaymentState, PaymentMove>(paymentMoves, role, state);

/** What someone of a role may do with a dispute, or with none. */
export const openDisputeMoves = (role: string, state: DisputeState | null): DisputeMove[] =>
  open<DisputeState, DisputeMove>(disputeMoves, role, state);

/**
 * Payments that count as paid. A disputed one does not: as long as the household says that it did not come,
 * the line is as open as before, whatever the enterprise recorded.
 */
export const countsAsPaid: readonly PaymentState[] = ["recorded", "confirmed"];
