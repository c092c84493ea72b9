/** A mobile number in a text. */
export interface PhoneNumber {
  /** Where it begins. */
  readonly start: number
  /** Its last four digits; those before may be masked. */
  readonly ending: string
}

const NUMBER =
  /(?<![\d*])(?:\+81[-\s]?|[0０])[5-9５-９][0０][-‐‑–－\s]?[\d０-９*＊x●○•]{4}[-‐‑–－\s]?([\d０-９]{4})(?![\d０-９])/giu

export const phoneNumbersIn = (text: string): PhoneNumber[] =>
  [...text.matchAll(NUMBER)].map(({ index, 1: ending = '' }) => ({ start: index, ending: ending.normalize('NFKC') }))

/** Whether a number can be the one with a suffix: as far as both are known. */
export const isNumberOf = (number: string, suffix: string): boolean =>
  number.endsWith(suffix) || suffix.endsWith(number)
