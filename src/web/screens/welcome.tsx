import type { JSX } from 'preact'
import { WEB_SENTENCES } from '../../text/web.ts'
import { language } from '../language.ts'
import { Icon } from '../parts/icon.tsx'
import { addressOf } from '../route.ts'
import { showExample } from '../example.ts'

const say = WEB_SENTENCES[language].welcome

/** The first screen: what this is, and three ways to begin. */
export const Welcome = (): JSX.Element => (
  <section class="welcome">
    <p class="mark" lang="ja" aria-hidden="true">
      残り
    </p>
    <h1>{say.title}</h1>
    <p class="lead">{say.lead}</p>
    <div class="begin">
      <a class="button" href={addressOf({ screen: 'add', lineId: null })}>
        <Icon name="paste" />
        {say.paste}
      </a>
      <button class="button quiet" type="button" onClick={() => void showExample()}>
        {say.example}
      </button>
    </div>
    <ul class="promises">
      {say.promises.map((promise) => (
        <li key={promise}>
          <Icon name="check" />
          {promise}
        </li>
      ))}
    </ul>
    <p>
      <a href={addressOf({ screen: 'guide', path: [] })}>{say.noData}</a>
    </p>
  </section>
)
