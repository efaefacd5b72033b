/** Text in the report's languages; `zh` falls back to `en`. */
export interface Text {
  readonly en: string
  readonly zh?: string | undefined
}

/** Where a value came from, repeated in the manifest. */
export interface Named {
  readonly id: string
  readonly title: Text
  /** Levers written in the file that this version does not simulate; reported, never silently ignored. */
  readonly context: Readonly<Record<string, unknown>>
  /** Vary axes that this item stands for: path in the document → value. Empty outside a vary study. */
  readonly vary: Readonly<Record<string, unknown>>
}
