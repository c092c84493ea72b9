/** The shape of what browsers send to the server, but for the records in it. */
import { z } from 'zod'

/** More is no piece that anybody would send; see `pieceAfter`. */
const MOST_RECORDS = 1000

/** Records for the ledger of an identity, from who has followed it as far as a cursor. */
export const pushSchema = z.strictObject({
  identity: z.string().min(1).max(100),
  after: z.int().min(0),
  records: z.array(z.unknown()).max(MOST_RECORDS),
})

/** How a browser asks to be let in. */
export const entrySchema = z.union([
  z.strictObject({ token: z.string().min(1).max(100) }),
  z.strictObject({ code: z.string().min(1).max(100) }),
])
