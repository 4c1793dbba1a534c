"use server";
import { redirect } from "next/navigation";
import { importsOf } from "@/app/imports/address";
import { doAndReturn, refusedMark } from "@/app/refused";
import { today } from "@/lib/clock/clock";
import { commitImport, discardImport, sayColumns, undoImport } from "@/lib/imports/commands";
import { getImport } from "@/lib/imports/queries";
import { reopenColumns } from "@/lib/imports/reopen";
import { requireAsker } from "@/lib/users/session";

const field = (form: FormData, name: string) => String(form.get(name) ?? "");

async function asked(form: FormData) {
  const asker = await requireAsker("county", "town", "village");
  const id = field(form, "id");
  return { asker, id, page: `${importsOf(asker)}/${encodeURIComponent(id)}` };
}

/** Begins to commit a file that somebody else staged. */
export async function commit(form: FormData): Promise<void> {
  const { asker, id, page } = await asked(form);
  const refused = await refusedMark(() => commitImport(asker, id, today()));
  redirect(refused ? `${page}?${refused}` : page);
}

/** Begins to take a committed file back. */
export async function undo(form: FormData): Promise<void> {
  const { asker, id, page } = await asked(form);
  const refused = await refusedMark(() => undoImport(asker, id, field(form, "why"), today()));
  redirect(refused ? `${page}?${refused}` : page);
}

/** Says anew what the columns of a file are that was read already. */
export async function reopen(form: FormData): Promise<void> {
  const { asker, id, page } = await asked(form);
  const refused = await refusedMark(() => reopenColumns(asker, id));
  redirect(refused ? `${page}?${refused}` : page);
}

/** Gives a file up. */
export async function discard(form: FormData): Promise<void> {
  const { asker, id } = await asked(form);
  await doAndReturn(importsOf(asker), "staged-off", () => discardImport(asker, id));
}

/** Says what the columns of a file are; they are numbered as its heads stand. */
export async function matchColumns(form: FormData): Promise<void> {
  const { asker, id, page } = await asked(form);
  const refused = await refusedMark(async () => {
    const { notes } = await getImport(asker, id);
    const heads = notes?.ignored ?? [];
    await sayColumns(
      asker,
      id,
      Object.fromEntries(heads.map((head, i) => [head, field(form, `column-${i}`)])),
    );
  });
  redirect(refused ? `${page}?${refused}` : page);
}
