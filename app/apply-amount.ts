/** How much an application takes, where the form asks it: jin of an order, or plots. What is no number stays for the parser. */
export function amountIn(form: FormData): Record<string, number> {
  return Object.fromEntries(
    ["jin", "plots"].flatMap((name) => {
      const text = String(form.get(name) ?? "")
        .normalize("NFKC")
        .replace(/[,\s]/g, "");
      return text === "" ? [] : [[name, Number(text)]];
    }),
  );
}
