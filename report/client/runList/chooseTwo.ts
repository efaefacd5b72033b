/** Lets two runs of the list be chosen, and leads to them side by side: the older first. */
export function chooseTwo(form: HTMLFormElement): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=run]')]
  const button = form.querySelector('button')
  if (!button) return
  const chosen = (): string[] => boxes.filter((box) => box.checked).map((box) => box.value)
  const update = (): void => {
    button.disabled = chosen().length !== 2
  }
  form.addEventListener('change', update)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const [newer, older] = chosen()
    location.assign(`/compare?a=${older}&b=${newer}`)
  })
  update()
}
