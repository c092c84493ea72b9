import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Course } from '../../jobs/course.ts'
import { WEB_SENTENCES } from '../../text/web.ts'
import { STATUS_SENTENCES } from '../../text/status.ts'
import { language } from '../language.ts'

const [say, status] = [WEB_SENTENCES[language].line, STATUS_SENTENCES[language]]

/** How a line has gone and the fan of how it may go on. The chart's code is loaded when one is first shown; its place is kept. */
export function Chart({ course, zone }: { course: Course; zone: string }): JSX.Element {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let plot: { destroy(): void } | null = null
    let isWanted = true
    void import('./plot.ts').then(({ plotCourse }) => {
      if (isWanted && place.current !== null) plot = plotCourse(course, zone, place.current)
    })
    return () => {
      isWanted = false
      plot?.destroy()
    }
  }, [course, zone])
  return (
    <figure class="chart">
      <figcaption>{status.chart[course.measure]}</figcaption>
      <div class="plot" ref={place} aria-hidden="true" />
      <p class="chart-key" aria-hidden="true">
        <span class="key-seen">{say.chartSeen}</span>
        {course.ahead.length > 0 && <span class="key-likely">{say.chartLikely}</span>}
        {course.ahead.length > 0 && <span class="key-spread">{status.chartKey.spread}</span>}
        {course.allowanceBytes !== null && <span class="key-whole">{say.chartWhole}</span>}
      </p>
    </figure>
  )
}
