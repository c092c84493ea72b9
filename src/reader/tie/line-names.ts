import type { Place } from '../../core/reading.ts'
import { placeOfToken } from '../lex/token.ts'
import type { Item, Row } from './layout.ts'

/** 主回線, 子回線2, 回線1, SIM 1, hdc00000010: what carriers call one of several lines, as `normalise` leaves it. */
const LINE_NAME =
  /(?:[主副親子]回線[0-9]*|代表回線|(?:追加)?回線 ?(?:[0-9]+|[a-z])|e?sim ?[0-9]+|hd[a-z][0-9]{4,})(?![a-z])/y

/** Most rows are refused by their first character. */
const FIRST_OF_NAMES: ReadonlySet<number> = new Set([...'主副親子代追回seh'].map((first) => first.charCodeAt(0)))

const LONGEST_NAME = 40

/** The name of a line that a row begins with, up to its first label or amount, or its number; null where it begins with anything else. */
export function lineNameOf({ hasPhone, cells: [cell] }: Row, text: string): Place | null {
  if (!cell) return null
  const { start } = cell.place
  if (!hasPhone && !FIRST_OF_NAMES.has(text.charCodeAt(start))) return null
  LINE_NAME.lastIndex = start
  if (!LINE_NAME.test(text)) {
    const [first] = hasPhone ? (cell.clauses[0]?.items ?? []) : []
    return first?.token.kind === 'phone' ? placeOfToken(first.token) : null
  }
  const ends = cell.clauses.flatMap(({ items }) => items.filter((item) => item.token.start > start && endsName(item)))
  const end = Math.min(cell.place.end, ...ends.map(({ token }) => token.start))
  const name = text.slice(start, end).replace(/[\s:(（]+$/, '')
  return name.length > LONGEST_NAME ? null : { start, end: start + name.length }
}

const endsName = ({ token, label }: Item): boolean =>
  token.kind === 'amount' || (label !== null && (label.role !== null || token.sense !== 'data'))
