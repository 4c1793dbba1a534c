"use client";
import { useEffect, useId, useState } from "react";
import { controlId, controlLook, describedBy, type FieldBasics } from "@/components/ui/control";
import { Field } from "@/components/ui/field";

/** A village or community to choose; `pinyin` as stored ("huilongcun hlc"). */
export type Place = { code: string; name: string; townCode: string; townName: string; pinyin?: string };
type Props = FieldBasics & {
  places: readonly Place[];
  defaultValue?: string | undefined;
  /** 请选择 */
  placeholder: string;
  /** Label and hint of the box that shortens the list; it appears once script runs. */
  findLabel: string;
  nothingFound: string;
  required?: boolean;
};

const fits = (place: Place, q: string) =>
  [place.name, place.townName, place.pinyin ?? "", place.code].some((text) => text.includes(q));

/**
 * A village, chosen from the phone's own list grouped by town. A box above it shortens the list by name,
 * pinyin or initials; without script the full list alone does the same.
 */
export function DivisionPicker({
  places,
  defaultValue,
  placeholder,
  findLabel,
  nothingFound,
  required,
  ...basics
}: Props) {
  const findId = useId();
  const [alive, setAlive] = useState(false);
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(defaultValue ?? "");
  useEffect(() => setAlive(true), []);
  const q = words.trim().toLowerCase().replace(/\s+/g, "");
  const found = q === "" ? places : places.filter((place) => fits(place, q));
  const shown = found.some((place) => place.code === chosen)
    ? found
    : [...places.filter((p) => p.code === chosen), ...found];
  const towns = [...new Map(shown.map((place) => [place.townCode, place.townName]))];
  return (
    <Field {...basics}>
      {alive && places.length > 12 && (
        <div className="mb-1 grid gap-1">
          <label htmlFor={findId} className="text-sm text-ink-soft">
            {findLabel}
          </label>
          <input
            id={findId}
            type="text"
            autoComplete="off"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            // Enter would send the form with whatever is chosen so far.
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            className={controlLook(false)}
          />
          <p role="status" className="text-sm text-ink-soft empty:hidden">
            {q !== "" && found.length === 0 ? nothingFound : ""}
          </p>
        </div>
      )}
      <select
        // React resets a form after its action to what stood in it when made, so it is made anew for its value.
        key={defaultValue}
        id={controlId(basics.name)}
        name={basics.name}
        required={required}
        defaultValue={chosen}
        onChange={(event) => setChosen(event.target.value)}
        aria-invalid={basics.error ? true : undefined}
        aria-describedby={describedBy(basics.name, basics.hint, basics.error)}
        className={controlLook(Boolean(basics.error))}
      >
        <option value="">{placeholder}</option>
        {towns.map(([code, name]) => (
          <optgroup key={code} label={name}>
            {shown
              .filter((place) => place.townCode === code)
              .map((place) => (
                <option key={place.code} value={place.code}>
                  {place.name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}
