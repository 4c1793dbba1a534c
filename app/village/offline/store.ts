/** What a village worker's phone holds, in IndexedDB: the day's list, and what waits to be sent. */
import type { PostingKind } from "@/db/words";
import type { OfflineList } from "@/lib/desk/offline";

export type Witness = { name: string; reach: string };
export type NotedApplication = {
  kind: "apply";
  posting: string;
  title: string;
  consent: { how: "slip"; evidence: string } | { how: "witnesses"; witnesses: [Witness, Witness] };
};
/** Said at the door: what the household would like, or which plots are on offer. */
export type NotedVisit = {
  kind: "visit";
  /** Of the record it was noted on; null: over whatever stands there now. */
  version: number | null;
  happenedOn: string;
  why: string;
} & ({ wishKinds: PostingKind[] } | { plots: { id: string; offered: boolean }[] });
export type Noted = { household: string; headName: string } & (NotedApplication | NotedVisit);
export type Waiting = Noted & {
  /** Also the Idempotency-Key: sent twice, it is done once. */
  id: string;
  /** Who noted it: nobody else's session sends it. */
  owner: string;
  madeAt: string;
  state: "waiting" | "sent" | "refused";
  /** Why the server did not take it: its code, and in a sentence. */
  code?: string;
  said?: string;
};

const base = "sanjin";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(base, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("list");
      request.result.createObjectStore("queue", { keyPath: "id" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One request in a transaction of its own; done once it is on the disk. */
async function within<T>(
  store: "list" | "queue",
  mode: IDBTransactionMode,
  work: (on: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(store, mode);
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}

/** The list, if it is this person's and not a day old; what is not is deleted at once. */
export async function readList(owner: string, now = new Date()): Promise<OfflineList | null> {
  const list = await within<OfflineList | undefined>("list", "readonly", (on) => on.get("day"));
  if (!list) return null;
  if (list.owner === owner && new Date(list.goodUntil) > now) return list;
  await dropList();
  return null;
}

export const keepList = (list: OfflineList): Promise<IDBValidKey> =>
  within("list", "readwrite", (on) => on.put(list, "day"));

export const dropList = (): Promise<undefined> => within("list", "readwrite", (on) => on.delete("day"));

/** What this person noted, oldest first. */
export async function readQueue(owner: string): Promise<Waiting[]> {
  const all = await within<Waiting[]>("queue", "readonly", (on) => on.getAll());
  return all
    .filter((item) => item.owner === owner)
    .sort((a, b) => a.madeAt.localeCompare(b.madeAt) || a.id.localeCompare(b.id));
}

export const put = (item: Waiting): Promise<IDBValidKey> =>
  within("queue", "readwrite", (on) => on.put(item));

export const drop = (id: string): Promise<undefined> => within("queue", "readwrite", (on) => on.delete(id));

let left = false;

/** Whether the person is leaving: what is still under way must not bring anything back. */
export const isLeft = (): boolean => left;

/** Somebody works on this phone (again). */
export function stay(): void {
  left = false;
}

/** Nothing of a person's stays: the list, what they noted, and the pages kept by the service worker. */
export async function forgetEverything(owner: string): Promise<void> {
  left = true;
  // Whoever is fetching the list is waited for, and then finds nobody to keep it for.
  await navigator.locks.request("sanjin-list", dropList);
  for (const { id } of await readQueue(owner)) await drop(id);
  if (!("caches" in window)) return;
  navigator.serviceWorker?.controller?.postMessage("forget");
  for (const name of await caches.keys()) await caches.delete(name);
}
