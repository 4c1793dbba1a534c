import { controlId } from "@/components/ui/control";

type Props = {
  type: "radio" | "checkbox";
  name: string;
  value: string;
  label: string;
  hint?: string | undefined;
  defaultChecked?: boolean;
  required?: boolean;
};

/** One radio button or box with its words; the whole line is the target. */
export function Choice({ type, name, value, label, hint, defaultChecked, required }: Props) {
  const hintId = hint ? `${controlId(name)}-${value}-hint` : undefined;
  return (
    <label className="flex min-h-11 items-start gap-3 rounded px-2 py-2 hover:bg-tea-soft">
      <input
        type={type}
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        required={required}
        aria-describedby={hintId}
        className="mt-0.5 size-6 shrink-0 accent-tea"
      />
      <span>
        {label}
        {hint && (
          <span id={hintId} className="block text-sm text-ink-soft">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
