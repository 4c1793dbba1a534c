import { aboutFields } from "@/app/record/about-fields";
import { RecordForm } from "@/app/record/form";
import { memberFormGroups } from "@/app/record/member-fields";
import { saveHousehold } from "@/app/village/households/new/actions";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { today } from "@/lib/clock/clock";
import { listVillages } from "@/lib/divisions/queries";
import { formField } from "@/lib/households/field-text";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { requireAsker } from "@/lib/users/session";

/** A household that is new on the register: its code, its village, its head. */
export default async function NewHousehold() {
  const [asker, locale] = await Promise.all([requireAsker("village"), currentLocale()]);
  const t = dictionary(locale);
  const { record: r, ui } = t;
  const said = { t, locale, industries: [] };
  const villages = await listVillages(asker, { mine: true });
  const place = villages.map(({ code, name }) => ({ value: code, label: name }));
  const groups = memberFormGroups(said)
    .reverse()
    .map(({ title, fields }) => ({
      title,
      fields: fields.filter(({ name }) => name !== "relation"),
    }));
  return (
    <Page width="text">
      <PageHeader
        title={r.register.title}
        lead={r.register.lead}
        crumbs={[{ href: "/village", label: t.village.title }]}
        crumbsLabel={ui.breadcrumb}
      />
      <RecordForm
        action={saveHousehold}
        groups={[
          {
            fields: [
              {
                name: "code",
                label: r.register.code,
                hint: r.register.codeHint,
                control: "text",
                values: [],
                maxLength: 40,
                required: true,
              },
              {
                name: "village",
                label: r.register.village,
                control: "select",
                values: [place[0]?.value ?? ""],
                options: place,
              },
              ...(["type", "status", "cause"] as const).map((field) =>
                formField(said, "household", field, field === "status" ? "poor" : null),
              ),
            ],
          },
          ...groups,
          { fields: aboutFields(t, today()) },
        ]}
        hidden={{}}
        words={{ errorsTitle: ui.errorsTitle, send: r.register.send, working: ui.working }}
      />
    </Page>
  );
}
