/** From one reset to the next. Zones are IANA names; wall-clock facts stay wall-clock. */
export type Cycle =
  | { readonly kind: 'calendarMonth'; readonly zone: string }
  | { readonly kind: 'closingDay'; readonly dayOfMonth: number; readonly zone: string }
  | { readonly kind: 'hoursFromStart'; readonly hours: number }
  | { readonly kind: 'calendarDays'; readonly days: number; readonly zone: string }
  | { readonly kind: 'daily'; readonly zone: string }
  | { readonly kind: 'perTopUp' }
  | { readonly kind: 'none' }
