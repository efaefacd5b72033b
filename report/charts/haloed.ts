/** A text layer, and under it the same in a broad white outline, so that figures stay readable across lines. */
export const haloed = <const L extends { readonly mark: object }>(layer: L) =>
  [{ ...layer, mark: { ...layer.mark, stroke: 'white', strokeWidth: 4, strokeJoin: 'round' } }, layer] as const
