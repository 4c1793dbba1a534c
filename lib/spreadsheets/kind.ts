import { type FileProblem, refuseFile } from "@/lib/spreadsheets/problems";
import { type ByteSource, chunksOf } from "@/lib/spreadsheets/source";

/** What a file is, by its bytes; its name is only what somebody called it. */
export type FileKind = "zip" | "text";

const begins = (head: Buffer, hex: string) => head.subarray(0, hex.length / 2).toString("hex") === hex;

/** @throws Refusal file old-excel, locked, not-a-table, no-rows */
export async function kindOf(source: ByteSource): Promise<FileKind> {
  const head = await source.read(0, 64 * 1024);
  if (head.length === 0) return refuseFile("no-rows");
  if (begins(head, "504b0304") || begins(head, "504b0506")) return "zip";
  // A compound file: the old format, or the new one behind a password.
  if (begins(head, "d0cf11e0a1b11ae1"))
    return refuseFile((await holds(source, "EncryptedPackage")) ? "locked" : "old-excel");
  const problem = binary(head);
  return problem ? refuseFile(problem) : "text";
}

function binary(head: Buffer): FileProblem | null {
  // A workbook from before the compound file: BIFF2–BIFF5.
  if (/^09(00|02|04|08)0[4-8]00/.test(head.subarray(0, 4).toString("hex"))) return "old-excel";
  if (begins(head, "fffe") || begins(head, "feff")) return null;
  return head.includes(0) || begins(head, "25504446") ? "not-a-table" : null;
}

/** Whether a name of the compound file's directory (UTF-16) stands anywhere in it. */
async function holds(source: ByteSource, name: string): Promise<boolean> {
  const wanted = Buffer.from(name, "utf16le");
  let before: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksOf(source)) {
    if (Buffer.concat([before, chunk]).includes(wanted)) return true;
    before = chunk.subarray(-wanted.length);
  }
  return false;
}
