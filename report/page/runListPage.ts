import type { ListedRun } from '../jobs/runIndex.ts'
import { PATHS, SEED_LENGTH } from '../jobs/limits.ts'
import type { ListedStudy } from '../jobs/studies.ts'
import { whole } from '../format.ts'
import { type Lang, inLang, words } from '../text.ts'
import { runsWords } from '../words/runs.ts'
import { spans } from './bilingual.ts'
import { toDocument } from './document.ts'
import { type Markup, NOTHING, html, raw } from './markup.ts'
import { RUNS_STYLE } from './runsStyle.ts'

/** The finished runs of a folder, each with its answer, and a form that starts another; its script is client/runList. */
export const runListPage = (runs: readonly ListedRun[], studies: readonly ListedStudy[], lang: Lang): string =>
  toDocument(runsWords(lang).title, {
    lang,
    served: { script: '/assets/runs.js', sheet: RUNS_STYLE },
    body: [
      html`<h1>${spans((one) => runsWords(one).title)}</h1>
        <noscript><p>${spans((one) => runsWords(one).needsScript)}</p></noscript>
        ${startForm(studies)} ${jobs}
        <section id="runs">
          <h2>${spans((one) => words(one).runs)}</h2>
          ${runs.length === 0 ? noRuns : runTable(runs)}
        </section>`,
    ],
  })

const startForm = (studies: readonly ListedStudy[]): Markup => html`
  <form id="start" class="start">
    <h2>${spans((one) => runsWords(one).start)}</h2>
    <fieldset>
      <legend>${spans((one) => runsWords(one).study)}</legend>
      ${studies.map(
        ({ id, title }, i) =>
          html`<label>
            <input type="radio" name="study" value="${id}" ${raw(i === 0 ? 'checked' : '')} required />
            ${spans((one) => inLang(title, one))} <code>${id}</code>
          </label>`,
      )}
    </fieldset>
    <p>
      <label for="paths">${spans((one) => runsWords(one).paths)}</label>
      <input
        id="paths"
        name="paths"
        type="number"
        min="${PATHS.min}"
        max="${PATHS.max}"
        step="1"
        aria-describedby="paths-note"
      />
      <small id="paths-note" class="quiet">
        ${spans((one) => runsWords(one).pathsNote(whole(PATHS.min), whole(PATHS.max)))}
      </small>
    </p>
    <p>
      <label for="seed">${spans((one) => runsWords(one).seed)}</label>
      <input
        id="seed"
        name="seed"
        type="text"
        maxlength="${SEED_LENGTH}"
        autocomplete="off"
        aria-describedby="seed-note"
      />
      <small id="seed-note" class="quiet">${spans((one) => runsWords(one).seedNote)}</small>
    </p>
    <p><button class="main">${spans((one) => runsWords(one).startButton)}</button></p>
    <p id="problem" class="left-out" role="alert" hidden></p>
  </form>
`

/** Where the script lists the runs that were started, and what a row of the list is made of. */
const jobs: Markup = html`
  <section id="jobs" hidden>
    <h2>${spans((one) => runsWords(one).jobs)}</h2>
    <ul class="jobs"></ul>
    <template>
      <li>
        <strong class="title"></strong>
        <span role="status"
          >${(['queued', 'running', 'done', 'failed', 'cancelled'] as const).map(
            (state) => html`<span data-state="${state}">${spans((one) => runsWords(one).states[state])}</span>`,
          )}</span
        >
        <progress max="1"></progress> <span class="quiet count"></span>
        <span class="message"></span>
        <a>${spans((one) => runsWords(one).openReport)}</a>
        <button type="button">${spans((one) => runsWords(one).cancel)}</button>
      </li>
    </template>
  </section>
`

const noRuns: Markup = html`<p>${spans((one) => words(one).noRuns)}</p>`

const runTable = (runs: readonly ListedRun[]): Markup => html`
  <form id="compare">
    <div class="scroll" tabindex="0">
      <table class="wide runs">
        <thead>
          <tr>
            <th scope="col" class="name">${spans((one) => runsWords(one).study)}</th>
            <th scope="col" class="name">${spans((one) => runsWords(one).answer)}</th>
            <th scope="col">${spans((one) => runsWords(one).finished)}</th>
            <th scope="col">${spans((one) => runsWords(one).toDesk)}</th>
            ${runs.length > 1 ? html`<th scope="col">${spans((one) => runsWords(one).choose)}</th>` : NOTHING}
          </tr>
        </thead>
        <tbody>
          ${runs.map((run) => runRow(run, runs.length > 1))}
        </tbody>
      </table>
    </div>
    ${
      runs.length > 1 ? html`<p><button disabled>${spans((one) => runsWords(one).compareButton)}</button></p>` : NOTHING
    }
  </form>
`

function runRow({ id, created, summary }: ListedRun, canCompare: boolean): Markup {
  const finished = html`<td><time datetime="${created}">${created.slice(0, 16).replace('T', ' ')} UTC</time></td>`
  if (!summary)
    return html`<tr>
      <td class="name"><code>${id}</code></td>
      <td class="note">${spans((one) => words(one).unreadable)}</td>
      ${finished}
      <td></td>
      ${canCompare ? html`<td></td>` : NOTHING}
    </tr>`
  const { title, finding, paths, seed } = summary
  return html`<tr>
    <td class="name">
      <a href="/runs/${id}">${spans((one) => inLang(title, one))}</a>
      <small><code>${id}</code> ${spans((one) => runsWords(one).settings(whole(paths), seed))}</small>
    </td>
    <td class="note">${spans((one) => inLang(finding, one))}</td>
    ${finished}
    <td><a href="/runs/${id}/desk">${spans((one) => runsWords(one).toDesk)}</a></td>
    ${
      canCompare
        ? html`<td>
            <label
              ><input type="checkbox" name="run" value="${id}" /><span class="unseen"
                >${spans((one) => runsWords(one).chooseRun(id))}</span
              ></label
            >
          </td>`
        : NOTHING
    }
  </tr>`
}
