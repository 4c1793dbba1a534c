"use client";
import { useEffect, useState } from "react";
import { HouseholdList } from "@/app/village/offline/household-list";
import { NoteApplication } from "@/app/village/offline/note-application";
import { type Labels, NoteVisit } from "@/app/village/offline/note-visit";
import { Queue } from "@/app/village/offline/queue";
import { dropList, forgetEverything, type Noted, put } from "@/app/village/offline/store";
import { usePhone } from "@/app/village/offline/use-phone";
import { offlineWords } from "@/app/village/offline/words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { Toast } from "@/components/ui/toast";
import type { Locale } from "@/db/words";
import { formatInstant } from "@/lib/i18n/format";

/** The list, one household of it with its openings, and what waits to be sent: all from this phone. */
export function OfflineApp({ owner, locale, labels }: { owner: string; locale: Locale; labels: Labels }) {
  const { list, queue, online, sending, outcome, send, renew, tell } = usePhone(owner, locale);
  const [chosen, setChosen] = useState<string | null>(null);
  const [kept, setKept] = useState(0);
  const [leaving, setLeaving] = useState(false);
  const words = offlineWords(locale);
  useEffect(() => setLeaving(new URLSearchParams(location.search).has("leaving")), []);
  const household = list?.households.find(({ code }) => code === chosen);

  const note = async (item: Noted) => {
    const id = crypto.randomUUID();
    await put({ ...item, id, owner, madeAt: new Date().toISOString(), state: "waiting" });
    setChosen(null);
    setKept(Date.now());
    tell();
    if (navigator.onLine) void send();
  };
  const leave = async () => {
    await forgetEverything(owner);
    tell();
    const form = document.querySelector<HTMLFormElement>("form[data-leaves]");
    // So that the bar lets it pass.
    if (form) form.dataset.clean = "1";
    form?.requestSubmit();
  };

  return (
    <div className="grid gap-6">
      {leaving && queue.some(({ state }) => state !== "sent") && (
        <Banner tone="waiting">
          <p className="mb-3">{words.leaving}</p>
          <Button tone="danger" onClick={leave}>
            {words.leaveAnyway}
          </Button>
        </Banner>
      )}
      {outcome === "session-over" && (
        <Banner tone="waiting">
          <TextLink className="target" href="/sign-in?next=/village/offline">
            {words.signIn}
          </TextLink>
        </Banner>
      )}
      <Queue {...{ queue, list: list ?? null, words, locale, labels, sending, online, send, tell }} />
      {list === null && <EmptyState title={words.none}>{words.noneNote}</EmptyState>}
      {list && household ? (
        <section key={household.code} className="grid gap-6">
          <div className="flex flex-wrap items-baseline justify-between gap-3">
            <h2 className="text-lg">{household.headName}</h2>
            <Button tone="quiet" onClick={() => setChosen(null)}>
              {words.back}
            </Button>
          </div>
          <NoteApplication {...{ household, list, words, locale, note }} />
          <NoteVisit {...{ household, words, locale, labels, note }} />
        </section>
      ) : (
        list && <HouseholdList {...{ list, words }} choose={setChosen} />
      )}
      {list && (
        <div className="grid gap-3 border-t border-line pt-4 text-ink-soft">
          <p>
            {words.kept(formatInstant(locale, new Date(list.madeAt)))} ·{" "}
            {words.until(formatInstant(locale, new Date(list.goodUntil)))}
          </p>
          <div className="flex flex-wrap gap-3">
            {online && (
              <Button tone="plain" onClick={() => void renew()}>
                {words.refresh}
              </Button>
            )}
            <Button tone="plain" onClick={() => dropList().then(tell)}>
              {words.forget}
            </Button>
          </div>
        </div>
      )}
      {kept > 0 && (
        <Toast key={kept} closeLabel={words.done}>
          {words.keptNow}
        </Toast>
      )}
    </div>
  );
}
