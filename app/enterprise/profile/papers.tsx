import { dropPaper, uploadPaper } from "@/app/enterprise/profile/actions";
import { FieldsForm } from "@/app/fields-form";
import { FileLines } from "@/app/file-lines";
import { formWords } from "@/app/form-words";
import { Card } from "@/components/ui/card";
import type { FileMark } from "@/lib/files/files";
import type { Dictionary } from "@/lib/i18n/dictionary";

type Props = { papers: readonly FileMark[]; isOpen: boolean; t: Dictionary };

/** License, list of members: for officers to verify by. */
export function Papers({ papers, isOpen, t }: Props) {
  const { fields, hints, profile: p } = t.enterprises;
  return (
    <Card title={p.papers} id="papers">
      <p className="mb-3 text-ink-soft">{p.papersLead}</p>
      <FileLines
        files={papers}
        none={p.noPapers}
        {...(isOpen && {
          remove: { action: dropPaper, label: p.remove, ask: p.removeAsk, working: t.ui.working },
        })}
      />
      {isOpen && (
        <div className="mt-4">
          <FieldsForm
            action={uploadPaper}
            words={formWords(t)}
            submit={p.upload}
            tone="plain"
            parts={[{ fields: [{ as: "file", name: "paper", label: fields.paper, hint: hints.paper }] }]}
          />
        </div>
      )}
    </Card>
  );
}
