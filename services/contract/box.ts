import { z } from 'zod';

/** An axis-aligned rectangle; the origin is the top left corner of the frame, all values are fractions of the frame (0..1). */
export const Box = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().min(0).max(1),
  height: z.number().min(0).max(1),
});
export type Box = Readonly<z.infer<typeof Box>>;
