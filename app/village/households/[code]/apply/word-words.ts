import type { WordFieldWords } from "@/app/village/households/[code]/apply/word-fields";
import type { Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

/** The sentences of the fields that show a household's word. */
export function wordFieldWords(locale: Locale): WordFieldWords {
  const { apply: a } = dictionary(locale).cases;
  const { codeField, codeHint, slipField, slipHint, photo, photoHint } = a;
  const { witness, witnessName, witnessReach, witnessReachHint } = a;
  return {
    codeField,
    codeHint,
    slipField,
    slipHint,
    photo,
    photoHint,
    witness1: witness(1),
    witness2: witness(2),
    witnessName,
    witnessReach,
    witnessReachHint,
  };
}
