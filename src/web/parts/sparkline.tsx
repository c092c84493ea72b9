import type { JSX } from 'preact'
import type { Course } from '../../jobs/course.ts'

const [WIDTH, HEIGHT] = [160, 44]

/** How a line has gone and is likely to go on, in small. The words beside it say the same, so it is silent to a screen reader. */
export function Sparkline({ course }: { course: Course }): JSX.Element | null {
  const { seen, ahead, allowanceBytes } = course
  const last = seen.at(-1)!
  const from = seen[0]!.at
  const to = ahead.at(-1)?.at ?? last.at
  if (to === from) return null
  const most = Math.max(
    allowanceBytes ?? 0,
    ...seen.map(({ bytes }) => bytes),
    ...ahead.map(({ highBytes }) => highBytes),
  )
  if (most === 0) return null
  const point = (at: number, bytes: number): string =>
    `${round(((at - from) / (to - from)) * WIDTH)},${round(HEIGHT - (Math.min(bytes, most) / most) * HEIGHT)}`
  const now = point(last.at, last.bytes)
  const [high, middle, low] = (['highBytes', 'middleBytes', 'lowBytes'] as const).map((key) =>
    ahead.map((each) => point(each.at, each[key])),
  )
  return (
    <svg class="sparkline" viewBox={`0 -2 ${WIDTH} ${HEIGHT + 4}`} aria-hidden="true" preserveAspectRatio="none">
      {ahead.length > 0 && <polygon class="spread" points={[now, ...high!, ...low!.toReversed()].join(' ')} />}
      {ahead.length > 0 && <polyline class="likely" points={[now, ...middle!].join(' ')} />}
      <polyline class="seen" points={seen.map(({ at, bytes }) => point(at, bytes)).join(' ')} />
      <polyline class="now" points={`${now} ${now}`} />
    </svg>
  )
}

const round = (value: number): number => Math.round(value * 10) / 10
