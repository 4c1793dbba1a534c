import {
  type EnterpriseKind,
  enterpriseKinds,
  type Industry,
  industries,
  type Term,
  terms,
} from "@/db/words";

/** What an address may ask of the directory; anything else in it is as good as not there. */
export type DirectoryQuestion = {
  q?: string;
  town?: string;
  industry?: Industry;
  kind?: EnterpriseKind;
  term?: Term;
  cursor?: string;
};

type Params = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) || undefined;
const word = <W extends string>(list: readonly W[], value: string | undefined) =>
  list.find((w) => w === value);

/** A 12-digit town code, or nothing. */
export const townOf = (params: Params): string | undefined => {
  const town = one(params.town);
  return town && /^\d{9}000$/.test(town) ? town : undefined;
};

/** The directory's question in an address. */
export function directoryQuestion(params: Params): DirectoryQuestion {
  const question: DirectoryQuestion = {
    q: one(params.q)?.trim().slice(0, 60) || undefined,
    town: townOf(params),
    industry: word(industries, one(params.industry)),
    kind: word(enterpriseKinds, one(params.kind)),
    term: word(terms, one(params.term)),
    cursor: one(params.cursor)?.slice(0, 64),
  };
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
}

/** An address with a question, its empty parts left out. */
export function addressOf(path: string, question: Record<string, string | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(question)) if (value) params.set(name, value);
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
