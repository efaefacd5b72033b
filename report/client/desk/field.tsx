import type { ComponentChildren } from 'preact'

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly value: string
  /** Today's value where it differs. */
  readonly today: string | null
  /** What is wrong with the value. */
  readonly fault: string | null
  readonly onText: (text: string) => void
  /** Arrow keys: steps up (positive) or down. */
  readonly onStep: (steps: number) => void
  readonly onLeave: () => void
}

/** A labelled number with its unit, what it was, and what is wrong with it. */
export function Field({ id, label, unit, value, today, fault, onText, onStep, onLeave }: FieldProps) {
  return (
    <Labelled id={id} label={label}>
      <input
        id={id}
        class={today === null ? '' : 'changed'}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-note`}
        onInput={({ currentTarget }) => {
          onText(currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          onStep((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1))
        }}
        onBlur={onLeave}
      />
      <span class="unit">{unit}</span>
      <small id={`${id}-note`}>
        {fault === null ? null : <span class="fault">! {fault} </span>}
        {today}
      </small>
    </Labelled>
  )
}

/** A label with what it names. */
export const Labelled = ({
  id,
  label,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly children: ComponentChildren
}) => (
  <div class="field">
    <label for={id}>{label}</label>
    <div>{children}</div>
  </div>
)
