import type { ComponentType, JSX } from 'preact'
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { WEB_SENTENCES } from '../text/web.ts'
import { leaveExample } from './example.ts'
import { language } from './language.ts'
import { ledgerName, problem } from './ledger.ts'
import { FailureNote } from './parts/failure.tsx'
import { Icon, type IconName } from './parts/icon.tsx'
import { addressOf, route, type Route } from './route.ts'
import { Home } from './screens/home.tsx'
import { LineScreen } from './screens/line.tsx'
import { toast } from './toast.ts'
import { update, waitingUpdate } from './worker.ts'

const say = WEB_SENTENCES[language]

const TABS: readonly { readonly to: Route; readonly icon: IconName; readonly text: string }[] = [
  { to: { screen: 'home' }, icon: 'home', text: say.home },
  { to: { screen: 'add', lineId: null }, icon: 'add', text: say.add.tab },
  { to: { screen: 'guide', path: [] }, icon: 'guide', text: say.guide.title },
  { to: { screen: 'settings' }, icon: 'settings', text: say.settings.title },
]

/** Under which tab a screen stands. */
const tabOf = ({ screen }: Route): Route['screen'] =>
  screen === 'result' || screen === 'ways' ? 'add' : screen === 'line' || screen === 'edit' ? 'home' : screen

/** The frame around every screen. */
export function App(): JSX.Element {
  const current = route.value
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(true)
  // Whoever cannot see that the screen has changed is taken to its beginning.
  useEffect(() => {
    if (isFirst.current) isFirst.current = false
    else main.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [addressOf(current)])
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {say.skip}
      </a>
      <header class="top">
        {current.screen === 'home' ? (
          <p class="brand">
            <span lang="ja">残り</span> Nokori
          </p>
        ) : (
          <button
            class="back"
            type="button"
            onClick={() => (history.length > 1 ? history.back() : (location.hash = '#/'))}
          >
            <Icon name="back" />
            {say.back}
          </button>
        )}
      </header>
      {ledgerName.value === 'example' && (
        <aside class="example-note">
          <p>{say.example.note}</p>
          <button type="button" onClick={() => void leaveExample()}>
            {say.example.leave}
          </button>
        </aside>
      )}
      <main id="main" ref={main} tabIndex={-1}>
        {problem.value !== null && <FailureNote {...say.problems[problem.value]} />}
        <Screen current={current} />
      </main>
      <nav class="tabs" aria-label={say.navigation}>
        {TABS.map(({ to, icon, text }) => (
          <a key={to.screen} href={addressOf(to)} aria-current={to.screen === tabOf(current) ? 'page' : undefined}>
            <Icon name={icon} />
            <span>{text}</span>
          </a>
        ))}
      </nav>
      <Messages />
    </>
  )
}

function Screen({ current }: { current: Route }): JSX.Element | null {
  switch (current.screen) {
    case 'home':
      return <Home />
    case 'line':
      return <LineScreen lineId={current.lineId} />
    case 'add':
      return <Later key="add" load={ADD} props={{ lineId: current.lineId }} />
    case 'edit':
      return <Later key="edit" load={EDIT} props={{ lineId: current.lineId }} />
    case 'newLine':
      return <Later key="newLine" load={EDIT} props={{ lineId: null }} />
    case 'result':
      return <Later key="result" load={RESULT} props={{}} />
    case 'guide':
      return <Later key="guide" load={GUIDE} props={{ path: current.path }} />
    case 'ways':
      return <Later key="ways" load={WAYS} props={{}} />
    default:
      return <Later key="settings" load={SETTINGS} props={{}} />
  }
}

const ADD = (): Promise<ComponentType<{ lineId: string | null }>> => import('./screens/add.tsx').then(({ Add }) => Add)
const RESULT = (): Promise<ComponentType<object>> =>
  import('./screens/result.tsx').then((module) => module.ResultScreen)
const EDIT = (): Promise<ComponentType<{ lineId: string | null }>> =>
  import('./screens/edit.tsx').then(({ Edit }) => Edit)
const GUIDE = (): Promise<ComponentType<{ path: readonly string[] }>> =>
  import('./screens/guide.tsx').then(({ Guide }) => Guide)
const WAYS = (): Promise<ComponentType<object>> => import('./screens/ways.tsx').then(({ Ways }) => Ways)
const SETTINGS = (): Promise<ComponentType<object>> => import('./screens/settings.tsx').then(({ Settings }) => Settings)

/** A screen whose code is loaded when it is first shown. */
function Later<Props extends object>({
  load,
  props,
}: {
  readonly load: () => Promise<ComponentType<Props>>
  readonly props: Props
}): JSX.Element | null {
  const loaded = useSignal<{ readonly Shown: ComponentType<Props> } | 'failed' | null>(null)
  useEffect(() => {
    load().then(
      (Shown) => (loaded.value = { Shown }),
      () => (loaded.value = 'failed'),
    )
  }, [load])
  if (loaded.value === 'failed') return <FailureNote {...say.cannotLoad} />
  if (loaded.value === null) return null
  const { Shown } = loaded.value
  return <Shown {...props} />
}

/** What was just done, and that there is a newer app. */
const Messages = (): JSX.Element => (
  <div class="messages" role="status">
    {toast.value !== null && (
      <p class="toast">
        {toast.value.text}
        {toast.value.undo !== null && (
          <button type="button" onClick={() => (toast.value?.undo?.(), (toast.value = null))}>
            {say.undo}
          </button>
        )}
      </p>
    )}
    {waitingUpdate.value !== null && (
      <p class="toast">
        {say.update.ready}
        <button type="button" onClick={update}>
          {say.update.use}
        </button>
      </p>
    )}
  </div>
)
