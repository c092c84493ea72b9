import { official } from '../../core/source.ts'
import { asNumber, asText, at, elements, member } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { BYTES, declared, said } from '../payload/payload.ts'
import type { Payload } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

const KIBIBYTES = declared('KiB', 1024)

/** `vnstat --json`: the newest month's rx + tx of each interface; bytes in jsonversion 2, KiB in 1. */
export const vnstat: Shape = {
  id: 'vnstat',
  source: official('https://humdi.net/vnstat/', '2026-11-23'),
  recognises: (payload) => payload.has('vnstatversion', 'interfaces'),
  read: (payload) =>
    payload.lines(
      elements(member(payload.having('vnstatversion')[0] ?? null, 'interfaces')),
      (network) => payload.draft({ total: said({ used: monthUse(payload, network) }) }),
      (network) => asText(member(network, 'name')) ?? asText(member(network, 'id')),
    ),
}

function monthUse(payload: Payload, network: TreeNode) {
  const traffic = member(network, 'traffic')
  const version = asText(member(payload.root, 'jsonversion'))
  const months = elements(member(traffic, version === '1' ? 'months' : 'month'))
  const [newest] = [...months].sort((one, other) => monthNumber(other) - monthNumber(one))
  if (!newest || payload.isCut || (version !== '1' && version !== '2')) return undefined
  return payload.sum([member(newest, 'rx'), member(newest, 'tx')], version === '1' ? KIBIBYTES : BYTES)
}

const monthNumber = (entry: TreeNode): number =>
  (asNumber(at(entry, 'date', 'year')) ?? 0) * 12 + (asNumber(at(entry, 'date', 'month')) ?? 0)
