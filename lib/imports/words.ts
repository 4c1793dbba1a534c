import type { Dictionary } from "@/lib/i18n/dictionary";
import { formatList } from "@/lib/i18n/format";
import { headOf } from "@/lib/imports/form";
import type { RowProblem, RowProblemCode } from "@/lib/imports/problems";

type Said = { says: (d: never) => string; remedy: string };

/**
 * A problem in words: what is wrong with the cell, and what would be right. Columns go by the form's own heads, which
 * are Chinese to every reader, and so is what stands between them.
 */
export function problemWords(
  t: Dictionary,
  { code, data = {} }: Pick<RowProblem, "code" | "data">,
): { says: string; remedy: string } {
  const all: Record<RowProblemCode, Said> = { ...t.householdRules, ...t.importProblems };
  const { says, remedy } = all[code];
  const { missing } = data;
  const named = Array.isArray(missing)
    ? {
        ...data,
        missing: formatList(
          "zh",
          missing.map((field) => headOf(`member.${field}`)),
        ),
      }
    : data;
  return { says: says(named as never), remedy };
}
