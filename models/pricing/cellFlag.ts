import type { Text } from '../text.ts'

/** A cell whose rate is refused (`error`) or worth a look (`warning`). */
export interface CellFlag {
  readonly cell: string
  readonly kind: 'missing' | 'negative' | 'aboveCap' | 'notMonotone' | 'duplicate'
  readonly severity: 'error' | 'warning'
  readonly message: Text
}
