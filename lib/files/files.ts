import type { FileSubject } from "@/db/words";
import { refuseFields } from "@/lib/refusal/refusal";

/** Papers and photographs that are kept: which are taken, and under which name. */

/** Megabytes a file may have; what a phone's camera makes at middling quality. */
export const mostMegabytes = 5;

export const mediaTypes = ["image/jpeg", "image/png", "image/webp", "application/pdf"] as const;
export type MediaType = (typeof mediaTypes)[number];

/** A file that was looked into: small enough, and of a kind that is kept. */
export type AcceptedFile = { name: string; mediaType: MediaType; body: Buffer };

/** What is known of a kept file without opening it. */
export type FileMark = {
  id: string;
  subject: FileSubject;
  subjectId: string;
  name: string;
  mediaType: string;
  size: number;
  createdAt: Date;
};

const starts = (body: Buffer, bytes: string, at = 0) =>
  body.subarray(at, at + bytes.length).equals(Buffer.from(bytes, "latin1"));

/** What a file is by its first bytes; its name and what the browser says are not asked. */
export function sniff(body: Buffer): MediaType | null {
  if (starts(body, "\xff\xd8\xff")) return "image/jpeg";
  if (starts(body, "\x89PNG\r\n\x1a\n")) return "image/png";
  if (starts(body, "RIFF") && starts(body, "WEBP", 8)) return "image/webp";
  if (starts(body, "%PDF-")) return "application/pdf";
  return null;
}

const endings: Record<MediaType, { usual: string; all: RegExp }> = {
  "image/jpeg": { usual: ".jpg", all: /\.jpe?g$/i },
  "image/png": { usual: ".png", all: /\.png$/i },
  "image/webp": { usual: ".webp", all: /\.webp$/i },
  "application/pdf": { usual: ".pdf", all: /\.pdf$/i },
};

/** The name without folders, control and direction characters, at most 80 long, with the ending of what it is. */
export function cleanName(name: string, mediaType: MediaType): string {
  const { usual, all } = endings[mediaType];
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "")
    .replace(all, "")
    .trim();
  return ([...stem].slice(0, 80).join("") || "file") + usual;
}

/**
 * Looks into what was handed in under a form's field.
 * @throws Refusal `input` at that field: file-size, file-kind, missing (empty).
 */
export function acceptFile(field: string, given: { name: string; body: Buffer }): AcceptedFile {
  if (given.body.length === 0) return refuseFields({ [field]: { code: "missing" } });
  if (given.body.length > mostMegabytes * 1024 * 1024)
    return refuseFields({ [field]: { code: "file-size", max: mostMegabytes } });
  const mediaType = sniff(given.body);
  if (!mediaType) return refuseFields({ [field]: { code: "file-kind" } });
  return { name: cleanName(given.name, mediaType), mediaType, body: given.body };
}
