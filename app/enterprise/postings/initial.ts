import { bitsToMonths } from "@/lib/postings/input";
import type { Posting } from "@/lib/postings/queries";

const text = (value: number | string | null): string[] => (value === null ? [] : [String(value)]);
const hundredths = (value: number | null): string[] => text(value === null ? null : value / 100);

const ticked = (name: string, on: boolean) => (on ? { [name]: ["yes"] } : {});

function own(posting: Posting): Record<string, string[]> {
  switch (posting.kind) {
    case "job": {
      const { job } = posting;
      return {
        positions: text(posting.capacity),
        months: bitsToMonths(job.months).map(String),
        work: [job.work],
        wage: hundredths(job.wageFen),
        wageUnit: [job.wageUnit],
        ageMin: text(job.ageMin),
        ageMax: text(job.ageMax),
        skills: [...job.skills],
        ...ticked("skillsRequired", job.skillsRequired),
        ...ticked("lodging", job.lodging),
      };
    }
    case "land": {
      const { land } = posting;
      return {
        totalMu: hundredths(posting.capacity),
        parcelKinds: [...land.parcelKinds],
        minMu: hundredths(land.minMu100),
        fullMu: hundredths(land.fullMu100),
        rent: hundredths(land.rentFenPerMuYear),
        years: text(land.years),
      };
    }
    case "equity": {
      const { equity } = posting;
      return {
        roundId: text(equity.roundId),
        persons: text(posting.capacity),
        guaranteed: hundredths(equity.guaranteedBp),
        second: hundredths(equity.secondBp),
        bindingLink: [equity.bindingLink],
      };
    }
    case "order": {
      const { order } = posting;
      return {
        product: [order.product],
        grade: [order.grade],
        totalJin: text(posting.capacity),
        parcelKinds: [...order.parcelKinds],
        yieldJin: text(order.yieldJin),
        minJin: text(order.minJin),
        fullJin: text(order.fullJin),
        floorPrice: hundredths(order.floorFenPerJin),
        deliveryMonths: bitsToMonths(order.deliveryMonths).map(String),
        payWithinDays: text(order.payWithinDays),
        years: text(order.years),
      };
    }
    case "membership": {
      const { membership } = posting;
      return {
        households: text(posting.capacity),
        share: hundredths(membership.shareFen),
        surplus: hundredths(membership.surplusBp),
        services: [...membership.services],
        ...ticked("ownVillages", membership.ownVillages),
      };
    }
    case "contract": {
      const { contract } = posting;
      return {
        plots: text(posting.capacity),
        plotMu: hundredths(contract.plotMu100),
        maxPlots: text(contract.maxPlots),
        product: [contract.product],
        months: bitsToMonths(contract.months).map(String),
        skills: [...contract.skills],
        fee: hundredths(contract.feeFenPerPlotYear),
        inputs: hundredths(contract.inputsFenPerPlotYear),
        yieldJinPerPlot: text(contract.yieldJinPerPlot),
        floorPrice: hundredths(contract.floorFenPerJin),
        payWithinDays: text(contract.payWithinDays),
        years: text(contract.years),
      };
    }
  }
}

/** A posting as it would have been typed: what its form starts from. */
export const asWritten = (posting: Posting): Record<string, string[]> => ({
  projectId: [posting.projectId],
  title: [posting.title],
  summary: [posting.summary],
  villageCode: [posting.villageCode],
  radiusKm: text(posting.radiusKm),
  closesOn: [posting.closesOn],
  ...own(posting),
});
