import { askedCount } from "@/app/asked";
import type { Subject } from "@/lib/households/changes";
import { kindOf } from "@/lib/households/field-text";
import { fromText } from "@/lib/households/input";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";

/** What a form of the household's record says, as the commands take it. */

export const many = (form: FormData, name: string): string[] =>
  form.getAll(`${name}${form.get("suffix") ?? ""}`).map(String);

/** One field's text: of a form whose names end alike, or a hidden one's, whose name never does. */
export const text = (form: FormData, name: string): string =>
  (many(form, name)[0] ?? String(form.get(name) ?? "")).trim();

/**
 * The fields of a part, those left empty as null.
 * @param keep fields whose empty control means "as it is": ID numbers, which are never shown whole.
 */
export function readFields(
  form: FormData,
  subject: Subject,
  names: readonly string[],
  keep: readonly string[] = [],
): Record<string, unknown> {
  const read = names.flatMap((name) => {
    const kind = kindOf(subject, name);
    const typed = many(form, name);
    if (!kind || (keep.includes(name) && typed.every((one) => one.trim() === ""))) return [];
    return [[name, fromText(kind, typed)]];
  });
  return Object.fromEntries(read);
}

/** When and why, and of which version: the reason's word and what was added to it. */
export async function readAbout(form: FormData) {
  const { reasons, ours } = dictionary(await currentLocale()).record;
  const words: Record<string, string> = { ...reasons, own: ours.reason };
  const reason = text(form, "reason");
  const word = Object.hasOwn(words, reason) ? words[reason] : "";
  const note = text(form, "note");
  return {
    version: askedCount(text(form, "version")),
    happenedOn: text(form, "happenedOn"),
    why: [word, note].filter(Boolean).join(" · "),
  };
}
