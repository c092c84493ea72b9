import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { dateIn } from '../../core/cycle.ts'
import type { Course } from '../../jobs/course.ts'
import { dayText, roughText } from '../../text/format.ts'
import { language } from '../language.ts'

const HEIGHT = 220
const [GIGABYTE, MEGABYTE] = [1e9, 1e6]

/** Draws a course: what was seen, the likely way on with the spread around it, and the allowance. */
export function plotCourse(course: Course, zone: string, place: HTMLElement): { destroy(): void } {
  const draw = (): UPlot => new UPlot(optionsOf(course, zone, place), columnsOf(course), place)
  let plot = draw()
  const redraw = (): void => {
    plot.destroy()
    plot = draw()
  }
  const resized = new ResizeObserver(() => {
    if (place.clientWidth !== plot.width) plot.setSize({ width: place.clientWidth, height: HEIGHT })
  })
  const themed = new MutationObserver(redraw)
  const dark = matchMedia('(prefers-color-scheme: dark)')
  resized.observe(place)
  themed.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  dark.addEventListener('change', redraw)
  return {
    destroy() {
      resized.disconnect()
      themed.disconnect()
      dark.removeEventListener('change', redraw)
      plot.destroy()
    },
  }
}

/** Seconds, then what was seen, the middle, the top and the bottom of the spread, and the allowance. */
function columnsOf({ seen, ahead, allowanceBytes }: Course): UPlot.AlignedData {
  const last = seen.at(-1)!
  const future = ahead.filter(({ at }) => at > last.at)
  const rest = future.map(() => null)
  const past = seen.slice(1).map(() => null)
  return [
    [...seen, ...future].map(({ at }) => at / 1000),
    [...seen.map(({ bytes }) => bytes), ...rest],
    [...past, last.bytes, ...future.map(({ middleBytes }) => middleBytes)],
    [...past, last.bytes, ...future.map(({ highBytes }) => highBytes)],
    [...past, last.bytes, ...future.map(({ lowBytes }) => lowBytes)],
    [...seen, ...future].map(() => allowanceBytes),
  ]
}

function optionsOf({ seen, ahead, allowanceBytes }: Course, zone: string, place: HTMLElement): UPlot.Options {
  const style = getComputedStyle(place)
  const colour = (name: string): string => style.getPropertyValue(name).trim()
  const [ink, faint, accent, spread] = ['--ink-2', '--line', '--accent', '--spread'].map(colour)
  const most = Math.max(
    allowanceBytes ?? 0,
    ...seen.map(({ bytes }) => bytes),
    ...ahead.map(({ highBytes }) => highBytes),
  )
  const unit = most >= GIGABYTE ? GIGABYTE : MEGABYTE
  const axis = {
    stroke: ink!,
    grid: { stroke: faint!, width: 1 },
    ticks: { show: false },
    font: `12px ${style.fontFamily}`,
  }
  return {
    width: place.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false }, y: { range: [0, most * 1.05] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: 64,
        incrs: [1, 2, 3, 7, 14].map((days) => days * 86_400),
        values: (_, seconds) => seconds.map((at) => dayText(dateIn(zone, new Date(at * 1000).toISOString()), language)),
      },
      {
        ...axis,
        size: 62,
        incrs: [1, 2, 5].flatMap((step) => [1, 10, 100, 1000].map((power) => (step * power * unit) / 10)),
        values: (_, bytes) => bytes.map((each) => (each === 0 ? '0' : roughText(each))),
      },
    ],
    series: [
      {},
      { stroke: accent!, width: 2.5, points: { show: seen.length < 2 } },
      { stroke: accent!, width: 2, dash: [4, 5], points: { show: false } },
      { stroke: 'transparent', points: { show: false } },
      { stroke: 'transparent', points: { show: false } },
      { stroke: ink!, width: 1, dash: [2, 4], points: { show: false } },
    ],
    bands: [{ series: [3, 4], fill: spread! }],
  }
}
