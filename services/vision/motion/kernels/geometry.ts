// The sizes that luma.ts, motion-background.ts and motion-blocks.ts name on the other side, in pixels.
export const WIDTH: i32 = 320;
export const HEIGHT: i32 = 180;
export const CANVAS_WIDTH: i32 = 368;
export const CANVAS_HEIGHT: i32 = 212;
export const MARGIN_X: i32 = 24;
export const MARGIN_Y: i32 = 16;
/** Pixels that one vector of bytes holds. */
export const LANES: i32 = 16;
/** Blocks of 4×4 pixels. */
export const COLUMNS: i32 = 80;
export const ROWS: i32 = 45;
