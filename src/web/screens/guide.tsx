import type { JSX } from 'preact'
import { WEB_SENTENCES } from '../../text/web.ts'
import { language } from '../language.ts'

/** The guide. */
export const Guide = ({ path }: { readonly path: readonly string[] }): JSX.Element => (
  <section>
    <h1>{WEB_SENTENCES[language].guide.title}</h1>
    <p>{path.join(' ')}</p>
  </section>
)
