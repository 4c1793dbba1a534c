import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { db, tx } from "@/db/client";
import * as s from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { roles } from "@/db/words";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { grantOf } from "@/lib/access/table";
import { anAgreement } from "@/lib/agreements/testing";
import { aCase } from "@/lib/applications/cases.testing";
import { record } from "@/lib/audit/commands";
import { dictionary } from "@/lib/i18n/dictionary";
import { configuredChannels } from "@/lib/messages/channels";
import { markRead, retrySends, setContact } from "@/lib/messages/commands";
import { messageKinds } from "@/lib/messages/kinds";
import { contactOf, deliveryCounts, getMessage, listMessages, unreadMessages } from "@/lib/messages/queries";
import { sendMessages } from "@/lib/messages/send";
import { tellNews } from "@/lib/messages/tell";
import { isRefusal } from "@/lib/refusal/refusal";

let close = async () => {};
beforeAll(async () => {
  close = await openTestDatabase();
});
afterAll(() => close());
afterEach(() => vi.unstubAllEnvs());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (!isRefusal(error)) throw error;
      return Object.entries(error.fields).map(([name, p]) => `${name} ${p.code}`)[0] ?? error.code;
    },
  );

const happened = (asker: Asker, action: string, id: string) =>
  tx((w) => record(w, asker, { action, subject: "application", subjectId: id }));
const told = async () => {
  while ((await tellNews()) > 0);
};
const kindsOf = async (asker: Asker) => (await listMessages(asker)).items.map((message) => message.kind);

describe("what happened is told to whom it concerns", () => {
  it("says nothing of what was before the first time, and everything since, once", async () => {
    const { id, who } = await aCase({ state: "applied" });
    await happened(who.county, "application.approve", id);
    await told();
    expect(await kindsOf(who.household)).toEqual([]);
    await happened(who.county, "application.approve", id);
    await told();
    expect(await kindsOf(who.household)).toEqual(["application.approve"]);
    // The place reached is lost, as after a restored backup: nobody is told twice.
    await tx((w) => w.update(s.cursors).set({ seq: 0 }));
    await told();
    await told();
    expect((await kindsOf(who.household)).filter((kind) => kind === "application.approve")).toHaveLength(2);
    expect(await db.$count(s.messages, eq(s.messages.userId, who.household.userId))).toBe(2);
  });

  it("goes to the parties of the case and nobody else, and not to who did it", async () => {
    await told();
    const mine = await aCase({ state: "applied" });
    const other = await aCase({ state: "applied" });
    await happened(mine.who.village, "application.apply", mine.id);
    await happened(mine.posting.enterprise.user, "application.accept", mine.id);
    await happened(mine.who.county, "household.read", mine.id);
    await told();
    expect(await kindsOf(mine.posting.enterprise.user)).toEqual(["application.apply"]);
    // What its village did in its name, the household finds out.
    expect(await kindsOf(mine.who.household)).toEqual(["application.accept", "application.apply-for"]);
    expect(await kindsOf(mine.who.village)).toEqual(["application.accept"]);
    for (const asker of [
      other.who.household,
      other.who.village,
      other.posting.enterprise.user,
      mine.who.county,
    ])
      expect(await kindsOf(asker)).toEqual([]);
  });

  it("tells a household what was done with its own account in a session a sign-in slip opened", async () => {
    await told();
    const { id, who } = await aCase({ state: "applied" });
    await happened(who.household, "application.withdraw", id);
    await told();
    expect(await kindsOf(who.household)).toEqual([]);
    await happened({ ...who.household, slipBy: who.village.userId }, "application.withdraw", id);
    await told();
    expect(await kindsOf(who.household)).toEqual(["application.withdraw-for"]);
  });

  it("tells it also of what is answered or ended in such a session, and of its village's doing once", async () => {
    await told();
    const a = await anAgreement();
    const { household, village } = a.who;
    const did = (asker: Asker, action: string) =>
      tx((w) => record(w, asker, { action, subject: "agreement", subjectId: a.agreementId }));
    const actions = ["propose", "agree", "refuse", "end", "end-ahead"].map((name) => `agreement.${name}`);
    for (const action of actions) await did({ ...household, slipBy: village.userId }, action);
    await told();
    expect((await kindsOf(household)).slice(0, actions.length)).toEqual(
      actions.map((action) => `${action}-for`).reverse(),
    );
    await did(household, "agreement.agree");
    await did(village, "agreement.agree");
    await told();
    expect((await kindsOf(household)).slice(0, 2)).toEqual(["agreement.agree", "agreement.end-ahead-for"]);
  });

  it("is read and marked by its owner alone", async () => {
    await told();
    const { id, who } = await aCase({ state: "applied" });
    await happened(who.county, "application.reject", id);
    await told();
    const [message] = (await listMessages(who.household)).items;
    expect(await unreadMessages({ ...who.household })).toBe(1);
    expect(await codeOf(getMessage(who.county, message!.id))).toBe("not-found");
    await markRead(who.county, { id: message!.id });
    await markRead(who.county, "all");
    expect(await unreadMessages({ ...who.household })).toBe(1);
    await markRead(who.household, { id: message!.id });
    expect(await unreadMessages({ ...who.household })).toBe(0);
    expect(await codeOf(listMessages(publicAsker))).toBe("sign-in-needed");
    for (const role of roles) {
      const asker = { ...who.county, role };
      expect(await codeOf(deliveryCounts(asker)), role).toBe(
        grantOf(role, "message", "decide") ? "done" : "forbidden",
      );
    }
  });

  it("has a sentence for every kind in both languages", () => {
    for (const locale of ["zh", "en"] as const)
      for (const kind of Object.keys(messageKinds) as (keyof typeof messageKinds)[])
        expect(dictionary(locale).messages.kinds[kind]("采茶工")).toContain("采茶工");
  });
});

describe("sending", () => {
  const live = (settings: Record<string, string>) => {
    for (const [name, value] of Object.entries({ SANJIN_MODE: "live", ...settings })) vi.stubEnv(name, value);
  };

  it("is off unless configured, and always off in the demo", async () => {
    await told();
    vi.stubEnv("SANJIN_SMS_URL", "http://127.0.0.1:9/");
    expect(configuredChannels()).toEqual([]);
    const { id, who } = await aCase({ state: "applied" });
    await setContact(who.household, { phone: "14400000123", channels: ["sms"] });
    await happened(who.county, "application.approve", id);
    await told();
    expect(await db.$count(s.messageSends)).toBe(0);
    expect(await sendMessages()).toBe(0);
  });

  it("goes on where the place reached is lost, and sends nothing twice", async () => {
    await told();
    const { id, who } = await aCase({ state: "applied" });
    await setContact(who.household, { phone: "14400000126", channels: ["sms"] });
    live({ SANJIN_SMS_URL: "http://127.0.0.1:9/" });
    await happened(who.county, "application.approve", id);
    await told();
    const sends = await db.$count(s.messageSends);
    expect(sends).toBeGreaterThan(0);
    await tx((w) => w.update(s.cursors).set({ seq: 0 }));
    await told();
    expect(await db.$count(s.messageSends)).toBe(sends);
    await tx((w) => w.delete(s.messageSends));
  });

  it("keeps addresses sealed, and refuses what is none", async () => {
    const { who } = await aCase({ state: "applied" });
    expect(await codeOf(setContact(who.household, { phone: "0916-6211234" }))).toBe("phone bad-phone");
    expect(await codeOf(setContact(who.household, { email: "no address" }))).toBe("email bad-email");
    await setContact(who.household, { phone: "144 0000 0124", email: "a@b.example", channels: ["email"] });
    const [row] = await db.select().from(s.users).where(eq(s.users.id, who.household.userId));
    expect(JSON.stringify(row)).not.toMatch(/14400000124|b\.example/);
    expect(await contactOf(who.household)).toEqual({ email: true, phone: true, channels: ["email"] });
    await setContact(who.household, { forget: true });
    expect(await contactOf(who.household)).toEqual({ email: false, phone: false, channels: [] });
    expect(JSON.stringify(await db.select().from(s.audit))).not.toMatch(/14400000124|b\.example/);
  });

  it("posts an SMS to the gateway, tries again when it fails, and gives up after the last", async () => {
    await told();
    const got: { to: string; text: string; token: string | undefined }[] = [];
    let status = 500;
    const gateway = createHttpServer((request, response) => {
      let body = "";
      request.on("data", (part) => {
        body += part;
      });
      request.on("end", () => {
        got.push({ ...JSON.parse(body), token: request.headers.authorization });
        response.writeHead(status).end("14400000125 is unknown");
      });
    });
    await new Promise<void>((ready) => gateway.listen(0, "127.0.0.1", ready));
    const { id, who } = await aCase({ state: "applied" });
    await setContact(who.household, { phone: "14400000125", channels: ["sms"] });
    live({
      SANJIN_SMS_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`,
      SANJIN_SMS_TOKEN: "t",
    });
    try {
      await happened(who.county, "application.approve", id);
      await told();
      const start = Date.now();
      const at = (minutes: number) => new Date(start + minutes * 60_000);
      expect(await sendMessages(at(1))).toBe(1);
      expect(await sendMessages(at(1.5))).toBe(0);
      for (const minutes of [3, 20, 60]) expect(await sendMessages(at(minutes))).toBe(1);
      const [waiting] = await db.select().from(s.messageSends);
      expect(waiting).toMatchObject({ state: "queued", tries: 4, failure: "http-500" });
      expect(await sendMessages(at(600))).toBe(1);
      expect((await db.select().from(s.messageSends))[0]).toMatchObject({ state: "failed", tries: 5 });
      expect(await sendMessages(at(10_000))).toBe(0);
      expect((await listMessages(who.household)).items[0]?.sends).toEqual([
        { channel: "sms", state: "failed" },
      ]);
      status = 200;
      expect(await deliveryCounts(who.admin)).toEqual([{ channel: "sms", state: "failed", count: 1 }]);
      expect(await retrySends(who.admin)).toBe(1);
      expect(await sendMessages()).toBe(1);
      expect((await listMessages(who.household)).items[0]?.sends).toEqual([
        { channel: "sms", state: "sent" },
      ]);
      expect(got).toHaveLength(6);
      expect(got[0]).toMatchObject({ to: "14400000125", token: "Bearer t" });
      expect(got[0]?.text).toContain("测试需求");
    } finally {
      gateway.close();
    }
  });

  it("hands an e-mail to the configured server", async () => {
    await told();
    let heard = "";
    // As much of SMTP as a client needs to be content.
    const server = createServer((socket) => {
      socket.write("220 test\r\n");
      let inBody = false;
      socket.on("data", (part) => {
        heard += part;
        for (const line of String(part).split("\r\n").slice(0, -1)) {
          if (inBody && line !== ".") continue;
          inBody = line === "DATA";
          socket.write(inBody ? "354 go on\r\n" : line === "QUIT" ? "221 bye\r\n" : "250 ok\r\n");
        }
      });
      socket.on("error", () => {});
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const { id, who } = await aCase({ state: "applied" });
    await setContact(who.household, { email: "head@village.example", channels: ["email"] });
    live({
      SANJIN_SMTP_URL: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`,
      SANJIN_MAIL_FROM: "sanjin@county.example",
    });
    try {
      await happened(who.county, "application.approve", id);
      await told();
      expect(await sendMessages()).toBe(1);
      const [sent] = (await listMessages(who.household)).items;
      expect(sent?.sends).toEqual([{ channel: "email", state: "sent" }]);
      expect(heard).toContain("RCPT TO:<head@village.example>");
      expect(heard).toContain("From: sanjin@county.example");
    } finally {
      server.close();
    }
  });
});
