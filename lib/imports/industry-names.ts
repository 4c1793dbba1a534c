import { db } from "@/db/client";
import { plainKey, type WordsOf } from "@/lib/imports/cells";
import { readIndustries } from "@/lib/industries/queries";

/** The county's industries by the names people write, retired ones too: what was recorded once stays readable. */
export async function industryWords(): Promise<WordsOf> {
  const rows = await readIndustries(db);
  return new Map(
    rows.flatMap(({ code, nameZh, nameEn }) => [nameZh, nameEn, code].map((name) => [plainKey(name), code])),
  );
}

/** Code → the name the form has. */
export async function industryNames(): Promise<ReadonlyMap<string, string>> {
  const rows = await readIndustries(db);
  return new Map(rows.map(({ code, nameZh }) => [code, nameZh]));
}
