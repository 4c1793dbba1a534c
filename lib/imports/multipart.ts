import { refuse } from "@/lib/refusal/refusal";

/** A form with one file, its last field: what stands before it, and the file's bytes as they come. */
export type Upload = {
  fields: Record<string, string>;
  fileName: string;
  bytes: AsyncGenerator<Uint8Array>;
};

const crlf = Buffer.from("\r\n\r\n");
/** Longer than all fields of our forms together. */
const mostFields = 64 * 1024;

const boundaryOf = (contentType: string | null) =>
  /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType ?? "");

/**
 * Reads a multipart form without holding its file (RFC 7578): browsers send fields in the order of the form, and
 * ours has the file last.
 * @throws Refusal media-type, bad-request, also while the bytes are read
 */
export async function readUpload(
  contentType: string | null,
  body: AsyncIterable<Uint8Array>,
  fileField: string,
): Promise<Upload> {
  const found = boundaryOf(contentType);
  if (!found) return refuse("media-type");
  const reader = new Reader(body, Buffer.from(`\r\n--${found[1] ?? found[2]}`));
  const fields: Record<string, string> = {};
  // The first boundary has no line before it: with one added it is like the others.
  await reader.skipFirst();
  for (let read = 0; ; ) {
    const part = await reader.head();
    if (part === null) return refuse("bad-request");
    const { name, fileName } = disposition(part);
    if (name === fileField) return { fields, fileName, bytes: reader.content() };
    const chunks: Uint8Array[] = [];
    for await (const chunk of reader.content()) {
      read += chunk.length;
      if (read > mostFields) refuse("bad-request");
      chunks.push(chunk);
    }
    fields[name] = Buffer.concat(chunks).toString("utf8");
  }
}

function disposition(head: string): { name: string; fileName: string } {
  const line = /^content-disposition:\s*form-data;(.*)$/im.exec(head)?.[1] ?? "";
  const of = (key: string) =>
    new RegExp(`(?:^|;)\\s*${key}="((?:[^"\\\\]|\\\\.)*)"`, "i").exec(line)?.[1] ?? "";
  // A name is only shown; where it came from is nobody's business.
  const fileName = of("filename")
    .replace(/%22/g, '"')
    .replace(/^.*[/\\]/, "");
  return { name: of("name"), fileName };
}

class Reader {
  private held: Buffer = Buffer.from("\r\n");
  private readonly body: AsyncIterator<Uint8Array>;

  constructor(
    body: AsyncIterable<Uint8Array>,
    private readonly boundary: Buffer,
  ) {
    this.body = body[Symbol.asyncIterator]();
  }

  private async more(): Promise<boolean> {
    const next = await this.body.next();
    if (next.done) return false;
    this.held = Buffer.concat([this.held, next.value]);
    return true;
  }

  async skipFirst(): Promise<void> {
    while (this.held.length < this.boundary.length) if (!(await this.more())) refuse("bad-request");
    if (!this.held.subarray(0, this.boundary.length).equals(this.boundary)) refuse("bad-request");
    this.held = this.held.subarray(this.boundary.length);
  }

  /** The next part's headers; null after the last. */
  async head(): Promise<string | null> {
    for (;;) {
      if (this.held.subarray(0, 2).toString() === "--") return null;
      const end = this.held.indexOf(crlf);
      if (end >= 0) {
        const head = this.held.subarray(0, end).toString("utf8");
        this.held = this.held.subarray(end + crlf.length);
        return head;
      }
      if (this.held.length > 16 * 1024 || !(await this.more())) return refuse("bad-request");
    }
  }

  /** What a part holds, up to the next boundary. */
  async *content(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const end = this.held.indexOf(this.boundary);
      if (end >= 0) {
        const last = this.held.subarray(0, end);
        this.held = this.held.subarray(end + this.boundary.length);
        if (last.length > 0) yield last;
        return;
      }
      // The boundary may begin at the end of what is here.
      const safe = this.held.length - this.boundary.length;
      if (safe > 0) {
        yield this.held.subarray(0, safe);
        this.held = this.held.subarray(safe);
      }
      if (!(await this.more())) refuse("bad-request");
    }
  }
}
