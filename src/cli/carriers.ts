import { CARRIER_KINDS, HOSTS, type Carrier } from '../carriers/carrier.ts'
import { CARRIERS } from '../carriers/index.ts'
import { WAYS } from '../guide/guide.ts'
import { GUIDE_SENTENCES } from '../text/guide.ts'
import { EXIT, type Session } from './session.ts'
import { padEnd, paint, widthOf } from './terminal.ts'

/** `nokori carriers`: those that are known, one a line; the exit code. */
export function carriersCommand(session: Session): number {
  const { flags, language, screen, streams } = session
  for (const [flag, values] of [
    ['host', HOSTS],
    ['kind', CARRIER_KINDS],
    ['channel', WAYS],
  ] as const) {
    const value = flags[flag]
    if (value !== undefined && !(values as readonly string[]).includes(value))
      return session.refuse((say) => say.unknownValue(`--${flag}`, value, values.join(', ')))
  }
  const carriers = CARRIERS.filter(
    (carrier) =>
      (flags.host === undefined || (carrier.hosts?.value.some((host) => host === flags.host) ?? false)) &&
      (flags.kind === undefined || carrier.kind === flags.kind) &&
      (flags.channel === undefined || waysOf(carrier).some((way) => way === flags.channel)),
  )
  if (flags.json === true) {
    streams.stdout.write(`${JSON.stringify(carriers, null, 2)}\n`)
    return carriers.length > 0 ? EXIT.ok : EXIT.nothingRead
  }
  const say = GUIDE_SENTENCES[language]
  const rows = [
    [say.table.id, say.table.carrier, say.table.hosts],
    ...carriers.map((carrier) => [carrier.id, carrier.names[language], carrier.hosts?.value.join(' ') ?? '?']),
  ]
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => widthOf(row[column]!))))
  for (const [index, row] of rows.entries()) {
    const line = row.map((cell, column) => (column < 2 ? padEnd(cell, widths[column]!) : cell)).join('  ')
    streams.stdout.write(`${index === 0 ? paint(screen, line, 'bold') : line}\n`)
  }
  return carriers.length > 0 ? EXIT.ok : EXIT.nothingRead
}

const waysOf = ({ channels }: Carrier): string[] =>
  WAYS.filter((channel) => channels[channel] !== null && !('value' in channels[channel]))
