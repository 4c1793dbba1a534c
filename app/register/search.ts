"use server";
import { redirect } from "next/navigation";
import { typedText } from "@/app/typed";
import { today } from "@/lib/clock/clock";
import { findByIdNumber } from "@/lib/households/find";
import { isSomebodys } from "@/lib/numbers/id-number";
import { presentWorld } from "@/lib/numbers/world";
import { requireAsker } from "@/lib/users/session";

const kept = ["show", "town", "village"];

/** Finds households: by words in the list's address; by somebody's number never, since addresses are written down. */
export async function searchHouseholds(form: FormData): Promise<void> {
  const asker = await requireAsker("village", "town", "county");
  const list = asker.role === "village" ? "/village" : "/officer/households";
  const q = typedText(form, "q").trim().slice(0, 60);
  if (isSomebodys(q, presentWorld(), today())) {
    const code = await findByIdNumber(asker, q, today());
    const of = asker.role === "village" ? "/village/households" : list;
    redirect(code === null ? `${list}?refused=not-found` : `${of}/${encodeURIComponent(code)}`);
  }
  const query = kept.flatMap((name) => {
    const value = typedText(form, name);
    return value ? [[name, value]] : [];
  });
  redirect(`${list}?${new URLSearchParams([...query, ...(q ? [["q", q]] : [])])}`);
}
