// Models, or whole contents, of which a part is at the server: going on by choosing the same file, or throwing it away. And how much room is used.

import { useState } from 'react'
import { STUDIO_WORDS } from '../../shared/words/studio.ts'
import { type UploadKind, type UploadRefusal, uploadKey } from '../state/upload-store.ts'
import { Button } from '../ui/Button.tsx'
import { useActions, useNoun } from '../ui/use-app.tsx'
import { useWords } from '../ui/words.tsx'
import { useCodeWords } from './code-words.ts'
import { useFigures } from './figures.ts'
import './open-uploads.css'

const MB = 1024 * 1024
/** From this share on it is worth a thought. */
const FULL = 0.9

export function OpenUploads({ city, kind = 'model' }: { readonly city: string; readonly kind?: UploadKind }) {
  const say = useWords(STUDIO_WORDS)
  const words = useCodeWords()
  const { upload } = useActions()
  const { megabytes } = useFigures()
  const open = useNoun('upload', ({ rooms }) => rooms[city]?.open)
  const own = useNoun('upload', ({ byCity }) => byCity[uploadKey(city, kind)])
  const [refused, setRefused] = useState<UploadRefusal | null>(null)
  const mine = own && own.phase !== 'stopped' ? own.id : null
  const others = open?.filter((one) => one.kind === kind && one.upload !== mine) ?? []
  if (others.length === 0) return null
  return (
    <ul className="stack open-uploads">
      {others.map(({ upload: id, name, sent, bytes, sending }) => (
        <li key={id} className={sending ? 'banner plain' : 'banner warm'} data-open={id}>
          <span>
            {say(sending ? 'studio.open-sending' : 'studio.open', {
              name,
              sent: megabytes(sent),
              total: megabytes(bytes),
            })}
          </span>
          {!sending && (
            <Button
              size="small"
              aria-label={say('studio.open-discard-of', { name })}
              onPress={async () => setRefused(await upload.discard(city, id))}
            >
              {say('studio.open-discard')}
            </Button>
          )}
        </li>
      ))}
      {refused && (
        <li className="banner alarm" role="alert">
          {words(refused.code, refused.detail)}
        </li>
      )}
    </ul>
  )
}

/** How much of the city's room is used. */
export function RoomLine({ city }: { readonly city: string }) {
  const say = useWords(STUDIO_WORDS)
  const { count } = useFigures()
  const room = useNoun('upload', ({ rooms }) => rooms[city])
  if (!room) return null
  const { used, limit } = room
  return (
    <div className="room">
      <progress
        className={used > FULL * limit ? 'bar full' : 'bar'}
        value={used}
        max={limit}
        aria-labelledby={`room-${city}`}
      />
      <p className="small" id={`room-${city}`}>
        {say('studio.room', { used: count(Math.ceil(used / MB)), limit: count(Math.floor(limit / MB)) })}
      </p>
      <p className="small muted">{say('studio.room-help')}</p>
    </div>
  )
}
