import { MOST_BYTES } from '../../core/amount.ts'
import type { Amount } from '../../core/amount.ts'
import { official } from '../../core/source.ts'
import { asText, member } from '../open/tree.ts'
import type { Shape } from './shape.ts'

const MIB = 2 ** 20
const GIB = 2 ** 30

/** The documented bands of what is left: each begins where the one before ends, the last has no end. */
const BANDS: Readonly<Record<string, readonly [lowBytes: number, highBytes: number]>> = {
  '<200MiB': [0, 200 * MIB - 1],
  '<1GiB': [200 * MIB, GIB - 1],
  '<5GiB': [GIB, 5 * GIB - 1],
  '>=5GiB': [5 * GIB, MOST_BYTES],
}

/** CAMARA DeviceDataVolume, POST /retrieve: a band. The answer of /check has no volume and says nothing by itself. */
export const camara: Shape = {
  id: 'camara',
  source: official('https://github.com/camaraproject/DeviceDataVolume', '2026-11-23'),
  recognises: (payload) => payload.has('dataVolumeCategory'),
  read: (payload) =>
    payload.having('dataVolumeCategory').flatMap((answer) => {
      const node = member(answer, 'dataVolumeCategory')
      const amount = bandOf(asText(node) ?? '')
      return node && amount ? [payload.draft({ total: { remaining: payload.quote(amount, [node]) } })] : []
    }),
}

function bandOf(shown: string): Amount | null {
  const band = Object.hasOwn(BANDS, shown) ? BANDS[shown] : undefined
  if (!band) return null
  const [lowBytes, highBytes] = band
  return { kind: 'known', lowBytes, highBytes, shown, base: 1024, baseDeclared: true }
}
