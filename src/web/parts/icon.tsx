import type { JSX } from 'preact'

/** Strokes on a 24 x 24 grid. */
const SHAPES = {
  home: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9',
  add: 'M12 5v14M5 12h14',
  guide: 'M12 7c-2-1.6-4.6-2-8-2v13c3.4 0 6 .4 8 2 2-1.6 4.6-2 8-2V5c-3.4 0-6 .4-8 2Zm0 0v13',
  settings:
    'M5 7h9m5 0h0M5 17h3m6 0h5M16.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm-6 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  forward: 'M9.5 5.5 16 12l-6.5 6.5',
  next: 'M5 12h13m-5.5-6 6 6-6 6',
  paste: 'M9 5H6.5v15h11V5H15M9 3.5h6V7H9Z',
  file: 'M7 3.5h6.5L18 8v12.5H7ZM13.5 3.5V8H18',
  keypad: 'M6 6h0M12 6h0M18 6h0M6 12h0M12 12h0M18 12h0M6 18h0M12 18h0M18 18h0',
  alert: 'M12 4 3 19.5h18ZM12 10v4.5M12 17h0',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  edit: 'm5 19 .8-3.6L16 5.2l2.8 2.8L8.6 18.2Z',
  calendar: 'M5 6h14v13.5H5ZM5 10h14M8.5 3.5V7M15.5 3.5V7',
  phone: 'M6 4h3.5l1.5 4.5-2 1.5a11 11 0 0 0 5 5l1.5-2 4.5 1.5V18a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2Z',
  message: 'M4.5 5.5h15v10.5H11L7 19.5V16H4.5Z',
  open: 'M13 5h6v6M19 5l-8.5 8.5M10 6H5v13h13v-5',
  speak: 'M5 9.5v5h3.5L13 18.5v-13L8.5 9.5ZM16 9.5a4 4 0 0 1 0 5M18.5 7a8 8 0 0 1 0 10',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20 20',
  close: 'M6 6l12 12M18 6 6 18',
  erase: 'M9 6.5h10.5v11H9L3.5 12ZM12 9.5l4.5 5M16.5 9.5l-4.5 5',
} as const
export type IconName = keyof typeof SHAPES

/** A drawing beside words; never alone, since it says nothing to a screen reader. */
export const Icon = ({ name }: { readonly name: IconName }): JSX.Element => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={SHAPES[name]} />
  </svg>
)
