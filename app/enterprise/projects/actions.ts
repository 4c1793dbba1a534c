"use server";
import { redirect } from "next/navigation";
import { askedCount } from "@/app/asked";
import { decide, reasonOf } from "@/app/decided";
import { upload } from "@/app/files/upload";
import { attempt, type FormState } from "@/app/form-state";
import { doAndReturn } from "@/app/refused";
import { typedList, typedNumber, typedOrNull, typedText } from "@/app/typed";
import { projectMoveNames } from "@/lib/projects/moves";
import { addDocument, changeProject, createProject, moveProject, removeDocument } from "@/lib/projects/write";
import { refuse, refuseFields } from "@/lib/refusal/refusal";
import { requireAsker } from "@/lib/users/session";

const pageOf = (id: string) => `/enterprise/projects/${encodeURIComponent(id)}`;

const typed = (form: FormData) => ({
  ...Object.fromEntries(
    ["name", "industry", "sector", "term", "summary", "capacity"].map((name) => [
      name,
      typedText(form, name),
    ]),
  ),
  households: typedNumber(form, "households"),
  links: typedList(form, "links"),
  villages: typedList(form, "villages"),
  startsOn: typedOrNull(form, "startsOn"),
  endsOn: typedOrNull(form, "endsOn"),
});

/** Writes a new project, as a draft. */
export async function writeProject(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  let id = "";
  const refused = await attempt(form, async () => {
    id = (await createProject(asker, typed(form))).id;
  });
  return refused ?? redirect(`${pageOf(id)}?done=saved`);
}

/** Changes a project that the writer saw in `version`. */
export async function rewriteProject(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const id = typedText(form, "id");
  const version = askedCount(typedText(form, "version"));
  const refused = await attempt(form, () => changeProject(asker, id, typed(form), version));
  return refused ?? redirect(`${pageOf(id)}?done=saved`);
}

/** Lists, ends, reopens. What is missing leads to the form that asks for it. */
export async function moveOwnProject(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const id = typedText(form, "id");
  const refused = await decide(form, "projectState", () => {
    const move = projectMoveNames.find((name) => name === typedText(form, "move")) ?? refuse("bad-request");
    return moveProject(asker, id, {
      move,
      reason: reasonOf(form),
      version: askedCount(typedText(form, "version")),
    });
  });
  if (!refused) return redirect(`${pageOf(id)}?done=entry-moved`);
  if (Object.keys(refused.errors).length > 0) return redirect(`${pageOf(id)}/edit?incomplete=1`);
  return refused;
}

export async function uploadDocument(_: FormState, form: FormData): Promise<FormState> {
  const asker = await requireAsker("enterprise");
  const id = typedText(form, "id");
  const refused = await attempt(form, async () =>
    addDocument(asker, id, (await upload(form, "file")) ?? refuseFields({ file: { code: "missing" } })),
  );
  return refused ?? redirect(`${pageOf(id)}?done=uploaded`);
}

export async function dropDocument(form: FormData): Promise<void> {
  const asker = await requireAsker("enterprise");
  const project = typedText(form, "project");
  await doAndReturn(pageOf(project), "removed", () => removeDocument(asker, project, typedText(form, "id")));
}
