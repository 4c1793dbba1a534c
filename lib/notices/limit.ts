import { limiter } from "@/lib/refusal/limit";

/** Objections from one address, and from everybody together, in ten minutes. */
export const allowOrRefuse = limiter("objections", { most: 10, mostOfAll: 200, windowMs: 10 * 60_000 });
