import { SaxesParser, type SaxesTagPlain } from "saxes";
import { refuseFile } from "@/lib/spreadsheets/problems";

/** Names as the format has them, whatever prefix a writer chose. */
const local = (name: string) => name.slice(name.indexOf(":") + 1);

export type XmlHandlers = {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

/**
 * A parser that tells of tags and text as they come. Entities other than XML's own five are an error, so that
 * nothing expands.
 * @throws Refusal file broken, from `write` and `close`.
 */
export function xmlParser({ open, text, close }: XmlHandlers): {
  write: (s: string) => void;
  end: () => void;
} {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let ended = false;
  parser.on("error", () => {
    throw new Error("not well-formed");
  });
  if (open) parser.on("opentag", (tag: SaxesTagPlain) => open(local(tag.name), tag.attributes));
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  if (close) parser.on("closetag", (tag: SaxesTagPlain) => close(local(tag.name)));
  const guarded = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (error instanceof Error && error.message === "not well-formed") refuseFile("broken");
      throw error;
    }
  };
  return {
    write: (s) => guarded(() => parser.write(s)),
    end: () => {
      if (!ended) guarded(() => parser.close());
      ended = true;
    },
  };
}

/** The attribute of any prefix: r:id. */
export const attribute = (attributes: Record<string, string>, name: string): string | undefined =>
  attributes[name] ??
  Object.entries(attributes).find(([key]) => key.includes(":") && local(key) === name)?.[1];

/** Feeds a part's bytes through a parser; `after` is called after each chunk. */
export async function parsePart(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const parser = xmlParser(handlers);
  for await (const text of utf8(chunks)) parser.write(text);
  parser.end();
}

/** Bytes as text; characters cut by a chunk's edge stay whole. UTF-16 parts say so by their mark. */
export async function* utf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(
      chunk[0] === 0xff && chunk[1] === 0xfe ? "utf-16le" : chunk[0] === 0xfe ? "utf-16be" : "utf-8",
    );
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder) yield decoder.decode();
}
