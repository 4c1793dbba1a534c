import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SlipEntry } from "@/app/s/entry";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";
import { slipInGroups } from "@/lib/users/users";

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: dictionary(await currentLocale()).slips.in.title };
}

/** What a scanned slip opens. It says nothing of whose it is, nor whether there is such a slip. */
export default async function ScannedSlipPage({ params }: Props) {
  const { number } = await params;
  if (!/^\d{10}$/.test(number)) notFound();
  return <SlipEntry number={slipInGroups(number)} beside={false} />;
}
