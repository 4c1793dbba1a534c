import { Dialog } from "@/components/ui/dialog";
import { QrCode } from "@/components/ui/qr-code";

type Props = {
  address: string;
  label: string;
  /** Words of the button that shows it as large as the screen, for somebody to scan it off a phone. */
  large?: { open: string; close: string };
};

/** The page's own address to be scanned, with what scanning does beside it. */
export function ScanHere({ address, label, large }: Props) {
  return (
    <figure className="grid w-36 justify-items-center gap-1">
      <QrCode text={address} label={label} className="h-auto w-full rounded-sm border border-line" />
      <figcaption aria-hidden className="text-center text-sm text-ink-soft">
        {label}
      </figcaption>
      {large && (
        <div className="no-print">
          <Dialog tone="quiet" label={large.open} title={label} closeLabel={large.close}>
            <QrCode text={address} label={label} className="mx-auto h-auto w-full max-w-sm" />
          </Dialog>
        </div>
      )}
    </figure>
  );
}
