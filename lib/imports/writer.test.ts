import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Asker, publicAsker } from "@/lib/access/asker";
import { writingTurn, writtenByWorker } from "@/lib/imports/writer";

const officer: Asker = { ...publicAsker, role: "county", userId: "c", divisionScope: "610724" };
const settled = async (promise: Promise<unknown>) => {
  let how = "waits";
  promise.then(
    () => (how = "has its turn"),
    (error) => (how = error.code),
  );
  for (let i = 0; i < 20; i++) await Promise.resolve();
  return how;
};

describe("turns to write a spreadsheet", () => {
  let given: (() => void)[] = [];
  beforeEach(async () => {
    vi.useFakeTimers();
    given = [await writingTurn(), await writingTurn()];
  });
  afterEach(() => {
    for (const leave of given) leave();
    vi.useRealTimers();
  });

  it("go to two at once; the third waits for one of them", async () => {
    const third = writingTurn();
    expect(await settled(third)).toBe("waits");
    given[0]?.();
    expect(await settled(third)).toBe("has its turn");
    given.push(await third);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("are refused after twenty seconds, so that the queue holds nobody who has been told", async () => {
    const [third, fourth] = [writingTurn(), writingTurn()];
    const both = [settled(third), settled(fourth)];
    expect(await Promise.all(both)).toEqual(["waits", "waits"]);
    const refused = expect(third).rejects.toMatchObject({ code: "too-many-exports" });
    const other = expect(fourth).rejects.toMatchObject({ code: "too-many-exports" });
    await vi.advanceTimersByTimeAsync(19_000);
    expect(await settled(third)).toBe("waits");
    await vi.advanceTimersByTimeAsync(1_000);
    await Promise.all([refused, other]);
    given[0]?.();
    given.push(await writingTurn());
  });

  it("are not kept for who has gone, before or while waiting", async () => {
    const gone = new AbortController();
    const waiting = writingTurn(gone.signal);
    const next = writingTurn();
    const refused = expect(waiting).rejects.toMatchObject({ code: "too-many-exports" });
    gone.abort();
    await refused;
    given[1]?.();
    expect(await settled(next)).toBe("has its turn");
    given.push(await next);
    given[0]?.();
    await expect(writingTurn(AbortSignal.abort())).rejects.toMatchObject({ code: "too-many-exports" });
    given.push(await writingTurn());
    // Whoever goes away later gives no turn back that the file still needs.
    expect(await settled(writingTurn(gone.signal))).toBe("too-many-exports");
  });

  it("come before anything is written down as taken, and go back when that is refused", async () => {
    const take = vi.fn(async () => {
      throw new Error("not yours");
    });
    const asked = writtenByWorker(officer, take);
    expect(await settled(asked)).toBe("waits");
    expect(take).not.toHaveBeenCalled();
    const failed = expect(asked).rejects.toThrow("not yours");
    given[0]?.();
    await failed;
    expect(take).toHaveBeenCalledOnce();
    given.push(await writingTurn());
  });

  it("are nobody's who has not signed in", async () => {
    given[0]?.();
    const take = vi.fn();
    await expect(writtenByWorker(publicAsker, take)).rejects.toMatchObject({ code: "sign-in-needed" });
    expect(take).not.toHaveBeenCalled();
  });
});
