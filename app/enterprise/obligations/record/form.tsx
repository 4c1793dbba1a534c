"use client";
import { useActionState } from "react";
import { declare, deliver } from "@/app/enterprise/obligations/actions";
import { emptyForm } from "@/app/form-empty";
import { DateField } from "@/components/ui/date-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { NumberField } from "@/components/ui/number-field";
import { type Option, Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";

type Basics = Record<"working" | "errorsTitle" | "yuan" | "send", string>;
type DeliveryProps = {
  agreements: readonly Option[];
  today: string;
  words: Basics & Record<"agreement" | "deliveredOn" | "quantity" | "price", string>;
};

/** What came in under an order or from a plot. */
export function DeliveryForm({ agreements, today, words }: DeliveryProps) {
  const [{ errors, values, sentence }, action] = useActionState(deliver, emptyForm);
  const { agreement, deliveredOn, quantity, price: priceFen } = words;
  return (
    <form action={action}>
      <ErrorSummary
        title={words.errorsTitle}
        sentence={sentence}
        errors={errors}
        labels={{ agreement, deliveredOn, quantity, priceFen }}
      />
      <Select
        name="agreement"
        label={words.agreement}
        options={agreements}
        defaultValue={values.agreement?.[0]}
        error={errors.agreement}
      />
      <DateField
        name="deliveredOn"
        label={words.deliveredOn}
        max={today}
        defaultValue={values.deliveredOn?.[0] ?? today}
        error={errors.deliveredOn}
        required
      />
      <NumberField
        name="quantity"
        label={words.quantity}
        decimal
        defaultValue={values.quantity?.[0]}
        error={errors.quantity}
        required
      />
      <NumberField
        name="priceFen"
        label={words.price}
        unit={words.yuan}
        decimal
        defaultValue={values.priceFen?.[0]}
        error={errors.priceFen}
        required
      />
      <SubmitButton pendingLabel={words.working}>{words.send}</SubmitButton>
    </form>
  );
}

type ProfitProps = {
  year: string;
  words: Basics & Record<"year" | "profit" | "document" | "documentHint", string>;
};

/** The profit of a past year and what it rests on. */
export function ProfitForm({ year, words }: ProfitProps) {
  const [{ errors, values, sentence }, action] = useActionState(declare, emptyForm);
  return (
    <form action={action}>
      <ErrorSummary
        title={words.errorsTitle}
        sentence={sentence}
        errors={errors}
        labels={{ year: words.year, profitFen: words.profit, document: words.document }}
      />
      <NumberField
        name="year"
        label={words.year}
        defaultValue={values.year?.[0] ?? year}
        error={errors.year}
        maxLength={4}
        required
      />
      <NumberField
        name="profitFen"
        label={words.profit}
        unit={words.yuan}
        decimal
        defaultValue={values.profitFen?.[0]}
        error={errors.profitFen}
        required
      />
      <TextField
        name="document"
        label={words.document}
        hint={words.documentHint}
        defaultValue={values.document?.[0]}
        error={errors.document}
        maxLength={200}
        required
      />
      <SubmitButton pendingLabel={words.working}>{words.send}</SubmitButton>
    </form>
  );
}
