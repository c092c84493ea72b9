import { reported } from '../../core/source.ts'
import { asNumber, member } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { declared } from '../payload/payload.ts'
import type { Payload } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

const MB = declared('MB', 1024)

/**
 * What the public widgets for Vodafone Germany keep of its answer: four strings, whole MB of which 1024 are sold as a GB.
 * The names are common ones, so figures that do not add up are not taken for MB.
 */
export const vodafonede: Shape = {
  id: 'vodafonede',
  source: reported('https://github.com/ThisIsBenny/iOS-Widgets/issues/19', '2026-11-26'),
  recognises: (payload) => containersOf(payload).length > 0,
  read: (payload) =>
    containersOf(payload).map((node) =>
      payload.draft({
        total: addsUp(node)
          ? payload.figures(node, MB, { allowance: 'total', used: 'used', remaining: 'remaining' })
          : {},
        expires: payload.date(member(node, 'endDate'), 'Europe/Berlin'),
      }),
    ),
}

const containersOf = (payload: Payload): TreeNode[] =>
  payload
    .having('total', 'used', 'remaining', 'endDate')
    .filter(({ members }) => members.length === 4 && members.every(({ node }) => node.kind === 'string'))

function addsUp(node: TreeNode): boolean {
  const [whole, gone, left] = ['total', 'used', 'remaining'].map((key) => asNumber(member(node, key)))
  return whole != null && gone != null && left != null && Number.isInteger(whole) && gone + left === whole
}
