"use server";
import { redirect } from "next/navigation";
import { askedCount } from "@/app/asked";
import { decide, reasonOf } from "@/app/decided";
import { entryUnits } from "@/app/enterprise/entry-fields";
import { upload } from "@/app/files/upload";
import { attempt, type FormState } from "@/app/form-state";
import { doAndReturn } from "@/app/refused";
import { inTypedUnits, typedNumber, typedOrNull, typedText, unscoped } from "@/app/typed";
import { changeProfile, correctLicense } from "@/lib/enterprises/change";
import { moveEnterprise } from "@/lib/enterprises/move";
import { enterpriseMoveNames } from "@/lib/enterprises/moves";
import { addPaper, addPlace, removePaper, removePlace } from "@/lib/enterprises/places";
import { refuse, refuseFields } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

const page = "/enterprise/profile";
const versionOf = (form: FormData) => askedCount(typedText(form, "version"));

/** Keeps the entry up to date. */
export async function saveProfile(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const number = (name: string) =>
    form.has(name) ? typedNumber(form, name, entryUnits[name as keyof typeof entryUnits]) : null;
  const input = {
    ...Object.fromEntries(
      ["industry", "villageCode", "contactName", "phone", "address", "summary"].map((name) => [
        name,
        typedText(form, name),
      ]),
    ),
    level: typedOrNull(form, "level"),
    pairedVillageCode: typedOrNull(form, "pairedVillageCode"),
    capitalFen: number("capitalFen"),
    outputFen: number("outputFen"),
    baseMu100: number("baseMu100"),
    workers: number("workers"),
    memberHouseholds: number("memberHouseholds"),
    tenants: number("tenants"),
    floorM2: number("floorM2"),
  };
  const refused = await attempt(form, () =>
    inTypedUnits(entryUnits, () => changeProfile(asker, input, versionOf(form))),
  );
  return refused ?? redirect(`${page}?done=saved`);
}

/** What the license says, while the entry is a draft. */
export async function saveLicense(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const names = ["creditCode", "name", "kind", "legalPerson"];
  const input = Object.fromEntries(names.map((name) => [name, typedText(form, name)]));
  const refused = await attempt(form, () =>
    correctLicense(asker, asker.enterpriseId ?? "", input, { version: versionOf(form) }),
  );
  return refused ?? redirect(`${page}?done=saved`);
}

/** Hands in or takes back. What is missing is said in one sentence, since its fields are another form's. */
export async function moveOwn(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const refused = await decide(form, "enterpriseState", () => {
    const move =
      enterpriseMoveNames.find((name) => name === typedText(form, "move")) ?? refuse("bad-request");
    return moveEnterprise(asker, typedText(form, "id"), {
      move,
      reason: reasonOf(form),
      version: versionOf(form),
    });
  });
  return refused ?? redirect(`${page}?done=entry-moved`);
}

export async function savePlace(_: FormState, scoped: FormData): Promise<FormState> {
  const form = unscoped(scoped);
  const asker = await requireAsker("enterprise");
  const names = ["kind", "name", "villageCode", "address"];
  const refused = await attempt(form, () =>
    addPlace(asker, Object.fromEntries(names.map((name) => [name, typedText(form, name)]))),
  );
  return refused ?? redirect(`${page}?done=saved#places`);
}

export async function uploadPaper(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const refused = await attempt(form, async () =>
    addPaper(asker, (await upload(form, "paper")) ?? refuseFields({ paper: { code: "missing" } })),
  );
  return refused ?? redirect(`${page}?done=uploaded#papers`);
}

export async function dropPlace(form: FormData): Promise<void> {
  const asker = await requireAsker("enterprise");
  await doAndReturn(page, "removed", () => removePlace(asker, typedText(form, "id")));
}

export async function dropPaper(form: FormData): Promise<void> {
  const asker = await requireAsker("enterprise");
  await doAndReturn(page, "removed", () => removePaper(asker, typedText(form, "id")));
}
