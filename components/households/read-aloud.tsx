"use client";
import { CircleStop, Volume2 } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { buttonLook } from "@/components/ui/button-look";

type Props = {
  /** Sentence by sentence, with a breath between. */
  says: readonly string[];
  lang: string;
  label: string;
  stopLabel: string;
};

const never = () => () => {};

/** Reads sentences aloud with the browser's own speech, and stops; not there where the browser cannot. */
export function ReadAloud({ says, lang, label, stopLabel }: Props) {
  const [speaking, setSpeaking] = useState(false);
  const can = useSyncExternalStore(
    never,
    () => "speechSynthesis" in window,
    () => false,
  );
  // A page left in the middle of a sentence falls silent.
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!can) return null;
  const tap = () => {
    window.speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    for (const [i, sentence] of says.entries()) {
      const said = Object.assign(new SpeechSynthesisUtterance(sentence), { lang, rate: 0.9 });
      said.onend = () => i === says.length - 1 && setSpeaking(false);
      said.onerror = () => setSpeaking(false);
      window.speechSynthesis.speak(said);
    }
    setSpeaking(true);
  };
  const Icon = speaking ? CircleStop : Volume2;
  return (
    <button type="button" onClick={tap} className={buttonLook("plain", true)}>
      <Icon aria-hidden className="size-6" />
      {speaking ? stopLabel : label}
    </button>
  );
}
