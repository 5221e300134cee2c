// Whom a visitor may contact: name, position, telephone, mail.

import { type BoothContent, EMAIL, PHONE, TEXT_MAX } from '../../shared/booth/content.ts'
import { FIELD_WORDS } from '../../shared/words/studio-fields.ts'
import { inLanguage, useLanguage, useWords } from '../ui/words.tsx'
import { ItemList } from './ItemList.tsx'
import { BothField, WholeField } from './text-fields.tsx'
import { useSection } from './use-studio.ts'

type Contact = BoothContent['people'][number]

const BLANK = { zh: '', en: '' } as const

export function PeoplePart() {
  const say = useWords(FIELD_WORDS)
  const { language } = useLanguage()
  const editing = useSection('people')
  if (!editing) return null
  return (
    <ItemList<Contact>
      kind="people"
      items={editing.part.mine}
      nameOf={({ name }) => inLanguage(name, language)}
      make={(id) => ({ id, name: BLANK, post: BLANK, phone: '', email: '' })}
      change={(next, mark) => editing.edit((now) => [...next(now)], mark)}
      fields={(one, update) => (
        <>
          <BothField
            label={say('field.person')}
            value={one.name}
            max={TEXT_MAX.person}
            change={(name, typed) => update({ name }, `name.${typed}`)}
          />
          <BothField
            label={say('field.post')}
            value={one.post}
            max={TEXT_MAX.post}
            change={(post, typed) => update({ post }, `post.${typed}`)}
          />
          <div className="both-field">
            <WholeField
              label={say('field.phone')}
              value={one.phone}
              fits={(typed) => PHONE.test(typed)}
              wrong={say('field.phone-wrong')}
              inputMode="tel"
              max={25}
              change={(phone) => update({ phone }, 'phone')}
            />
            <WholeField
              label={say('field.email')}
              value={one.email}
              fits={(typed) => EMAIL.test(typed)}
              wrong={say('field.email-wrong')}
              inputMode="email"
              max={TEXT_MAX.email}
              change={(email) => update({ email }, 'email')}
            />
          </div>
        </>
      )}
    />
  )
}
