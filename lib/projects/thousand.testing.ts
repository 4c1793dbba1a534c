import type { Writer } from "@/db/client";
import { insertAll } from "@/db/insert-all";
import { divisions, enterprises, jobDetails, postings, projects, projectVillages } from "@/db/schema";
import { linkKinds } from "@/db/words";
import { trades } from "@/lib/demo/offers";
import { randomOf } from "@/lib/demo/random";
import { readDivisions } from "@/lib/divisions/files";
import { pinyinKey } from "@/lib/i18n/pinyin";
import { inventedCreditCode } from "@/lib/numbers/credit-code";

const kinds = ["leading", "park", "cooperative", "big-household", "community-factory", "collective"] as const;
const id = (letter: string, n: number) => `${letter}${String(n).padStart(25, "0")}`;

/** The county's real divisions with a directory of so many projects, each with an open job. */
export async function writeDirectory(w: Writer, count = 1000): Promise<void> {
  const random = randomOf(7, "directory");
  const rows = readDivisions();
  const ordered = [...rows].sort((a, b) => (a.parentCode ? 1 : 0) - (b.parentCode ? 1 : 0));
  await insertAll(
    w,
    divisions,
    ordered.map((row) => ({ ...row, pinyin: pinyinKey(row.name), edition: "2023", poor: false })),
  );
  const villages = rows.filter((row) => row.kind === "village" || row.kind === "community");
  const industries = Object.keys(trades) as (keyof typeof trades)[];
  const firms = Array.from({ length: Math.ceil(count / 3) }, (_, n) => {
    const village = random.pick(villages);
    const industry = random.pick(industries);
    return { n, village, industry, name: `西乡县${village.name}${trades[industry].name}${n}有限公司` };
  });
  await insertAll(
    w,
    enterprises,
    firms.map(({ n, village, industry, name }) => ({
      id: id("E", n),
      creditCode: inventedCreditCode("91", "K", n),
      name,
      pinyin: pinyinKey(name),
      kind: kinds[n % kinds.length] ?? "leading",
      state: "verified" as const,
      industry,
      villageCode: village.code,
      legalPerson: "测试",
      contactName: "测试",
    })),
  );
  const plans = Array.from({ length: count }, (_, n) => {
    const firm = firms[n % firms.length]!;
    const plan = random.pick(trades[firm.industry].projects);
    return { n, firm, plan, name: `${firm.village.name}${plan.name}${n}`, places: random.int(1, 4) };
  });
  await insertAll(
    w,
    projects,
    plans.map(({ n, firm, plan, name }) => ({
      id: id("J", n),
      enterpriseId: id("E", firm.n),
      name,
      pinyin: pinyinKey(name),
      industry: firm.industry,
      sector: plan.sector,
      term: plan.term,
      links: linkKinds.filter(() => random.chance(0.3)),
    })),
  );
  await insertAll(
    w,
    projectVillages,
    plans.flatMap(({ n, places }) =>
      random
        .shuffle(villages)
        .slice(0, places)
        .map(({ code }) => ({ projectId: id("J", n), villageCode: code })),
    ),
  );
  await insertAll(
    w,
    postings,
    plans.map(({ n, firm }) => ({
      id: id("P", n),
      projectId: id("J", n),
      kind: "job" as const,
      state: "published" as const,
      title: "采摘工",
      villageCode: firm.village.code,
      closesOn: "2099-12-31",
      capacity: 10,
    })),
  );
  await insertAll(
    w,
    jobDetails,
    plans.map(({ n }) => ({
      postingId: id("P", n),
      months: 12,
      work: "ordinary" as const,
      wageFen: 300_000,
      wageUnit: "month" as const,
      skills: [],
    })),
  );
}

/** What people ask of a directory: nothing, words in Chinese, pinyin and initials, filters, alone and together. */
export const questions = [
  {},
  { q: "茶" },
  { q: "生态茶园" },
  { q: "cha" },
  { q: "xixiang" },
  { q: "stcy" },
  { q: "yangzhi" },
  { q: "没有这样的" },
  { q: "z" },
  { industry: "tea" },
  { kind: "park", term: "long" },
  { link: "order" },
  { town: "610724105000" },
  { q: "jidi", town: "610724105000", link: "labor" },
  { industry: "herbs", page: 2 },
  { page: 20 },
] as const;
