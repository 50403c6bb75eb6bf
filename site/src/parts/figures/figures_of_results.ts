// Which figures of a prefecture the results bring: until then these are not published, while any other that is missing does not exist.
const ofResults: readonly string[] = ["adopted", "rejected", "undecided"];

export const waitsForResults = (figure: string): boolean => ofResults.includes(figure);
