import { signal } from '@preact/signals'
import { LANGS, LANG_TAGS, type Lang } from '../../text.ts'

/** The language shown; the buttons at the top of the page choose it. */
export const lang = signal<Lang>('en')

/** Follows the page's language buttons. */
export function followLanguageButtons(): void {
  for (const one of LANGS) {
    const button = document.getElementById(`lang-${one}`)
    if (!(button instanceof HTMLInputElement)) continue
    const choose = (): void => {
      if (!button.checked) return
      lang.value = one
      document.documentElement.lang = LANG_TAGS[one]
    }
    button.addEventListener('change', choose)
    choose()
  }
}
