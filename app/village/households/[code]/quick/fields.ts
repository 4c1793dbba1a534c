import { type FormField, fieldLabel, formField, type Said } from "@/lib/households/field-text";
import type { HouseholdForm } from "@/lib/households/form";
import { isAsked, isOfferable, quickFields, quickName } from "@/lib/households/quick";
import { formatMu } from "@/lib/i18n/format";

/** The questions of the quick edit: of the household, then of each who may work, under their names. */
export function quickGroups(said: Said, form: HouseholdForm): { title?: string; fields: FormField[] }[] {
  const { t, locale } = said;
  const { able: a, record: r, words } = t;
  const own = form.parcels.filter(isOfferable);
  const offer: FormField = {
    name: "offered",
    label: fieldLabel(said, "parcel", "offered"),
    hint: r.parcels.offeredHint,
    control: "boxes",
    values: own.filter((p) => p.offered).map((p) => p.id),
    options: own.map((p) => ({
      value: p.id,
      label: `${p.kind ? words.parcelKind[p.kind] : ""} ${formatMu(locale, p.areaMu100 ?? 0)}`,
    })),
  };
  const ofHousehold = quickFields.household.map((field) =>
    formField(said, "household", field, form.household[field]),
  );
  const people = form.able.hands.filter(isAsked).flatMap((hand) => {
    const member = form.members.find((m) => m.id === hand.member);
    if (!member) return [];
    const name = member.name ?? "";
    const fields = quickFields.member.map((field) => {
      const made = formField(said, "member", field, member[field]);
      // Said with the name, since everyone of the household is asked the same.
      return { ...made, name: quickName({ member: hand.member, field }), label: `${name} · ${made.label}` };
    });
    return [{ title: a.hand(name, hand.age, a.why[hand.why]), fields }];
  });
  return [{ fields: own.length > 0 ? [...ofHousehold, offer] : ofHousehold }, ...people];
}
