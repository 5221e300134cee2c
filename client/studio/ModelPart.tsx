// The booth's model: what stands there now, and a new one's way up.

import { CurrentModel } from './CurrentModel.tsx'
import { Earlier } from './Earlier.tsx'
import { UploadModel } from './UploadModel.tsx'

export function ModelPart({ city }: { readonly city: string }) {
  return (
    <div className="studio-parts">
      <UploadModel city={city} />
      <div className="stack">
        <CurrentModel city={city} />
        <Earlier city={city} />
      </div>
    </div>
  )
}
