/** What `rowspan` and `colspan` may ask for: enough for labels, too little for a flood. */
const MOST_CARRIED = { characters: 80, rows: 20, columns: 30 }
/** Characters that the cells of one page may repeat in all. */
const MOST_REPEATED = 200_000

interface Row {
  readonly parent: Row | null
  readonly table: Table | null
  /** Number of parts when the row began: more parts mean that the row has text. */
  readonly start: number
  column: number
  nextColumn: number
  /** The column of the text written last. */
  written: number
  /** True when a cell holds a table or a list: then cells stand below each other. */
  stacked: boolean
  /** Parts that are line breaks inside cells. */
  readonly breaks: number[]
  cell: { readonly start: number; readonly rows: number } | null
}

interface Table {
  readonly parent: Table | null
  /** Cells of earlier rows that reach into the next ones, by column. */
  readonly carried: Map<number, { text: string; rows: number }>
}

/** Writes visible text in the four characters that `Opened.text` allows: text, "\n", "\n\n" and "\t". */
export class Layout {
  private readonly parts: string[] = []
  private lines = 0
  private blank = false
  private parted = false
  private breakCount = 0
  private repeated = 0
  private row: Row | null = null
  private table: Table | null = null

  /** A position to hand to `textSince`, `dropSince` and `frameSince`. */
  get mark(): number {
    return this.parts.length
  }

  /** How many line breaks were written so far. */
  get breaks(): number {
    return this.breakCount
  }

  /** True between `openRow` and `closeRow` of the table at hand, or outside all tables. */
  get inRow(): boolean {
    return this.row !== null && this.row.table === this.table
  }

  /** Text of an inline element: joins what stands before it; blanks collapse. */
  write(text: string): void {
    const trimmed = text.trim()
    if (trimmed === '') {
      this.blank ||= text !== ''
      return
    }
    this.blank ||= isBlank(text, 0)
    this.separate()
    this.parts.push(UNEVEN_BLANKS.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed)
    this.blank = isBlank(text, text.length - 1)
  }

  /** Text that has the layout characters already. */
  writeLaidOut(text: string): void {
    if (text === '') return
    this.separate()
    this.parts.push(text)
  }

  /** A tab in preformatted text: cells of a row that has no markup. */
  tab(): void {
    this.separate()
    this.blank = false
    this.parts.push('\t')
  }

  /** What follows on this line is a cell of its own, as links of a menu are; inside a table's cell it only does not join. */
  part(): void {
    this.parted = true
    this.blank = true
  }

  /** What follows does not join what stands before. */
  keepApart(): void {
    this.blank = true
  }

  /** 1 ends the line, 2 ends the block; asking again changes nothing. */
  breakLine(lines: 1 | 2): void {
    this.lines = Math.max(this.lines, lines)
  }

  /** `<br>`: the second in a row leaves an empty line, so it ends the block. */
  newLine(): void {
    this.lines = Math.min(this.lines + 1, 2)
  }

  /** A table or a list of terms: its rows are its own, and the row around it becomes a stack. */
  openTable(): void {
    this.stack()
    this.breakLine(2)
    this.table = { parent: this.table, carried: new Map() }
  }

  closeTable(): void {
    while (this.inRow) this.closeRow()
    this.table = this.table?.parent ?? null
    this.breakLine(2)
  }

  openRow(): void {
    this.breakLine(1)
    this.row = {
      parent: this.row,
      table: this.table,
      start: this.parts.length,
      column: 0,
      nextColumn: 0,
      written: 0,
      stacked: false,
      breaks: [],
      cell: null,
    }
  }

  /** A term begins a row of two cells. */
  openTerm(): void {
    if (this.inRow) this.closeRow()
    this.openRow()
    this.openCell(1, 1)
  }

  /** Further details of one term join the first. */
  openDetail(): void {
    if (!this.inRow) this.openRow()
    if (this.row !== null && this.row.nextColumn >= 2) this.breakLine(1)
    else this.openCell(1, 1)
  }

  openCell(columns: number, rows: number): void {
    const row = this.row
    if (row === null) return
    while (this.repeatCarried(row)) row.nextColumn += 1
    row.column = row.nextColumn
    row.nextColumn += Math.min(columns, MOST_CARRIED.columns)
    row.cell = { start: this.parts.length, rows: Math.min(rows, MOST_CARRIED.rows) }
  }

  closeCell(): void {
    const row = this.row
    if (row === null || row.cell === null) return
    const { start, rows } = row.cell
    row.cell = null
    if (rows < 2 || row.table === null) return
    const text = this.textSince(start, MOST_CARRIED.characters)?.replace(/\s+/g, ' ') ?? ''
    const lastColumn = Math.min(row.nextColumn, MOST_CARRIED.columns)
    for (let column = row.column; column < lastColumn; column += 1) {
      row.table.carried.set(column, { text: column === row.column ? text : '', rows: rows - 1 })
    }
  }

  closeRow(): void {
    const row = this.row
    if (row === null) return
    while (row.nextColumn < MOST_CARRIED.columns && row.table !== null && row.table.carried.size > 0) {
      this.repeatCarried(row)
      row.nextColumn += 1
    }
    // Several cells side by side are one line each; a single cell keeps its lines.
    if (row.written > 0 && !row.stacked) for (const index of row.breaks) this.parts[index] = ' '
    this.row = row.parent
    this.breakLine(1)
  }

  /** The cells of the row at hand hold more than lines: they stand below each other. */
  stack(): void {
    if (this.row !== null) this.row.stacked = true
  }

  /** The text written since the mark; null when it is longer than `mostCharacters`. */
  textSince(mark: number, mostCharacters: number): string | null {
    let text = ''
    for (let index = mark; index < this.parts.length; index += 1) {
      text += this.parts[index]
      if (text.length > mostCharacters) return null
    }
    return text.trim()
  }

  /** True when what was written before the mark ends with `text`, which is short. */
  endsWith(text: string, mark: number): boolean {
    let before = ''
    for (let index = mark - 1; index >= 0 && before.length < text.length; index -= 1) {
      before = (this.parts[index] ?? '').slice(-text.length).trim() + before
    }
    return before.endsWith(text)
  }

  /** Takes back what was written since the mark, unless a cell began there. */
  dropSince(mark: number): void {
    if (this.parts[mark]?.startsWith('\t')) return
    this.parts.length = Math.min(mark, this.parts.length)
    const breaks = this.row?.breaks ?? []
    while ((breaks.at(-1) ?? -1) >= mark) breaks.pop()
    this.blank = true
  }

  /** Makes what was written since the mark a block. */
  frameSince(mark: number): void {
    if (this.parts[mark]?.startsWith('\n')) this.parts[mark] = '\n\n'
    this.breakLine(2)
  }

  toString(): string {
    return this.parts.join('')
  }

  private separate(): void {
    const row = this.row
    if (row !== null && row.column > row.written) {
      if (row.stacked) this.breakLine(1)
      if (row.stacked || this.parts.length === row.start) this.pushBreak()
      if (!row.stacked) this.parts.push('\t'.repeat(row.column - row.written))
      row.written = row.column
    } else if (this.lines > 0) {
      if (row !== null && this.parts.length > row.start) row.breaks.push(this.parts.length)
      this.pushBreak()
    } else if (this.blank && this.parts.length > 0) {
      this.parts.push(this.parted && row === null ? '\t' : ' ')
    }
    this.lines = 0
    this.parted = false
    this.blank = false
  }

  private pushBreak(): void {
    if (this.parts.length === 0 || this.lines === 0) return
    this.parts.push(this.lines === 1 ? '\n' : '\n\n')
    this.breakCount += 1
  }

  private repeatCarried(row: Row): boolean {
    const carried = row.table?.carried.get(row.nextColumn)
    if (carried === undefined) return false
    row.column = row.nextColumn
    this.repeated += carried.text.length
    if (this.repeated <= MOST_REPEATED) this.write(carried.text)
    carried.rows -= 1
    if (carried.rows === 0) row.table?.carried.delete(row.nextColumn)
    return true
  }
}

const UNEVEN_BLANKS = /[^\S ]| {2}/
const isBlank = (text: string, index: number): boolean => /\s/.test(text[index] ?? '')
