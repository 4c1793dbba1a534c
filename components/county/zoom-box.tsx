"use client";
import { Minus, Plus, RotateCcw } from "lucide-react";
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import {
  isDrag,
  moved,
  type Size,
  showing,
  type View,
  viewBoxOf,
  wholeView,
  zoomedAt,
} from "@/components/county/view-box";

type Props = {
  children: ReactNode;
  size: Size;
  words: { in: string; out: string; all: string; keys: string };
};

const button =
  "flex size-11 items-center justify-center rounded border border-edge bg-surface text-ink disabled:text-ink-soft disabled:opacity-60";

/**
 * Enlarges the drawing inside it: by two fingers, by buttons, by + − 0 and the arrow keys; one finger moves
 * it once it is enlarged and scrolls the page before. What is tabbed to comes into sight. Without script the
 * drawing is simply whole.
 */
export function ZoomBox({ children, size, words }: Props) {
  const [view, setView] = useState<View>(wholeView);
  const box = useRef<HTMLDivElement>(null);
  const fingers = useRef(new Map<number, [number, number]>());
  const press = useRef<{ at: [number, number]; drags: boolean }>({ at: [0, 0], drags: false });
  const drawing = () => box.current?.querySelector("svg");
  useEffect(() => {
    box.current?.querySelector("svg")?.setAttribute("viewBox", viewBoxOf(view, size));
  }, [view, size]);

  /** A place on the screen as a point of the drawing. */
  const at = (clientX: number, clientY: number, seen: View): [number, number] => {
    const frame = drawing()?.getBoundingClientRect();
    if (!frame?.width) return [size.width / 2, size.height / 2];
    return [
      seen.x + ((clientX - frame.left) / frame.width) * (size.width / seen.zoom),
      seen.y + ((clientY - frame.top) / frame.height) * (size.height / seen.zoom),
    ];
  };
  const middle = (seen: View): [number, number] => [
    seen.x + size.width / seen.zoom / 2,
    seen.y + size.height / seen.zoom / 2,
  ];
  const by = (factor: number) => setView((seen) => zoomedAt(seen, size, factor, middle(seen)));

  const onKeyDown = (event: KeyboardEvent) => {
    const step = 0.25;
    const keys: Record<string, () => void> = {
      "+": () => by(1.6),
      "=": () => by(1.6),
      "-": () => by(1 / 1.6),
      "0": () => setView(wholeView),
      ArrowLeft: () => setView((seen) => moved(seen, size, -step, 0)),
      ArrowRight: () => setView((seen) => moved(seen, size, step, 0)),
      ArrowUp: () => setView((seen) => moved(seen, size, 0, -step)),
      ArrowDown: () => setView((seen) => moved(seen, size, 0, step)),
    };
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act || (event.key.startsWith("Arrow") && view.zoom === 1)) return;
    event.preventDefault();
    act();
  };

  const onPointerDown = (event: PointerEvent) => {
    const now: [number, number] = [event.clientX, event.clientY];
    fingers.current.set(event.pointerId, now);
    press.current = { at: now, drags: false };
  };

  const onPointerMove = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    if (!before) return;
    const now: [number, number] = [event.clientX, event.clientY];
    if (view.zoom > 1 && isDrag(press.current.at, now)) press.current.drags = true;
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, now);
    if (other) {
      const apart = (a: [number, number], b: [number, number]) => Math.hypot(a[0] - b[0], a[1] - b[1]);
      const factor = apart(now, other) / Math.max(1, apart(before, other));
      setView((seen) =>
        zoomedAt(seen, size, factor, at((now[0] + other[0]) / 2, (now[1] + other[1]) / 2, seen)),
      );
    } else if (view.zoom > 1) {
      const frame = drawing()?.getBoundingClientRect();
      if (!frame?.width) return;
      setView((seen) =>
        moved(seen, size, (before[0] - now[0]) / frame.width, (before[1] - now[1]) / frame.height),
      );
    }
  };
  const lift = (event: PointerEvent) => fingers.current.delete(event.pointerId);

  // What is under the mouse moves along with it: letting go would be a click on the town the map was held by.
  const onClickCapture = (event: MouseEvent) => {
    // A key's click counts no presses.
    if (press.current.drags && event.detail > 0) event.preventDefault();
  };

  const onFocus = ({ target }: FocusEvent) => {
    // Under a mouse nothing may move away before it is let go.
    const isTabbed = target.closest("svg") && target !== drawing() && target.matches(":focus-visible");
    const frame = isTabbed ? target.getBoundingClientRect() : null;
    if (frame)
      setView((seen) =>
        showing(seen, size, at(frame.left + frame.width / 2, frame.top + frame.height / 2, seen)),
      );
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div
      role="group"
      aria-label={words.keys}
      onKeyDown={onKeyDown}
      onClickCapture={onClickCapture}
      onDragStart={(event) => event.preventDefault()}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={lift}
      onPointerCancel={lift}
      onPointerLeave={lift}
      onFocus={onFocus}
    >
      <div ref={box} className={view.zoom > 1 ? "touch-none overflow-hidden" : "touch-pan-y overflow-hidden"}>
        {children}
      </div>
      <div className="mt-2 flex gap-2 print:hidden">
        <button
          type="button"
          className={button}
          aria-label={words.in}
          title={words.in}
          onClick={() => by(1.6)}
        >
          <Plus aria-hidden className="size-5" />
        </button>
        <button
          type="button"
          className={button}
          aria-label={words.out}
          title={words.out}
          disabled={view.zoom === 1}
          onClick={() => by(1 / 1.6)}
        >
          <Minus aria-hidden className="size-5" />
        </button>
        <button
          type="button"
          className={button}
          aria-label={words.all}
          title={words.all}
          disabled={view.zoom === 1}
          onClick={() => setView(wholeView)}
        >
          <RotateCcw aria-hidden className="size-5" />
        </button>
      </div>
    </div>
  );
}
