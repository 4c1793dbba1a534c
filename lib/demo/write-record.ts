/** Writes the rest of the form, the demo villages' dated changes and the possible doubles. */
import type { Writer } from "@/db/client";
import { insertAll } from "@/db/insert-all";
import {
  duplicatePairs,
  householdChanges,
  householdDetails,
  householdIncomes,
  memberDetails,
} from "@/db/schema";
import { addDays } from "@/lib/clock/clock";
import type { DemoCounty } from "@/lib/demo/county";
import { doublesOf } from "@/lib/demo/doubles";
import { officeHour } from "@/lib/demo/ids";
import type { PastChange } from "@/lib/demo/past-changes";
import { randomOf } from "@/lib/demo/random";
import { type FormRest, formRestOf } from "@/lib/demo/record";
import type { Household } from "@/lib/demo/registry";
import { sealChanges } from "@/lib/households/changes";
import { seal } from "@/lib/sealing/sealing";

/** Some thousand households at a time, so that the rows of all never stand in memory at once. */
const atOnce = 2000;

export async function writeRecords(w: Writer, county: DemoCounty, seed: number): Promise<void> {
  const random = randomOf(seed, "record");
  for (let i = 0; i < county.households.length; i += atOnce) {
    const part = county.households
      .slice(i, i + atOnce)
      .map((h, j) => ({ h, rest: formRestOf(h, i + j + 1, county.pastEndsOn, random) }));
    await insertAll(w, householdDetails, part.map(detailRow));
    await insertAll(
      w,
      householdIncomes,
      part.flatMap(({ h, rest }) => (rest.income ? [{ householdCode: h.code, ...rest.income }] : [])),
    );
    await insertAll(
      w,
      memberDetails,
      part.flatMap(({ rest }) => rest.members.map(memberRow)),
    );
  }
  await insertAll(w, householdChanges, county.changes.map(changeRow));
  const found = officeHour(addDays(county.pastEndsOn, -470), 90);
  await insertAll(w, duplicatePairs, doublesOf(county.households, found));
}

function detailRow({ h, rest }: { h: Household; rest: FormRest }) {
  const { helperPhone, ...detail } = rest.detail;
  const place = { table: "household_details", row: h.code, column: "helper_phone" };
  return { householdCode: h.code, ...detail, helperPhoneSealed: helperPhone && seal(helperPhone, place) };
}

function memberRow({ disabilityCard, ...row }: FormRest["members"][number]) {
  const place = { table: "member_details", row: row.memberId, column: "disability_card" };
  return { ...row, disabilityCardSealed: disabilityCard && seal(disabilityCard, place) };
}

const changeRow = ({ changes, ...row }: PastChange) => ({
  ...row,
  changesSealed: sealChanges(row.id, changes),
});
