import { reported } from '../../core/source.ts'
import type { DraftBucket } from '../decide/draft.ts'
import { asText, at } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { bucket } from '../payload/payload.ts'
import type { Payload } from '../payload/payload.ts'
import { wallClockAt } from '../payload/stamps.ts'
import type { Shape } from './shape.ts'

const EXPIRY =
  /^(\d{4})年\s{0,3}(\d{1,2})月\s{0,3}(\d{1,2})日(?:\s{0,3}(午前|午後)\s{0,3}(\d{1,2}):(\d{2}))?\s{0,3}(?:\n|まで|$)/

/**
 * povo 2.0's app, /api/v1/quilt/page/user-plan-details-v2: a tile per topping, every value a sentence for the screen.
 */
export const povo: Shape = {
  id: 'povo',
  source: reported('https://github.com/Fuku856/povo-manager', '2026-11-23'),
  recognises: (payload) => tilesOf(payload).length > 0,
  read(payload) {
    const buckets = tilesOf(payload).map((tile) => topping(payload, tile))
    const said = buckets.filter(({ remaining, expires }) => remaining !== undefined || expires !== undefined)
    return said.length === 0 ? [] : [payload.draftOf(said)]
  },
}

const tilesOf = (payload: Payload): TreeNode[] =>
  payload.having('remaining').filter((tile) => asText(at(tile, 'remaining', 'value')) !== null)

function topping(payload: Payload, tile: TreeNode): DraftBucket {
  const left = at(tile, 'remaining', 'value')
  const expiry = at(tile, 'expiry', 'value')
  const until = asText(expiry)
  const endless = /使い放題|無制限/.test(asText(left) ?? '')
  return bucket({
    name: asText(at(tile, 'name', 'value')) ?? '',
    grant: 'topUp',
    ...(endless && left ? { remaining: payload.unlimited(left), unlimited: true } : leftOfAll(payload, left)),
    expires: expiry && until !== null ? payload.wallClock(expiry, expiryAt(until)) : undefined,
  })
}

/** "1.23GB", or "60.00GB / 120.00GB": left and bought. */
function leftOfAll(payload: Payload, node: TreeNode | null) {
  const [remaining, allowance, ...others] = (asText(node) ?? '').split('/')
  if (node === null || remaining === undefined || others.length > 0) return {}
  return {
    remaining: payload.textFigure(node, 1000, false, remaining),
    allowance: allowance === undefined ? undefined : payload.textFigure(node, 1000, false, allowance),
  }
}

/** 午後12:00 is noon and 午前12:00 the midnight that day begins with; 午後13:00 is no time. */
function expiryAt(printed: string): string | null {
  const match = EXPIRY.exec(printed.trim())
  if (!match) return null
  const [, year, month, day, half, hour, minute] = match
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  if (hour === undefined) return wallClockAt(date)
  if (Number(hour) > 12) return null
  return wallClockAt({ ...date, hour: (Number(hour) % 12) + (half === '午後' ? 12 : 0), minute: Number(minute) })
}
