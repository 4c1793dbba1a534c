import type { Locale } from "@/db/words";
import type { Subject } from "@/lib/households/changes";
import {
  type FieldKind,
  householdKinds,
  incomeKinds,
  memberKinds,
  mustHave,
  parcelKinds,
} from "@/lib/households/field-kinds";
import { toText } from "@/lib/households/input";
import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatDayWithYear, formatList, formatMoney, formatMu, formatNumber } from "@/lib/i18n/format";
import { type IndustryRow, industryLabel, industryOptions } from "@/lib/industries/industries";

/** How a field of the form is called, and what its value reads like, in a language. */
export type Said = { t: Dictionary; locale: Locale; industries: readonly IndustryRow[] };

const kinds: Record<Subject, Record<string, FieldKind>> = {
  household: householdKinds,
  member: memberKinds,
  parcel: parcelKinds,
  income: incomeKinds,
};

/** The kind of a subject's field; null for what is no field of the form (a household someone went to). */
export const kindOf = (subject: Subject, field: string): FieldKind | null => kinds[subject][field] ?? null;

export const fieldLabel = ({ t }: Pick<Said, "t">, subject: Subject, field: string): string =>
  (t.record.fields[subject] as Record<string, string>)[field] ??
  (field === "household" ? t.record.household : field);

const labelsOf = (t: Dictionary, kind: FieldKind): Record<string, string> =>
  "label" in kind ? (t.words[kind.label] as Record<string, string>) : {};

/** A value as people read it; nothing recorded is an empty text. */
export function fieldText(
  { t, locale, industries }: Said,
  subject: Subject,
  field: string,
  value: unknown,
): string {
  const kind = kindOf(subject, field);
  if (value === null || value === undefined) return "";
  if (!kind) return String(value);
  const units = t.record.units;
  switch (kind.as) {
    case "yes-no":
      return value ? t.ui.yes : t.ui.no;
    case "word":
      return labelsOf(t, kind)[String(value)] ?? String(value);
    case "words":
      return formatList(
        locale,
        (value as string[]).map((word) => labelsOf(t, kind)[word] ?? word),
      );
    case "industries":
      return formatList(
        locale,
        (value as string[]).map((code) => industryLabel(industries, locale, code)),
      );
    case "mu":
      return formatMu(locale, Number(value));
    case "yuan":
      return formatMoney(locale, Number(value));
    case "day":
      return formatDayWithYear(locale, String(value));
    case "number":
    case "whole":
      return `${formatNumber(locale, Number(value), 4)} ${units[kind.unit]}`;
    default:
      return String(value);
  }
}

/** One control of a form: plain, so that a client component may be given it. */
export type FormField = {
  name: string;
  label: string;
  control: "text" | "tel" | "date" | "number" | "select" | "segmented" | "boxes" | "area";
  /** What stands in it. */
  values: string[];
  hint?: string;
  unit?: string;
  decimal?: boolean;
  options?: { value: string; label: string }[];
  required?: boolean;
  /** Said after the label of what may stay empty. */
  optional?: string;
  /** First, empty choice of a select. */
  placeholder?: string;
  maxLength?: number;
};

/** The control for a field, with the value it has now. */
export function formField(said: Said, subject: Subject, field: string, value: unknown): FormField {
  const { t, locale, industries } = said;
  const kind = kindOf(subject, field) as FieldKind;
  const required = mustHave.includes(field);
  const basics = { name: field, label: fieldLabel(said, subject, field), values: toText(kind, value) };
  const options = (list: readonly string[]) =>
    list.map((word) => ({ value: word, label: labelsOf(t, kind)[word] ?? word }));
  const must = { ...(required && { required }) };
  switch (kind.as) {
    case "yes-no":
      return {
        ...basics,
        control: "segmented",
        values: value === null || value === undefined ? [""] : basics.values,
        options: [
          { value: "yes", label: t.ui.yes },
          { value: "no", label: t.ui.no },
          { value: "", label: t.ui.notRecorded },
        ],
      };
    case "word":
      return {
        ...basics,
        control: kind.list.length <= 3 && required ? "segmented" : "select",
        options: options(kind.list),
        placeholder: required ? t.ui.choose : t.ui.notRecorded,
        ...must,
      };
    case "words":
      return { ...basics, control: "boxes", options: options(kind.list) };
    case "industries":
      return { ...basics, control: "boxes", options: industryOptions(industries, locale) };
    case "mu":
      return { ...basics, control: "number", decimal: true, unit: t.record.units.mu };
    case "yuan":
      return { ...basics, control: "number", decimal: true, unit: t.record.units.yuan };
    case "number":
      return { ...basics, control: "number", decimal: true, unit: t.record.units[kind.unit] };
    case "whole":
      return { ...basics, control: "number", unit: t.record.units[kind.unit] };
    case "day":
      return { ...basics, control: "date", ...must };
    case "prose":
      return { ...basics, control: "area", maxLength: kind.max };
    case "phone":
      return { ...basics, control: "tel", maxLength: 20 };
    case "line":
      return { ...basics, control: "text", maxLength: kind.max, ...must };
    default:
      return { ...basics, control: "text", maxLength: 40, ...must };
  }
}
