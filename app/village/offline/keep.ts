import { isLeft, keepList, readList } from "@/app/village/offline/store";
import type { OfflineList } from "@/lib/desk/offline";

/** Older than this the list is fetched anew when there is a connection. */
const freshMs = 30 * 60_000;

/** Fetches the day's list anew, once for all who ask at the same time. Without a connection it stays as it is. */
export async function renewList(owner: string, evenIfFresh: boolean): Promise<void> {
  await navigator.locks.request("sanjin-list", async () => {
    const kept = await readList(owner);
    if (kept && !evenIfFresh && Date.now() - Date.parse(kept.madeAt) < freshMs) return;
    const answer = await fetch("/village/offline/data").catch(() => null);
    if (answer?.ok && !isLeft()) await keepList((await answer.json()) as OfflineList);
  });
}

/** Has the service worker keep the page that works without a connection. */
export async function keepPage(): Promise<void> {
  const registration = await navigator.serviceWorker?.register("/sw.js");
  const ready = registration && (await navigator.serviceWorker.ready);
  if (!isLeft()) ready?.active?.postMessage("keep");
}
