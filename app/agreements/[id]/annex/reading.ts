import { changeableTerms } from "@/lib/agreements/input";
import type { AgreementTerms } from "@/lib/agreements/terms";

/** Terms as people type them: yuan for fen, per cent for basis points; the rest as it is. */
const typedAs = (key: string) =>
  key === "payMonthDay" ? "text" : key.includes("Fen") || key.endsWith("Bp") ? "hundredths" : "whole";

/** The fields an annex may change, with their present values as typed. */
export function fieldsOf(terms: AgreementTerms): { name: string; value: string }[] {
  const now = new Map<string, unknown>(Object.entries(terms));
  return Object.keys(changeableTerms[terms.kind].shape).map((name) => {
    const value = now.get(name);
    return {
      name,
      value: typedAs(name) === "hundredths" ? String(Number(value) / 100) : String(value ?? ""),
    };
  });
}

/** What a form says of the terms: only what differs from the value it was shown with. */
export function changedOf(form: FormData, kind: AgreementTerms["kind"]): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const name of Object.keys(changeableTerms[kind].shape)) {
    const given = String(form.get(name) ?? "").trim();
    if (given === "" || given === String(form.get(`was-${name}`) ?? "")) continue;
    const number = Number(given.replaceAll(",", ""));
    const as = typedAs(name);
    // What is no number goes on as it is, for the parser to refuse at its field.
    if (as === "text" || Number.isNaN(number)) changed[name] = given;
    else changed[name] = as === "hundredths" ? Number((number * 100).toFixed(4)) : number;
  }
  return changed;
}
