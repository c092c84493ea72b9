import type { Carrier } from '../carriers/carrier.ts'
import { CARRIERS } from '../carriers/index.ts'
import type { Myth } from '../carriers/myths.ts'
import { printable } from '../core/printable.ts'
import { lookedAt } from '../core/source.ts'
import type { Known, Way } from '../guide/guide.ts'
import type { ManagingPage } from '../guide/pages.ts'
import { tasksOf, type Step } from '../guide/steps.ts'
import { ruleLines } from '../jobs/rule-lines.ts'
import { sayStep } from '../jobs/say-step.ts'
import { bytesText } from '../text/format.ts'
import { GUIDE_SENTENCES, type GuideSentences } from '../text/guide.ts'
import type { Language } from '../text/language.ts'
import { CORRECTIONS } from '../text/myths.ts'
import { PAGE_SENTENCES } from '../text/pages.ts'
import { RULE_SENTENCES } from '../text/rules.ts'
import type { Session } from './session.ts'
import { beside, padEnd, paint, widthOf, wrap, type Screen } from './terminal.ts'

const INDENT = '  '
/** A guide is read on a small screen, with a telephone in the other hand. */
const WIDEST_COLUMNS = 60

/** A page of the guide for a terminal, 60 columns wide at most. */
export class Page {
  readonly #lines: string[] = []
  readonly #language: Language
  readonly #say: GuideSentences
  readonly #screen: Screen

  constructor({ language, screen }: Session) {
    this.#language = language
    this.#say = GUIDE_SENTENCES[language]
    this.#screen = { ...screen, columns: Math.min(screen.columns, WIDEST_COLUMNS) }
  }

  get text(): string {
    return this.#lines.join('\n').trimEnd()
  }

  #print(text: string, indent = ''): void {
    this.#lines.push(...wrap(text, this.#screen.columns, indent))
  }

  #list(items: readonly string[]): string {
    return items.join(this.#say.separator)
  }

  #heading(text: string): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('')
    this.#print(paint(this.#screen, text, 'bold'))
  }

  #note(text: string): void {
    for (const line of wrap(text, this.#screen.columns, INDENT)) this.#lines.push(paint(this.#screen, line, 'dim'))
  }

  carrier(carrier: Carrier, known: readonly Known[]): void {
    this.#heading(this.#say.title(carrier.names[this.#language]))
    const ways = known.flatMap((each) => (each.kind === 'way' ? [each.way] : []))
    if (ways.length > 1) this.#note(this.#say.bestFirst)
    for (const way of ways) this.#way(way)
    const nothing = known
      .filter((each) => each.kind === 'none')
      .map(({ channel }) => this.#say.none(this.#say.channels[channel]))
    const unknown = known.filter((each) => each.kind === 'unknown').map(({ channel }) => this.#say.channels[channel])
    if (nothing.length > 0 || unknown.length > 0) this.#lines.push('')
    for (const text of nothing) this.#print(text)
    if (unknown.length > 0) this.#print(this.#say.unknown(this.#list(unknown)))
    if (known.length > 1) this.#rules(carrier)
    if (known.length > 1 && ways.length > 0) this.#beforeYouFly()
  }

  #item(text: string): void {
    this.#lines.push(...beside(`${INDENT}- `, text, this.#screen.columns))
  }

  #rules(carrier: Carrier): void {
    const lines = ruleLines(carrier, this.#language)
    if (lines.length === 0) return
    this.#heading(RULE_SENTENCES[this.#language].title)
    for (const { text } of lines) this.#item(text)
  }

  #beforeYouFly(): void {
    this.#heading(this.#say.beforeYouFly)
    for (const step of this.#say.beforeYouFlySteps) this.#item(step)
  }

  #way({ channel, steps, verified, sources }: Way): void {
    this.#heading(this.#say.channels[channel])
    for (const [index, task] of tasksOf(steps).entries()) {
      const [first, ...more] = [...task.steps, ...task.remarks]
      this.#step(`${INDENT}${index + 1}. `, first)
      for (const step of more) this.#step(`${INDENT}   `, step)
    }
    const { checked, kind } = lookedAt(sources)
    this.#note(`${this.#say.verified[verified]} · ${this.#say.checked(checked, kind)}`)
  }

  /** The sentence of a step behind its number, then what stands below it. */
  #step(head: string, step: Step): void {
    const [sentence, ...more] = sayStep(step, this.#language)
    this.#lines.push(...beside(head, sentence, this.#screen.columns))
    for (const line of [...more, ...linksOf(step)]) this.#print(line, `${INDENT}   `)
  }

  /** A page about making data last. */
  managing({ id, tips, costs }: ManagingPage): void {
    const say = PAGE_SENTENCES[this.#language]
    this.#heading(say.titles[id])
    for (const tip of tips) {
      this.#item(say.tips[tip.id])
      for (const { address } of tip.sources) this.#note(`  ${address}`)
    }
    if (costs.length === 0) return
    this.#lines.push('')
    const width = Math.max(...costs.map(({ what }) => widthOf(say.costs[what])))
    for (const { what, per, lowBytes, highBytes } of costs) {
      const [low, high] = [bytesText(lowBytes, 1000), bytesText(highBytes, 1000)]
      const cost = per === 'hour' ? say.perHour(low, high) : say.toDownload(high)
      this.#lines.push(...beside(`${INDENT}${padEnd(say.costs[what], width)}  `, cost, this.#screen.columns))
    }
    if (costs.some(({ lowBytes, highBytes }) => lowBytes < highBytes)) this.#note(say.differ)
    for (const address of new Set(costs.flatMap(({ sources }) => sources.map((source) => source.address))))
      this.#note(address)
  }

  myth({ id, carrier, sources }: Myth): void {
    const { wrong, right } = CORRECTIONS[this.#language][id]
    this.#heading(this.#say.myth)
    this.#print(wrong, INDENT)
    this.#print(right, INDENT)
    if (carrier !== null) this.#print(this.#say.insteadFor(`nokori guide ${carrier}`), INDENT)
    for (const source of sources) this.#note(source.address)
  }

  several(carriers: readonly Carrier[]): void {
    this.#heading(this.#say.several)
    for (const { id, names, marks } of carriers) {
      const apns = (marks.apns?.value ?? []).map((each) => ('user' in each ? `${each.apn} (${each.user})` : each.apn))
      this.#print(`nokori guide ${id}`, INDENT)
      this.#note(`  ${[names[this.#language], ...apns].join(', ')}`)
    }
  }

  which(query: string): void {
    if (query !== '') this.#print(this.#say.nothingFound(printable(query)))
    this.#heading(this.#say.which)
    for (const [index, step] of this.#say.whichSteps.entries())
      this.#lines.push(...beside(`${INDENT}${index + 1}. `, step, this.#screen.columns))
    this.#lines.push('')
    for (const { id, names } of CARRIERS) this.#print(`${id}: ${names[this.#language]}`, INDENT)
    this.#lines.push('')
    this.#print(PAGE_SENTENCES[this.#language].topics)
  }
}

/** What can be opened or dialled, as it is typed. */
function linksOf(step: Step): string[] {
  switch (step.kind) {
    case 'openPage':
      return step.address === null ? [] : [step.address]
    case 'openApp':
      return [
        ...(step.android === null ? [] : [`Android: ${step.android}`]),
        ...(step.ios === null ? [] : [`iOS: id${step.ios}`]),
      ]
    case 'dial':
    case 'sendSms':
    case 'dialCode':
      return [step.link]
    default:
      return []
  }
}
