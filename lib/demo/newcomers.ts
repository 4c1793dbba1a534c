/** Enterprises that are not (or no longer) in the directory: being filled in, waiting, suspended, struck off. */

import { createHash } from "node:crypto";
import type { Writer } from "@/db/client";
import { enterprises, files, projects, projectVillages, users } from "@/db/schema";
import type { EnterpriseKind, EnterpriseState } from "@/db/words";
import { addDays } from "@/lib/clock/clock";
import type { DemoCounty } from "@/lib/demo/county";
import { demoId, officeHour } from "@/lib/demo/ids";
import type { Industry } from "@/lib/demo/offers";
import { pinyinKey } from "@/lib/i18n/pinyin";
import { inventedCreditCode } from "@/lib/numbers/credit-code";
import { inventedPhone } from "@/lib/numbers/phone";
import { seal } from "@/lib/sealing/sealing";

type Newcomer = {
  name: string;
  kind: EnterpriseKind;
  state: EnterpriseState;
  industry: Industry;
  person: string;
  summary: string;
  daysAgo: number;
  reason?: string;
  figures: Partial<typeof enterprises.$inferInsert>;
};

/** All invented. The one that is suspended has a project, to show that it is out of the directory. */
const newcomers: readonly Newcomer[] = [
  {
    name: "西乡县青泉服装社区工厂",
    kind: "community-factory",
    state: "submitted",
    industry: "workshop",
    person: "蒲秀兰",
    summary: "在安置点办的服装加工车间，计件发工资，方便照顾老人孩子的妇女就近上班。",
    daysAgo: 2,
    figures: { workers: 36, floorM2: 850, outputFen: 280_000_000 },
  },
  {
    name: "西乡县云垭村股份经济合作社",
    kind: "collective",
    state: "submitted",
    industry: "tea",
    person: "何大林",
    summary: "村集体茶园统一管护、统一销售，收益按股分红。",
    daysAgo: 5,
    figures: { memberHouseholds: 214, baseMu100: 46_000, workers: 12, outputFen: 96_000_000 },
  },
  {
    name: "西乡县鹤坪天麻种植专业合作社",
    kind: "cooperative",
    state: "submitted",
    industry: "herbs",
    person: "龚长顺",
    summary: "天麻仿野生种植，提供菌种和技术，按保护价回收。",
    daysAgo: 9,
    figures: { memberHouseholds: 43, baseMu100: 18_000, capitalFen: 60_000_000, level: null },
  },
  {
    name: "西乡县晨雾电子社区工厂",
    kind: "community-factory",
    state: "draft",
    industry: "workshop",
    person: "冉启明",
    summary: "",
    daysAgo: 1,
    figures: {},
  },
  {
    name: "西乡县翠畈食用菌专业合作社",
    kind: "cooperative",
    state: "draft",
    industry: "mushroom",
    person: "苟德安",
    summary: "香菇、木耳大棚种植。",
    daysAgo: 12,
    reason: "社员名册与章程对不上，请补传盖章的社员名册后再提交。",
    figures: { memberHouseholds: 25 },
  },
  {
    name: "西乡县松湾生态养殖有限公司",
    kind: "leading",
    state: "suspended",
    industry: "livestock",
    person: "严国强",
    summary: "生猪代养，统一供苗、供料、防疫和回收。",
    daysAgo: 20,
    reason: "环保整改期间暂停，整改验收后恢复。",
    figures: { level: "county", workers: 18, outputFen: 1_200_000_000, capitalFen: 500_000_000 },
  },
  {
    name: "西乡县秋源果业大户",
    kind: "big-household",
    state: "struck-off",
    industry: "kiwifruit",
    person: "习水生",
    summary: "猕猴桃种植。",
    daysAgo: 60,
    reason: "已经停业，本人申请注销。",
    figures: { baseMu100: 6_000 },
  },
];

/** Writes them with an account each; who registered and who decided are different people. */
export async function writeNewcomers(
  w: Writer,
  county: DemoCounty,
  today: string,
  passwordHash: string,
): Promise<void> {
  const [first = "", second = ""] = county.staff.officers;
  const villages = county.villages.filter((village) => !village.isUrban);
  for (const [i, one] of newcomers.entries()) {
    const village = villages[(i * 29 + 7) % villages.length]!;
    const createdAt = officeHour(addDays(today, -one.daysAgo - 30), 60);
    const id = demoId("N", i + 1, createdAt);
    const userId = demoId("M", i + 1, createdAt);
    const decided = one.state === "suspended" || one.state === "struck-off";
    const place = { table: "enterprises", row: id, column: "contact_phone" };
    await w.insert(enterprises).values({
      id,
      creditCode: inventedCreditCode(one.kind === "cooperative" ? "93" : "91", "N", i + 1),
      name: one.name,
      pinyin: pinyinKey(one.name),
      kind: one.kind,
      state: one.state,
      industry: one.industry,
      villageCode: village.code,
      address: `${i + 1}组`,
      legalPerson: one.person,
      contactName: one.person,
      contactPhoneSealed: seal(inventedPhone(81_000_000 + i), place),
      summary: one.summary,
      ...one.figures,
      registeredBy: userId,
      verifiedBy: decided ? first : null,
      stateReason: one.reason ?? null,
      stateAt: officeHour(addDays(today, -one.daysAgo), 120),
      createdAt,
    });
    await w.insert(users).values({
      id: userId,
      username: `n${String(i + 1).padStart(4, "0")}`,
      name: one.person,
      role: "enterprise",
      enterpriseId: id,
      passwordHash,
      createdAt,
    });
    if (one.state !== "suspended") continue;
    const projectId = demoId("N", 100 + i, createdAt);
    const name = "松湾生猪代养";
    await w.insert(projects).values({
      id: projectId,
      enterpriseId: id,
      name,
      pinyin: pinyinKey(name),
      industry: one.industry,
      sector: "primary",
      term: "short",
      summary: one.summary,
      capacity: "年出栏生猪 3000 头",
      households: 40,
      links: ["labor", "raising", "order"],
      createdAt,
      updatedAt: createdAt,
    });
    await w.insert(projectVillages).values({ projectId, villageCode: village.code });
  }
  await writeDocument(w, county, second);
}

/** A page of PDF that says what it is. */
const paper = Buffer.from(
  `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 68>>stream
BT /F1 20 Tf 72 760 Td (Project plan. Demonstration document.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`,
);

/** The first project of the two demo enterprises has a document to open. */
async function writeDocument(w: Writer, county: DemoCounty, addedBy: string): Promise<void> {
  const shown = county.enterprises.filter(({ kind }) => kind === "leading" || kind === "cooperative");
  const first = [shown[0], shown.find(({ kind }) => kind === "cooperative")];
  for (const [i, enterprise] of first.entries()) {
    const project = enterprise?.projects[0];
    if (!project) continue;
    await w.insert(files).values({
      id: demoId("D", i + 1, project.createdAt),
      subject: "project",
      subjectId: project.id,
      name: "项目实施方案（演示）.pdf",
      mediaType: "application/pdf",
      size: paper.length,
      sha256: createHash("sha256").update(paper).digest("hex"),
      sealed: false,
      body: paper,
      addedBy,
      createdAt: project.createdAt,
    });
  }
}
