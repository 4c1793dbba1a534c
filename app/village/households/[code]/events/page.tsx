import { aboutFields } from "@/app/record/about-fields";
import { RecordForm } from "@/app/record/form";
import { openRecord } from "@/app/record/open";
import { choosablePlaces } from "@/app/record/places";
import { RecordFrame } from "@/app/record/record-frame";
import { mergeHere, splitOff } from "@/app/village/households/[code]/events/actions";
import { EventForm } from "@/app/village/households/[code]/events/form";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { openEvents } from "@/lib/households/events";
import { type FormField, fieldText } from "@/lib/households/field-text";

type Props = { params: Promise<{ code: string }> };

/** What befell the household: each event that can happen now, with its day and what happened. */
export default async function Events({ params }: Props) {
  const { code } = await params;
  const record = await openRecord(code, "village");
  const { said, form, day, asker } = record;
  const { record: r, ui, words } = said.t;
  const e = r.events;
  const { status = "poor", register = "listed" } = form.household;
  const events = openEvents({ status, register });
  const places = events.includes("moved-village") ? await choosablePlaces(asker) : [];
  const present = form.members.filter((m) => m.state === "present");
  const people = present.map((m) => ({ value: m.id, label: m.name ?? "" }));
  const plots = form.parcels
    .filter((p) => p.state === "present")
    .map((p) => ({
      value: p.id,
      label: `${fieldText(said, "parcel", "kind", p.kind)} ${fieldText(said, "parcel", "areaMu100", p.areaMu100)}`,
    }));
  const about: FormField[] = [
    { name: "note", label: e.why, control: "text", values: [], maxLength: 150, required: true },
    ...aboutFields(said.t, day).filter(({ name }) => name === "happenedOn"),
  ];
  const base = { hidden: { code, version: form.version } };
  const send = { errorsTitle: ui.errorsTitle, send: e.record, working: ui.working };
  return (
    <RecordFrame record={record} title={e.title} lead={e.lead}>
      {events.length === 0 && <EmptyState title={e.none} />}
      <div className="grid gap-4">
        {events.map((event) => (
          <Card key={event} title={e.names[event]}>
            <p className="mb-3 text-ink-soft">{e.notes[event]}</p>
            <EventForm
              {...base}
              event={event}
              openLabel={e.record}
              words={send}
              places={event === "moved-village" ? places : []}
              placeWords={{
                label: e.village,
                placeholder: ui.choose,
                find: ui.findVillage,
                none: ui.nothingFound,
              }}
              fields={[
                ...(event === "fell-back"
                  ? [
                      {
                        name: "status",
                        label: e.status,
                        control: "segmented" as const,
                        values: ["poor"],
                        options: (["poor", "monitored"] as const).map((value) => ({
                          value,
                          label: words.householdStatus[value],
                        })),
                      },
                    ]
                  : []),
                ...about,
              ]}
            />
          </Card>
        ))}
        {register === "listed" && present.length > 1 && (
          <Card title={e.split}>
            <p className="mb-3 text-ink-soft">{e.splitNote}</p>
            <details>
              <summary className="target text-tea underline underline-offset-4">{e.record}</summary>
              <RecordForm
                action={splitOff}
                suffix="-split"
                groups={[
                  {
                    fields: [
                      {
                        name: "members",
                        label: e.splitMembers,
                        control: "boxes",
                        values: [],
                        options: people,
                      },
                      {
                        name: "head",
                        label: e.splitHead,
                        control: "select",
                        values: [],
                        options: people,
                        placeholder: ui.choose,
                      },
                      {
                        name: "stayingHead",
                        label: e.stayingHead,
                        hint: e.stayingHeadHint,
                        control: "select",
                        values: [],
                        options: people,
                        placeholder: ui.none,
                      },
                      ...(plots.length > 0
                        ? [
                            {
                              name: "parcels",
                              label: e.splitParcels,
                              control: "boxes" as const,
                              values: [],
                              options: plots,
                            },
                          ]
                        : []),
                      {
                        name: "newCode",
                        label: e.newCode,
                        hint: e.newCodeHint,
                        control: "text",
                        values: [],
                        maxLength: 40,
                        required: true,
                      },
                      ...about,
                    ],
                  },
                ]}
                {...base}
                words={send}
              />
            </details>
          </Card>
        )}
        {register === "listed" && (
          <Card title={e.merge}>
            <p className="mb-3 text-ink-soft">{e.mergeNote}</p>
            <details>
              <summary className="target text-tea underline underline-offset-4">{e.record}</summary>
              <RecordForm
                action={mergeHere}
                suffix="-merge"
                groups={[
                  {
                    fields: [
                      {
                        name: "from",
                        label: e.mergeFrom,
                        control: "text",
                        values: [],
                        maxLength: 40,
                        required: true,
                      },
                      ...about,
                    ],
                  },
                ]}
                {...base}
                words={send}
              />
            </details>
          </Card>
        )}
      </div>
    </RecordFrame>
  );
}
