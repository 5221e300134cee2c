// What a new session's rundown begins with, by kind.

import type { Bilingual } from '../../shared/kit/bilingual.ts'
import type { CueId } from '../../shared/kit/id.ts'
import type { SessionKind } from '../../shared/session/kinds.ts'
import type { Cue, Rundown } from '../../shared/session/rundown.ts'
import { ribbonTour } from './default-tour.ts'

const onStage = (id: string, zh: string, en: string, minutes: number): Cue => ({
  id: `cue-${id}` as CueId,
  title: { zh, en } satisfies Bilingual,
  where: { kind: 'stage' },
  minutes,
})

const WELCOME = onStage('welcome', '欢迎致辞', 'Welcome', 5)
const QUESTIONS = onStage('questions', '问答', 'Questions', 15)
const CLOSING = onStage('closing', '结束语', 'Closing', 5)

const RUNDOWNS: Readonly<Record<Exclude<SessionKind, 'guided-tour'>, Rundown>> = {
  'investment-promotion': [
    WELCOME,
    onStage('city', '城市推介', 'The city presents itself', 20),
    onStage('policy', '政策解读', 'What it offers investors', 15),
    QUESTIONS,
    CLOSING,
  ],
  'project-roadshow': [
    WELCOME,
    onStage('project-1', '项目一', 'First project', 10),
    onStage('project-2', '项目二', 'Second project', 10),
    onStage('project-3', '项目三', 'Third project', 10),
    QUESTIONS,
    CLOSING,
  ],
  'product-display': [WELCOME, onStage('products', '产品展示', 'The products', 20), QUESTIONS, CLOSING],
  'press-release': [WELCOME, onStage('statement', '发布内容', 'Statement', 15), QUESTIONS, CLOSING],
}

/** The rundown that a session of this kind is planned with. */
export const rundownFor = (kind: SessionKind): Rundown => (kind === 'guided-tour' ? ribbonTour() : RUNDOWNS[kind])
