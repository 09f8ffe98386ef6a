/** The size of the picture that motion is looked for in, in pixels. */
export const LUMA_WIDTH = 320;
export const LUMA_HEIGHT = 180;
