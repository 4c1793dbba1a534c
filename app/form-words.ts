import type { FormWords } from "@/app/fields-form";
import type { Dictionary } from "@/lib/i18n/dictionary";

/** The words every FieldsForm needs. */
export function formWords({ ui }: Dictionary): FormWords {
  const { errorsTitle, working, optional, choose, findVillage, nothingFound } = ui;
  return { errorsTitle, working, optional, choose, findVillage, nothingFound };
}
