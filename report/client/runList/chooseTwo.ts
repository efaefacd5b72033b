/** Lets two runs of the list be chosen, and leads to them side by side: the older first. */
export function chooseTwo(list: HTMLElement): void {
  const [form, button] = [list.querySelector('form'), list.querySelector('button')]
  if (!form || !button) return
  const update = (): void => {
    button.disabled = chosenIn(list).length !== 2
  }
  form.addEventListener('change', update)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const [newer, older] = chosenIn(list)
    location.assign(`/compare?a=${older}&b=${newer}`)
  })
  update()
}

/** Ids of the runs that are chosen, in the order of the list. */
export const chosenIn = (list: HTMLElement): string[] =>
  [...list.querySelectorAll<HTMLInputElement>('input[name=run]:checked')].map(({ value }) => value)
