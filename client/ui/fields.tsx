// Fields: a line of text, a choice of a few, a switch. Thin over react-aria-components, so that names and errors are wired right.

import type { ReactNode } from 'react'
import {
  Switch as AriaSwitch,
  FieldError,
  Input,
  Label,
  Radio,
  RadioGroup,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components'

export interface LineProps {
  readonly label: string
  readonly value: string
  change(value: string): void
  readonly help?: string
  readonly wrong?: string | null
  readonly type?: 'text' | 'password' | 'search' | 'datetime-local'
  readonly max?: number
  readonly lines?: number
  readonly placeholder?: string
  readonly autoComplete?: string
  readonly autoFocus?: boolean
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'url'
  readonly required?: boolean
  /** Language of what is typed, where it is not the page's. */
  readonly lang?: string
}

/** A field for text; with `lines` above 1 a text area. */
export function LineField(props: LineProps) {
  const { label, value, change, help, wrong, type = 'text', max, lines = 1, placeholder, autoComplete } = props
  const spoken = props.lang === undefined ? {} : { lang: props.lang }
  return (
    <TextField
      className="field"
      value={value}
      onChange={change}
      isInvalid={Boolean(wrong)}
      // By the browser's own checking a field that was refused once would hold its form back for good.
      validationBehavior="aria"
      isRequired={props.required ?? false}
      type={type}
      {...(max === undefined ? {} : { maxLength: max })}
      {...(autoComplete === undefined ? {} : { autoComplete })}
      {...(props.inputMode === undefined ? {} : { inputMode: props.inputMode })}
    >
      <Label>{label}</Label>
      {lines > 1 ? (
        <TextArea rows={lines} placeholder={placeholder ?? ''} {...spoken} />
      ) : (
        <Input placeholder={placeholder ?? ''} autoFocus={props.autoFocus ?? false} {...spoken} />
      )}
      {help && (
        <Text slot="description" className="help">
          {help}
        </Text>
      )}
      <FieldError className="wrong">{wrong}</FieldError>
    </TextField>
  )
}

export function Choice<T extends string>(props: {
  readonly label: string
  readonly value: T
  readonly options: ReadonlyArray<readonly [T, string]>
  change(value: T): void
}) {
  const { label, value, options, change } = props
  return (
    <RadioGroup className="choice" value={value} onChange={(chosen) => change(chosen as T)} orientation="horizontal">
      <Label className="field-label">{label}</Label>
      <div className="segments">
        {options.map(([option, name]) => (
          <Radio key={option} value={option}>
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

export function Switch(props: { readonly on: boolean; change(on: boolean): void; readonly children: ReactNode }) {
  return (
    <AriaSwitch className="switch" isSelected={props.on} onChange={props.change}>
      <span>{props.children}</span>
      <span className="track" />
    </AriaSwitch>
  )
}
