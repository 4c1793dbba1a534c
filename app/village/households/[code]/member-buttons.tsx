import { Reveal } from "@/app/village/households/[code]/reveal";
import type { FormMember } from "@/components/households/form-members";
import { TextLink } from "@/components/ui/text-link";
import type { Dictionary } from "@/lib/i18n/dictionary";

/** What can be done with one member: change it, see the whole ID number for a reason. */
export function MemberButtons({ code, member, t }: { code: string; member: FormMember; t: Dictionary }) {
  const { households: h, record: r, ui } = t;
  if (member.state !== "present") return null;
  return (
    <>
      <TextLink href={`/village/households/${code}/members/${member.id}`} className="target">
        {r.edit}
      </TextLink>
      <Reveal
        household={code}
        member={member.id}
        words={{
          open: h.reveal,
          note: h.revealQuestion,
          reason: h.revealReason,
          show: h.reveal,
          working: ui.working,
        }}
      />
    </>
  );
}
