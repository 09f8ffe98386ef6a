/** Samples of an hour, one each twenty seconds. */
export const hourSlots = 180;
