import { claim, official } from '../core/source.ts'
import { au } from './au.ts'
import type { Carrier } from './carrier.ts'
import { GB, KBPS, noChannels, noMarks } from './shared.ts'

const about = official('https://povo.jp/japan-sim/information/', '2026-11-23')
const prices = official('https://povo.jp/jcb-sim/topping-list/', '2026-11-23')

const pack = (gigabytes: number, days: number, yen: number) =>
  claim({ bytes: gigabytes * GB, yen, lasts: { days } }, prices)

export const povojapansim = {
  id: 'povojapansim',
  names: {
    en: 'povo Japan SIM',
    ja: 'povo Japan SIM',
    'zh-Hans': 'povo Japan SIM',
    'zh-Hant': 'povo Japan SIM',
  },
  kind: 'visitor',
  hosts: claim(['au'], about),
  marks: { ...noMarks, networks: au.marks.networks },
  channels: {
    ...noChannels,
    portal: {
      name: 'dashboard',
      address: 'https://povo.jp/japan-sim/',
      domains: ['povo.jp'],
      login: [],
      account: null,
      path: [],
      tells: null,
      wifiOff: false,
      lateHours: null,
      verified: 'documented',
      sources: [about, prices],
    },
  },
  rules: {
    cycle: claim({ kind: 'validity', counts: 'days' }, prices),
    carryOver: null,
    order: null,
    throttles: [claim({ speedBitsPerSecond: 128 * KBPS }, prices)],
    topUps: [
      pack(1, 3, 300),
      pack(3, 3, 600),
      pack(5, 5, 900),
      pack(10, 7, 1430),
      pack(10, 15, 1750),
      pack(20, 30, 2700),
    ],
    plans: [],
    alerts: [],
  },
  unit: null,
} satisfies Carrier
