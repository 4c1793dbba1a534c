import { expect, it } from "vitest";
import { endedWithout } from "@/lib/imports/runner";
import { Turns } from "@/lib/imports/turns";

it("two at once, the others in order; who leaves the queue is passed over", () => {
  const turns = new Turns(2);
  const started: string[] = [];
  const ask = (name: string) => turns.ask(() => started.push(name));
  const [a, b, c, d, e] = [ask("a"), ask("b"), ask("c"), ask("d"), ask("e")];
  expect(started).toEqual(["a", "b"]);
  c();
  c();
  expect(started).toEqual(["a", "b"]);
  a();
  a();
  expect(started).toEqual(["a", "b", "d"]);
  b();
  expect(started).toEqual(["a", "b", "d", "e"]);
  d();
  e();
  ask("f");
  ask("g");
  ask("h");
  expect(started.slice(4)).toEqual(["f", "g"]);
});

it("says of a file whose reading ran out of memory that it is too large, and of nothing else", () => {
  expect(endedWithout("stage", null, "SIGABRT")).toEqual({ code: "file", problem: "inflates" });
  expect(endedWithout("stage", 134, null)).toEqual({ code: "file", problem: "inflates" });
  expect(endedWithout("stage", null, "SIGKILL")).toEqual({ code: "worker-ended" });
  expect(endedWithout("commit", null, "SIGABRT")).toEqual({ code: "worker-ended" });
});
