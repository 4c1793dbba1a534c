import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";

export type Crumb = { label: string; href: string };
type Props = {
  title: string;
  /** The title is a name that has no other language. */
  named?: boolean;
  /** The way here, without the page itself. */
  crumbs?: readonly Crumb[];
  /** Name of the breadcrumb for screen readers, e.g. 您在这里. */
  crumbsLabel?: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** Tags beside the title: kind, state, seal. */
  tags?: ReactNode;
  /** The page's one or two actions. */
  actions?: ReactNode;
};

/** The head of a page: where we are, what this is, what can be done. */
export function PageHeader({ title, named, crumbs, crumbsLabel, lead, tags, actions }: Props) {
  return (
    <div className="mb-6 grid grid-cols-1 gap-2">
      {crumbs && crumbs.length > 0 && (
        <nav aria-label={crumbsLabel} className="text-sm">
          <ol className="flex flex-wrap gap-x-2">
            {crumbs.map((crumb) => (
              <li
                key={crumb.href}
                className="after:ml-2 after:text-ink-soft after:content-['/'] last:after:content-['']"
              >
                <TextLink href={crumb.href} className="target">
                  {crumb.label}
                </TextLink>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {/* On a phone what the page is stands before what can be done; with more room the actions stand beside the title. */}
      <div className="grid grid-cols-1 gap-x-6 gap-y-2 sm:flex sm:flex-wrap sm:items-center sm:justify-between">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 translate={named ? "no" : undefined} className="min-w-0 wrap-anywhere text-xl sm:text-2xl">
            {title}
          </h1>
          {tags}
        </div>
        {lead && (
          <div className="sm:order-last sm:w-full">
            <div className="max-w-measure text-ink-soft">{lead}</div>
          </div>
        )}
        {actions && <div className="flex flex-wrap gap-3 max-sm:mt-1">{actions}</div>}
      </div>
    </div>
  );
}
