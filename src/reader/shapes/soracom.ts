import { official } from '../../core/source.ts'
import { asText, member } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { BYTES } from '../payload/payload.ts'
import { said } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

/**
 * SORACOM Air, GET /v1/stats/air/sims/{sim_id}: bytes up and down per speed class and day or month; there is no
 * allowance. Only the rows of the newest month count: those before it are another cycle.
 */
export const soracom: Shape = {
  id: 'soracom',
  source: official('https://github.com/soracom/soracom-cli', '2026-11-23'),
  recognises: (payload) => payload.has('date', 'dataTrafficStatsMap'),
  read(payload) {
    const rows = payload.having('date', 'dataTrafficStatsMap')
    const newest = rows.map(monthOf).reduce((latest, month) => (month > latest ? month : latest), '')
    const classes = rows.filter((row) => monthOf(row) === newest).flatMap(speedClasses)
    const parts = classes.flatMap((each) => [
      member(each, 'uploadByteSizeTotal'),
      member(each, 'downloadByteSizeTotal'),
    ])
    const used = payload.sum(parts, BYTES)
    return used === undefined || payload.isCut ? [] : [payload.draft({ total: said({ used }) })]
  },
}

const monthOf = (row: TreeNode): string => asText(member(row, 'date'))?.slice(0, 6) ?? ''

const speedClasses = (row: TreeNode): TreeNode[] =>
  (member(row, 'dataTrafficStatsMap')?.members ?? []).map(({ node }) => node)
