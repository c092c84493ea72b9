import { claim, official } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { GB, noChannels, noMarks, noRules } from './shared.ts'

const travel = official(
  'https://support.sakuramobile.jp/hc/en-us/articles/27171831802393',
  '2026-11-23',
)
const myPage = official(
  'https://support.sakuramobile.jp/hc/en-us/articles/360040685891',
  '2026-11-23',
)

export const sakura = {
  id: 'sakura',
  names: {
    en: 'Sakura Mobile',
    ja: 'Sakura Mobile',
    'zh-Hans': 'Sakura Mobile',
    'zh-Hant': 'Sakura Mobile',
  },
  kind: 'visitor',
  hosts: null,
  marks: noMarks,
  channels: {
    ...noChannels,
    portal: {
      name: 'My Page',
      address: null,
      domains: ['sakuramobile.jp'],
      login: ['password'],
      account: null,
      path: ['Contract details'],
      tells: null,
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [myPage],
    },
  },
  rules: {
    ...noRules,
    cycle: claim({ kind: 'validity', counts: 'days' }, travel),
    plans: [claim({ name: 'Travel eSIM 10 days', bytes: 30 * GB, yen: null }, travel)],
  },
  unit: null,
} satisfies Carrier
