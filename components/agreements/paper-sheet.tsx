import type { ReactNode } from "react";
import type { Paper } from "@/lib/agreements/text";

/** The agreement as a sheet: on screen as it is printed. `qr` stands at its foot where there is one. */
export function PaperSheet({ paper, lang, qr }: { paper: Paper; lang: string; qr?: ReactNode }) {
  return (
    <article
      lang={lang}
      className="sheet rounded border border-line bg-surface p-5 sm:p-8 print:border-0 print:p-0"
    >
      <h2 className="text-center text-xl">{paper.title}</h2>
      <p className="mt-2 text-right text-sm text-ink-soft">{[paper.number, ...paper.notes].join(" · ")}</p>
      <div className="mt-4 grid gap-4 sm:grid-cols-2 print:grid-cols-2">
        {paper.parties.map((party) => (
          <div key={party.heading}>
            <p className="font-semibold">{party.heading}</p>
            <p>{party.name}</p>
            {party.lines.map((line) => (
              <p key={line} className="break-words">
                {line}
              </p>
            ))}
          </div>
        ))}
      </div>
      <p className="mt-4">{paper.lead}</p>
      {paper.clauses.map((clause) => (
        <section key={clause.heading} className="mt-3">
          <h3 className="text-base">{clause.heading}</h3>
          <p className="pl-8">{clause.body}</p>
        </section>
      ))}
      <div className="mt-6 grid gap-4 sm:grid-cols-2 print:grid-cols-2">
        {paper.signs.map((sign) => (
          <div key={sign.heading}>
            <p className="font-semibold">{sign.heading}</p>
            <p className={sign.line ? "" : "print:h-16"}>{sign.line}</p>
            {!sign.line && <p>{sign.blank}</p>}
          </div>
        ))}
      </div>
      <div className="mt-6 flex items-end justify-between gap-4">
        <p className="text-sm text-ink-soft">{paper.foot}</p>
        {qr}
      </div>
    </article>
  );
}
