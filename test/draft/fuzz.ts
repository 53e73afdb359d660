/** How many random texts a property is tried on: MEDLINT_FUZZ=10 tries ten times as many (give vitest a longer --testTimeout then). */
export const runs = (count: number): { readonly numRuns: number } => ({
  numRuns: count * Number(process.env.MEDLINT_FUZZ ?? 1),
})
