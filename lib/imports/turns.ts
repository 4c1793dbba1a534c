/** So many at once; who comes later waits for its turn, in order. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  /**
   * Starts at once or when it is its turn.
   * @returns what gives the turn back, or leaves the queue; twice does no more than once.
   */
  ask(start: () => void): () => void {
    let state: "waiting" | "running" | "over" = "waiting";
    const begin = () => {
      state = "running";
      this.running++;
      start();
    };
    if (this.running < this.most) begin();
    else this.waiting.push(begin);
    return () => {
      if (state === "running") {
        this.running--;
        this.waiting.shift()?.();
      } else if (state === "waiting") this.waiting.splice(this.waiting.indexOf(begin), 1);
      state = "over";
    };
  }
}
