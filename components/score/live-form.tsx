"use client";
import Form from "next/form";
import { type ReactNode, useEffect, useRef } from "react";

type Props = { action: string; children: ReactNode; className?: string };

/** Long enough that a slider on its way does not ask for every step. */
const restMs = 120;

/** A form that asks its page anew while one moves its sliders; without script it has a button like any other. */
export function LiveForm({ action, children, className }: Props) {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return (
    <Form
      action={action}
      scroll={false}
      replace
      className={className}
      onChange={({ currentTarget }) => {
        clearTimeout(waiting.current);
        waiting.current = setTimeout(() => currentTarget.requestSubmit(), restMs);
      }}
    >
      {children}
    </Form>
  );
}
