import type { ComponentChildren } from 'preact'
import { usePage } from '../context.ts'
import type { Both } from '../vocabulary.ts'

/** Keeps the language in the address that a form makes. */
export function HiddenLanguage() {
  const { state } = usePage()
  return state.lang === undefined ? null : <input type="hidden" name="lang" value={state.lang} />
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly value: string | undefined
}

interface SelectProps extends FieldProps {
  readonly options: readonly (readonly [value: string, label: string])[]
}

/** One of some, or all of them. */
export function Select({ name, label, value, options }: SelectProps) {
  const { words } = usePage()
  return (
    <Field name={name} label={label}>
      <select id={`field-${name}`} name={name}>
        <option value="">{words.all}</option>
        {options.map(([option, shown]) => (
          <option value={option} selected={option === value}>
            {shown}
          </option>
        ))}
      </select>
    </Field>
  )
}

interface InputProps extends FieldProps {
  readonly isNumber?: boolean
  readonly hint?: string
}

export function Input({ name, label, value, isNumber = false, hint }: InputProps) {
  return (
    <Field name={name} label={label}>
      <input
        id={`field-${name}`}
        name={name}
        inputMode={isNumber ? 'numeric' : 'text'}
        value={value ?? ''}
        placeholder={hint ?? ''}
        key={value}
      />
    </Field>
  )
}

function Field({
  name,
  label,
  children,
}: {
  readonly name: string
  readonly label: string
  readonly children: ComponentChildren
}) {
  return (
    <div class="field">
      <label for={`field-${name}`}>{label}</label>
      {children}
    </div>
  )
}

/** Names in both languages as options of a field. */
export function optionsOf(named: Readonly<Record<string, Both>>, say: (both: Both) => string) {
  return Object.entries(named).map(([value, both]) => [value, say(both)] as const)
}
