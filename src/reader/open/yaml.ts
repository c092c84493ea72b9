import { leafOf } from './tree.ts'
import type { Member, TreeNode } from './tree.ts'

const LINE = /^( *)([a-z_][\w.-]*):(?: +(.*))?$/i

interface Level {
  readonly indent: number
  readonly start: number
  readonly members: Member[]
}

/**
 * Reads the mappings of YAML, the way programs print a payload for people: `key: value` on every line, nested by
 * indentation. Lists, anchors and block texts are not read. Null unless all lines look so and at least one is
 * indented or quotes its value, since "Data: 5 GB" is how people write too.
 */
export function parseYaml(text: string): TreeNode | null {
  const root: Level = { indent: -1, start: 0, members: [] }
  const stack: Level[] = []
  let looksPrinted = false
  let offset = 0
  for (const line of text.split('\n')) {
    const start = offset
    offset += line.length + 1
    if (/^\s*(?:#.*)?$/.test(line)) continue
    const match = LINE.exec(line.trimEnd())
    if (!match) return null
    const [whole, blanks = '', key = '', value = ''] = match
    while ((stack.at(-1)?.indent ?? -1) >= blanks.length) stack.pop()
    if (stack.length > 200) return null
    looksPrinted ||= blanks !== '' || /^['"]/.test(value)
    const place = start + whole.length - value.length
    const level: Level = { indent: blanks.length, start: place, members: [] }
    const node = value === '' ? objectOf(level, start + whole.length) : leafOf(value, place)
    const parent = stack.at(-1) ?? root
    parent.members.push({ key, node })
    stack.push(level)
  }
  return looksPrinted && root.members.length > 1 ? objectOf(root, text.length) : null
}

/** The members are filled in as the lines under it are read. */
const objectOf = ({ start, members }: Level, end: number): TreeNode => ({
  kind: 'object',
  start,
  end,
  value: null,
  members,
})
