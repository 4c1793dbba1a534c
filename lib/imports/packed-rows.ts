import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { ReadRow } from "@/lib/imports/kind";

/** A packed row: sequence, sheet, row, then field and value in turn; problems and what could not be read if any. */
type Packed = [
  seq: number,
  sheet: number,
  row: number,
  values: unknown[],
  problems?: ReadRow["problems"],
  raw?: ReadRow["raw"],
];

/** Rows packed together, unless one alone is longer. A row's place is the page's number × this + where it begins. */
const pageBytes = 32 * 1024;
/** Ends a row: JSON has none of its own. */
const lineEnd = 10;
/** Pages lying open while rows are taken: files are mostly in the order of their units. */
const openPages = 8;

/**
 * A file's rows in their order, by unit. A county's would not fit otherwise: fields and sheets stand as numbers,
 * since their names are two thirds of what a row says, and full pages are deflated, to a fourth of the rest.
 */
export class PackedRows {
  private readonly units = new Map<string, number[]>();
  private readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** Null once all rows of it were taken. */
  private readonly pages: (Buffer | null)[] = [];
  /** Rows of each page that have not been taken. */
  private readonly left: number[] = [];
  private readonly inflated = new Map<number, Buffer>();
  /** The page being filled, and how far it is. */
  private filling = Buffer.alloc(pageBytes);
  private filled = 0;

  /** How many units there are that have not been taken. */
  get size(): number {
    return this.units.size;
  }

  /** Their keys, in the order in which each came first. */
  keys(): string[] {
    return [...this.units.keys()];
  }

  add(key: string, { seq, sheet, row, values, problems, raw }: ReadRow): void {
    const said: unknown[] = [];
    for (const field in values) said.push(this.numberOf(field), values[field]);
    const packed: Packed = [seq, this.numberOf(sheet), row, said];
    const isUnread = Object.keys(raw).length > 0;
    if (problems.length > 0 || isUnread) packed.push(problems);
    if (isUnread) packed.push(raw);
    const place = this.write(`${JSON.stringify(packed)}\n`);
    const places = this.units.get(key);
    if (places) places.push(place);
    else this.units.set(key, [place]);
  }

  /** The rows of a unit, which is let go: taken once more it has none. */
  take(key: string): ReadRow[] {
    const places = this.units.get(key) ?? [];
    this.units.delete(key);
    return places.map((place) => {
      const [seq, sheet, row, said, problems = [], raw = {}] = JSON.parse(this.read(place)) as Packed;
      const values: ReadRow["values"] = {};
      for (let i = 0; i < said.length; i += 2) values[this.nameOf(said[i] as number)] = said[i + 1];
      return { seq, sheet: this.nameOf(sheet), row, values, problems, raw };
    });
  }

  private write(line: string): number {
    const bytes = Buffer.byteLength(line);
    if (this.filled > 0 && this.filled + bytes > pageBytes) {
      this.pages.push(deflateRawSync(this.filling.subarray(0, this.filled), { level: 1 }));
      this.filled = 0;
      if (this.filling.length > pageBytes) this.filling = Buffer.alloc(pageBytes);
    }
    if (bytes > this.filling.length) this.filling = Buffer.alloc(bytes);
    const page = this.pages.length;
    const place = page * pageBytes + this.filled;
    this.filling.write(line, this.filled);
    this.filled += bytes;
    this.left[page] = (this.left[page] ?? 0) + 1;
    return place;
  }

  private read(place: number): string {
    const page = Math.floor(place / pageBytes);
    const from = place % pageBytes;
    const bytes = this.opened(page);
    const text = bytes.toString("utf8", from, bytes.indexOf(lineEnd, from));
    this.left[page]! -= 1;
    if (this.left[page] === 0 && page < this.pages.length) {
      this.pages[page] = null;
      this.inflated.delete(page);
    }
    return text;
  }

  private opened(page: number): Buffer {
    if (page === this.pages.length) return this.filling;
    const open = this.inflated.get(page);
    if (open) return open;
    const bytes = inflateRawSync(this.pages[page]!);
    if (this.inflated.size === openPages) {
      const [eldest = page] = this.inflated.keys();
      this.inflated.delete(eldest);
    }
    this.inflated.set(page, bytes);
    return bytes;
  }

  private nameOf = (number: number): string => this.names[number] ?? "";

  private numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
