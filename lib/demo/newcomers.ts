/**
 * Enterprises beside the report's, not (or no longer) in the directory: being filled in, waiting, suspended, struck
 * off; among them a company and sole traders.
 */

import { createHash } from "node:crypto";
import type { Writer } from "@/db/client";
import { enterprises, files, projects, projectVillages, users } from "@/db/schema";
import type { EnterpriseKind } from "@/db/words";
import { addDays } from "@/lib/clock/clock";
import type { DemoCounty } from "@/lib/demo/county";
import { companies, soleTraders } from "@/lib/demo/firms";
import { demoId, officeHour } from "@/lib/demo/ids";
import { type Newcomer, outsiders } from "@/lib/demo/newcomer-list";
import type { Village } from "@/lib/demo/places";
import { pinyinKey } from "@/lib/i18n/pinyin";
import { inventedCreditCode } from "@/lib/numbers/credit-code";
import { inventedPhone } from "@/lib/numbers/phone";
import { seal } from "@/lib/sealing/sealing";

/** The registry each kind's code is given out by. */
const registries: Partial<Record<EnterpriseKind, string>> = {
  cooperative: "93",
  "sole-trader": "92",
  "big-household": "92",
  collective: "N2",
};

/** One of them with its numbers, place and days. */
export type Placed = Newcomer & {
  id: string;
  userId: string;
  creditCode: string;
  phone: string;
  village: Village;
  createdAt: Date;
  stateAt: Date;
};

/** In this order: the place in the list decides numbers and villages, so that more come at the end. */
const newcomers: readonly Newcomer[] = [...outsiders, ...companies, ...soleTraders];

export function newcomersOf(villages: readonly Village[], today: string): Placed[] {
  const rural = villages.filter((village) => !village.isUrban);
  return newcomers.map((one, i) => {
    const createdAt = officeHour(addDays(today, -one.daysAgo - 30), 60);
    return {
      ...one,
      id: demoId("N", i + 1, createdAt),
      userId: demoId("M", i + 1, createdAt),
      creditCode: inventedCreditCode(registries[one.kind] ?? "91", "N", i + 1),
      phone: inventedPhone(81_000_000 + i),
      village: rural[(i * 29 + 7) % rural.length]!,
      createdAt,
      stateAt: officeHour(addDays(today, -one.daysAgo), 120),
    };
  });
}

/** Writes them with an account each; who registered and who decided are different people. */
export async function writeNewcomers(
  w: Writer,
  county: DemoCounty,
  today: string,
  passwordHash: string,
): Promise<void> {
  const [first = "", second = ""] = county.staff.officers;
  for (const [i, one] of newcomersOf(county.villages, today).entries()) {
    const { id, userId, creditCode, village, createdAt, stateAt } = one;
    const isDecided = one.state !== "draft" && one.state !== "submitted";
    const place = { table: "enterprises", row: id, column: "contact_phone" };
    await w.insert(enterprises).values({
      id,
      creditCode,
      name: one.name,
      pinyin: pinyinKey(one.name),
      kind: one.kind,
      state: one.state,
      industry: one.industry,
      villageCode: village.code,
      address: `${i + 1}组`,
      legalPerson: one.person,
      contactName: one.person,
      contactPhoneSealed: seal(one.phone, place),
      summary: one.summary,
      ...one.figures,
      registeredBy: userId,
      verifiedBy: isDecided ? first : null,
      stateReason: one.reason ?? null,
      stateAt,
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
    if (!one.project) continue;
    const { links, ...project } = one.project;
    const projectId = demoId("N", 100 + i, createdAt);
    await w.insert(projects).values({
      id: projectId,
      enterpriseId: id,
      pinyin: pinyinKey(project.name),
      industry: one.industry,
      summary: one.summary,
      ...project,
      links: [...links],
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
