import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icon.tsx'

/** What happened and what to do next, as it is announced. */
export const FailureNote = ({
  what,
  next,
  children,
}: {
  readonly what: string
  readonly next: string
  readonly children?: ComponentChildren
}): JSX.Element => (
  <div class="notice" role="alert">
    <Icon name="alert" />
    <div>
      <strong>{what}</strong> {next}
      {children}
    </div>
  </div>
)
