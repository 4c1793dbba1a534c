import type { FieldKind } from "@/lib/households/field-kinds";
import { dictionary } from "@/lib/i18n/dictionary";
import { formColumns } from "@/lib/imports/form";
import type { Written } from "@/lib/spreadsheets/write";

const kinds = new Map(formColumns.map(({ field, kind }) => [field, kind]));

/** The words a list's column takes, as the form has them. */
export function choicesOf(kind: FieldKind): readonly string[] | null {
  const { words, ui } = dictionary("zh");
  if (kind.as === "yes-no") return [ui.yes, ui.no];
  return kind.as === "word" ? Object.values(words[kind.label]) : null;
}

/** A value as its cell of the form has it: words as labels, hundredths as numbers, what is a number of somebody as text. */
export function printed(field: string, value: unknown, industries?: ReadonlyMap<string, string>): Written {
  const kind = kinds.get(field);
  if (value === null || value === undefined || !kind) return null;
  const { words, ui } = dictionary("zh");
  switch (kind.as) {
    case "yes-no":
      return value === true ? ui.yes : ui.no;
    case "mu":
    case "yuan":
      return Number(value) / 100;
    case "number":
    case "whole":
      return Number(value);
    case "word":
      return (words[kind.label] as Record<string, string>)[String(value)] ?? String(value);
    case "industries":
      return (value as string[]).map((code) => industries?.get(code) ?? code).join("、");
    case "words": {
      const labels: Record<string, string> = words[kind.label];
      return (value as string[]).map((one) => labels[one] ?? one).join("、");
    }
    default:
      return String(value);
  }
}
