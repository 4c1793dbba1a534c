import type { FormField } from "@/lib/households/field-text";
import type { Dictionary } from "@/lib/i18n/dictionary";

/** The last questions of every change: which day, why, and what else to say. */
export const aboutFields = ({ record: r, ui }: Dictionary, today: string): FormField[] => [
  {
    name: "reason",
    label: r.reason,
    control: "select",
    values: ["visit"],
    options: Object.entries(r.reasons).map(([value, label]) => ({ value, label })),
  },
  {
    name: "note",
    label: r.note,
    optional: ui.optional,
    control: "text",
    values: [],
    maxLength: 150,
  },
  {
    name: "happenedOn",
    label: r.happenedOn,
    hint: r.happenedOnHint,
    control: "date",
    values: [today],
    required: true,
  },
];

/** A household that changes its own record says it itself, today. */
export const ourAboutFields = (today: string) => ({ reason: "own", note: "", happenedOn: today });
