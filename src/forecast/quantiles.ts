/** 0.05, 0.1, … 0.95: the levels of the quantiles by which a distribution is told. */
export const QUANTILE_LEVELS: readonly number[] = Array.from({ length: 19 }, (_, i) => (i + 1) / 20)

/** The value below which a share of rising values lies, between neighbours in proportion; 0 of none. */
export function quantileOf(sorted: readonly number[], level: number): number {
  const at = level * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? 0
  return below + (at - Math.floor(at)) * ((sorted[Math.floor(at) + 1] ?? below) - below)
}
