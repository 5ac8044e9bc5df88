// @ts-check
/** More cells than this are not sent whole: a map draws them from tiles. */
export const MOST_WHOLE = 4000;
