import { EXIT, type Session } from './session.ts'
export function remindCommand(_: readonly string[], __: Session): number {
  return EXIT.ok
}
