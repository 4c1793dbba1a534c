import { ConfirmButton } from "@/components/ui/confirm-button";
import type { FileMark } from "@/lib/files/files";

type Props = {
  files: readonly Pick<FileMark, "id" | "name">[];
  none: string;
  remove?: {
    action: (form: FormData) => Promise<void>;
    label: string;
    ask: (name: string) => string;
    working: string;
    /** What the action needs besides the file's id. */
    hidden?: Record<string, string>;
  };
};

/** Kept files, each a link to itself, and how to take one away. */
export function FileLines({ files, none, remove }: Props) {
  if (files.length === 0) return <p className="text-ink-soft">{none}</p>;
  return (
    <ul className="divide-y divide-line">
      {files.map(({ id, name }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
          <a
            rel="external"
            href={`/files/${id}`}
            className="target min-w-0 break-all text-tea underline underline-offset-4"
          >
            {name}
          </a>
          {remove && (
            <ConfirmButton
              label={remove.label}
              tone="quiet"
              question={remove.ask(name)}
              confirmLabel={remove.label}
              pendingLabel={remove.working}
              action={remove.action}
              hidden={{ ...remove.hidden, id }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
