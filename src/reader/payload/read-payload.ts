import type { Draft } from '../decide/draft.ts'
import { readGeneric } from './generic.ts'
import type { TreeNode } from '../open/tree.ts'
import { Payload } from './payload.ts'
import { SHAPES } from '../shapes/index.ts'

/** Reads a payload by the first shape that knows it, or else by what its keys say. */
export function readPayload(root: TreeNode, text: string): Draft[] {
  const payload = new Payload(root, text)
  const shape = SHAPES.find((each) => each.recognises(payload))
  return shape ? shape.read(payload.under(shape.id)) : readGeneric(payload.under('generic'))
}
