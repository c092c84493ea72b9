import { reported } from '../../core/source.ts'
import type { Grant } from '../../core/reading.ts'
import type { DraftBucket } from '../decide/draft.ts'
import { asText, elements, member } from '../open/tree.ts'
import type { TreeNode } from '../open/tree.ts'
import { bucket, declared, said } from '../payload/payload.ts'
import type { Payload } from '../payload/payload.ts'
import type { Shape } from './shape.ts'

const MB = declared('MB', 1024)

/** `flowType` of the app: general, for certain apps, other. */
const FLOW_TYPES: Readonly<Record<string, Grant>> = { 1: 'plan', 2: 'appOnly' }

/** `SOURCE_TYPE` of a flow entry; 1 counts minutes and 2 messages. */
const FLOW_SOURCE = '3'

/**
 * China Unicom's app through public clients, four kinds of answer. Numbers are MB (20480 is sold as 20 GB); "" is no
 * figure.
 */
export const chinaunicom: Shape = {
  id: 'chinaunicom',
  source: reported('https://github.com/hlhk2017/homeassistant-unicom_bill_info/issues/11', '2026-11-23'),
  recognises: (payload) =>
    payload.has('flowSumList') || payload.has('X_USED_VALUE', 'SOURCE_TYPE') || payload.has('flowResource'),
  read(payload) {
    const summary = payload.having('flowSumList')[0] ?? null
    const packages = packageBuckets(payload)
    const buckets = [
      ...(packages.length > 0 ? packages : sumBuckets(payload, summary)),
      ...payload.having('X_USED_VALUE', 'SOURCE_TYPE').flatMap((node) => accumulated(payload, node)),
    ].filter(({ used, remaining, allowance }) => used ?? remaining ?? allowance)
    const total = said({ ...summaryTotal(payload, summary), ...resourceTotal(payload) })
    if (Object.keys(total).length > 0) return [payload.draft({ total, buckets })]
    return buckets.length === 0 ? [] : [payload.draftOf(buckets)]
  },
}

const summaryTotal = (payload: Payload, summary: TreeNode | null) =>
  said({
    remaining: payload.figureIn(member(summary, 'canUseFlowAll'), member(summary, 'canuseFlowAllUnit'), 1024, true),
    used: payload.figure(member(summary, 'allUserFlow'), MB),
  })

/** The home screen's ring: its title says whether the figure is left or used. */
function resourceTotal(payload: Payload) {
  const resource = member(payload.having('flowResource')[0] ?? null, 'flowResource')
  const title = asText(member(resource, 'dynamicFlowTitle')) ?? ''
  const figure = payload.figureIn(member(resource, 'flowPersent'), member(resource, 'newUnit'), 1024, true)
  if (/剩余/.test(title)) return said({ remaining: figure })
  return /已用/.test(title) ? said({ used: figure }) : {}
}

const packageBuckets = (payload: Payload): DraftBucket[] =>
  payload
    .having('type', 'details')
    .filter((resource) => asText(member(resource, 'type')) === 'flow')
    .flatMap((resource) => elements(member(resource, 'details')))
    .map((each) =>
      bucket({
        name: asText(member(each, 'feePolicyName')) ?? '',
        grant: FLOW_TYPES[asText(member(each, 'flowType')) ?? ''] ?? 'unknown',
        ...payload.figures(each, MB, { allowance: 'total', used: 'use', remaining: 'remain' }),
      }),
    )

const sumBuckets = (payload: Payload, summary: TreeNode | null): DraftBucket[] =>
  elements(member(summary, 'flowSumList')).map((each) =>
    bucket({
      grant: FLOW_TYPES[asText(member(each, 'flowtype')) ?? ''] ?? 'unknown',
      ...payload.figures(each, MB, { used: 'xusedvalue', remaining: 'xcanusevalue' }),
    }),
  )

function accumulated(payload: Payload, node: TreeNode): DraftBucket[] {
  if (asText(member(node, 'SOURCE_TYPE')) !== FLOW_SOURCE) return []
  const figure = (key: string) => payload.textFigure(member(node, key), 1024, true)
  return [
    bucket({ used: figure('X_USED_VALUE'), remaining: figure('X_CANUSE_VALUE'), allowance: figure('ADDUP_UPPER') }),
  ]
}
