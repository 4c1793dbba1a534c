"use server";
import { redirect } from "next/navigation";
import { askedCount } from "@/app/asked";
import { attempt, type FormState } from "@/app/form-state";
import { typedNumber, typedText } from "@/app/typed";
import { addIndustry, changeIndustry, setIndustryActive } from "@/lib/industries/commands";
import { requireAsker } from "@/lib/users/session";

const page = "/officer/industries";

const typed = (form: FormData) => ({
  nameZh: typedText(form, "nameZh"),
  nameEn: typedText(form, "nameEn"),
  group: typedText(form, "group"),
  term: typedText(form, "term"),
  sort: typedNumber(form, "sort") ?? 0,
});

export async function saveNewIndustry(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("county");
  const refused = await attempt(form, () =>
    addIndustry(asker, { code: typedText(form, "code"), ...typed(form) }),
  );
  return refused ?? redirect(`${page}?done=saved`);
}

export async function saveIndustry(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("county");
  const version = askedCount(typedText(form, "version"));
  const refused = await attempt(form, () =>
    changeIndustry(asker, typedText(form, "code"), typed(form), version),
  );
  return refused ?? redirect(`${page}?done=saved`);
}

/** Retires an industry, or takes it back into use. */
export async function turnIndustry(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("county");
  const version = askedCount(typedText(form, "version"));
  const active = typedText(form, "move") === "restore";
  const refused = await attempt(form, () => setIndustryActive(asker, typedText(form, "id"), active, version));
  return refused ?? redirect(`${page}?done=saved`);
}
