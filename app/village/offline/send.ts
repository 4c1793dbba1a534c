import { put, readQueue, type Waiting } from "@/app/village/offline/store";

export type Outcome = "sent" | "no-connection" | "session-over";

/**
 * Sends what waits, one after another. What the server refuses stays, with its reason; what did not get through
 * waits on. Several tabs take turns, and the key of each keeps a repeated one from being done twice.
 */
export async function sendWaiting(owner: string, locale: string, told: () => void): Promise<Outcome> {
  return navigator.locks.request("sanjin-send", async () => {
    for (const { id } of await readQueue(owner)) {
      // Read again: the one before may have moved its version on.
      const item = (await readQueue(owner)).find((one) => one.id === id);
      if (item?.state !== "waiting") continue;
      const outcome = await send(item, locale);
      told();
      if (outcome !== "sent") return outcome;
    }
    return "sent";
  });
}

async function send(item: Waiting, locale: string): Promise<Outcome> {
  let answer: Response;
  try {
    answer = await fetch(item.kind === "apply" ? "/api/v1/applications" : "/village/offline/visits", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": item.id, "Accept-Language": locale },
      body: JSON.stringify(bodyOf(item)),
    });
  } catch {
    return "no-connection";
  }
  if (answer.status === 401) return "session-over";
  // Ours, or too many at once: it waits for better times.
  if (answer.status >= 500 || answer.status === 429) return "no-connection";
  if (!answer.ok) {
    await put({ ...item, state: "refused", ...(await problemIn(answer)) });
    return "sent";
  }
  await put({ ...item, state: "sent" });
  if (item.kind === "visit") await follow(item, (await answer.json()) as { version: number });
  return "sent";
}

function bodyOf(item: Waiting) {
  const { household } = item;
  if (item.kind === "apply") return { household, posting: item.posting, consent: item.consent };
  const { version, happenedOn, why } = item;
  const said = "plots" in item ? { plots: item.plots } : { wishKinds: item.wishKinds };
  return { household, version, happenedOn, why, ...said };
}

/** What was noted on the same version is no conflict with oneself. */
async function follow(sent: Waiting & { kind: "visit" }, { version }: { version: number }): Promise<void> {
  for (const item of await readQueue(sent.owner))
    if (
      item.kind === "visit" &&
      item.state === "waiting" &&
      item.household === sent.household &&
      item.version === sent.version
    )
      await put({ ...item, version });
}

/** The problem's code and its own sentence, with what is wrong at its fields. */
async function problemIn(answer: Response): Promise<{ code: string; said: string }> {
  const problem = (await answer.json().catch(() => ({}))) as {
    code?: string;
    title?: string;
    fields?: Record<string, { message?: string }>;
  };
  const fields = Object.values(problem.fields ?? {}).map(({ message }) => message);
  const said = (fields.length > 0 ? fields : [problem.title]).filter(Boolean).join(" ");
  return { code: problem.code ?? "", said: said || String(answer.status) };
}
