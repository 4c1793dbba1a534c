import { untilChanged } from "@/db/version";
import type { Asker } from "@/lib/access/asker";

/**
 * Remembers a figure until anything is committed or the day is another, for all who see the same: what is dear to
 * add up and stands on a page that is opened all day.
 * @param name which figure. @param read asks it with this asker's own permission.
 */
export const untilChangedFor = <T>(
  asker: Asker,
  name: string,
  day: string,
  read: () => Promise<T>,
): Promise<T> => {
  const { role, divisionScope, enterpriseId, householdCode } = asker;
  return untilChanged([name, role, divisionScope, enterpriseId, householdCode].join(" "), read, day)();
};
