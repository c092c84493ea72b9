/** What a portal counts of its visitors. */

/** What no reading robot does; each is an address somewhere that looks like something else. */
export const HARMS = [
  'purchases',
  'planChanges',
  'termsAccepted',
  'passkeys',
  'passwordChanges',
  'speedSwitches',
  'logouts',
  'captchaAnswers',
  'otherLines',
  'foreignPasswords',
  'secretsInAddresses',
] as const
export type Harm = (typeof HARMS)[number]

/** Requests for what is no document. */
export const ASSETS = ['images', 'styles', 'scripts', 'fonts'] as const
export type Asset = (typeof ASSETS)[number]

/**
 * `passwords` are passwords and network PINs received, right or wrong; `failedLogins` those of them that were wrong;
 * `codesSent` one-time codes asked for; `wrongCodes` codes typed wrongly; `brokenForms` forms without their hidden token
 * or not in the page's charset; `foreignRequests` requests to somebody else's server; `figuresShown` pages with the figure
 * of the owner's line.
 */
const OTHERS = [
  'requests',
  'passwords',
  'failedLogins',
  'codesSent',
  'wrongCodes',
  'brokenForms',
  'foreignRequests',
  'figuresShown',
] as const

export type Counter = Harm | Asset | (typeof OTHERS)[number]
export type Counters = Record<Counter, number>

export const newCounters = (): Counters =>
  Object.fromEntries([...HARMS, ...ASSETS, ...OTHERS].map((counter) => [counter, 0])) as Counters

/** The counters among some that are not zero: "purchases: 1". */
export const counted = (counters: Counters, among: readonly Counter[]): string[] =>
  among.filter((counter) => counters[counter] > 0).map((counter) => `${counter}: ${counters[counter]}`)
