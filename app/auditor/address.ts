import { addressOf } from "@/components/ui/address";
import type { AuditFilter } from "@/lib/audit/queries";
import { isDay } from "@/lib/clock/clock";

const keys = ["action", "by", "household", "id", "from", "to", "before", "verify"] as const;

/** The list of doings as its address holds it. */
export type AuditAddress = Partial<Record<(typeof keys)[number], string>>;

const day = (text: string | undefined) => (text && isDay(text) ? text : undefined);
const word = (text: string | undefined) =>
  typeof text === "string" && text.trim() ? text.trim() : undefined;

/** What to ask for; parts of the address that make no sense are left out. */
export function filterOf(address: AuditAddress): AuditFilter {
  const before = Number(address.before);
  return {
    action: word(address.action),
    username: word(address.by),
    householdCode: word(address.household),
    subjectId: word(address.id),
    from: day(address.from),
    to: day(address.to),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  };
}

/** The same list with something changed. */
export function auditHref(address: AuditAddress, change: AuditAddress): string {
  const merged = { ...address, verify: undefined, ...change };
  return addressOf("/auditor", Object.fromEntries(keys.map((key) => [key, merged[key]])));
}
