import { chooseTwo, chosenIn } from './chooseTwo.ts'

/** Shows the list of runs as the server has it now; what was chosen stays chosen. */
export async function refreshRuns(list: HTMLElement): Promise<void> {
  const page = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html')
  const chosen = chosenIn(list)
  list.replaceChildren(...page.getElementById('runs')!.childNodes)
  for (const box of list.querySelectorAll<HTMLInputElement>('input[name=run]')) box.checked = chosen.includes(box.value)
  chooseTwo(list)
}
