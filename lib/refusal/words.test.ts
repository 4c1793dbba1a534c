import { expect, it } from "vitest";
import { dictionary } from "@/lib/i18n/dictionary";
import { Refusal, type RefusalCode, refusalStatus } from "@/lib/refusal/refusal";
import { problemSentences, refusalSentence } from "@/lib/refusal/words";

it.each(["zh", "en"] as const)(
  "every refusal has a sentence in %s, with and without its figures",
  (locale) => {
    const t = dictionary(locale);
    for (const code of Object.keys(refusalStatus) as RefusalCode[])
      for (const data of [{}, { left: 3, seconds: 30 }] as Record<string, number>[])
        expect(refusalSentence(t, new Refusal(code, data)), code).toMatch(/[.。]$/);
  },
);

it("a field's sentence carries its bound and unit", () => {
  const fields = { wage: { code: "below-wage-floor", min: 1800, unit: "元/月" } } as const;
  expect(problemSentences(dictionary("zh"), fields)).toEqual({
    wage: "工资不能低于全县最低标准 1800 元/月。",
  });
  expect(problemSentences(dictionary("en"), { age: { code: "too-small", min: 16 } })).toEqual({
    age: "Must be at least 16.",
  });
});
