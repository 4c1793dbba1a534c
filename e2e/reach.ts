/** Coming to a page of e2e/pages.ts as the one who uses it, by the links a person would follow. */
import type { BrowserContext, Page, Response } from "playwright/test";
import { aboveOf, type PageEntry, pages, patternOf } from "@/e2e/pages";
import { sessionOf } from "@/e2e/steps";
import { dictionary } from "@/lib/i18n/dictionary";

const sessions = new Map<string, Promise<{ name: string; value: string }>>();
const addresses = new Map<string, string>();

/** Signs a browser in with one session an account; the pages are only read. */
export async function enter(context: BrowserContext, as: string, url: string): Promise<void> {
  if (as === "public") return;
  const session = sessions.get(as) ?? sessionOf(as);
  sessions.set(as, session);
  await context.addCookies([{ ...(await session), url, httpOnly: true, sameSite: "Lax" }]);
}

/** What must be done before an instance of a route exists in the demo county. */
const made: Record<string, (page: Page) => Promise<void>> = {
  "/officer/plan/[id]": async (page) => {
    const { plans } = dictionary("zh");
    await page.getByRole("button", { name: plans.start }).click();
    await page.waitForURL(/\/officer\/plan\/./);
    await page.getByText(plans.orders.pin.label).first().waitFor({ timeout: 120_000 });
    await page.goto("/officer/plan");
  },
};

async function linkOn(page: Page, route: string): Promise<string | undefined> {
  const hrefs = await page
    .locator("a[href]")
    .evaluateAll((links) => links.map((a) => a.getAttribute("href") ?? ""));
  // "/households/new" looks like a household, but is a page of its own.
  return hrefs.find((href) => patternOf(route).test(href) && !pages.some((one) => one.route === href));
}

/** The address of an entry; for a route with [parts] the first link to one that its account is shown. */
export async function addressOf(page: Page, entry: PageEntry): Promise<string> {
  if (entry.at) return entry.at;
  if (!entry.route.includes("[")) return entry.route;
  const key = `${entry.as} ${entry.route}`;
  const known = addresses.get(key);
  if (known) return known;
  const above = aboveOf(entry);
  const from = entry.from ?? (above && (await addressOf(page, above)));
  if (!from) throw new Error(`no page above ${entry.route} to find one on: give it a "from"`);
  await page.goto(from);
  let found = await linkOn(page, entry.route);
  if (!found && made[entry.route]) {
    await made[entry.route]?.(page);
    found = await linkOn(page, entry.route);
  }
  if (!found) throw new Error(`no link to ${entry.route} on ${from}`);
  const address = found.replace(/#.*$/, "");
  addresses.set(key, address);
  return address;
}

/** Goes there; the answer must have the status it should. */
export async function reach(page: Page, entry: PageEntry): Promise<Response> {
  const address = await addressOf(page, entry);
  const answer = await page.goto(address, { waitUntil: "load" });
  if (answer?.status() !== (entry.status ?? 200))
    throw new Error(`${address} answered ${answer?.status()} to ${entry.as}`);
  return answer;
}
