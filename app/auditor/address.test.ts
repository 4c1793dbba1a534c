import { expect, it } from "vitest";
import { auditHref, filterOf } from "@/app/auditor/address";

it("reads an address and leaves out what makes no sense", () => {
  expect(filterOf({ action: " user.try ", from: "2026-02-30", to: "2026-11-23", before: "12" })).toEqual({
    action: "user.try",
    to: "2026-11-23",
    before: 12,
  });
  for (const before of ["x", "-1", "1.5", "1e99", ""]) expect(filterOf({ before }).before).toBeUndefined();
});

it("keeps the filters, and asks for the verdict only when told", () => {
  const address = { action: "user.try", by: "a b", verify: "1" };
  expect(auditHref(address, { before: "12" })).toBe("/auditor?action=user.try&by=a+b&before=12");
  expect(auditHref({}, { verify: "1" })).toBe("/auditor?verify=1");
  expect(auditHref({}, {})).toBe("/auditor");
});
