/** Below this chance of running out a line lasts well enough that nothing needs to be done. */
export const ACCEPTED_RISK = 0.2

/** From there on it is more likely than not. */
export const LIKELY = 0.5
