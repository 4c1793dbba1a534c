import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { parameterKinds, readValue } from "@/lib/policy/kinds";
import type { PolicyKey } from "@/lib/policy/policy";
import { isRefusal } from "@/lib/refusal/refusal";
import { problemSentences } from "@/lib/refusal/words";

/** A value on trial in the address: as typed, and parsed or with what is wrong; null when none is tried. */
export async function tried(
  key: PolicyKey,
  search: Record<string, string | undefined>,
): Promise<{ typed: Record<string, string>; value?: unknown; errors?: Record<string, string> } | null> {
  const kind = parameterKinds[key];
  const names = kind.as === "shares" ? kind.names : ["value"];
  if (!names.some((name) => search[name] !== undefined)) return null;
  const typed = Object.fromEntries(names.map((name) => [name, (search[name] ?? "").slice(0, 40)]));
  try {
    return { typed, value: readValue(key, typed) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { typed, errors: problemSentences(dictionary(await currentLocale()), error.fields) };
  }
}
