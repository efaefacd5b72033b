/** Sends questions one at a time: while one is being answered only the latest of those that follow waits, the others are dropped. */
export interface LatestOnly<Question> {
  /** Asks now, or as soon as the answer that is awaited has come. */
  readonly ask: (question: Question) => void
  /** Forgets what waits; an answer on its way is no longer told. */
  readonly drop: () => void
}

/**
 * Answers are told in the order of the questions. One that came before a later question was asked is told too: it is newer than what
 * is on screen.
 *
 * @param send    asks
 * @param told    takes an answer with its question
 * @param failed  takes what went wrong; the next question is asked all the same
 */
export function latestOnly<Question, Answer>(
  send: (question: Question) => Promise<Answer>,
  told: (answer: Answer, question: Question) => void,
  failed: (error: unknown, question: Question) => void,
): LatestOnly<Question> {
  let waiting: { readonly question: Question } | null = null
  let isBusy = false
  let round = 0

  async function run(): Promise<void> {
    isBusy = true
    while (waiting !== null) {
      const { question } = waiting as { question: Question }
      waiting = null
      const asked = round
      try {
        const answer = await send(question)
        if (asked === round) told(answer, question)
      } catch (error) {
        if (asked === round) failed(error, question)
      }
    }
    isBusy = false
  }

  return {
    ask: (question) => {
      waiting = { question }
      if (!isBusy) void run()
    },
    drop: () => {
      waiting = null
      round++
    },
  }
}
