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
  const { failed } = english ? en : zh;
  return (
    <Page width="text">
      <PageHeader title={failed.title} lead={failed.body} />
      {error.digest && <p className="mb-4 text-sm text-ink-soft">{failed.number(error.digest)}</p>}
      <Button onClick={reset}>{failed.again}</Button>
    </Page>
  );
}
