import { z } from 'zod';

const fieldKey = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** A figure as it is kept: a decimal with a point. */
export const decimalText = z.string().regex(/^-?\d{1,25}(\.\d{1,12})?$/);

/** What a person said about an odd figure: it holds for this value only. */
export const confirmationShape = z.object({
  field: fieldKey,
  reason: z.string().max(40),
  value: z.string().max(60),
  note: z.string().trim().max(1000),
});
export type Confirmation = z.infer<typeof confirmationShape>;

export const contentShape = z.object({
  numbers: z.record(fieldKey, decimalText.nullable()),
  texts: z.record(fieldKey, z.string().max(60_000)),
  fileIds: z.array(z.templateLiteral(['file_', z.string().max(80)])).max(30),
  confirmations: z.array(confirmationShape).max(200),
});

/** What a submission holds: figures, texts by section, files, and what was said about odd figures. */
export type Content = z.infer<typeof contentShape>;

export const EMPTY_CONTENT: Content = { numbers: {}, texts: {}, fileIds: [], confirmations: [] };
