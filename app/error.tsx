"use client";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { frame as en } from "@/lib/i18n/en/frame";
import { frame as zh } from "@/lib/i18n/zh/frame";

/** What broke is in the server's log under the number shown; the reader gets no detail of it. */
export default function Failed({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  // An error page gets no props from the server: the language is read from the page it stands in.
  const [english, setEnglish] = useState(false);
  useEffect(() => setEnglish(document.documentElement.lang === "en"), []);
  const { failed, drafts } = english ? en : zh;
  // What the browser throws when no answer comes back, in its own words.
  const lost = error.digest === undefined && /fetch|network|load failed/i.test(error.message);
  return (
    <Page width="text">
      <PageHeader title={lost ? failed.lost : failed.title} lead={lost ? drafts.offline : failed.body} />
      {error.digest && <p className="mb-4 text-sm text-ink-soft">{failed.number(error.digest)}</p>}
      <Button onClick={lost ? () => location.reload() : reset}>{failed.again}</Button>
    </Page>
  );
}
