/** What a folder of the app is made of, by addresses that are relative to it. */
export interface Files {
  /** Without these nothing opens. */
  readonly shell: readonly string[]
  /** These are loaded when first needed. */
  readonly rest: readonly string[]
}
