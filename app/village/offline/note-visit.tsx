"use client";
import { type FormEvent, useState } from "react";
import type { Noted } from "@/app/village/offline/store";
import type { offlineWords } from "@/app/village/offline/words";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Segmented } from "@/components/ui/segmented";
import type { Locale, ParcelKind, PostingKind } from "@/db/words";
import { today } from "@/lib/clock/clock";
import type { OfflineHousehold } from "@/lib/desk/offline";
import { formatNumber } from "@/lib/i18n/format";

/** What is called how, in the language the page was kept in. */
export type Labels = { kinds: Record<PostingKind, string>; plots: Record<ParcelKind, string> };
type Props = {
  household: OfflineHousehold;
  words: ReturnType<typeof offlineWords>;
  locale: Locale;
  labels: Labels;
  note: (item: Noted) => Promise<void>;
};
type Part = "wishes" | "plots";

/** What is asked at the door: one thing at a time, each a change of its own. */
export function NoteVisit({ household, words, locale, labels, note }: Props) {
  const [part, setPart] = useState<Part>("wishes");
  const [same, setSame] = useState(false);
  const { code, headName, version, wishKinds, plots } = household;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).getAll(part).map(String);
    const kinds = (Object.keys(labels.kinds) as PostingKind[]).filter((kind) => chosen.includes(kind));
    const moved = plots
      .map(({ id, offered }) => ({ id, offered: chosen.includes(id), was: offered }))
      .filter(({ offered, was }) => offered !== was);
    const unchanged = part === "plots" ? moved.length === 0 : kinds.join() === wishKinds.join();
    setSame(unchanged);
    if (unchanged) return;
    const said =
      part === "plots" ? { plots: moved.map(({ id, offered }) => ({ id, offered })) } : { wishKinds: kinds };
    const about = { version, happenedOn: today(), why: words.why };
    void note({ kind: "visit", household: code, headName, ...about, ...said });
  };

  const options = {
    wishes: Object.entries(labels.kinds).map(([value, label]) => ({ value, label })),
    plots: plots.map(({ id, kind, areaMu100 }) => ({
      value: id,
      label: words.plot(labels.plots[kind], formatNumber(locale, areaMu100 / 100, 2)),
    })),
  };
  return (
    <section className="grid gap-4 border-t border-line pt-4">
      <h3 className="text-lg">{words.record}</h3>
      <form onSubmit={submit} data-private className="grid gap-2">
        {plots.length > 0 && (
          <div onChange={(event) => setPart((event.target as HTMLInputElement).value as Part)}>
            <Segmented
              name="part"
              label={words.record}
              defaultValue="wishes"
              options={[
                { value: "wishes", label: words.wishes },
                { value: "plots", label: words.plots },
              ]}
            />
          </div>
        )}
        <CheckboxGroup
          key={part}
          name={part}
          label={words[part]}
          options={options[part]}
          defaultValues={part === "wishes" ? wishKinds : plots.flatMap((p) => (p.offered ? [p.id] : []))}
        />
        {same && <p role="status">{words.noChange}</p>}
        <Button type="submit" tone="plain">
          {words.keepVisit}
        </Button>
      </form>
    </section>
  );
}
