import { leafOf } from './tree.ts'
import type { Member, TreeNode } from './tree.ts'

const START = /^\s*(?:[\w-]{1,64}:[ \t]{0,4})?['"]?(?=[\w-]{1,64}=[^;\n]{0,100};)/
const PARAMETER = /[ \t]{0,4}([\w-]{1,64})=([^;'"\n]{0,100})(?:;|(?=['"]?\s*$))/y

/** Reads the value of a header, "upload=10; download=15; total=100", with or without its name and quotes. Null for everything else. */
export function parseParameters(text: string): TreeNode | null {
  const start = START.exec(text)?.[0].length
  if (start === undefined) return null
  const members: Member[] = []
  PARAMETER.lastIndex = start
  let end = start
  for (let found = PARAMETER.exec(text); found; found = PARAMETER.exec(text)) {
    const [whole, key = '', value = ''] = found
    members.push({ key, node: leafOf(value, found.index + whole.indexOf('=') + 1) })
    end = PARAMETER.lastIndex
  }
  return /^['"]?\s*$/.test(text.slice(end)) ? { kind: 'object', start, end, value: null, members } : null
}
