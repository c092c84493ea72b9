import { claim, official } from '../core/source.ts'
import type { Carrier } from './carrier.ts'
import { KBPS, MB, noChannels, noMarks, noRules } from './shared.ts'

const japan = official('https://manyou.189.cn/m/newgm/country.do?idCode=rb182', '2026-11-23')

export const chinatelecom = {
  id: 'chinatelecom',
  names: {
    en: 'China Telecom',
    ja: '中国電信',
    'zh-Hans': '中国电信',
    'zh-Hant': '中國電信',
  },
  kind: 'foreign',
  hosts: null,
  marks: noMarks,
  channels: noChannels,
  rules: {
    ...noRules,
    cycle: claim({ kind: 'daily', zone: 'Asia/Shanghai' }, japan),
    throttles: [claim({ speedBitsPerSecond: 384 * KBPS }, japan)],
    plans: [claim({ name: '漫游日封顶', bytes: 200 * MB, yen: null }, japan)],
  },
  unit: null,
} satisfies Carrier
