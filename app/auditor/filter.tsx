import type { AuditAddress } from "@/app/auditor/address";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { Dictionary } from "@/lib/i18n/dictionary";

type Props = {
  a: Dictionary["auditor"];
  ui: Dictionary["ui"];
  address: AuditAddress;
  actions: readonly string[];
};

/** A plain GET: the address holds the question. */
export function AuditFilterForm({ a, ui, address, actions }: Props) {
  return (
    <form action="/auditor" className="mb-4 grid items-end gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
      <Select
        name="action"
        label={a.action}
        placeholder={ui.all}
        options={actions.map((action) => ({ value: action, label: a.actions[action] ?? action }))}
        defaultValue={address.action}
      />
      <TextField name="by" label={a.by} defaultValue={address.by} maxLength={100} />
      <TextField name="household" label={a.household} defaultValue={address.household} maxLength={40} />
      <TextField name="from" type="date" label={a.from} defaultValue={address.from} />
      <TextField name="to" type="date" label={a.to} defaultValue={address.to} />
      <div className="mb-5">
        <Button type="submit">{a.filter}</Button>
      </div>
    </form>
  );
}
