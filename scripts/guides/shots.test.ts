import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { locales, roles } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";
import { shots } from "@/scripts/guides/shots";

it("has a picture for every step of every guide, in both languages", () => {
  for (const locale of locales)
    for (const role of roles) {
      const { steps } = dictionary(locale).help.guides[role];
      expect(shots[role].length, role).toBe(steps.length);
      for (const i of steps.keys())
        expect(existsSync(`public/guides/${locale}/${role}-${i + 1}.jpg`)).toBe(true);
    }
});
