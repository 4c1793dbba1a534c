import { memberGroupNames, memberGroups } from "@/lib/households/field-kinds";
import { type FormField, formField, type Said } from "@/lib/households/field-text";
import type { MemberPart } from "@/lib/households/whole";

/** Numbers are never shown whole in a form: what is left empty stays as it is. */
export const keptNumbers = ["idNumber", "disabilityCard"] as const;

/** A member's fields in their groups; without a member, for someone new. */
export function memberFormGroups(
  said: Said,
  member?: Partial<MemberPart>,
): { title: string; fields: FormField[] }[] {
  const { record: r } = said.t;
  return memberGroupNames.map((group) => ({
    title: r.groups[group],
    fields: memberGroups[group].map((field) => {
      const value = member?.[field];
      const isNumber = (keptNumbers as readonly string[]).includes(field);
      if (!isNumber || typeof value !== "string") return formField(said, "member", field, value);
      return { ...formField(said, "member", field, null), required: false, hint: r.idHint(value) };
    }),
  }));
}
