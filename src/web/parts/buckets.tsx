import type { JSX } from 'preact'
import type { Bucket } from '../../core/reading.ts'
import { bucketTexts } from '../../jobs/say-reading.ts'
import { dateText } from '../../text/format.ts'
import { READ_SENTENCES } from '../../text/read.ts'
import { language } from '../language.ts'

const read = READ_SENTENCES[language]

/** The parts that data is made up of, each with its own end. */
export const Buckets = ({ buckets }: { buckets: readonly Bucket[] }): JSX.Element => (
  <ul class="rows">
    {buckets.map((bucket, index) => (
      <li key={`${index} ${bucket.name}`}>
        <span class="row-name">
          {read.grants[bucket.grant]}
          {bucket.name !== '' && <small translate={false}>{bucket.name}</small>}
        </span>
        <span class="row-value">
          {bucketTexts(bucket, read).join(read.separator)}
          {bucket.expires !== null && <small>{read.until(dateText(bucket.expires, language))}</small>}
        </span>
      </li>
    ))}
  </ul>
)
