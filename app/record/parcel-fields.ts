import { type FormField, fieldText, formField, type Said } from "@/lib/households/field-text";
import type { HouseholdForm } from "@/lib/households/form";

type Plot = HouseholdForm["parcels"][number];
const names = ["kind", "areaMu100", "use", "offered", "state"] as const;
/** As the form calls them: area-<plot>, so that a refusal finds its field. */
const prefix = { kind: "kind", areaMu100: "area", use: "use", offered: "offered", state: "state" } as const;

const named = (said: Said, field: (typeof names)[number], value: unknown, id: string): FormField => {
  const made = formField(said, "parcel", field, value);
  const isOffer = field === "offered";
  return {
    ...made,
    name: `${prefix[field]}-${id}`,
    ...(isOffer && {
      values: [value ? "yes" : "no"],
      hint: said.t.record.parcels.offeredHint,
      options: (made.options ?? []).filter((option) => option.value !== ""),
    }),
    ...(field === "state" && { hint: said.t.record.parcels.goneHint }),
    ...(id === "new" && { required: false }),
  };
};

/** Each plot's fields under its own heading, and a new plot's at the end. */
export function parcelGroups(said: Said, plots: readonly Plot[]): { title: string; fields: FormField[] }[] {
  const { parcels: p } = said.t.record;
  return [
    ...plots.map((plot, i) => ({
      title: p.plot(i + 1, fieldText(said, "parcel", "kind", plot.kind)),
      fields: names.map((field) => named(said, field, plot[field], plot.id)),
    })),
    {
      title: p.add,
      fields: names
        .filter((n) => n !== "state")
        .map((field) => named(said, field, field === "offered" ? false : null, "new")),
    },
  ];
}

/** What the form says of the plots, as the command takes it. */
export function readPlots(form: FormData, read: (field: string, typed: string[]) => unknown) {
  const ids = [...new Set([...form.keys()].flatMap((key) => /^area-(\w+)$/.exec(key)?.[1] ?? []))];
  return ids.flatMap((id) => {
    const typed = (field: (typeof names)[number]) => form.getAll(`${prefix[field]}-${id}`).map(String);
    const given = names.filter((field) => typed(field).some((one) => one.trim() !== ""));
    // An untouched row for a new plot says nothing but that it is not on offer.
    if (id === "new" && given.every((field) => field === "offered")) return [];
    const part = Object.fromEntries(given.map((field) => [field, read(field, typed(field))]));
    return [{ ...(id !== "new" && { id }), ...part }];
  });
}
