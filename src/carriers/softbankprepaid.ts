import { claim, reported } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { GB, MB, noChannels, noMarks, noRules } from './shared.ts'
import { softbank } from './softbank.ts'

const prices = reported('https://blog.daletto.net/?p=3319', '2026-11-23')
const charge = reported('https://mvno.xsrv.jp/softbank/premobile/2019-02-', '2026-11-23')

const pack = (bytes: number, days: number) => claim({ bytes, yen: null, lasts: { days } }, prices)

export const softbankprepaid = {
  id: 'softbankprepaid',
  names: {
    en: 'SoftBank prepaid (Simple Style)',
    ja: 'ソフトバンク シンプルスタイル',
    'zh-Hans': '软银预付 (Simple Style)',
    'zh-Hant': '軟銀預付 (Simple Style)',
  },
  kind: 'visitor',
  hosts: softbank.hosts,
  marks: { ...noMarks, networks: softbank.marks.networks },
  channels: {
    ...noChannels,
    portal: { ...softbank.channels.portal, path: [], tells: null, sources: [charge] },
  },
  rules: {
    ...noRules,
    cycle: claim({ kind: 'validity', counts: 'days' }, prices),
    topUps: [pack(200 * MB, 2), pack(700 * MB, 7), pack(3 * GB, 30)],
  },
  unit: null,
} satisfies Carrier
