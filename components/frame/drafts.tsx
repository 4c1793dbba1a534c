"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import {
  forgetDrafts,
  formsOn,
  keepDraft,
  ownDrafts,
  restoreDrafts,
  settleDraft,
  writes,
} from "@/components/frame/draft-store";
import { Toast } from "@/components/ui/toast";

type Props = {
  /** Whose drafts these are. */
  owner: string;
  words: { restored: string; offline: string; close: string };
};

/**
 * Keeps what was typed through a reload or a lost connection, in this tab only, until it was sent or the
 * person signs out. Without a connection a form is not sent at all, so that nothing is lost on the way.
 */
export function Drafts({ owner, words }: Props) {
  const path = usePathname();
  const search = useSearchParams();
  const done = search.has("done");
  const sent = useRef<string | null>(null);
  const [said, setSaid] = useState<{ text: string; at: number } | null>(null);

  useEffect(() => {
    ownDrafts(owner, sessionStorage);
    // Arrived elsewhere, or told that it is done: what was sent need not be kept.
    if (sent.current && (sent.current !== path || done)) forgetDrafts(sessionStorage, sent.current);
    sent.current = null;
    if (done) forgetDrafts(sessionStorage, path);
    if (restoreDrafts(path, sessionStorage) > 0) setSaid({ text: words.restored, at: Date.now() });
  }, [owner, path, done, words.restored]);

  useEffect(() => {
    const formOf = (event: Event) => (event.target instanceof Element ? event.target.closest("form") : null);
    const keep = (event: Event) => {
      const form = formOf(event);
      if (form && formsOn(document).includes(form)) keepDraft(path, form, sessionStorage);
    };
    const submit = (event: Event) => {
      const form = formOf(event);
      if (!form || !writes(form)) return;
      // Signing out, or another household's turn.
      if (form.matches("[data-leaves]")) return forgetDrafts(sessionStorage);
      if (!navigator.onLine) {
        event.preventDefault();
        event.stopImmediatePropagation();
        keep(event);
        setSaid({ text: words.offline, at: Date.now() });
        return;
      }
      sent.current = path;
    };
    // React empties a form once its action has ended: after a refusal what was typed stands there again.
    const reset = (event: Event) => {
      const form = formOf(event);
      if (form && formsOn(document).includes(form)) setTimeout(() => settleDraft(path, form, sessionStorage));
    };
    document.addEventListener("input", keep);
    document.addEventListener("change", keep);
    document.addEventListener("submit", submit, true);
    document.addEventListener("reset", reset);
    return () => {
      document.removeEventListener("input", keep);
      document.removeEventListener("change", keep);
      document.removeEventListener("submit", submit, true);
      document.removeEventListener("reset", reset);
    };
  }, [path, words.offline]);

  return said ? (
    <Toast key={said.at} closeLabel={words.close}>
      {said.text}
    </Toast>
  ) : null;
}
