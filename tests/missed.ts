/** Fixtures that the reader does not read in full yet, each with what it lacks. */
export const MISSED: Readonly<Record<string, string>> = {}
