import { readMarkup } from './markup.ts'

/** A text on the screen; edges in pixels. */
interface Label {
  readonly text: string
  readonly box: Box | null
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const WANTED: ReadonlySet<string> = new Set([
  'text',
  'content-desc',
  'bounds',
  'password',
  'visible-to-user',
  'displayed',
])

/**
 * The visible text of an Android screen dumped by `uiautomator dump` (or Appium's page source, which has the same
 * attributes): labels side by side are cells of one row, a wide gap between rows separates blocks. Passwords and what
 * cannot be seen are left out. Never throws.
 */
export function openScreen(xml: string): string {
  const labels = readLabels(xml)
  const rows = joinRows(labels)
  const unplaced = labels.flatMap(({ text, box }) => (box === null ? [text] : []))
  return [layOut(rows), ...unplaced.map(oneLine)].filter(Boolean).join('\n')
}

function readLabels(xml: string): Label[] {
  const labels: Label[] = []
  // What an open node says if nothing inside it has text: the number of labels before it, and its description.
  const open: { readonly before: number; readonly description: Label | null }[] = []
  const close = (): void => {
    const { before, description } = open.pop() ?? { before: 0, description: null }
    if (description !== null && labels.length === before) labels.push(description)
  }
  readMarkup(xml, 'xml', WANTED, {
    open(_name, attributes, selfClosed) {
      const box = readBox(attributes['bounds'])
      const seen = !isUnseen(box) && attributes['visible-to-user'] !== 'false' && attributes['displayed'] !== 'false'
      const readable = seen && attributes['password'] !== 'true'
      const text = readable ? (attributes['text'] ?? '').trim() : ''
      const description = readable ? (attributes['content-desc'] ?? '').trim() : ''
      open.push({ before: labels.length, description: description === '' ? null : { text: description, box } })
      if (text !== '') labels.push({ text, box })
      if (selfClosed) close()
    },
    close,
    text() {},
  })
  while (open.length > 0) close()
  return labels
}

function readBox(bounds: string | undefined): Box | null {
  const [, left, top, right, bottom] = /^\[(-?\d+),(-?\d+)\]\[(-?\d+),(-?\d+)\]$/.exec(bounds ?? '') ?? []
  if (bottom === undefined) return null
  return { left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) }
}

const isUnseen = (box: Box | null): boolean => box !== null && (box.right <= box.left || box.bottom <= box.top)

interface PlacedLabel {
  readonly text: string
  readonly box: Box
}

interface Row {
  readonly labels: PlacedLabel[]
  /** From the bottom of the row above to the top of this one; 0 for the first row. */
  readonly gap: number
  /** Half of the height of the row above. */
  readonly wideGap: number
  bottom: number
  /** The smallest label so far: the next one must lie beside it. */
  band: Box
}

function joinRows(labels: readonly Label[]): Row[] {
  const placed = labels.flatMap(({ text, box }) => (box === null ? [] : [{ text, box }]))
  placed.sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
  const rows: Row[] = []
  for (const label of placed) {
    const { box } = label
    const row = rows.at(-1)
    if (row !== undefined && areSideBySide(row.band, box)) {
      row.labels.push(label)
      row.bottom = Math.max(row.bottom, box.bottom)
      if (height(box) < height(row.band)) row.band = box
    } else {
      const gap = row === undefined ? 0 : Math.max(0, box.top - row.bottom)
      const wideGap = row === undefined ? 0 : height(row.band) / 2
      rows.push({ labels: [label], gap, wideGap, bottom: box.bottom, band: box })
    }
  }
  return rows
}

const height = (box: Box): number => box.bottom - box.top

const areSideBySide = (a: Box, b: Box): boolean =>
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(height(a), height(b)) / 2

function layOut(rows: readonly Row[]): string {
  const usualGap = median(rows.slice(1).map(({ gap }) => gap))
  const lines = rows.map((row) => (row.gap > Math.max(2 * usualGap, row.wideGap) ? '\n' : '') + rowText(row))
  return lines.join('\n')
}

function rowText({ labels }: Row): string {
  if (labels.length === 1)
    return labels
      .flatMap(({ text }) => text.split('\n').map(oneLine))
      .filter(Boolean)
      .join('\n')
  const cells: PlacedLabel[] = []
  for (const label of labels.toSorted((a, b) => a.box.left - b.box.left)) {
    // A container often repeats the text of its only child.
    const last = cells.at(-1)
    if (last?.text !== label.text || label.box.left >= last.box.right) cells.push(label)
  }
  return cells.map(({ text }) => oneLine(text)).join('\t')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
