import type { Resource, View } from "@/lib/access/table";
import { type FieldChange, resourceOf } from "@/lib/households/changes";
import { maskName } from "@/lib/households/names";
import { maskIdNumber } from "@/lib/numbers/id-number";
import { maskPhone } from "@/lib/numbers/phone";

/** A change as someone may read it; `hidden` says that its values are not theirs to read. */
export type ShownChange = FieldChange & { hidden?: true };

const masks: Record<string, (value: string) => string> = {
  idNumber: maskIdNumber,
  // Class and grade stay: they say what help there is, and name nobody.
  disabilityCard: (card) => `${maskIdNumber(card)}${card.slice(18)}`,
};

/**
 * ID and card numbers always masked, the rest as far as the reader's view of its resource goes.
 * @param viewOf what the permission table grants the reader, null for nothing.
 */
export function shownChange(change: FieldChange, viewOf: (resource: Resource) => View | null): ShownChange {
  const { field } = change;
  const resource = resourceOf(change);
  const view = viewOf(resource);
  if (view === null || view === "counts" || view === "card")
    return { ...change, before: null, after: null, hidden: true };
  const isName = field === "name" || field === "headName";
  const mask =
    masks[field] ??
    (view === "full"
      ? null
      : resource === "contact"
        ? maskContact(field)
        : resource === "identity" && isName
          ? maskName
          : null);
  if (!mask) return change;
  const masked = (value: unknown) => (typeof value === "string" && value !== "" ? mask(value) : null);
  return { ...change, before: masked(change.before), after: masked(change.after) };
}

/** Of contact only a phone has a mask; an address is masked by showing nothing. */
const maskContact = (field: string) => (field === "phone" || field === "helperPhone" ? maskPhone : () => "*");
