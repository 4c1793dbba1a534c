"use client";
import { type FormEvent, useState } from "react";
import type { Noted } from "@/app/village/offline/store";
import type { offlineWords } from "@/app/village/offline/words";
import { isPrivate } from "@/components/frame/draft-store";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/db/words";
import type { OfflineHousehold, OfflineList } from "@/lib/desk/offline";
import { formatDay, formatNumber } from "@/lib/i18n/format";

type Words = ReturnType<typeof offlineWords>;
type Props = {
  household: OfflineHousehold;
  list: OfflineList;
  words: Words;
  locale: Locale;
  note: (item: Noted) => Promise<void>;
};

/** Which opening, and how the household agreed: as on the page with a connection, without the read-back code. */
export function NoteApplication({ household, list, words, locale, note }: Props) {
  const [how, setHow] = useState<"slip" | "witnesses">("slip");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const best = household.fits.flatMap((fit) => {
    const posting = list.postings.find(({ id }) => id === fit.posting);
    return posting ? [{ ...posting, ...fit }] : [];
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const asked = how === "slip" ? ["evidence"] : ["name1", "reach1", "name2", "reach2"];
    const wrong = [...asked, "posting"].flatMap((name) =>
      text(name) === ""
        ? [[name, words.missing]]
        : isPrivate(text(name)) && name !== "posting"
          ? [[name, words.noPhones]]
          : [],
    );
    setErrors(Object.fromEntries(wrong));
    if (wrong.length > 0) return;
    const witness = (n: number) => ({ name: text(`name${n}`), reach: text(`reach${n}`) });
    const title = list.postings.find(({ id }) => id === text("posting"))?.title ?? "";
    void note({
      kind: "apply",
      household: household.code,
      headName: household.headName,
      posting: text("posting"),
      title,
      consent:
        how === "slip" ? { how, evidence: text("evidence") } : { how, witnesses: [witness(1), witness(2)] },
    });
  };

  return (
    <section className="grid gap-4">
      {best.length === 0 ? (
        <p>{words.noFits}</p>
      ) : (
        <form onSubmit={submit} data-private noValidate className="grid gap-4">
          <fieldset>
            <legend className="font-semibold">{words.fits}</legend>
            {errors.posting && <p className="font-semibold text-seal">{errors.posting}</p>}
            {best.map((one) => (
              <Choice
                key={one.id}
                type="radio"
                name="posting"
                value={one.id}
                label={one.title}
                hint={[
                  words.tier[one.tier],
                  one.yearlyFen > 0 && words.perYear(formatNumber(locale, Math.round(one.yearlyFen / 100))),
                  one.enterpriseName,
                  words.closes(formatDay(locale, one.closesOn)),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              />
            ))}
          </fieldset>
          <fieldset>
            <legend className="font-semibold">{words.how}</legend>
            <div className="flex flex-wrap gap-3">
              {(["slip", "witnesses"] as const).map((one) => (
                <Button
                  key={one}
                  tone={how === one ? "primary" : "plain"}
                  aria-pressed={how === one}
                  onClick={() => setHow(one)}
                >
                  {words[one]}
                </Button>
              ))}
            </div>
          </fieldset>
          {how === "slip" ? (
            <TextField name="evidence" label={words.slipNumber} error={errors.evidence} maxLength={60} />
          ) : (
            [1, 2].map((n) => (
              <div key={n} className="grid gap-x-4 sm:grid-cols-2">
                <TextField
                  name={`name${n}`}
                  label={words.witness(n)}
                  error={errors[`name${n}`]}
                  maxLength={40}
                />
                <TextField
                  name={`reach${n}`}
                  label={words.reach}
                  hint={words.reachHint}
                  error={errors[`reach${n}`]}
                  maxLength={60}
                />
              </div>
            ))
          )}
          <Button type="submit">{words.keep}</Button>
        </form>
      )}
    </section>
  );
}
