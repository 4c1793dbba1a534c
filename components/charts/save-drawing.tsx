"use client";

/** The properties that make a drawing look as it does on the page; a file has no style sheet. */
const styles = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-size",
  "font-weight",
  "font-family",
  "opacity",
];

/** A copy that carries its own look. */
function standalone(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>("*")];
  for (const [i, element] of [copy, ...copy.querySelectorAll<SVGElement>("*")].entries()) {
    const original = originals[i];
    if (!original) continue;
    const look = getComputedStyle(original);
    for (const name of styles) element.style.setProperty(name, look.getPropertyValue(name));
    element.removeAttribute("class");
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.style.background = getComputedStyle(document.body).backgroundColor;
  return new XMLSerializer().serializeToString(copy);
}

/** Saves the drawing beside it as a file. */
export function SaveDrawing({ within, name, label }: { within: string; name: string; label: string }) {
  const save = () => {
    const drawing = document.querySelector<SVGSVGElement>(`#${CSS.escape(within)} svg[aria-label]`);
    if (!drawing) return;
    const address = URL.createObjectURL(new Blob([standalone(drawing)], { type: "image/svg+xml" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = `${name}.svg`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <button type="button" onClick={save} className="target text-tea underline underline-offset-4">
      {label}
    </button>
  );
}
