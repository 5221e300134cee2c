// Buttons and links that look like buttons. A button whose action is on its way is busy and takes no second press.

import { type ComponentProps, type ReactNode, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useFault } from './use-fault.ts'

export type ButtonLook = 'first' | 'second' | 'quiet' | 'danger'

interface Looks {
  readonly look?: ButtonLook
  readonly size?: 'small' | 'big'
}

const classes = ({ look = 'second', size }: Looks, more?: string) =>
  ['button', look, size, more].filter(Boolean).join(' ')

export interface ButtonProps extends Looks, Omit<ComponentProps<'button'>, 'onClick'> {
  /** Pressed by pointer or keyboard; while a promise of it runs, further presses are dropped. */
  onPress?(): void | Promise<unknown>
}

export function Button({ look, size, className, onPress, type = 'button', ...rest }: ButtonProps) {
  const fault = useFault()
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const press = () => {
    if (!onPress || running.current) return
    const done = onPress()
    if (!(done instanceof Promise)) return
    running.current = true
    setBusy(true)
    void done.catch(fault).finally(() => {
      running.current = false
      setBusy(false)
    })
  }
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      className={classes({ ...(look && { look }), ...(size && { size }) }, className)}
      onClick={press}
    />
  )
}

export function IconButton({
  name,
  children,
  ...rest
}: Omit<ButtonProps, 'name'> & { readonly name: string; readonly children: ReactNode }) {
  return (
    <Button look="quiet" {...rest} className={`icon ${rest.className ?? ''}`} aria-label={name} title={name}>
      {children}
    </Button>
  )
}

export function LinkButton({
  to,
  look,
  size,
  className,
  name,
  children,
}: Looks & {
  readonly to: string
  readonly className?: string
  /** Where its words alone do not say what it leads to. */
  readonly name?: string
  readonly children: ReactNode
}) {
  return (
    <Link href={to} aria-label={name} className={classes({ ...(look && { look }), ...(size && { size }) }, className)}>
      {children}
    </Link>
  )
}
