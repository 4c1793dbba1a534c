import { eq } from "drizzle-orm";
import type { Writer } from "@/db/client";
import {
  contractDetails,
  equityDetails,
  jobDetails,
  landDetails,
  membershipDetails,
  orderDetails,
} from "@/db/schema";
import { monthsToBits, type PostingInput, toMu100 } from "@/lib/postings/input";

/** What is particular to a posting's kind, as it is stored. */

/** Capacity in the unit of its kind: positions, hundredths of a mu, persons, jin, households, plots. */
export function capacityOf(input: PostingInput): number {
  switch (input.kind) {
    case "job":
      return input.positions;
    case "land":
      return toMu100(input.totalMu);
    case "equity":
      return input.persons;
    case "order":
      return input.totalJin;
    case "membership":
      return input.households;
    case "contract":
      return input.plots;
  }
}

const tables = [
  jobDetails,
  landDetails,
  equityDetails,
  orderDetails,
  membershipDetails,
  contractDetails,
] as const;

/** Writes the details of a posting, in place of what stood there. */
export async function writeDetails(w: Writer, postingId: string, input: PostingInput): Promise<void> {
  for (const details of tables) await w.delete(details).where(eq(details.postingId, postingId));
  switch (input.kind) {
    case "job": {
      const { work, wageFen, wageUnit, ageMin, ageMax, skills, skillsRequired, lodging } = input;
      const asked = { work, ageMin, ageMax, skills, skillsRequired, months: monthsToBits(input.months) };
      await w.insert(jobDetails).values({ postingId, ...asked, wageFen, wageUnit, lodging });
      return;
    }
    case "land": {
      const { parcelKinds, rentFenPerMuYear, years } = input;
      const minMu100 = toMu100(input.minMu);
      const fullMu100 = input.fullMu === null ? null : toMu100(input.fullMu);
      await w
        .insert(landDetails)
        .values({ postingId, parcelKinds, minMu100, fullMu100, rentFenPerMuYear, years });
      return;
    }
    case "equity": {
      const { roundId, fenPerPerson, guaranteedBp, secondBp, bindingLink } = input;
      const terms = { fenPerPerson, guaranteedBp, secondBp, bindingLink };
      await w.insert(equityDetails).values({ postingId, roundId, ...terms });
      return;
    }
    case "order": {
      const { product, grade, parcelKinds, yieldJin, minJin, fullJin } = input;
      const { floorFenPerJin, payWithinDays, years } = input;
      const lot = { product, grade, parcelKinds, yieldJin, minJin, fullJin };
      const deliveryMonths = monthsToBits(input.deliveryMonths);
      await w
        .insert(orderDetails)
        .values({ postingId, ...lot, floorFenPerJin, deliveryMonths, payWithinDays, years });
      return;
    }
    case "membership": {
      const { shareFen, surplusBp, services, ownVillages } = input;
      await w.insert(membershipDetails).values({ postingId, shareFen, surplusBp, services, ownVillages });
      return;
    }
    case "contract": {
      const { product, maxPlots, skills, yieldJinPerPlot, floorFenPerJin, payWithinDays, years } = input;
      const { feeFenPerPlotYear, inputsFenPerPlotYear } = input;
      const months = monthsToBits(input.months);
      const plot = { product, plotMu100: toMu100(input.plotMu), maxPlots, months, skills };
      const pay = { feeFenPerPlotYear, inputsFenPerPlotYear, yieldJinPerPlot, floorFenPerJin, payWithinDays };
      await w.insert(contractDetails).values({ postingId, ...plot, ...pay, years });
      return;
    }
  }
}
