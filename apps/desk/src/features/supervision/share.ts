/** A coverage ratio as a percentage; a dash where there is nothing to divide by. */
export function shareOf(coverage: { readonly ratio: number | null } | undefined): string {
  const ratio = coverage?.ratio ?? null;
  return ratio === null ? '—' : `${(ratio * 100).toFixed(1)}%`;
}
