"use client";
import { useCallback, useEffect, useState } from "react";
import { keepPage, renewList } from "@/app/village/offline/keep";
import { type Outcome, sendWaiting } from "@/app/village/offline/send";
import { readList, readQueue, stay, type Waiting } from "@/app/village/offline/store";
import type { OfflineList } from "@/lib/desk/offline";

const changed = "sanjin-phone";

/** What this phone holds, kept up with what other parts of the page do to it. */
export function usePhone(owner: string, locale: string) {
  const [list, setList] = useState<OfflineList | null | undefined>(undefined);
  const [queue, setQueue] = useState<Waiting[]>([]);
  const [online, setOnline] = useState(true);
  const [sending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const read = useCallback(async () => {
    const [kept, waiting] = await Promise.all([readList(owner), readQueue(owner)]);
    setList(kept);
    setQueue(waiting);
  }, [owner]);
  const tell = useCallback(() => window.dispatchEvent(new Event(changed)), []);

  const send = useCallback(async () => {
    setSending(true);
    let touched = false;
    const outcome = await sendWaiting(owner, locale, () => {
      touched = true;
      tell();
    });
    // What was refused is shown beside what stands there now.
    if (touched) await renewList(owner, true);
    setOutcome(outcome);
    setSending(false);
    tell();
  }, [owner, locale, tell]);
  const renew = useCallback(
    async (evenIfFresh = true) => {
      await renewList(owner, evenIfFresh);
      await keepPage().catch(() => null);
      tell();
    },
    [owner, tell],
  );

  useEffect(() => {
    // Without https a browser keeps nothing for later; then everything is as without this.
    if (!window.isSecureContext) return setList(null);
    stay();
    const there = () => {
      setOnline(navigator.onLine);
      if (!navigator.onLine) return;
      void send();
      void renew(false);
    };
    const gone = () => setOnline(false);
    const again = () => void read();
    window.addEventListener("online", there);
    window.addEventListener("offline", gone);
    window.addEventListener(changed, again);
    void read().then(there);
    return () => {
      window.removeEventListener("online", there);
      window.removeEventListener("offline", gone);
      window.removeEventListener(changed, again);
    };
  }, [read, send, renew]);

  return { list, queue, online, sending, outcome, send, renew, tell };
}
