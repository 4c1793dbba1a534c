import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { limits, refuseFile } from "@/lib/spreadsheets/problems";

/** Bytes that can be read from anywhere. */
export type ByteSource = {
  size: number;
  /** Fewer than asked for only at the end. */
  read: (position: number, length: number) => Promise<Buffer>;
  close: () => Promise<void>;
};

/** A file as it lies there. @throws Refusal file too-large */
export async function fileSource(path: string): Promise<ByteSource> {
  const file = await open(path, "r");
  const { size } = await file.stat();
  if (size > limits.fileBytes) {
    await file.close();
    return refuseFile("too-large");
  }
  return {
    size,
    read: async (position, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    },
    close: () => file.close(),
  };
}

export const bytesSource = (bytes: Buffer): ByteSource => ({
  size: bytes.length,
  read: async (position, length) => bytes.subarray(position, position + length),
  close: async () => undefined,
});

/** What opens a sealed file; it stays in memory and ends with the process, and the file with it. */
export type FileKey = { key: Buffer; iv: Buffer };

/** AES-256 in counter mode can start at any block, which a zip's directory at its end asks for. */
const block = 16;

function counterAt(iv: Buffer, position: number): Buffer {
  let carry = BigInt(Math.floor(position / block));
  const counter = Buffer.from(iv);
  for (let i = block - 1; i >= 0 && carry > 0n; i--) {
    carry += BigInt(counter[i]!);
    counter[i] = Number(carry & 255n);
    carry >>= 8n;
  }
  return counter;
}

/**
 * Writes a stream to a file, sealed on its way with a key nobody else has, mode 0600: what is left of it when
 * the server is killed opens no more.
 * @throws Refusal file too-large as soon as it is.
 */
export async function writeSealed(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<FileKey & { size: number }> {
  const key = randomBytes(32);
  const iv = randomBytes(block);
  const cipher = createCipheriv("aes-256-ctr", key, iv);
  const file = createWriteStream(path, { mode: 0o600, flags: "wx" });
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > limits.fileBytes) refuseFile("too-large");
      if (!file.write(cipher.update(chunk))) await once(file, "drain");
    }
  } finally {
    file.end(cipher.final());
    await finished(file);
  }
  return { key, iv, size };
}

/** A sealed file, read as if it were not. */
export async function sealedSource(path: string, { key, iv }: FileKey): Promise<ByteSource> {
  const file = await fileSource(path);
  return {
    ...file,
    read: async (position, length) => {
      const skip = position % block;
      const sealed = await file.read(position - skip, length + skip);
      const decipher = createDecipheriv("aes-256-ctr", key, counterAt(iv, position));
      return decipher.update(sealed).subarray(skip);
    },
  };
}

/** The bytes from one position up to (not including) another, in order. */
export async function* chunksOf(source: ByteSource, from = 0, to = source.size): AsyncGenerator<Buffer> {
  for (let at = from; at < to; ) {
    const chunk = await source.read(at, Math.min(256 * 1024, to - at));
    if (chunk.length === 0) return;
    at += chunk.length;
    yield chunk;
  }
}
