/** Where the id of the language button pressed last is kept. */
const KEY = 'yieldcover.language'

/** Shows the language chosen last, and keeps what is chosen here for the next page. Reports have no script: they begin as they were asked for. */
export function keepLanguage(): void {
  for (const button of document.querySelectorAll<HTMLInputElement>('input[id^="lang-"]')) {
    if (button.id === localStorage.getItem(KEY)) button.checked = true
    button.addEventListener('change', () => {
      localStorage.setItem(KEY, button.id)
    })
  }
}
