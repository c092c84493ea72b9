import type { TreeNode } from './tree.ts'

/** Evidence laid open: one text in which every place can be pointed at, whatever it was before. */
export interface Opened {
  readonly kind: 'text' | 'page' | 'mail' | 'screen' | 'payload'
  /**
   * The visible text. Layout is in four characters only, so that one grammar reads every format:
   * "\n" ends a line, "\n\n" separates blocks (a heading or a card opens one), "\t" separates the cells of a row.
   * For a payload it is the payload itself, unchanged.
   */
  readonly text: string
  /** The payload as a tree whose nodes point into `text`; null for everything else. */
  readonly tree: TreeNode | null
  /** Addresses of embedded frames whose content is not in the evidence. */
  readonly frames: readonly string[]
  /** ISO instant that the evidence itself carries (an e-mail's Date), or null. */
  readonly sentAt: string | null
  /** Charset that the bytes were decoded with; null when the evidence came as text. */
  readonly charset: string | null
}
