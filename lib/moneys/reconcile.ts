import type { DueState } from "@/db/words";
import type { DueLine } from "@/lib/moneys/due-lines";

/** A line as it is kept. */
export type KeptDue = {
  id: string;
  basis: DueLine["basis"];
  sourceId: string;
  periodFrom: string;
  periodTo: string;
  dueOn: string;
  amountFen: number;
  estimated: boolean;
  paidFen: number;
  state: DueState;
};
export type DueChange = Pick<KeptDue, "id" | "periodTo" | "dueOn" | "amountFen" | "estimated" | "state">;

const keyOf = (basis: string, from: string, sourceId: string) => `${basis} ${from} ${sourceId}`;

/**
 * What must be done so that the lines kept are the lines there should be. Doing it twice does nothing the
 * second time. What was paid is never claimed back here: a line that shrinks or falls away keeps at least
 * what was paid of it.
 */
export function reconcile(
  kept: readonly KeptDue[],
  wanted: readonly DueLine[],
): { add: DueLine[]; change: DueChange[] } {
  const lines = new Map(wanted.map((line) => [keyOf(line.basis, line.from, line.sourceId), line]));
  const change: DueChange[] = [];
  for (const due of kept) {
    const key = keyOf(due.basis, due.periodFrom, due.sourceId);
    const line = lines.get(key);
    lines.delete(key);
    const { id, paidFen } = due;
    const next: DueChange = line
      ? {
          id,
          periodTo: line.to,
          dueOn: line.dueOn,
          amountFen: Math.max(line.amountFen, paidFen),
          estimated: line.estimated,
          state: "open",
        }
      : {
          ...{ id, periodTo: due.periodTo, dueOn: due.dueOn, estimated: due.estimated },
          amountFen: paidFen > 0 ? paidFen : due.amountFen,
          state: paidFen > 0 ? "open" : "void",
        };
    const same =
      next.periodTo === due.periodTo &&
      next.dueOn === due.dueOn &&
      next.amountFen === due.amountFen &&
      next.estimated === due.estimated &&
      next.state === due.state;
    if (!same) change.push(next);
  }
  return { add: [...lines.values()], change };
}
