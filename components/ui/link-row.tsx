import { TextLink } from "@/components/ui/text-link";

type Props = {
  /** What the links are, for screen readers. */
  label: string;
  links: readonly { href: string; label: string }[];
};

/** Links to the other rooms of a role in one line, so that what stands below them stays in sight. */
export function LinkRow({ label, links }: Props) {
  return (
    <nav aria-label={label} className="mb-6">
      <ul className="flex flex-wrap gap-x-6">
        {links.map((link) => (
          <li key={link.href}>
            <TextLink href={link.href} className="target">
              {link.label}
            </TextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
