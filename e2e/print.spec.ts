/** What is meant for paper: no buttons on it, nothing sideways, a code to scan where one is promised. */
import { mkdirSync, writeFileSync } from "node:fs";
import { and, eq, gte } from "drizzle-orm";
import { PDFDocument } from "pdf-lib";
import { expect, test } from "playwright/test";
import { db } from "@/db/client";
import { applications, households, notices } from "@/db/schema";
import { locales, roles } from "@/db/words";
import type { PageEntry } from "@/e2e/pages";
import { enter, reach } from "@/e2e/reach";
import { aPosting } from "@/lib/applications/testing";
import { today } from "@/lib/clock/clock";
import { type Dictionary, dictionary } from "@/lib/i18n/dictionary";

type Paper = PageEntry & {
  name: string;
  /** It carries a code to scan. */
  code?: true;
  /** What is pressed before there is a paper. */
  press?: (t: Dictionary) => string;
  /** Its address, where one must be looked for. */
  find?: () => Promise<string>;
  /** It is this many sheets at most. */
  sheets?: number;
};

/** A sheet of A4 at 96 dots an inch. */
const a4 = { width: 794, height: 1123 };

/** A village with something to hang out. */
async function boardWithNotices(): Promise<string> {
  const [up] = await db
    .select({ village: households.villageCode })
    .from(notices)
    .innerJoin(applications, eq(applications.id, notices.applicationId))
    .innerJoin(households, eq(households.code, applications.householdCode))
    .where(and(eq(notices.state, "open"), gte(notices.endsOn, today())))
    .limit(1);
  return `/notices/board/${up?.village}`;
}

/** A job with every fact a poster can have, and more to say than most: what fits on one sheet then always does. */
const fullJob = async () => {
  const posting = await aPosting({
    title: "茶园采摘与初加工季节工（春茶、夏茶、秋茶三季，可以长期合作）",
    summary: "早上六点半在合作社门口集合，坐车去茶园，下午五点送回。\n雨天在车间里拣茶。\n工具由合作社备好。",
    reachBand: "100-or-more",
    radiusKm: 20,
    taken: 3,
    job: {
      ageMin: 18,
      ageMax: 60,
      skills: ["tea-picking", "tea-processing"],
      skillsRequired: true,
      lodging: true,
    },
  });
  return `/postings/${posting.id}`;
};

const papers: Paper[] = [
  {
    name: "directory",
    as: "public",
    route: "/directory/print",
    at: "/directory/print?place=610724105000",
    code: true,
  },
  { name: "posting", as: "public", route: "/postings/[id]", find: fullJob, code: true, sheets: 1 },
  {
    name: "board",
    as: "public",
    route: "/notices/board/[village]",
    find: boardWithNotices,
    code: true,
  },
  {
    name: "slip",
    as: "village",
    route: "/village/households/[code]/slip",
    code: true,
    press: (t) => t.slips.make,
    sheets: 1,
  },
  { name: "agreement", as: "enterprise", route: "/agreements/[id]/paper", code: true },
  { name: "money", as: "household", route: "/household/money" },
  { name: "pack", as: "county", route: "/officer/pack" },
  { name: "pack-town", as: "town", route: "/officer/pack" },
  ...roles.map((role) => ({
    name: `guide-${role}`,
    as: "public",
    route: "/help/[role]",
    at: `/help/${role}`,
    sheets: 2,
  })),
];

for (const paper of papers)
  test(`${paper.name} on paper`, async ({ browser, baseURL }) => {
    const url = baseURL ?? "";
    const context = await browser.newContext({ viewport: a4, reducedMotion: "reduce", colorScheme: "light" });
    await enter(context, paper.as, url);
    const page = await context.newPage();
    for (const locale of locales) {
      await context.addCookies([{ name: "locale", value: locale, url }]);
      await page.emulateMedia({ media: "screen" });
      await reach(page, paper.find ? { ...paper, at: await paper.find() } : paper);
      if (paper.press) {
        await page.getByRole("button", { name: paper.press(dictionary(locale)), exact: true }).click();
        await page.locator("main svg[role=img]").first().waitFor();
      }
      // Pictures come late on a page; paper has all of them.
      await page.evaluate(async () => {
        for (const image of document.images) image.loading = "eager";
        await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
      });
      await page.emulateMedia({ media: "print" });
      const shown = page.locator("body > header, body > footer, nav, button, input, select, .no-print");
      expect(await shown.filter({ visible: true }).count(), "what is only for the screen").toBe(0);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, "nothing sideways").toBeLessThanOrEqual(a4.width);
      expect((await page.locator("main").innerText()).trim().length).toBeGreaterThan(40);
      if (paper.code)
        await expect(
          page
            .locator(
              'main svg[role="img"]:has([shape-rendering="crispEdges"]), main svg[role="img"][shape-rendering="crispEdges"]',
            )
            .first(),
        ).toBeVisible();
      const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const sheets = (await PDFDocument.load(bytes)).getPageCount();
      if (paper.sheets) expect(sheets, "sheets of paper").toBeLessThanOrEqual(paper.sheets);
      if (process.env.SANJIN_PRINTS) {
        mkdirSync("prints", { recursive: true });
        writeFileSync(`prints/${paper.name}.${locale}.pdf`, bytes);
        await page.screenshot({ path: `prints/${paper.name}.${locale}.png`, fullPage: true });
      }
    }
    await context.close();
  });
