import type { Metadata } from "next";
import { asked } from "@/app/asked";
import { SlipEntry } from "@/app/s/entry";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";

type Props = { searchParams: Promise<{ beside?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).slips.in.title };
}

/** For who types the number on the slip. */
export default async function SlipPage({ searchParams }: Props) {
  const { beside } = await searchParams.then(asked);
  return <SlipEntry number="" beside={beside === "1"} />;
}
