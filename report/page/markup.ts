/** HTML that may be put into a page as it is. */
export interface Markup {
  readonly markup: string
}

type Part = Markup | readonly Markup[] | string | number

/** Text to HTML: interpolated strings and numbers are escaped, markup and lists of markup are not. The template's indentation is dropped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return {
    markup: strings.map((string, i) => unindent(string) + (i < parts.length ? toMarkup(parts[i]!) : '')).join(''),
  }
}

/** Vouches for text that is HTML already, such as a drawn chart. */
export const raw = (markup: string): Markup => ({ markup })

/** Nothing at all. */
export const NOTHING: Markup = { markup: '' }

function toMarkup(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part))
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

const unindent = (text: string): string => text.replace(/\s*\n\s*/g, '\n')

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
