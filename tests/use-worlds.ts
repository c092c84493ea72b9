/** Lines whose true use is known, read as carriers let people read them. */
import * as fc from 'fast-check'
import type { Amount } from '../src/core/amount.ts'
import { dateIn, type CycleClock } from '../src/core/cycle.ts'
import type { Bucket, Reading } from '../src/core/reading.ts'
import type { KeptReading } from '../src/ledger/records.ts'
import { bucket, bytes, GB, kept, MB, reading, tokyo } from './ledger-samples.ts'

export const ZONE = 'Asia/Tokyo'
const MONTH: CycleClock = { kind: 'calendarMonth', zone: ZONE }
const HOUR = 3_600_000
/** 20 October 2026, midnight in Tokyo. November begins on the twelfth day, December on the forty-second. */
const START = Date.parse('2026-10-19T15:00:00Z')
const RESETS: ReadonlySet<number> = new Set([12 * 24, 42 * 24])
const HOURS = 46 * 24
const PLAN = 20 * GB
/** What was used in October before the simulation begins. */
const BEFORE = 3 * GB

/** Rounded to a step: down, up or to the nearest, which nobody tells. */
interface Print {
  readonly step: number
  readonly rounding: 'floor' | 'ceil' | 'round'
}

/** Somebody looks, half an hour after so many hours. */
export interface Look {
  readonly hour: number
  /** A message tells the line's figures, a page its buckets too, a device what went through it. */
  readonly by: 'message' | 'page' | 'device'
  readonly says: 'used' | 'remaining' | 'both'
  /** Hours for which the carrier's figures lag, and it says so. */
  readonly lag: number
}

export interface World {
  /** What is wanted, and when; nothing is counted once nothing is left. */
  readonly bursts: readonly { readonly hour: number; readonly megabytes: number }[]
  /** Each of 1 GB, to the end of its month or for so many days. */
  readonly topUps: readonly { readonly hour: number; readonly days: number | null }[]
  readonly carriesOver: boolean
  /** Data for abroad stands on the pages from then on, and counts for nothing else. */
  readonly roamingFrom: number
  /** When the month ends is known, or it stands on every page and in every message. */
  readonly clock: CycleClock | null
  readonly message: Print
  readonly page: Print
  /** Messages that tell no allowance come only where nothing is added within a month. */
  readonly tellsAllowance: boolean
  readonly looks: readonly Look[]
}

const hour = fc.integer({ min: 4, max: HOURS - 1 })
const print: fc.Arbitrary<Print> = fc.record({
  step: fc.constantFrom(10 * MB, 100 * MB, GB),
  rounding: fc.constantFrom('floor' as const, 'ceil' as const, 'round' as const),
})
const look: fc.Arbitrary<Look> = fc.record({
  hour,
  by: fc.constantFrom('message' as const, 'page' as const, 'device' as const),
  says: fc.constantFrom('used' as const, 'remaining' as const, 'both' as const),
  lag: fc.constantFrom(0, 0, 0, 3),
})

/** How a person looks: at pages, at messages, at one figure, or at whatever there is. */
type Habit = Partial<Pick<Look, 'by' | 'says'>>
const HABITS: readonly Habit[] = [{}, {}, { by: 'page' }, { by: 'page', says: 'remaining' }, { by: 'message' }]

const anyWorld = fc.record({
  bursts: fc.array(fc.record({ hour, megabytes: fc.integer({ min: 1, max: 2500 }) }), { maxLength: 60 }),
  topUps: fc.array(fc.record({ hour, days: fc.constantFrom(null, null, 7) }), { maxLength: 4 }),
  carriesOver: fc.boolean(),
  roamingFrom: fc.integer({ min: 0, max: 2 * HOURS }),
  clock: fc.constantFrom(MONTH, null),
  message: print,
  page: print,
  tellsAllowance: fc.boolean(),
  looks: fc.array(look, { minLength: 2, maxLength: 50 }),
})
const worldsOf = (habits: readonly Habit[]): fc.Arbitrary<World> =>
  fc
    .tuple(anyWorld, fc.constantFrom(...habits))
    .map(([world, habit]) => sayingEnough({ ...world, looks: world.looks.map((each) => ({ ...each, ...habit })) }))

/** Lines of all kinds. */
export const worlds = worldsOf(HABITS)
/** Lines of which everybody sees the same figure all the time, now finely and now coarsely printed. */
export const steadyWorlds = worldsOf([{ says: 'remaining' }, { says: 'used' }])

/** What nobody could know is left out: data that is added or ends is told, and nothing comes and goes between two looks. */
function sayingEnough(world: World): World {
  const brief = world.topUps.filter(({ days }) => days !== null)
  const looks = world.looks.map((each): Look =>
    brief.length > 0 && each.by === 'message' ? { ...each, by: 'page' } : each,
  )
  const seen = brief.map((topUp): Look => ({ hour: topUp.hour, by: 'page', says: 'remaining', lag: 0 }))
  return {
    ...world,
    tellsAllowance: world.tellsAllowance || world.topUps.length > 0,
    looks: [...looks, ...seen],
  }
}

interface Held {
  readonly grant: Bucket['grant']
  readonly name: string
  /** The hour at which it ends. */
  readonly end: number
  readonly allowance: number
  left: number
}

interface State {
  readonly held: readonly Readonly<Held>[]
  /** Since the month began, and since the simulation did. */
  readonly used: number
  readonly all: number
}

/** A world's true course: the state half an hour after each hour. */
export interface Course {
  readonly world: World
  readonly states: readonly State[]
}

export function courseOf(world: World): Course {
  let held: Held[] = [{ grant: 'plan', name: '', end: Infinity, allowance: PLAN, left: PLAN - BEFORE }]
  let [used, all] = [BEFORE, 0]
  const states: State[] = []
  for (let now = 0; now < HOURS; now += 1) {
    if (RESETS.has(now)) {
      held = [...(world.carriesOver ? carriedOver(held, now) : []), { ...held.find(isPlan)!, left: PLAN }]
      used = 0
    }
    held = held.filter(({ end }) => end > now)
    for (const topUp of world.topUps)
      if (topUp.hour === now)
        held = [...held, { ...TOP_UP, end: topUp.days === null ? monthEnd(now) : endOfDay(now, topUp.days) }]
    for (const burst of world.bursts)
      if (burst.hour === now) {
        const counted = consume(held, burst.megabytes * MB)
        used += counted
        all += counted
      }
    states.push({ held: held.map((each) => ({ ...each })), used, all })
  }
  return { world, states }
}

const TOP_UP = { grant: 'topUp', name: '1GB追加', allowance: GB, left: GB } as const
const isPlan = ({ grant }: Held): boolean => grant === 'plan'
const monthEnd = (now: number): number => [...RESETS].find((reset) => reset > now) ?? 73 * 24
const endOfDay = (now: number, days: number): number => (Math.floor(now / 24) + days) * 24

/** What is left of the plan lasts for one more month. */
function carriedOver(held: readonly Held[], now: number): Held[] {
  const { left } = held.find(isPlan)!
  return left === 0 ? [] : [{ grant: 'carryOver', name: '繰越', end: monthEnd(now), allowance: left, left }]
}

/** What ends first is used first; how much was there to be used. */
function consume(held: readonly Held[], wanted: number): number {
  let rest = wanted
  for (const each of held.toSorted((a, b) => a.end - b.end)) {
    const taken = Math.min(each.left, rest)
    each.left -= taken
    rest -= taken
  }
  return wanted - rest
}

const printed = (exact: number, { step, rounding }: Print): Amount => bytes(Math[rounding](exact / step) * step, step)
const instantAt = (hours: number): string => new Date(START + hours * HOUR).toISOString()
const leftIn = (held: readonly Held[]): number => held.reduce((sum, { left }) => sum + left, 0)
const allowedIn = (held: readonly Held[]): number => held.reduce((sum, { allowance }) => sum + allowance, 0)
/** The last day before an hour at which something ends. */
const lastDay = (end: number): string => dateIn(ZONE, instantAt(end - 1))

/** What each look saw. */
export function readingsOf(course: Course): KeptReading[] {
  return course.world.looks.map((each) => {
    const counted = each.hour - each.lag
    const said = each.by === 'device' ? countedBy(course, each.hour) : toldAt(course, each, counted)
    const stamp = new Date(START + (counted + 9.5) * HOUR).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length)
    const isStamped = each.by !== 'device' && each.lag > 0
    return kept(instantAt(each.hour + 0.5), { ...said, asOf: isStamped ? tokyo(stamp) : null })
  })
}

/** A device counts on, over the ends of months. */
const countedBy = ({ states }: Course, at: number): Reading =>
  reading({ used: printed(50 * GB + states[at]!.all, { step: MB, rounding: 'floor' }) }, { channel: 'router' })

function toldAt({ world, states }: Course, { by, says }: Look, at: number): Reading {
  const { held, used } = states[at]!
  const style = by === 'page' ? world.page : world.message
  const total = {
    ...(says === 'remaining' ? {} : { used: printed(used, style) }),
    ...(says === 'used' ? {} : { remaining: printed(leftIn(held), style) }),
    ...(world.tellsAllowance && by === 'message' ? { allowance: printed(allowedIn(held), style) } : {}),
  }
  const abroad = bucket({ remaining: bytes(2 * GB), allowance: bytes(2 * GB) }, { grant: 'roaming', name: '海外' })
  return reading(total, {
    channel: by === 'page' ? 'portal' : 'sms',
    throttled: leftIn(held) === 0 ? true : null,
    cycleEnd: world.clock === null ? tokyo(lastDay(monthEnd(at))) : null,
    buckets:
      by === 'page' ? [...held.map((each) => shown(each, style)), ...(at >= world.roamingFrom ? [abroad] : [])] : [],
  })
}

const shown = ({ grant, name, end, allowance, left }: Held, style: Print): Bucket =>
  bucket(
    { remaining: printed(left, style), allowance: printed(allowance, style) },
    { grant, name, expires: end === Infinity ? null : tokyo(lastDay(end)) },
  )

/** What was truly used between two moments; October began before the simulation did. */
export function trueUse({ states }: Course, { from, to }: { readonly from: string; readonly to: string }): number {
  const usedUntil = (moment: string): number => {
    const hours = (Date.parse(moment) - START) / HOUR
    return hours < 0 ? -BEFORE : (states[Math.ceil(hours) - 1]?.all ?? 0)
  }
  return usedUntil(to) - usedUntil(from)
}

/** Whether nothing was left at any moment that somebody saw in a time. */
export const sawNothingLeft = ({ world, states }: Course, from: string, to: string): boolean =>
  world.looks.some(({ hour: at, by, lag }) => {
    const moment = instantAt(at - lag + 0.5)
    return by !== 'device' && from <= moment && moment <= to && leftIn(states[at - lag]!.held) === 0
  })
