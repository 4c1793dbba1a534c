"use server";
import { redirect } from "next/navigation";
import { keptOf, type RankingSearch, several } from "@/app/officer/postings/[id]/trial";
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
  const kept = Object.entries(keptOf(Object.fromEntries(form) as RankingSearch));
  const back = (...asked: [string, string][]) => `${path}?${new URLSearchParams([...kept, ...asked])}`;
  const picked = several(form.getAll("pick").map(String), most);
  if (form.get("do") === "compare")
    redirect(
      picked.length < 2
        ? `${back(["pick", "none"])}#ranking`
        : `${back(...picked.slice(0, 2).map((code): [string, string] => ["pick", code]))}#compare`,
    );
  if (picked.length === 0) redirect(`${back(["pick", "none"])}#ranking`);
  const wishes = picked.map((household) => ({ posting, household }));
  const { invited, skipped } = await invite(asker, wishes, today());
  const told = skipped.map(({ household, why }): [string, string] => ["skipped", `${household}.${why}`]);
  redirect(`${back(["invited", String(invited.length)], ...told)}#told`);
}
