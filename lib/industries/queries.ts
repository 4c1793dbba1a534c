import { asc } from "drizzle-orm";
import { cache } from "react";
import { db } from "@/db/client";
import { industries } from "@/db/schema";
import type { Source } from "@/lib/access/scope";
import type { IndustryRow } from "@/lib/industries/industries";

/** The whole list in its order, retired ones too: public, some twenty rows. */
export const readIndustries = (source: Source = db): Promise<IndustryRow[]> =>
  source.select().from(industries).orderBy(asc(industries.sort), asc(industries.code));

/** The same for pages, read once a request. */
export const listIndustries = cache((): Promise<IndustryRow[]> => readIndustries());
