import { z } from "zod";
import { roundMoveNames } from "@/lib/allotments/moves";
import { day, line, prose } from "@/lib/postings/input";

export const roundInput = z
  .strictObject({
    name: line(40),
    /** The paper it rests on: number and title. */
    document: line(120),
    fundFen: z.int().positive().max(100_000_000_000),
    startsOn: day,
    closesOn: day,
  })
  .refine((round) => round.closesOn >= round.startsOn, { path: ["closesOn"], message: "code:min-over-max" });

export const roundMoveInput = z.strictObject({
  move: z.enum(roundMoveNames),
  reason: prose(500).default(""),
});
