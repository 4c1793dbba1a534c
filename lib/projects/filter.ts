import { type EnterpriseKind, enterpriseKinds, type LinkKind, linkKinds, type Term, terms } from "@/db/words";

/** What an address may ask of the directory; anything else in it is as good as not there. */
export type DirectoryQuestion = {
  q?: string;
  town?: string;
  /** Always of the town, which stands beside it. */
  village?: string;
  /** A code of the county's list; one it does not have finds nothing. */
  industry?: string;
  kind?: EnterpriseKind;
  term?: Term;
  link?: LinkKind;
  /** From 1. */
  page?: number;
};

type Params = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) || undefined;
const word = <W extends string>(list: readonly W[], value: string | undefined) =>
  list.find((w) => w === value);

const pageOf = (params: Params): number | undefined => {
  const page = one(params.page);
  return page && /^[1-9]\d{0,4}$/.test(page) ? Number(page) : undefined;
};

/** A 12-digit town code, or nothing. */
export const townOf = (params: Params): string | undefined => {
  const town = one(params.town);
  return town && /^\d{9}000$/.test(town) ? town : undefined;
};

/**
 * A town and, in it, a village: a village alone says its town, one of another town is as good as not there, and so
 * is any beside "all towns" (an empty town, as the filter sends it).
 */
export function placeOf(params: Params): { town?: string; village?: string } {
  if (params.town === "") return {};
  const asked = one(params.village);
  const village = asked && /^\d{9}(?!000)\d{3}$/.test(asked) ? asked : undefined;
  const town = townOf(params) ?? (village && `${village.slice(0, 9)}000`);
  if (!town) return {};
  return village?.startsWith(town.slice(0, 9)) ? { town, village } : { town };
}

const industryOf = (params: Params): string | undefined => {
  const code = one(params.industry);
  return code && /^[a-z][a-z0-9-]{1,23}$/.test(code) ? code : undefined;
};

/** The directory's question in an address. */
export function directoryQuestion(params: Params): DirectoryQuestion {
  const question: DirectoryQuestion = {
    q: one(params.q)?.trim().slice(0, 60) || undefined,
    ...placeOf(params),
    industry: industryOf(params),
    kind: word(enterpriseKinds, one(params.kind)),
    term: word(terms, one(params.term)),
    link: word(linkKinds, one(params.link)),
    page: pageOf(params),
  };
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined));
}
