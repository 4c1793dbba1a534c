import { Search } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";
import { controlId, controlLook } from "@/components/ui/control";

type Props = {
  /** The address of the list itself, or what finds out where to go. */
  action: string | ((form: FormData) => Promise<void>);
  label: string;
  hint?: string;
  buttonLabel: string;
  value: string;
  /** The filters that stay on. */
  keep?: Record<string, string | undefined>;
  name?: string;
};

/** Finding by words, with a plain GET: the address holds the question, unless it must not. */
export function SearchBox({ action, label, hint, buttonLabel, value, keep = {}, name = "q" }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not known to older phones
    <form action={action} role="search" className="grid max-w-measure gap-1">
      {Object.entries(keep).map(
        ([key, kept]) => kept && <input key={key} type="hidden" name={key} value={kept} />,
      )}
      <label htmlFor={controlId(name)} className="font-semibold">
        {label}
      </label>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
      <div className="flex gap-2">
        <input
          id={controlId(name)}
          name={name}
          type="search"
          defaultValue={value}
          maxLength={60}
          className={controlLook(false)}
        />
        <button type="submit" className={buttonLook("plain")}>
          <Search aria-hidden className="size-5 shrink-0" />
          <span className="whitespace-nowrap">{buttonLabel}</span>
        </button>
      </div>
    </form>
  );
}
