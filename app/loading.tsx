import { Page } from "@/components/ui/page";
import { Skeleton } from "@/components/ui/skeleton";
import { dictionary } from "@/lib/i18n/dictionary";
import { currentLocale } from "@/lib/i18n/locale";

export default async function Loading() {
  return (
    <Page>
      <Skeleton label={dictionary(await currentLocale()).frame.loading} />
    </Page>
  );
}
