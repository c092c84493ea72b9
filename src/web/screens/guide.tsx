import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { CARRIERS } from '../../carriers/index.ts'
import { PAGES } from '../../guide/pages.ts'
import { lookForVoice } from '../speech.ts'
import { CarrierPage } from './guide/carrier.tsx'
import { GuideHome } from './guide/home.tsx'
import { Managing } from './guide/managing.tsx'
import { NoData } from './guide/no-data.tsx'
import { PhraseDialog, Phrases, showPhrase } from './guide/phrases.tsx'
import { Which } from './guide/which.tsx'
import '../style/guide.css'

lookForVoice()

/** The guide: its front page, a carrier, or one of its tools, by the address. */
export function Guide({ path }: { readonly path: readonly string[] }): JSX.Element {
  useEffect(() => () => showPhrase(null), [path])
  return (
    <>
      {pageOf(path)}
      <PhraseDialog />
    </>
  )
}

function pageOf([name = '', ...rest]: readonly string[]): JSX.Element {
  if (name === 'no-data') return <NoData />
  if (name === 'phrases') return <Phrases />
  if (name === 'which') return <Which answered={rest} />
  const page = PAGES.find(({ id }) => name === 'page' && id === rest[0])
  if (page !== undefined) return <Managing page={page} />
  const carrier = CARRIERS.find(({ id }) => id === name)
  return carrier === undefined ? <GuideHome /> : <CarrierPage key={name} carrier={carrier} />
}
