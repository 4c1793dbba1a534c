/** Light pages: client script against an empty page's, and a household's page on a slow line. */
import { expect, type Page, test } from "playwright/test";
import { signInAs } from "@/e2e/steps";
import { homes } from "@/lib/users/users";

const kilobyte = 1024;

/** What the scripts of a first visit weigh on the wire, in bytes. */
async function scriptBytes(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await session.detach();
  return bytes;
}

test.use({ serviceWorkers: "block", viewport: { width: 360, height: 740 } });

test("no home brings more than 40 KB of script beyond an empty page", async ({ page, context }) => {
  // A page with nothing on it but the frame.
  const empty = await scriptBytes(page, "/nothing-here");
  expect(empty).toBeGreaterThan(50 * kilobyte);
  for (const account of ["household", "village", "county", "enterprise", "admin", "auditor"] as const) {
    await signInAs(context, account);
    const own = await scriptBytes(page, homes[account]);
    expect(own - empty, `${account}: ${own} against ${empty}`).toBeLessThanOrEqual(40 * kilobyte);
  }
  await signInAs(context, "village");
  expect((await scriptBytes(page, "/village/offline")) - empty).toBeLessThanOrEqual(40 * kilobyte);
});

test("a household's pages can be used within five seconds on 400 kbit/s with 400 ms of delay", async ({
  page,
  context,
}) => {
  await signInAs(context, "household");
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const line = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
  for (const path of ["/household", "/household/openings", "/household/applications"]) {
    // Warm on the server, cold in the browser.
    await page.goto(path);
    await session.send("Network.emulateNetworkConditions", line);
    await page.goto(path, { waitUntil: "commit" });
    // What is painted can be tapped: links and forms need no script.
    const painted = await page.waitForFunction(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    );
    expect(await painted.jsonValue(), path).toBeLessThan(5000);
    await session.send("Network.emulateNetworkConditions", {
      ...line,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }
});
