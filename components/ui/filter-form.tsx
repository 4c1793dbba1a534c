import { buttonLook } from "@/components/ui/button-look";
import { controlId, controlLook } from "@/components/ui/control";
import type { Option } from "@/components/ui/select";
import { TextLink } from "@/components/ui/text-link";

type Filter = { name: string; label: string; value: string; options: readonly Option[] };
type Props = {
  /** The address of the list. */
  action: string;
  title: string;
  filters: readonly Filter[];
  /** 全部 */
  allLabel: string;
  applyLabel: string;
  /** What stays in the address: the search words. */
  keep?: Record<string, string | undefined>;
  clear?: { href: string; label: string } | undefined;
};

/** Filters as selects with one button, sent by GET; on a phone they fold away. Works without script. */
export function FilterForm({ action, title, filters, allLabel, applyLabel, keep = {}, clear }: Props) {
  const on = filters.some((filter) => filter.value !== "");
  return (
    <details open={on} className="group rounded border border-line bg-surface">
      <summary className="flex min-h-11 list-none items-center justify-between px-4 font-semibold">
        {title}
        <span aria-hidden className="text-ink-soft group-open:rotate-180">
          ▾
        </span>
      </summary>
      <form action={action} className="grid gap-x-4 gap-y-3 px-4 pb-4 sm:grid-cols-2 lg:grid-cols-4">
        {Object.entries(keep).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {filters.map((filter) => (
          <div key={filter.name} className="grid gap-1">
            <label htmlFor={controlId(filter.name)} className="text-sm text-ink-soft">
              {filter.label}
            </label>
            <select
              key={filter.value}
              id={controlId(filter.name)}
              name={filter.name}
              defaultValue={filter.value}
              className={controlLook(false)}
            >
              <option value="">{allLabel}</option>
              {filter.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </div>
        ))}
        <div className="flex flex-wrap items-center gap-4 sm:col-span-full">
          <button type="submit" className={buttonLook("plain")}>
            {applyLabel}
          </button>
          {clear && on && (
            <TextLink className="target" href={clear.href}>
              {clear.label}
            </TextLink>
          )}
        </div>
      </form>
    </details>
  );
}
