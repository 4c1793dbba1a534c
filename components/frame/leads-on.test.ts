import { expect, it } from "vitest";
import { leadsOn } from "@/components/frame/leads-on";

const here = { origin: "https://sanjin.example", pathname: "/village", search: "?show=all" };
type Said = Partial<Record<"target" | "rel" | "download", string>>;
/** As a browser shows a link: what is not said of it is empty, not missing. */
const follows = (href: string, said: Said = {}) =>
  leadsOn(
    {
      ...{ target: "", rel: "", ...said },
      href: new URL(href, here.origin + here.pathname + here.search).href,
      hasAttribute: (name) => name in said,
    },
    here,
  );

it("follows links to other pages of ours", () => {
  for (const href of ["/", "/village", "/village?show=off", "?show=off", "/village/households/x#fitting"])
    expect(follows(href), href).toBe(true);
  expect(follows("/village?cursor=2", { rel: "next" })).toBe(true);
});

it("leaves to the browser: files, other tabs, other places, what is no page, and where we are", () => {
  expect(follows("/exports/x", { download: "" })).toBe(false);
  expect(follows("/exports/x", { download: "x.csv" })).toBe(false);
  expect(follows("/files/x", { rel: "external" })).toBe(false);
  expect(follows("/help", { target: "_blank" })).toBe(false);
  const others = ["https://other.example/", "http://sanjin.example/", "tel:12345", "mailto:a@b.example"];
  for (const href of [...others, "javascript:void 0", "blob:https://sanjin.example/1"])
    expect(follows(href), href).toBe(false);
  for (const href of ["#content", "?show=all", "/village?show=all#610724"])
    expect(follows(href), href).toBe(false);
});
