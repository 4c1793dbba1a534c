import { forbidden, notFound } from "next/navigation";
import { isRefusal } from "@/lib/refusal/refusal";

/** For pages: what is not there, or not the asker's to see, answers 404; what is not allowed, 403. */
export async function found<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (error.code === "forbidden") return forbidden();
    return notFound();
  }
}
