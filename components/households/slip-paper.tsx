import { PrintButton } from "@/components/ui/print-button";

export type SlipWords = {
  paperTitle: string;
  number: string;
  code: string;
  howTitle: string;
  how: readonly string[];
  keep: string;
  qr: string;
  print: string;
};
type Props = {
  slip: {
    number: string;
    code: string;
    /** Until when the code holds, as a sentence. */
    until: string;
    /** Where to go without a camera, as a sentence. */
    noScan: string;
    qr: { size: number; path: string };
  };
  words: SlipWords;
  county: string;
};

/** A household's slip, as on screen so on paper: the square, the number, the code, and what to do with them. */
export function SlipPaper({ slip, words, county }: Props) {
  return (
    <section className="sheet grid gap-4 rounded border-2 border-ink bg-surface p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-lg">{words.paperTitle}</h2>
        <span>{county}</span>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-[11rem_1fr]">
        {/* Black on white in every theme: cameras want it so. */}
        <svg
          role="img"
          aria-label={words.qr}
          viewBox={`0 0 ${slip.qr.size} ${slip.qr.size}`}
          className="w-44"
          shapeRendering="crispEdges"
        >
          <rect width={slip.qr.size} height={slip.qr.size} fill="white" />
          <path d={slip.qr.path} fill="black" />
        </svg>
        <dl className="grid gap-3">
          <div>
            <dt className="text-ink-soft">{words.number}</dt>
            <dd className="text-xl font-semibold">{slip.number}</dd>
          </div>
          <div>
            <dt className="text-ink-soft">{words.code}</dt>
            <dd className="text-2xl font-semibold">{slip.code}</dd>
            <dd>{slip.until}</dd>
          </div>
        </dl>
      </div>
      <div>
        <h3 className="text-base">{words.howTitle}</h3>
        <ol className="list-decimal pl-6">
          {words.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="mt-2" translate="no">
          {slip.noScan}
        </p>
        <p className="mt-2 font-semibold">{words.keep}</p>
      </div>
      <PrintButton label={words.print} />
    </section>
  );
}
