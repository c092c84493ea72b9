import type { Grant, Place } from '../../core/reading.ts'
import type { Clause, Item, Row } from './layout.ts'

/** What a label makes of its figure. The first three are strong: the label alone says so. */
export type Role = FigureRole | WeakRole
/** Says too little alone; `assemble` settles it by the other figures, or drops it. */
export type WeakRole = 'available' | 'capacity' | 'volume' | 'planName' | 'sum' | 'piece'

/** The three figures that a bucket or a line has. */
export type FigureRole = 'remaining' | 'used' | 'allowance'
export const FIGURE_ROLES: readonly FigureRole[] = ['remaining', 'used', 'allowance']

/** Whether a label with this role says by itself what its figure is. */
export const isStrong = (role: Role | null | undefined): role is FigureRole =>
  role === 'remaining' || role === 'used' || role === 'allowance'

/** What a label says about the figure beside it. */
export interface Label {
  readonly role: Role | null
  grant: Grant | null
  /** Says that the figure is of the whole line. */
  readonly total: boolean
  /** A bare figure beside it is what is left: クーポン. */
  readonly held: boolean
  /** Names what does not count with the rest: パスケット. */
  readonly apart: boolean
  readonly thisCycle: boolean
  /** Written in letters with blanks between words; such labels must name data before a bare M is a unit. */
  readonly spaced: boolean
  /** 11月のご利用データ量: 11. */
  month: number | null
  /** Another time than this cycle: last month, today, the last three days. */
  readonly period: 'past' | 'today' | 'recent' | null
  /** Of what was used beyond, or beside, all that was bought. */
  readonly overage: boolean
  /** Begins with the word for a plan: what stands before it is the plan's size. */
  readonly ofPlan: boolean
  readonly place: Place
  /** Words that we do not know right before it: パスケット残高 is not the line's 残高. */
  prefix: Place | null
  /** Where the words stand that name the bucket: the label without its role. */
  namePlace: Place | null
  /** Power of a unit printed in the label, "データ残量(GB)"; null when there is none. */
  unitPower: number | null
}

/** A printed figure and where it stands; ties are decided for sites. */
export interface Site {
  readonly item: Item
  readonly clause: Clause
  /** Position among the clause's items. */
  readonly index: number
  /** In "X / Y" and its like, the figure Y that this one is a part of. */
  whole: Site | null
  /** Set on that Y. */
  part: Site | null
}

/** A rule's answer: this figure has this role because of that label. */
export interface Tie {
  readonly role: Role
  readonly label: Label | null
  readonly rule: string
  /** 3: the label touches the figure; 2: layout ties them; 1: something stands between, or the role is weak. */
  readonly strength: 1 | 2 | 3
}

/** Everything that a rule may look at. */
export interface Page {
  readonly rows: readonly Row[]
}
