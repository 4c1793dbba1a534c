import { mkdirSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sqlitePath } from "@/db/client";
import { engine } from "@/db/columns";
import { type FileKey, writeSealed } from "@/lib/spreadsheets/source";

/** Uploaded files until they are committed or given up: sealed with a key that only this process has. */
type Upload = FileKey & { path: string };
const store = globalThis as { sanjinUploads?: Map<string, Upload> };
store.sanjinUploads ??= new Map();
const uploads = store.sanjinUploads;

/** Beside the database, or in data/ when that is elsewhere. */
function folder(): string {
  const base = engine === "sqlite" ? dirname(sqlitePath()) : join(process.cwd(), "data");
  const path = join(/* turbopackIgnore: true */ base, "uploads");
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

/** @throws Refusal file too-large */
export async function keepUpload(
  importId: string,
  body: AsyncIterable<Uint8Array>,
): Promise<{ size: number }> {
  const path = join(folder(), importId);
  try {
    const { size, ...key } = await writeSealed(path, body);
    uploads.set(importId, { ...key, path });
    return { size };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

export const uploadOf = (importId: string): Upload | null => uploads.get(importId) ?? null;

export async function forgetUpload(importId: string): Promise<void> {
  const upload = uploads.get(importId);
  uploads.delete(importId);
  if (upload) await rm(upload.path, { force: true });
}

/**
 * Files that nobody committed or gave up do not fill the disk: the oldest go before another comes.
 * @param isRead whether a file is being read now. @param most kept, of 30 MB at most each.
 */
export async function makeRoom(isRead: (importId: string) => boolean, most = 40): Promise<void> {
  for (const id of [...uploads.keys()]) {
    if (uploads.size < most) return;
    if (!isRead(id)) await forgetUpload(id);
  }
}

/** At start: what a killed server left opens no more, and goes. */
export async function sweepUploads(): Promise<void> {
  const path = folder();
  for (const name of await readdir(path)) if (!uploads.has(name)) await rm(join(path, name), { force: true });
}
