/** The part of a drawing that is seen: its corner, and how many times it is enlarged (1 = all of it). */
export type View = { x: number; y: number; zoom: number };
export type Size = { width: number; height: number };

export const wholeView: View = { x: 0, y: 0, zoom: 1 };
export const mostZoom = 8;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** The same view kept on the drawing. */
export function kept({ x, y, zoom }: View, { width, height }: Size): View {
  const z = clamp(zoom, 1, mostZoom);
  return { x: clamp(x, 0, width - width / z), y: clamp(y, 0, height - height / z), zoom: z };
}

/** Enlarged `factor` times about a point of the drawing, which stays where it is seen. */
export function zoomedAt(view: View, size: Size, factor: number, [px, py]: [number, number]): View {
  const zoom = clamp(view.zoom * factor, 1, mostZoom);
  const real = zoom / view.zoom;
  return kept({ x: px - (px - view.x) / real, y: py - (py - view.y) / real, zoom }, size);
}

/** Moved by parts of what is seen: 0.25 is a quarter of the window to the right or down. */
export const moved = (view: View, size: Size, right: number, down: number): View =>
  kept(
    { ...view, x: view.x + (right * size.width) / view.zoom, y: view.y + (down * size.height) / view.zoom },
    size,
  );

/** Moved as little as needed so that a point is seen, with some room around it. */
export function showing(view: View, size: Size, [px, py]: [number, number]): View {
  const [w, h] = [size.width / view.zoom, size.height / view.zoom];
  const [roomX, roomY] = [w * 0.1, h * 0.1];
  const x = clamp(view.x, px - w + roomX, px - roomX);
  const y = clamp(view.y, py - h + roomY, py - roomY);
  return kept({ ...view, x, y }, size);
}

export const viewBoxOf = ({ x, y, zoom }: View, { width, height }: Size): string =>
  [x, y, width / zoom, height / zoom].map((value) => Number(value.toFixed(2))).join(" ");

/** Whether a press that went from one place on the screen to another was to move something: more pixels than a hand trembles. */
export const isDrag = (from: readonly [number, number], to: readonly [number, number]): boolean =>
  Math.hypot(to[0] - from[0], to[1] - from[1]) > 6;
