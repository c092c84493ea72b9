/** What a portal answers to one request, in the order in which a server looks: files, troubles, tempting addresses, gates, pages. */
import type { Asset } from './counters.ts'
import { fieldsOf, unescaped } from './form-body.ts'
import { atGate, GATE_ACTIONS } from './gates.ts'
import { brokenForm, html } from './markup.ts'
import type { Answer, Visit } from './portal.ts'
import type { Site, World } from './server.ts'
import { troubledAnswer } from './troubles.ts'

/** A request as it came. */
export interface Asked {
  readonly site: Site
  readonly url: URL
  readonly isPost: boolean
  readonly body: Buffer
  readonly cookies: ReadonlyMap<string, string>
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

interface Replied {
  readonly reply: Answer
  /** The fault, if it is one of the network, shows here. */
  readonly isInTrouble: boolean
}

const FILES: readonly (readonly [RegExp, Asset, string])[] = [
  [/\.(?:png|gif|jpe?g|svg|ico)$/u, 'images', 'image/gif'],
  [/\.css$/u, 'styles', 'text/css'],
  [/\.m?js$/u, 'scripts', 'text/javascript'],
  [/\.woff2?$/u, 'fonts', 'font/woff2'],
]

/** Answers, and counts what is to be counted. */
export function replyTo(world: World, asked: Asked): Replied {
  const { counters, users, portal } = world
  const { site, url, body } = asked
  const secrets = users.flatMap(({ password, pin }) => [password, pin])
  const form = asked.isPost ? fieldsOf(body, portal.charset) : new Map<string, string>()
  const isSecret = (text: string): boolean => secrets.includes(text)
  if ([...url.searchParams.values()].some(isSecret)) counters.secretsInAddresses += 1
  if (site === 'foreign') return { reply: foreignReply(world, asked, secrets), isInTrouble: false }
  for (const [pattern, asset, contentType] of FILES)
    if (pattern.test(url.pathname)) {
      counters[asset] += 1
      return { reply: { html: portal.scripts[url.pathname] ?? '', contentType }, isInTrouble: false }
    }
  const visit = visitOf(world, asked, form)
  const wasIn = visit.session.isIn
  const isInTrouble = world.at === 'door' || wasIn || portal.user === null
  const reply =
    (isInTrouble ? troubledAnswer(world.fault, url.pathname) : null) ??
    answerTo(visit, [...form.values()].some(isSecret))
  const cookie = world.sessions.cookieAfter(asked.cookies, visit.session, wasIn)
  return { reply: { ...reply, cookies: [...(reply.cookies ?? []), ...(cookie === null ? [] : [cookie])] }, isInTrouble }
}

function visitOf(world: World, { site, url, isPost, cookies }: Asked, form: ReadonlyMap<string, string>): Visit {
  const { sessions, ...shared } = world
  return {
    ...shared,
    site: site === 'login' ? 'login' : 'portal',
    path: url.pathname,
    query: url.searchParams,
    isPost,
    form,
    session: sessions.of(cookies),
    isTrusted: sessions.isTrusted(cookies),
  }
}

function answerTo(visit: Visit, hasSecret: boolean): Answer {
  const { path, portal, session, counters, fault, form, isPost, origins } = visit
  if ((form.get('captcha') ?? '') !== '') counters.captchaAnswers += 1
  const harm = portal.actions[path] ?? GATE_ACTIONS[path]
  if (harm !== undefined) {
    counters[harm] += 1
    session.gate = null
    if (harm === 'logouts') session.isIn = false
    if (harm !== 'otherLines')
      return { html: html(visit, '受付完了', '<p>受け付けました。</p><a href="/">トップへ</a>') }
  }
  if (isPost && hasSecret && fault === 'foreign-redirect') {
    counters.passwords += 1
    return { status: 307, to: `${origins.foreign}${path}` }
  }
  if (isPost && form.get(portal.tokenName) !== session.token) return brokenForm(visit)
  const reply = atGate(visit) ?? portal.reply(visit)
  return typeof reply === 'string' ? { html: reply } : reply
}

/** Somebody else's server: it counts, and it has a figure for whoever believes it. */
function foreignReply({ counters }: World, { url, body, headers }: Asked, secrets: readonly string[]): Answer {
  counters.foreignRequests += 1
  const all = unescaped(`${url.href} ${body.toString('latin1')} ${JSON.stringify(headers)}`)
  if (secrets.some((secret) => all.includes(secret))) counters.foreignPasswords += 1
  return { html: '<html><title>データ残量</title><body><h1>データ残量</h1><p>残りデータ量 99.90GB</p></body></html>' }
}
