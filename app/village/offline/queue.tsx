"use client";
import type { Labels } from "@/app/village/offline/note-visit";
import { drop, put, type Waiting } from "@/app/village/offline/store";
import type { offlineWords } from "@/app/village/offline/words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { Locale } from "@/db/words";
import type { OfflineHousehold, OfflineList } from "@/lib/desk/offline";
import { formatInstant } from "@/lib/i18n/format";

type Words = ReturnType<typeof offlineWords>;
type Props = {
  queue: readonly Waiting[];
  list: OfflineList | null;
  words: Words;
  locale: Locale;
  labels: Labels;
  sending: boolean;
  online: boolean;
  send: () => Promise<void>;
  tell: () => void;
};

const tones = { waiting: "waiting", sent: "good", refused: "refused" } as const;

/** What waits, what went through and what did not, row by row; a refused one says why and waits for a word. */
export function Queue({ queue, list, words, locale, labels, sending, online, send, tell }: Props) {
  /** Once more; a note that met a newer record only over what stands there now. */
  const again = async (item: Waiting) => {
    const { said: _, code, ...rest } = item;
    const fresh: Waiting = { ...rest, id: crypto.randomUUID(), state: "waiting" };
    await put(fresh.kind === "visit" && code === "changed" ? { ...fresh, version: null } : fresh);
    await drop(item.id);
    tell();
    await send();
  };
  const remove = (item: Waiting) => drop(item.id).then(tell);
  return (
    <Card id="queue" title={words.queue}>
      {queue.length === 0 ? (
        <p className="text-ink-soft">
          {words.queueNone}
          <span className="block text-sm">{words.queueNoneNote}</span>
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {queue.map((item) => (
            <li key={item.id} className="grid gap-1 py-3">
              <p className="flex flex-wrap items-center gap-2">
                <Tag tone={tones[item.state]}>{words.states[item.state]}</Tag>
                <span className="font-semibold">
                  {item.kind === "apply"
                    ? words.item(item.headName, item.title)
                    : words.visitItem(item.headName)}
                </span>
              </p>
              <p className="text-sm text-ink-soft">
                {words.madeAt(formatInstant(locale, new Date(item.madeAt)))}
              </p>
              {item.said && <p>{item.said}</p>}
              <BothSides
                {...{ item, words, labels }}
                home={list?.households.find(({ code }) => code === item.household)}
              />
              <div className="flex flex-wrap gap-3">
                {item.state === "refused" && (
                  <Button tone="plain" onClick={() => again(item)}>
                    {item.code === "changed" ? words.mine : words.again}
                  </Button>
                )}
                <Button tone="plain" onClick={() => remove(item)}>
                  {item.state === "sent" ? words.done : words.drop}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {online && queue.some(({ state }) => state === "waiting") && (
        <Button className="mt-3" aria-disabled={sending} onClick={() => !sending && void send()}>
          {sending ? words.sending : words.sendNow}
        </Button>
      )}
    </Card>
  );
}

type Sides = { item: Waiting; words: Words; labels: Labels; home: OfflineHousehold | undefined };

/** A note beside what the record says now, so that whoever decides between them sees both. */
function BothSides({ item, words, labels, home }: Sides) {
  if (item.kind !== "visit" || item.state === "sent") return null;
  const listed = (names: readonly string[]) => names.join(words.between) || words.nothing;
  const plots = (wants: (plot: OfflineHousehold["plots"][number]) => boolean) =>
    words.offered(listed((home?.plots ?? []).filter(wants).map((plot) => labels.plots[plot.kind])));
  const kinds = (some: readonly (keyof Labels["kinds"])[]) =>
    words.wanted(listed(some.map((kind) => labels.kinds[kind])));
  const said =
    "plots" in item
      ? plots((plot) => item.plots.find(({ id }) => id === plot.id)?.offered ?? plot.offered)
      : kinds(item.wishKinds);
  const now = "plots" in item ? plots((plot) => plot.offered) : kinds(home?.wishKinds ?? []);
  return (
    <>
      <p className="text-sm">{words.yours(said)}</p>
      {item.state === "refused" && home && <p className="text-sm">{words.theirs(now)}</p>}
    </>
  );
}
