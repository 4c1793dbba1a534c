import { LinkButton } from "@/components/ui/link-button";

/** As many rows as a page of a list has: what a thumb goes through, and what a slow line and an old phone carry. */
export const pageRows = 20;

type Props = {
  label: string;
  previous?: { href: string; label: string } | null;
  next?: { href: string; label: string } | null;
  /** e.g. 共 312 条 */
  note?: string;
};

/** On and back through a long list, by links. */
export function Pagination({ label, previous, next, note }: Props) {
  if (!previous && !next && !note) return null;
  return (
    <nav aria-label={label} className="mt-6 flex flex-wrap items-center gap-3">
      {previous && (
        <LinkButton tone="plain" href={previous.href}>
          {previous.label}
        </LinkButton>
      )}
      {next && (
        <LinkButton tone="plain" href={next.href} rel="next">
          {next.label}
        </LinkButton>
      )}
      {note && <span className="text-ink-soft">{note}</span>}
    </nav>
  );
}
