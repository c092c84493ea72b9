import type { Source } from '../../core/source.ts'
import type { Draft } from '../decide/draft.ts'
import type { Payload } from '../payload/payload.ts'

/** A documented payload: how to know it and what its fields mean. One file each, named by `id`. */
export interface Shape {
  readonly id: string
  /** Where units and meanings are documented. */
  readonly source: Source
  /**
   * True only for this payload; decided by field names, never by figures. Must be cheap: every payload is offered to
   * every shape.
   */
  recognises(payload: Payload): boolean
  /**
   * One draft per line, none where the payload says nothing. Sentinels and missing fields become "not said", never 0.
   */
  read(payload: Payload): Draft[]
}
