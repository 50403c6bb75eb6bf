/** A phone's width, where tables of the offices become cards (offices.css). */
export const isNarrow = (): boolean => matchMedia("(max-width: 48rem)").matches;
