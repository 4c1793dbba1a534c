import { notFound } from "next/navigation";
import { Done } from "@/app/done";
import { aboutFields } from "@/app/record/about-fields";
import { RecordForm } from "@/app/record/form";
import { memberFormGroups } from "@/app/record/member-fields";
import { openRecord } from "@/app/record/open";
import { RecordFrame } from "@/app/record/record-frame";
import { leaveHousehold, saveMember } from "@/app/village/households/[code]/members/actions";
import { Card } from "@/components/ui/card";
import { FilterChips } from "@/components/ui/filter-chips";
import { today } from "@/lib/clock/clock";

type Props = { params: Promise<{ code: string; member: string }>; searchParams: Promise<{ done?: string }> };

/** One member's part of the form; the others are one tap away, and saving may go on to the next. */
export default async function EditMember({ params, searchParams }: Props) {
  const [{ code, member: id }, { done }] = await Promise.all([params, searchParams]);
  const record = await openRecord(code, "village");
  const { said, form, locale } = record;
  const { record: r, ui } = said.t;
  const present = form.members.filter((m) => m.state === "present");
  const at = present.findIndex((m) => m.id === id);
  const member = present[at] ?? notFound();
  const next = present[at + 1];
  const about = aboutFields(said.t, today());
  const others = present.filter((m) => m.id !== id);
  return (
    <RecordFrame record={record} title={r.editOf(member.name ?? "")}>
      <Done done={done} locale={locale} />
      <div className="mb-6">
        <FilterChips
          label={r.members.title}
          chips={present.map((m) => ({
            label: m.name ?? "",
            href: `/village/households/${code}/members/${m.id}`,
            active: m.id === id,
          }))}
        />
      </div>
      <RecordForm
        action={saveMember}
        groups={[...memberFormGroups(said, member), { fields: about }]}
        hidden={{ code, member: id, version: form.version, next: next?.id ?? "" }}
        words={{
          errorsTitle: ui.errorsTitle,
          send: r.save,
          working: ui.working,
          ...(next && { next: r.saveNext }),
        }}
      />
      <Card title={r.members.leave} className="mt-10">
        <RecordForm
          action={leaveHousehold}
          suffix="-leave"
          groups={[
            {
              fields: [
                {
                  name: "kind",
                  label: r.members.howLeft,
                  control: "segmented",
                  values: [],
                  options: Object.entries(r.members.departures).map(([value, label]) => ({ value, label })),
                },
                ...(member.relation === "head" && others.length > 0
                  ? [
                      {
                        name: "newHead",
                        label: r.members.newHead,
                        control: "select" as const,
                        values: [],
                        hint: r.members.headNote,
                        placeholder: ui.choose,
                        options: others.map((m) => ({ value: m.id, label: m.name ?? "" })),
                      },
                    ]
                  : []),
                {
                  name: "note",
                  label: r.events.why,
                  control: "text",
                  values: [],
                  maxLength: 150,
                  required: true,
                },
                ...about.filter((field) => field.name === "happenedOn"),
              ],
            },
          ]}
          hidden={{ code, member: id, version: form.version }}
          words={{ errorsTitle: ui.errorsTitle, send: r.events.record, working: ui.working }}
        />
      </Card>
    </RecordFrame>
  );
}
