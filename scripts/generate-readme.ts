/** Keeps the generated part of README.md in step with the carriers. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Carrier } from '../src/carriers/carrier.ts'
import { CARRIERS } from '../src/carriers/index.ts'

const README = join(import.meta.dirname, '../README.md')
const [BEGIN, END] = ['<!-- generated: carriers -->', '<!-- end of generated part -->']

/** README.md with its table of carriers brought up to date. */
export async function readme(): Promise<string> {
  const text = await readFile(README, 'utf8')
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (begin === -1 || end < begin) throw new Error(`README.md needs the lines ${BEGIN} and ${END}`)
  return `${text.slice(0, begin)}${BEGIN}\n${carrierTable()}\n${text.slice(end)}`
}

function carrierTable(): string {
  return [
    '| Carrier | id | Web | App | Hotline | SMS, USSD | What else is known |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...CARRIERS.map((carrier) => `| ${rowOf(carrier).join(' | ')} |`),
  ].join('\n')
}

function rowOf({ id, names, channels, rules, unit }: Carrier): string[] {
  const { portal, app, hotline, sms } = channels
  const { cycle, carryOver, order, throttles, topUps, plans, alerts } = rules
  const known = {
    'when data begins anew': cycle,
    'carry-over': carryOver,
    'order of use': order,
    'speed afterwards': throttles[0],
    'top-ups': topUps[0],
    plans: plans[0],
    'its own alerts': alerts[0],
    '1 GB = 2³⁰ bytes': unit?.value === 1024 ? unit : null,
  }
  return [
    names.en === names.ja ? names.en : `${names.en} (${names.ja})`,
    `\`${id}\``,
    portal?.name ?? '?',
    app?.name ?? '?',
    hotline?.numbers[0]?.number ?? '?',
    sms === null ? '?' : 'kind' in sms ? sms.text : 'none',
    Object.entries(known)
      .filter(([, claim]) => claim)
      .map(([what]) => what)
      .join(', '),
  ]
}
