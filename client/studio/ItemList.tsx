// A list of things a booth has: each opens to its fields, moves up and down, is removed and can be brought back by undo. Knows no
// thing in particular. By keyboard: after each step one is where the thing is now.

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { CONTENT_MAX, type ItemId } from '../../shared/booth/content.ts'
import { PART_WORDS } from '../../shared/words/studio-parts.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { BinIcon, DownIcon, UpIcon } from '../ui/icons.tsx'
import { useActions } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'

export type ListKind = 'panels' | 'spots' | 'people' | 'products' | 'projects'

interface Item {
  readonly id: ItemId
}

/** @param change of what the thing is by then, where it was long on its way */
export type UpdateItem<T> = (change: Partial<T> | ((now: T) => Partial<T>), mark: string) => void

export interface ItemListProps<T extends Item> {
  readonly kind: ListKind
  readonly items: readonly T[]
  /** What a thing is called; empty while it has no name. */
  nameOf(item: T): string
  make(id: ItemId): T
  /** @param next made out of the list as it is by then: a file may have been long on its way */
  change(next: (now: readonly T[]) => readonly T[], mark: string): void
  /** @param update changes one field; `mark` names it */
  fields(item: T, update: UpdateItem<T>): ReactNode
  /** Beside the button that adds one. */
  readonly more?: ReactNode
}

/** Where the keyboard goes once the list is drawn anew. */
type After = { readonly id: ItemId | null; readonly at: 'open' | 'up' | 'down' | 'field' }

export function ItemList<T extends Item>({ kind, items, nameOf, make, change, fields, more }: ItemListProps<T>) {
  const say = useWords(PART_WORDS)
  const { studio } = useActions()
  const [open, setOpen] = useState<string | null>(() => location.hash.slice(1) || null)
  const [told, setTold] = useState('')
  const { root, then } = useAfter(open)
  const max = CONTENT_MAX[kind]
  const name = (item: T, i: number) => nameOf(item) || say(`list-one.${kind}`, { place: i + 1 })
  const add = () => {
    const id = studio.newItem()
    change((now) => [...now, make(id)], `add.${id}`)
    setOpen(id)
    then({ id, at: 'field' })
  }
  const move = (item: T, from: number, by: -1 | 1) => {
    const to = from + by
    const other = items[to]
    if (!other) return
    change(() => items.map((one, i) => (i === to ? item : i === from ? other : one)), `move.${item.id}`)
    setTold(say('list.moved', { name: name(item, from), place: to + 1, count: items.length }))
    then({ id: item.id, at: by < 0 ? 'up' : 'down' })
  }
  const remove = (item: T, i: number) => {
    change((now) => now.filter((one) => one.id !== item.id), `remove.${item.id}`)
    setTold(say('list.removed', { name: name(item, i) }))
    then({ id: (items[i + 1] ?? items[i - 1])?.id ?? null, at: 'open' })
  }
  const update =
    ({ id }: T): UpdateItem<T> =>
    (changed, mark) => {
      const of = (one: T) => ({ ...one, ...(typeof changed === 'function' ? changed(one) : changed) })
      change((now) => now.map((one) => (one.id === id ? of(one) : one)), `${id}.${mark}`)
    }
  return (
    <div className="item-list stack" ref={root}>
      {items.length === 0 && <p className="muted">{say(`list-none.${kind}`)}</p>}
      <ol className="items">
        {items.map((item, i) => (
          <li key={item.id} className="card item" data-item={item.id}>
            <div className="item-head">
              <Button
                look="quiet"
                className="item-open"
                data-at="open"
                aria-expanded={open === item.id}
                onPress={() => setOpen(open === item.id ? null : item.id)}
              >
                <span>{name(item, i)}</span>
              </Button>
              <ItemSteps
                name={name(item, i)}
                first={i === 0}
                last={i === items.length - 1}
                move={(by) => move(item, i, by)}
                remove={() => remove(item, i)}
              />
            </div>
            {open === item.id && <div className="item-fields stack">{fields(item, update(item))}</div>}
          </li>
        ))}
      </ol>
      <div className="row">
        <Button
          look={items.length === 0 ? 'first' : 'second'}
          data-at="add"
          disabled={items.length >= max}
          onPress={add}
        >
          {say(`list-add.${kind}`)}
        </Button>
        {more}
        {items.length >= max && <span className="muted small">{say('list.full', { max })}</span>}
      </div>
      <p className="hidden-text" role="status">
        {told}
      </p>
    </div>
  )
}

interface ItemStepsProps {
  readonly name: string
  readonly first: boolean
  readonly last: boolean
  move(by: -1 | 1): void
  remove(): void
}

function ItemSteps({ name, first, last, move, remove }: ItemStepsProps) {
  const say = useWords(PART_WORDS)
  return (
    <div className="item-steps">
      <IconButton name={say('list.up', { name })} data-at="up" aria-disabled={first} onPress={() => move(-1)}>
        <UpIcon />
      </IconButton>
      <IconButton name={say('list.down', { name })} data-at="down" aria-disabled={last} onPress={() => move(1)}>
        <DownIcon />
      </IconButton>
      <IconButton name={say('list.remove', { name })} onPress={remove}>
        <BinIcon />
      </IconButton>
    </div>
  )
}

/** Puts the keyboard where a step has led, once that is drawn; at first, to the thing that the address names. */
function useAfter(named: string | null) {
  const root = useRef<HTMLDivElement>(null)
  const after = useRef<After | null>(named ? { id: named as ItemId, at: 'open' } : null)
  useEffect(() => {
    const step = after.current
    if (!step || !root.current) return
    after.current = null
    const item = step.id && root.current.querySelector(`[data-item="${CSS.escape(step.id)}"]`)
    const found = item
      ? item.querySelector<HTMLElement>(step.at === 'field' ? 'input, textarea' : `[data-at="${step.at}"]`)
      : root.current.querySelector<HTMLElement>('[data-at="add"]')
    found?.focus()
  })
  return {
    root,
    then: (step: After) => {
      after.current = step
    },
  }
}
