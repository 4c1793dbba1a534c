"use server";
import { redirect } from "next/navigation";
import { address } from "@/app/officer/address";
import { several } from "@/app/officer/postings/[id]/trial";
import { invite } from "@/lib/applications/invite";
import { today } from "@/lib/clock/clock";
import { requireAsker } from "@/lib/users/session";

/** As many as a list shows at most. */
const most = 200;

/** What is done with the households ticked in the list: two are compared, any number invited. */
export async function withPicked(form: FormData): Promise<void> {
  const asker = await requireAsker("county", "town");
  const posting = String(form.get("posting") ?? "");
  const path = `/officer/postings/${encodeURIComponent(posting)}`;
  const picked = several(form.getAll("pick").map(String), most);
  if (form.get("do") === "compare")
    redirect(
      picked.length < 2
        ? `${address(path, { pick: "none" })}#ranking`
        : `${path}?${new URLSearchParams(picked.slice(0, 2).map((code) => ["pick", code]))}#compare`,
    );
  if (picked.length === 0) redirect(`${address(path, { pick: "none" })}#ranking`);
  const wishes = picked.map((household) => ({ posting, household }));
  const { invited, skipped } = await invite(asker, wishes, today());
  const told = new URLSearchParams([["invited", String(invited.length)]]);
  for (const { household, why } of skipped) told.append("skipped", `${household}.${why}`);
  redirect(`${path}?${told}#told`);
}
