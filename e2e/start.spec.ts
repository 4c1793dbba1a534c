import { expect, test } from "playwright/test";

test("the server says when it can serve", async ({ request }) => {
  const health = await request.get("/api/health");
  expect(health.status()).toBe(200);
  expect(await health.json()).toEqual({ status: "ok", mode: "demo", database: "sqlite" });
});

test("the front page asks nothing of any other machine and the browser has nothing to complain of", async ({
  page,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL!) && !request.url().startsWith("data:"))
      elsewhere.push(request.url());
  });
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  const answer = await page.goto("/", { waitUntil: "networkidle" });
  expect(answer?.status()).toBe(200);
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});
