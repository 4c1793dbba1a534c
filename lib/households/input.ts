import { z } from "zod";
import { isDay } from "@/lib/clock/clock";
import {
  type FieldKind,
  householdKinds,
  incomeKinds,
  memberKinds,
  mustHave,
  parcelKinds,
} from "@/lib/households/field-kinds";
import { parseIdNumber } from "@/lib/numbers/id-number";
import { parsePhone } from "@/lib/numbers/phone";
import type { NumberWorld } from "@/lib/numbers/world";

/** What is typed into a form of the household, as the record keeps it; made from the fields' kinds. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const plain = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;
const text = (max: number) => z.string().trim().min(1).max(max).regex(plain, "code:bad-characters");
const dayText = z.string().refine(isDay, "code:bad-date");

function schemaOf(kind: FieldKind, world: NumberWorld, today: string): z.ZodType {
  switch (kind.as) {
    case "line":
    case "prose":
      return text(kind.max);
    case "village":
      return z.string().regex(/^\d{12}$/, "code:unknown");
    case "household":
      return text(40);
    case "phone":
      return z.string().transform((typed, context) => {
        const phone = parsePhone(typed, world)?.phone;
        if (!phone) context.addIssue("code:bad-phone");
        return phone ?? "";
      });
    case "id-number":
    case "card":
      return z.string().transform((typed, context) => {
        const read = parseIdNumber(typed, world, today);
        const fits = read.ok && (kind.as === "id-number" || read.value.disability !== null);
        if (!fits) context.addIssue("code:bad-id-number");
        if (kind.as === "id-number") return read.ok ? read.value.idNumber : "";
        return typed.normalize("NFKC").replace(/\s/g, "").toUpperCase();
      });
    case "day":
      return dayText;
    case "yes-no":
      return z.boolean();
    case "mu":
      return z.int().min(0).max(1_000_000);
    case "yuan":
      return z
        .int()
        .min(kind.negative ? -1_000_000_000 : 0)
        .max(1_000_000_000);
    case "number":
      return z.number().min(0).max(kind.max);
    case "whole":
      return z.int().min(0).max(kind.max);
    case "industries":
      return z
        .array(z.string().regex(/^[a-z][a-z0-9-]{1,23}$/, "code:not-in-list"))
        .max(20)
        .transform((codes) => [...new Set(codes)].sort());
    case "word":
      return z.enum(kind.list as [string, ...string[]]);
    case "words":
      return z
        .array(z.enum(kind.list as [string, ...string[]]))
        .max(kind.list.length)
        .transform((chosen) => kind.list.filter((one) => chosen.includes(one)));
  }
}

const part = (kinds: Record<string, FieldKind>, world: NumberWorld, today: string) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(kinds).map(([field, kind]) => {
        const schema = schemaOf(kind, world, today);
        return [field, (mustHave.includes(field) ? schema : schema.nullable()).optional()];
      }),
    ),
  );

/** Parsers of each part: only the fields given are checked, and only those change. */
export const parsers = {
  household: (world: NumberWorld, today: string) => part(householdKinds, world, today),
  member: (world: NumberWorld, today: string) => part(memberKinds, world, today),
  parcel: (world: NumberWorld, today: string) => part(parcelKinds, world, today),
  income: (world: NumberWorld, today: string) => part(incomeKinds, world, today),
};

/** When it happened and why: asked with every change. */
export const aboutInput = (today: string) =>
  z.object({
    /** The version the writer saw. */
    version: z.int().min(1),
    happenedOn: dayText.refine((day) => day <= today && day >= "1949-10-01", "code:in-the-future"),
    why: text(200).min(2),
  });

/**
 * What a form's text fields say of one field, in the record's units: mu to hundredths, yuan to fen; nothing typed
 * is null. What cannot be read stays as it was typed, for the parser to refuse.
 * @param typed all values under the field's name.
 */
export function fromText(kind: FieldKind, typed: readonly string[]): unknown {
  const given = typed.map((one) => one.trim()).filter((one) => one !== "");
  const [first] = given;
  if (kind.as === "words" || kind.as === "industries") return given;
  if (first === undefined) return null;
  switch (kind.as) {
    case "yes-no":
      return first === "yes" ? true : first === "no" ? false : first;
    case "mu":
    case "yuan":
      return /^-?\d{1,9}(\.\d{1,2})?$/.test(first.replaceAll(",", ""))
        ? Math.round(Number(first.replaceAll(",", "")) * 100)
        : Number.NaN;
    case "number":
    case "whole":
      return /^-?\d{1,9}(\.\d{1,6})?$/.test(first) ? Number(first) : Number.NaN;
    default:
      return first;
  }
}

/** The other way: a value as a form's field shows it. */
export function toText(kind: FieldKind, value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.map(String);
  if (kind.as === "yes-no") return [value === true ? "yes" : "no"];
  if (kind.as === "mu" || kind.as === "yuan") return [String(Number(value) / 100)];
  return [String(value)];
}
