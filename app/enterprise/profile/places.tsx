import { dropPlace, savePlace } from "@/app/enterprise/profile/actions";
import { FieldsForm } from "@/app/fields-form";
import { formWords } from "@/app/form-words";
import { Card } from "@/components/ui/card";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { Place } from "@/components/ui/division-picker";
import { Tag } from "@/components/ui/tag";
import { placeKinds } from "@/db/words";
import type { EnterprisePlace } from "@/lib/enterprises/queries";
import type { Dictionary } from "@/lib/i18n/dictionary";

type Props = {
  places: readonly EnterprisePlace[];
  villages: readonly Place[];
  isOpen: boolean;
  t: Dictionary;
};

/** Bases, workshops and shops besides the seat. */
export function Places({ places, villages, isOpen, t }: Props) {
  const { fields, profile: p } = t.enterprises;
  return (
    <Card title={p.places} id="places">
      {places.length === 0 && <p className="text-ink-soft">{p.noPlaces}</p>}
      <ul className="divide-y divide-line">
        {places.map((place) => (
          <li key={place.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <div>
              <span className="font-semibold">{place.name}</span> <Tag>{t.words.placeKind[place.kind]}</Tag>
              <span className="block text-ink-soft">
                {[place.townName, place.villageName, place.address].filter(Boolean).join(" ")}
              </span>
            </div>
            {isOpen && (
              <ConfirmButton
                label={p.remove}
                tone="quiet"
                question={p.removeAsk(place.name)}
                confirmLabel={p.remove}
                pendingLabel={t.ui.working}
                action={dropPlace}
                hidden={{ id: place.id }}
              />
            )}
          </li>
        ))}
      </ul>
      {isOpen && (
        <details className="mt-4">
          <summary className="target text-tea underline underline-offset-4">{p.addPlace}</summary>
          <FieldsForm
            action={savePlace}
            words={formWords(t)}
            submit={p.addPlace}
            tone="plain"
            scope="place"
            places={villages}
            parts={[
              {
                fields: [
                  { as: "text", name: "name", label: p.placeName },
                  {
                    as: "select",
                    name: "kind",
                    label: p.placeKind,
                    options: placeKinds.map((value) => ({ value, label: t.words.placeKind[value] })),
                  },
                  { as: "village", name: "villageCode", label: fields.villageCode },
                  { as: "text", name: "address", label: fields.address, optional: true },
                ],
              },
            ]}
          />
        </details>
      )}
    </Card>
  );
}
