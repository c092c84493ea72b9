/** A ledger, watched for records that it comes to hold, by whoever keeps them. */
export interface Watch {
  /** The cursor of now; throws a `StoreProblem`. */
  cursor(): number
  /** Calls back with the cursor whenever it has changed, until what it returns is called. */
  follow(report: (cursor: number) => void): () => void
  /** Looks at once, for who knows that there is something to see. */
  look(): void
  close(): void
}
