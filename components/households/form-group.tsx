import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { DefinitionList } from "@/components/ui/definition-list";
import type { Subject } from "@/lib/households/changes";
import { fieldLabel, fieldText, type Said } from "@/lib/households/field-text";

type Props = {
  title: string;
  subject: Subject;
  fields: readonly string[];
  part: object;
  said: Said;
  /** The link to change it. */
  aside?: ReactNode;
};

/** What is recorded of one group of the form; what is not recorded, or not the reader's, gets no line. */
export function FormGroup({ title, subject, fields, part, said, aside }: Props) {
  const lines = fields
    .map((field) => ({
      term: fieldLabel(said, subject, field),
      value: fieldText(said, subject, field, Reflect.get(part, field)),
    }))
    .filter(({ value }) => value !== "");
  return (
    <Fold title={title} note={lines.length > 0 ? null : said.t.ui.notRecorded}>
      {lines.length > 0 && <DefinitionList items={lines} />}
      {aside}
    </Fold>
  );
}

/** A group stands closed, its name saying what is in it, so that a phone shows the whole form on one screen. */
function Fold({ title, note, children }: { title: string; note: string | null; children: ReactNode }) {
  return (
    <details className="group rounded border border-line bg-surface">
      <summary className="flex min-h-11 items-center gap-2 px-4 py-2 text-lg font-semibold sm:px-5">
        <ChevronRight aria-hidden className="size-5 shrink-0 text-tea group-open:rotate-90" />
        {title}
        {note && <span className="ml-auto text-base font-normal text-ink-soft">{note}</span>}
      </summary>
      <div className="px-4 pb-4 sm:px-5">{children}</div>
    </details>
  );
}
