import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Text } from '../../../models/text.ts'
import { inLang } from '../../text.ts'
import { deskWords } from '../../words/desk.ts'
import type { Desk } from './desk.ts'
import { lang } from './language.ts'
import { messageOf } from './messageOf.ts'

interface AskPanelProps<Question, Answer> {
  readonly id: string
  readonly desk: Desk
  readonly words: {
    readonly heading: string
    readonly note: string
    readonly ask: string
    readonly asking: string
    readonly older: string
  }
  /** Null while there is nothing to ask. */
  readonly question: Question | null
  readonly isOlder: (asked: Question, answer: Answer) => boolean
  readonly ask: (question: Question) => Promise<Answer>
  /** Why nothing can be asked; null when it can. */
  readonly off?: Text | null
  /** What the question is made of. */
  readonly children?: ComponentChildren
  readonly outcome: (answer: Answer) => ComponentChildren
}

/** What takes a while and is worked out when asked for, at the risks of the run; an answer to an older question says so. */
export function AskPanel<Question, Answer>({
  id,
  desk,
  words,
  question,
  isOlder,
  ask,
  off = null,
  children,
  outcome,
}: AskPanelProps<Question, Answer>) {
  const text = deskWords(lang.value)
  const told = useSignal<{ readonly question: Question; readonly answer: Answer } | null>(null)
  const isBusy = useSignal(false)
  const problem = useSignal('')
  const work = async (asked: Question): Promise<void> => {
    isBusy.value = true
    problem.value = ''
    try {
      told.value = { question: asked, answer: await ask(asked) }
    } catch (error) {
      problem.value = messageOf(error)
    }
    isBusy.value = false
  }
  const why = off ? inLang(off, lang.value) : desk.risk.isTried.value ? text.runRisksOnly : null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{words.heading}</h2>
      <p class="quiet">{words.note}</p>
      {why === null ? (
        <>
          {children}
          <p>
            <button
              type="button"
              disabled={question === null || isBusy.value}
              onClick={() => {
                if (question !== null) void work(question)
              }}
            >
              {isBusy.value ? words.asking : words.ask}
            </button>
          </p>
          {problem.value === '' ? null : (
            <p class="problem" role="alert">
              {text.problem(problem.value)}
            </p>
          )}
          <div role="status" aria-busy={isBusy.value}>
            {told.value ? (
              <Told note={isOlder(told.value.question, told.value.answer) ? words.older : null}>
                {outcome(told.value.answer)}
              </Told>
            ) : null}
          </div>
        </>
      ) : (
        <p>{why}</p>
      )}
    </section>
  )
}

/** An answer, dimmed under a note where it is to an older question. */
const Told = ({ note, children }: { readonly note: string | null; readonly children: ComponentChildren }) => (
  <div class={note === null ? '' : 'older'}>
    {note === null ? null : <p>{note}</p>}
    {children}
  </div>
)
