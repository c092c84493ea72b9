import { reported } from '../../core/source.ts'
import type { Grant } from '../../core/reading.ts'
import type { DraftBucket } from '../decide/draft.ts'
import { asText, elements, member } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { bucket, declared, said } from '../payload/payload.ts'
import type { Payload } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

const KB = declared('KB', 1024)

/**
 * China Telecom's app through public clients: flow in KB (`balance` is money, `voice` minutes), or the lists of the
 * screen with a unit in each text.
 */
export const chinatelecom: Shape = {
  id: 'chinatelecom',
  source: reported('https://github.com/LambdaExpression/ChinaTelecomMonitor', '2026-11-23'),
  recognises: (payload) =>
    payload.has('use', 'total', 'generalUse') ||
    payload.has('use', 'total', 'items') ||
    payload.has('title', 'leftTitleHh'),
  read(payload) {
    const rows = payload.having('title', 'leftTitleHh').map((row) => rowBucket(payload, row))
    const shown = rows.filter(({ used, remaining }) => used ?? remaining)
    const summary =
      payload.having('use', 'total', 'generalUse')[0] ?? payload.having('use', 'total', 'items')[0] ?? null
    if (summary === null) return shown.length === 0 ? [] : [payload.draftOf(shown)]
    const total = payload.figures(summary, KB, { used: 'use', allowance: 'total' })
    return [payload.draft({ total, buckets: [...kinds(payload, summary), ...items(payload, summary), ...shown] })]
  },
}

const kinds = (payload: Payload, summary: TreeNode): DraftBucket[] =>
  [
    bucket({
      name: 'general',
      grant: 'plan',
      ...payload.figures(summary, KB, { used: 'generalUse', allowance: 'generalTotal' }),
    }),
    bucket({
      name: 'special',
      grant: 'appOnly',
      ...payload.figures(summary, KB, { used: 'specialUse', allowance: 'specialTotal' }),
    }),
  ].filter(({ used, allowance }) => used ?? allowance)

const items = (payload: Payload, summary: TreeNode): DraftBucket[] =>
  elements(member(summary, 'items'))
    .map((item) => {
      const name = asText(member(item, 'name')) ?? ''
      return bucket({ name, grant: grantOf(name), ...payload.figures(item, KB, { used: 'use', allowance: 'total' }) })
    })
    .filter(({ used, allowance }) => used ?? allowance)

/** The text left is used or left over, as its own title says; 已用 and 剩余 may also stand on the right. */
function rowBucket(payload: Payload, row: TreeNode): DraftBucket {
  const name = asText(member(row, 'title')) ?? ''
  const sides = ['left', 'right'].map((side) => ({
    title: asText(member(row, `${side}Title`)) ?? '',
    figure: payload.textFigure(member(row, `${side}TitleHh`), 1024, true),
  }))
  const figureOf = (word: RegExp) => sides.find(({ title }) => word.test(title))?.figure
  return bucket({
    name,
    grant: grantOf(name),
    ...said({ used: figureOf(/已用|已使用/), remaining: figureOf(/剩余|可用/), allowance: figureOf(/总量|共/) }),
  })
}

function grantOf(name: string): Grant {
  if (/定向|专属|专用/.test(name)) return 'appOnly'
  return /通用|国内|全国/.test(name) ? 'plan' : 'unknown'
}
