import type { ImportKind } from "@/db/words";
import { distanceForm } from "@/lib/imports/distances";
import { householdForm } from "@/lib/imports/households";
import type { ImportForm } from "@/lib/imports/kind";
import { pointForm } from "@/lib/imports/points";
import { poorVillageForm } from "@/lib/imports/poor-villages";

/** The engine does not look into what a form writes. */
const closed = <W>(form: ImportForm<W>) => form as unknown as ImportForm<unknown>;

/** Each kind of file, by its name. */
const forms: Record<ImportKind, ImportForm<unknown>> = {
  households: closed(householdForm),
  points: closed(pointForm),
  distances: closed(distanceForm),
  "poor-villages": closed(poorVillageForm),
};

export const formOf = (kind: ImportKind): ImportForm<unknown> => forms[kind];
