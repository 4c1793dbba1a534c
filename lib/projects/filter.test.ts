import { expect, it } from "vitest";
import { directoryQuestion, placeOf } from "@/lib/projects/filter";

it("reads what it knows from an address and nothing else", () => {
  expect(
    directoryQuestion({
      q: " 茶 ",
      town: "610724105000",
      industry: "tea",
      kind: "park",
      term: "long",
      link: "labor",
      page: "3",
      x: "y",
    }),
  ).toEqual({
    link: "labor",
    page: 3,
    q: "茶",
    town: "610724105000",
    industry: "tea",
    kind: "park",
    term: "long",
  });
  expect(
    directoryQuestion({
      q: ["a", "b"],
      town: "6107",
      industry: "<script>",
      kind: "Park",
      term: "",
      page: "0",
      link: "gold",
    }),
  ).toEqual({ q: "a" });
  expect(directoryQuestion({ q: "x".repeat(1_000_000) }).q).toHaveLength(60);
});

it("reads a place: a village says its town, and one of another town, or beside all towns, is left out", () => {
  const [town, village] = ["610724105000", "610724105207"];
  expect(placeOf({ village })).toEqual({ town, village });
  expect(placeOf({ town, village })).toEqual({ town, village });
  expect(placeOf({ town, village: "610724106207" })).toEqual({ town });
  expect(placeOf({ town: "", village })).toEqual({});
  expect(placeOf({ village: [village, "x"] })).toEqual({ town, village });
  for (const odd of ["610724105000", "6107241052", "x", ""]) expect(placeOf({ village: odd })).toEqual({});
});
