import { OurFrame } from "@/app/household/record/our-frame";
import { openOurs } from "@/app/household/record/ours";
import { ChangeList } from "@/components/households/change-list";
import { getHistory } from "@/lib/households/history";

/** What has been changed in our record, by whom and why. */
export default async function OurHistory() {
  const record = await openOurs();
  const history = await getHistory(record.asker, record.form.code);
  const { history: h } = record.said.t.record;
  return (
    <OurFrame record={record} title={record.said.t.record.ours.history} lead={h.lead}>
      <ChangeList history={history} said={record.said} />
    </OurFrame>
  );
}
