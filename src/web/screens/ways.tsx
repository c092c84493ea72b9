import type { JSX } from 'preact'
import { WEB_SENTENCES } from '../../text/web.ts'
import { copy } from '../copy.ts'
import { language } from '../language.ts'

const say = WEB_SENTENCES[language].ways

/** Where this app is, for what leads to it. */
const here = (): string => new URL('./', location.href).href

/** Runs on the carrier's page: what is selected there, else what the page shows, goes to Nokori in the address, behind "#". */
const bookmarklet = (): string =>
  `javascript:(()=>{const t=String(getSelection())||document.body.innerText;open('${here()}#add='+encodeURIComponent(t.slice(0,20000)))})()`

/** Ways for a reading to get here, set up once. */
export const Ways = (): JSX.Element => (
  <section>
    <h1>{say.title}</h1>
    <h2>{say.share.title}</h2>
    <p>{say.share.how}</p>
    <h2>{say.iphone.title}</h2>
    <ol>
      {say.iphone.steps(`${here()}#add=`).map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
    <Copy text={`${here()}#add=`} label={say.copyAddress} />
    <h2>{say.bookmark.title}</h2>
    <p>{say.bookmark.how}</p>
    <Copy text={bookmarklet()} label={say.copyBookmark} />
  </section>
)

const Copy = ({ text, label }: { readonly text: string; readonly label: string }): JSX.Element => (
  <div class="copy">
    <code translate={false}>{text}</code>
    <button class="button quiet" type="button" onClick={() => copy(text)}>
      {label}
    </button>
  </div>
)
