import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { projects, users } from "@/db/schema";
import { systemAsker } from "@/lib/access/asker";
import { addDays, today } from "@/lib/clock/clock";
import { issueToken } from "@/lib/users/tokens";

/** What people of each role look at. */
export function readingsOf(username: string): string[] {
  if (username.startsWith("household"))
    return [
      "/household",
      "/household/openings",
      "/household/applications",
      "/household/record",
      "/directory",
    ];
  if (username.startsWith("village"))
    return ["/village", "/village?show=able", "/village/applications", "/postings"];
  if (username.startsWith("enterprise")) return ["/enterprise", "/directory?q=cha", "/notices", "/messages"];
  return [
    "/officer",
    "/officer/applications",
    "/officer/households?show=no-project",
    "/officer/postings",
    "/policy",
  ];
}

type Writing = (base: string, random: () => number) => Promise<{ status: number; what: string }>;

const post = async (base: string, token: string, path: string, body: unknown) => {
  const answer = await fetch(`${base}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return { status: answer.status, json: (await answer.json().catch(() => ({}))) as Record<string, never> };
};
const get = async (base: string, token: string, path: string) => {
  const answer = await fetch(`${base}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  return (await answer.json()) as { items: { id: string; code: string; posting: string }[] };
};

/** What people of each role write: enterprises post needs, the others apply. */
export async function writingsOf(usernames: readonly string[]): Promise<Map<string, Writing>> {
  const writings = new Map<string, Writing>();
  for (const username of usernames) {
    const token = await issueToken(systemAsker, { username, days: 1 });
    if (username.startsWith("enterprise")) writings.set(username, await posting(username, token));
    if (username.startsWith("village")) writings.set(username, applying(token));
  }
  return writings;
}

async function posting(username: string, token: string): Promise<Writing> {
  const [own] = await db
    .select({ projectId: projects.id })
    .from(users)
    .innerJoin(projects, eq(projects.enterpriseId, users.enterpriseId))
    .where(eq(users.username, username));
  return async (base, random) => {
    const { status } = await post(base, token, "/postings", {
      kind: "job",
      projectId: own?.projectId,
      title: `工 ${Math.floor(random() * 1e6)}`,
      villageCode: "610724102201",
      closesOn: addDays(today(), 60),
      positions: 10,
      months: [3, 4, 5],
      work: "light",
      wageFen: 300_000,
      wageUnit: "month",
    });
    return { status, what: "POST /postings" };
  };
}

/** A village worker takes one of its households and the opening that fits it best, and applies. */
const applying =
  (token: string): Writing =>
  async (base, random) => {
    const { items } = await get(base, token, "/households?limit=50");
    const household = items[Math.floor(random() * items.length)];
    const fitting = await get(base, token, `/households/${household?.code}/postings`);
    const best = fitting.items[Math.floor(random() * Math.min(3, fitting.items.length))];
    if (!best) return { status: 200, what: "nothing fits" };
    const { status } = await post(base, token, "/applications", {
      posting: best.posting ?? best.id,
      household: household?.code,
      consent: { how: "slip", evidence: "1" },
    });
    return { status, what: "POST /applications" };
  };
