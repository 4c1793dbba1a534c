/** What was typed into a form and not yet sent, in this tab only: by field name, in the order of the form. */
export type Draft = Record<string, string[]>;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const keyOf = (path: string, form: HTMLFormElement, forms: readonly HTMLFormElement[]) =>
  `draft ${path} ${forms.filter((one) => nameOf(one) === nameOf(form)).indexOf(form)} ${nameOf(form)}`;

/** A form is known by its visible fields: its action is different in every build. */
const nameOf = (form: HTMLFormElement) => [...new Set(fieldsOf(form).map((field) => field.name))].join();

/** Never kept: passwords, phones, files, what says so by data-private, and what the server put there. */
export function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter((element): element is Field => {
    const isField =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement;
    if (!isField || !element.name || element.closest("[data-private]")) return false;
    const secret = /password|phone|tel|idn|id-?number|card|account|bank|^code$/i.test(element.name);
    return !secret && !["hidden", "password", "tel", "file", "submit", "button"].includes(element.type);
  });
}

/** An identity number, a phone or a bank card, typed into whatever field: it stays out of the browser's store. */
export const isPrivate = (text: string): boolean => /\d{11,}|\d{17}[\dxX]/.test(text.replace(/[\s-]/g, ""));

const isBox = (field: Field): field is HTMLInputElement => ["checkbox", "radio"].includes(field.type);

function isTouched(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const given = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(given, 0);
  }
  if (isBox(field)) return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

/** Forms that write; searching and filtering live in the address. React marks its own by such an action. */
export const writes = (form: HTMLFormElement): boolean =>
  form.method === "post" || /^javascript:/.test(form.getAttribute("action") ?? "");

export const formsOn = (page: ParentNode): HTMLFormElement[] =>
  [...page.querySelectorAll<HTMLFormElement>("main form")].filter(
    (form) => writes(form) && !form.closest("[data-private]"),
  );

/** Keeps what a form holds now; a form as the server gave it leaves nothing. */
export function keepDraft(path: string, form: HTMLFormElement, store: Storage): void {
  const key = keyOf(path, form, formsOn(document));
  const fields = fieldsOf(form);
  if (!fields.some(isTouched)) {
    store.removeItem(key);
    return;
  }
  const draft: Draft = {};
  for (const field of fields) {
    const values = isBox(field) ? (field.checked ? [field.value] : []) : [field.value];
    draft[field.name] = [...(draft[field.name] ?? []), ...values.filter((value) => !isPrivate(value))];
  }
  store.setItem(key, JSON.stringify(draft));
}

/** After a form was emptied: what was refused stands there again as given, and stays kept; else it was taken. */
export function settleDraft(path: string, form: HTMLFormElement, store: Storage): void {
  const kept = store.getItem(keyOf(path, form, formsOn(document)));
  const typed = kept
    ? Object.values(JSON.parse(kept) as Draft)
        .flat()
        .filter(Boolean)
    : [];
  const shown = new Set(fieldsOf(form).map((field) => (isBox(field) && !field.checked ? "" : field.value)));
  if (!typed.some((value) => shown.has(value))) keepDraft(path, form, store);
}

/** Puts a value where React, too, will see it. */
function put(field: Field, values: readonly string[], i: number): void {
  if (isBox(field)) {
    if (field.checked !== values.includes(field.value)) field.click();
    return;
  }
  const value = values[i];
  if (value === undefined || value === field.value) return;
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
}

/** Fills the page's forms with what was typed before. @returns how many were filled. */
export function restoreDrafts(path: string, store: Storage): number {
  const forms = formsOn(document);
  let filled = 0;
  for (const form of forms) {
    const kept = store.getItem(keyOf(path, form, forms));
    // What the server gave back after a refusal is newer than what was kept.
    if (!kept || fieldsOf(form).some(isTouched)) continue;
    const draft = JSON.parse(kept) as Draft;
    const seen: Record<string, number> = {};
    for (const field of fieldsOf(form)) {
      const i = seen[field.name] ?? 0;
      seen[field.name] = i + 1;
      put(field, draft[field.name] ?? [], i);
    }
    form.closest("details")?.setAttribute("open", "");
    filled += 1;
  }
  return filled;
}

/** Drafts of another person, or of who was not signed in yet, are nobody's business. */
export function ownDrafts(owner: string, store: Storage): void {
  if (store.getItem("owner") !== owner) forgetDrafts(store);
  store.setItem("owner", owner);
}

/** Forgets what was typed: on one page, or everywhere (signing out). */
export function forgetDrafts(store: Storage, path?: string): void {
  for (const key of Object.keys(store))
    if (key.startsWith(path === undefined ? "draft " : `draft ${path} `)) store.removeItem(key);
}
