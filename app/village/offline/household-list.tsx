"use client";
import { useState } from "react";
import type { offlineWords } from "@/app/village/offline/words";
import { Button } from "@/components/ui/button";
import { controlLook } from "@/components/ui/control";
import { join } from "@/components/ui/join";
import type { OfflineHousehold, OfflineList } from "@/lib/desk/offline";

type Words = ReturnType<typeof offlineWords>;
type Props = { list: OfflineList; words: Words; choose: (code: string) => void };

/** As many as a phone draws without a pause; the box above finds the others. */
const most = 60;

/** The village's households, those without a project first asked for; found by name or code. */
export function HouseholdList({ list, words, choose }: Props) {
  const [asked, setAsked] = useState("");
  const [all, setAll] = useState(false);
  const q = asked.trim().toLowerCase();
  const fits = (one: OfflineHousehold) =>
    q === "" ? all || !one.covered : one.headName.includes(q) || one.code.toLowerCase().startsWith(q);
  const found = list.households.filter(fits);
  return (
    <section className="grid gap-4">
      <h2 className="text-lg">{list.villageName}</h2>
      <div className="flex flex-wrap gap-2">
        {[false, true].map((value) => (
          <button
            key={String(value)}
            type="button"
            aria-pressed={all === value}
            onClick={() => setAll(value)}
            className={join(
              "inline-flex min-h-11 items-center rounded-full border px-4",
              all === value ? "border-tea bg-tea font-semibold text-on-tea" : "border-edge bg-surface",
            )}
          >
            {value ? words.all : words.uncovered}
          </button>
        ))}
      </div>
      <label className="grid gap-1">
        <span className="font-semibold">{words.find}</span>
        <span className="text-sm text-ink-soft">{words.findHint}</span>
        <input
          type="search"
          value={asked}
          onChange={(event) => setAsked(event.target.value)}
          className={controlLook(false)}
        />
      </label>
      <p role="status" className="text-ink-soft">
        {words.households(found.length)}
      </p>
      <ul className="divide-y divide-line">
        {found.slice(0, most).map((one) => (
          <li key={one.code} className="flex items-center justify-between gap-4 py-2">
            <span className="min-w-0">
              <span className="font-semibold">{one.headName}</span>
              <span className="block text-sm text-ink-soft">{words.facts(one)}</span>
            </span>
            <Button tone="plain" className="shrink-0" onClick={() => choose(one.code)}>
              {words.visit}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
