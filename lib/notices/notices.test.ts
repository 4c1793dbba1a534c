import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { audit } from "@/db/schema";
import { openTestDatabase } from "@/db/testing";
import { publicAsker } from "@/lib/access/asker";
import { finishNotices } from "@/lib/agreements/finish";
import { aCase } from "@/lib/applications/cases.testing";
import { aHousehold, anEnterprise, aPosting, people, testDay } from "@/lib/applications/testing";
import { approveApplication } from "@/lib/approvals/decide";
import { decideObjection } from "@/lib/approvals/objections";
import { addDays } from "@/lib/clock/clock";
import { isWorkday, workdaysAfter } from "@/lib/clock/workdays";
import { noticeEndsOn } from "@/lib/notices/days";
import { allowOrRefuse } from "@/lib/notices/limit";
import { objectTo } from "@/lib/notices/object";
import {
  decidedObjections,
  getObjection,
  noticeOfNumber,
  objectionOfReceipt,
  objectorContact,
} from "@/lib/notices/objections";
import { getNotice, listNotices, listOpenObjections } from "@/lib/notices/queries";
import { defaultPolicy } from "@/lib/policy/policy";

describe("how long a notice runs: the longer of 10 calendar days and 7 working days", () => {
  it.each([
    ["2026-11-23", "2026-12-03", "no holiday near: ten days are longer"],
    ["2026-09-24", "2026-10-12", "Mid-Autumn and National Day off, Saturday 10 October worked"],
    ["2026-02-13", "2026-03-02", "nine days of Spring Festival off, Saturdays 14 and 28 February worked"],
    ["2026-04-30", "2026-05-13", "Labour Day off, Saturday 9 May worked"],
    ["2026-06-18", "2026-06-30", "Dragon Boat Festival: a long weekend and no more"],
  ])("%s → %s: %s", (from, to) => {
    const ends = noticeEndsOn(from, defaultPolicy);
    const byWork = workdaysAfter(from, 7);
    expect(ends >= addDays(from, 10) && ends >= byWork).toBe(true);
    expect([addDays(from, 10), byWork]).toContain(ends);
    expect(ends).toBe(to);
  });

  it("counts a Sunday that is worked and not a Thursday that is off", () => {
    expect(isWorkday("2026-10-01")).toBe(false);
    expect(isWorkday("2026-10-10")).toBe(true);
    expect(isWorkday("2026-11-21")).toBe(false);
    expect(isWorkday("2026-11-23")).toBe(true);
  });

  it("is no shorter where an old policy says less, and longer where one says more", () => {
    const by = (calendar: number, working: number) =>
      noticeEndsOn("2026-11-23", { "notice.calendarDays": calendar, "notice.workingDays": working });
    expect(by(1, 1)).toBe(noticeEndsOn("2026-11-23", defaultPolicy));
    expect(by(20, 1)).toBe("2026-12-13");
    expect(by(1, 12)).toBe("2026-12-09");
  });

  it("is never shorter than either, on any day of three years", () => {
    for (let day = "2025-01-01"; day < "2028-01-01"; day = addDays(day, 1)) {
      const ends = noticeEndsOn(day, defaultPolicy);
      let worked = 0;
      for (let at = addDays(day, 1); at <= ends; at = addDays(at, 1)) if (isWorkday(at)) worked += 1;
      expect(worked, day).toBeGreaterThanOrEqual(7);
      expect(ends >= addDays(day, 10), day).toBe(true);
    }
  });
});

describe("on the wall", () => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openTestDatabase();
  });
  afterAll(() => close());
  const after = "2026-12-04";

  it("is a whitelist: the masked name and nothing else of the household", async () => {
    const household = await aHousehold({ headName: "独孤不悔", phone: "14498765432" });
    const c = await aCase({ state: "approved", household });
    const notice = await getNotice(publicAsker, c.noticeId ?? "", testDay);
    expect(Object.keys(notice).sort()).toEqual([
      "endsOn",
      "enterpriseName",
      "held",
      "id",
      "kind",
      "maskedName",
      "number",
      "postingTitle",
      "publishedOn",
      "state",
      "townName",
      "villageCode",
      "villageName",
    ]);
    expect(notice).toMatchObject({ maskedName: "独**悔", villageName: "测试村", held: false });
    expect(JSON.stringify(notice)).not.toMatch(new RegExp(`${household.code}|独孤|14498765432|1985`));
  });

  it("is gone for the public from the day after its last, before any job has run", async () => {
    const c = await aCase({ state: "approved", noticeEndsOn: "2026-12-03" });
    const id = c.noticeId ?? "";
    await getNotice(publicAsker, id, "2026-12-03");
    const firm = c.posting.enterprise.user;
    for (const asker of [publicAsker, c.who.household, c.who.village, firm]) {
      await expect(getNotice(asker, id, after), asker.role).rejects.toMatchObject({ code: "notice-over" });
      expect((await listNotices(asker, { today: after, limit: 200 })).items.map((n) => n.id)).not.toContain(
        id,
      );
    }
    for (const asker of [c.who.county, c.who.auditor])
      expect((await getNotice(asker, id, after)).id).toBe(id);
    await finishNotices(after);
    await expect(getNotice(publicAsker, id, after)).rejects.toMatchObject({ code: "notice-over" });
    expect((await getNotice(c.who.county, id, after)).state).toBe("over");
    await expect(getNotice(publicAsker, "none", after)).rejects.toMatchObject({ code: "not-found" });
  });

  it("says that an objection waits, not who objects nor why", async () => {
    const c = await aCase({ state: "approved" });
    const id = c.noticeId ?? "";
    await objectTo(publicAsker, id, { body: "此户已有住房", contact: "14412345678" }, testDay);
    const text = JSON.stringify(await getNotice(publicAsker, id, testDay));
    expect(text).toContain('"held":true');
    expect(text).not.toMatch(/已有住房|14412345678/);
    const listed = JSON.stringify(await listOpenObjections(c.who.county2));
    expect(listed).toContain("已有住房");
    expect(listed).not.toContain("14412345678");
  });

  it("takes no objection once it is over, nor one without words", async () => {
    const c = await aCase({ state: "approved", noticeEndsOn: "2026-12-03" });
    const id = c.noticeId ?? "";
    await expect(objectTo(publicAsker, id, { body: "一二三四五" }, after)).rejects.toMatchObject({
      code: "notice-over",
    });
    await expect(objectTo(c.who.county, id, { body: "一二三四五" }, after)).rejects.toMatchObject({
      code: "notice-over",
    });
    for (const input of [{}, { body: "短" }, { body: "长".repeat(2001) }, { body: "一二三四五", extra: 1 }])
      await expect(objectTo(publicAsker, id, input, testDay)).rejects.toMatchObject({ code: "input" });
    await expect(objectTo(publicAsker, "none", { body: "一二三四五" }, testDay)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("takes objections on paper and by phone from those who record them, and has a day for the answer", async () => {
    const c = await aCase({ state: "approved" });
    const number = (await getNotice(publicAsker, c.noticeId ?? "", testDay)).number;
    const id = await noticeOfNumber(c.who.village, ` ${number} `);
    expect(id).toBe(c.noticeId);
    await expect(noticeOfNumber(c.who.village, "2026-999999")).rejects.toMatchObject({ code: "not-found" });
    const paper = { body: "地块有争议", via: "paper" };
    for (const who of [publicAsker, c.who.household, c.posting.enterprise.user])
      await expect(objectTo(who, id, paper, testDay)).rejects.toMatchObject({ code: "forbidden" });
    const { id: first } = await objectTo(c.who.village, id, paper, testDay);
    await objectTo(c.who.county, id, { ...paper, via: "phone" }, testDay);
    const open = (await listOpenObjections(c.who.county2)).filter((o) => o.noticeId === id);
    expect(open).toMatchObject([
      { id: first, via: "paper", answerDueOn: "2026-11-30", recordedBy: c.who.village.userId },
      { via: "phone", recordedBy: c.who.county.userId },
    ]);
    // Who wrote the call down does not decide it, nor what upholding another would decide with it.
    for (const { id: objection } of open)
      await expect(decideObjection(c.who.county, objection, "uphold", "已核实")).rejects.toMatchObject({
        code: "own-case",
      });
    await decideObjection(c.who.county2, first, "uphold", "确有争议");
    const [decided] = await decidedObjections(c.who.county, 1);
    expect(decided).toMatchObject({ state: "upheld", decisionReason: "确有争议" });
    await expect(getObjection((await people(await aHousehold())).village, first)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("lists open objections to those in whose reach the case lies", async () => {
    const c = await aCase({ state: "held" });
    const other = await people(await aHousehold());
    const rival = await anEnterprise();
    const sees = async (asker: typeof rival.user) =>
      (await listOpenObjections(asker)).some((o) => o.id === c.objectionId);
    for (const asker of [c.who.household, c.who.village, c.who.county, c.posting.enterprise.user])
      expect(await sees(asker), asker.role).toBe(true);
    for (const asker of [other.household, other.village, rival.user])
      expect(await sees(asker), asker.role).toBe(false);
    await expect(listOpenObjections(publicAsker)).rejects.toMatchObject({ code: "sign-in-needed" });
  });

  it("tell whoever holds the receipt what became of them, and their contact to who may decide alone, logged", async () => {
    const c = await aCase({ state: "approved" });
    const contact = "组长家隔壁";
    const { id, receipt } = await objectTo(
      publicAsker,
      c.noticeId ?? "",
      { body: "名单与事实不符", contact },
      testDay,
    );
    // As somebody copies it off paper: small letters, spaces, O for 0 and I for 1.
    const copied = ` ${receipt.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "i")} `;
    expect(await objectionOfReceipt(copied)).toMatchObject({ state: "open" });
    const wrong = `${receipt.slice(0, -1)}${receipt.endsWith("X") ? "Y" : "X"}`;
    for (const none of [wrong, id, receipt.slice(5), "%", "2026-000001-%%%%%%%%", ""])
      expect(await objectionOfReceipt(none), none).toBeNull();
    const ownCase = async (asker: typeof c.who.county) =>
      (await listOpenObjections(asker)).find((o) => o.id === id)?.ownCase;
    expect([await ownCase(c.who.county), await ownCase(c.who.county2)]).toEqual([true, false]);
    await expect(objectorContact(c.who.county, id)).rejects.toMatchObject({ code: "own-case" });
    for (const asker of [c.who.village, c.who.town, c.who.household, c.posting.enterprise.user])
      await expect(objectorContact(asker, id), asker.role).rejects.toMatchObject({ code: "forbidden" });
    const looks = () => db.$count(audit, and(eq(audit.action, "objection.contact"), eq(audit.subjectId, id)));
    expect(await looks()).toBe(0);
    expect(await objectorContact(c.who.county2, id)).toBe(contact);
    expect(await looks()).toBe(1);
    await decideObjection(c.who.county2, id, "dismiss", "已核实，情况属实");
    const told = await objectionOfReceipt(receipt);
    expect(told).toMatchObject({ state: "dismissed", decisionReason: "已核实，情况属实" });
    expect(JSON.stringify(told)).not.toContain(contact);
  });

  it("numbers a year's notices one after the other", async () => {
    const posting = await aPosting();
    const numbers = [];
    for (let i = 0; i < 3; i++) {
      const c = await aCase({ state: "accepted", posting });
      await approveApplication(c.who.county, c.id, "2031-01-02");
      const { items } = await listNotices(c.who.county, { today: "2031-01-02", limit: 1 });
      numbers.push(items[0]?.number);
    }
    expect(numbers).toEqual(["2031-000001", "2031-000002", "2031-000003"]);
  });
});

it("one address objects ten times in ten minutes, and no more until the first is ten minutes old", () => {
  for (let i = 0; i < 10; i++) allowOrRefuse("1.2.3.4", i * 1000);
  expect(() => allowOrRefuse("1.2.3.4", 599_000)).toThrow(expect.objectContaining({ data: { seconds: 1 } }));
  allowOrRefuse("5.6.7.8", 599_000);
  allowOrRefuse("1.2.3.4", 600_000);
});
