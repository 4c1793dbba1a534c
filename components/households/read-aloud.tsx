"use client";
import { Volume2 } from "lucide-react";
import { useSyncExternalStore } from "react";
import { buttonLook } from "@/components/ui/button-look";

const never = () => () => {};

/** Reads a text aloud with the browser's own speech; not there where the browser cannot. */
export function ReadAloud({ text, lang, label }: { text: string; lang: string; label: string }) {
  const can = useSyncExternalStore(
    never,
    () => "speechSynthesis" in window,
    () => false,
  );
  if (!can) return null;
  const speak = () => {
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), { lang, rate: 0.9 }));
  };
  return (
    <button type="button" onClick={speak} className={buttonLook("plain", true)}>
      <Volume2 aria-hidden className="size-6" />
      {label}
    </button>
  );
}
