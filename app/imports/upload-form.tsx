import { FileField } from "@/components/ui/file-field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { importKinds, type Locale } from "@/db/words";
import { dictionary } from "@/lib/i18n/dictionary";

/** A plain form to a plain address: the file is streamed, which a server action would not do. The file comes last. */
export function UploadForm({ locale, places }: { locale: Locale; places: boolean }) {
  const t = dictionary(locale);
  const i = t.imports;
  return (
    <form action="/imports/upload" method="post" encType="multipart/form-data" className="grid gap-4">
      {places ? (
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <Select
            name="kind"
            label={i.kind}
            options={importKinds.map((kind) => ({ value: kind, label: t.words.importKind[kind] }))}
          />
          <TextField
            name="document"
            label={i.document}
            hint={i.documentHint}
            optional={t.ui.optional}
            maxLength={200}
          />
        </div>
      ) : (
        <input type="hidden" name="kind" value="households" />
      )}
      <FileField name="file" label={i.file} hint={i.fileHint()} accept=".xlsx,.csv" required />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <SubmitButton pendingLabel={i.sending}>{i.send}</SubmitButton>
        <TextLink href="/imports/template" download className="target">
          {i.template}
        </TextLink>
      </div>
    </form>
  );
}
