import { controlId } from "@/components/ui/control";

type Props = {
  /** e.g. 请改正以下内容 */
  title: string;
  /** A refusal that belongs to no field. */
  sentence?: string | undefined;
  /** Sentences by field name, in the order of the form. */
  errors: Record<string, string>;
  /** Labels by field name; a field without one shows its sentence alone. */
  labels?: Record<string, string>;
};

/** What is wrong, once at the top, each with a link to its field. Renders nothing when nothing is wrong. */
export function ErrorSummary({ title, sentence, errors, labels = {} }: Props) {
  const entries = Object.entries(errors);
  if (entries.length === 0 && !sentence) return null;
  return (
    <div role="alert" className="mb-6 rounded border-2 border-seal bg-surface p-4">
      <h2 className="text-lg text-seal">{title}</h2>
      {sentence && <p className="mt-1">{sentence}</p>}
      <ul className="mt-1">
        {entries.map(([name, error]) => (
          <li key={name}>
            <a href={`#${controlId(name)}`} className="target text-seal underline underline-offset-4">
              {labels[name] && <strong className="mr-2">{labels[name]}</strong>}
              {error}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
