/** What a form shows after it was sent: what is wrong, and everything typed, so that nothing is lost. */
export type FormState = {
  /** One sentence for what is wrong with the whole; none when only fields are. */
  sentence?: string;
  /** Sentences by field. */
  errors: Record<string, string>;
  /** What was typed, by field. */
  values: Record<string, string[]>;
};

/** Before anything was sent. In a file of its own, since client forms start from it. */
export const emptyForm: FormState = { errors: {}, values: {} };
