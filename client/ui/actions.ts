// Everything a view can do, as typed functions. compose.ts makes them from net and state; views get them by context.

import type { Imported } from '../../shared/booth/bundle.ts'
import type { BoothContent, ItemId, Section } from '../../shared/booth/content.ts'
import type { BoothCommand } from '../../shared/booth/life.ts'
import type { Bilingual } from '../../shared/kit/bilingual.ts'
import type { PersonId, SessionId } from '../../shared/kit/id.ts'
import type { CityUploads } from '../../shared/model/progress.ts'
import type { UnitName } from '../../shared/model/units.ts'
import type {
  BoothRow,
  HostedSession,
  HouseSettings,
  MadeModel,
  StaffRole,
  StaffRow,
} from '../../shared/protocol/http.ts'
import type { FollowMode, Me, Reaction, Replies, SessionSnapshot, SessionSummary } from '../../shared/protocol/wire.ts'
import type { SessionCommand } from '../../shared/session/commands.ts'
import type { SessionKind } from '../../shared/session/kinds.ts'
import type { SentFile } from '../state/file-store.ts'
import type { Outcome } from '../state/outcome.ts'
import type { Settings } from '../state/settings-store.ts'
import type { UploadKind, UploadRefusal } from '../state/upload-store.ts'

type WithoutId<C> = C extends { id: unknown } ? Omit<C, 'id'> : never
/** A command without its id, which is made when it is sent. */
export type CommandBody = WithoutId<SessionCommand>

export interface PersonActions {
  /** Makes the visitor's cookie where there is none, and says who one is. */
  enter(): Promise<Outcome<Me>>
  /** Who one is already; asks for no cookie. */
  look(): Promise<void>
  giveName(name: string): Promise<Outcome<Me>>
  signInByLink(token: string): Promise<Outcome<Me>>
  signInByPassword(login: string, password: string): Promise<Outcome<Me>>
  signInByPasskey(): Promise<Outcome<Me>>
  setPassword(login: string, password: string): Promise<Outcome<Me>>
  addPasskey(): Promise<Outcome<Me>>
  signOut(): Promise<Outcome<null>>
}

export interface HallActions {
  /** Opens the line. `figure`: one walks the hall; without it one only listens (studio, phone, stage). */
  open(figure: boolean): Promise<void>
  /** The spot under my feet. */
  here(spot: string): void
  /** Reads what a city shows at its booth, as it is now. */
  look(city: string): Promise<Outcome<unknown>>
}

export interface SessionActions {
  list(): Promise<Outcome<readonly SessionSummary[]>>
  join(session: SessionId): Promise<Outcome<SessionSnapshot>>
  leave(): void
  joinByCode(code: string): Promise<Outcome<SessionId>>
  joinAsStage(session: SessionId, key: string): Promise<Outcome<SessionId>>
  command(body: CommandBody): Promise<Outcome<unknown>>
  ask(text: string): Promise<Outcome<unknown>>
  vote(question: string, up: boolean): Promise<Outcome<unknown>>
  choose(poll: string, option: number): Promise<Outcome<unknown>>
  draftPoll(question: string, options: readonly string[], openResults: boolean): Promise<Outcome<unknown>>
  follow(mode: FollowMode): void
  react(reaction: Reaction): Promise<Outcome<unknown>>
  people(page: number): Promise<Outcome<Replies['session:people']>>
  /** @param plannedFor when it is to begin, milliseconds, or null */
  plan(kind: SessionKind, title: Bilingual, plannedFor: number | null): Promise<Outcome<HostedSession>>
  links(session: SessionId): Promise<Outcome<HostedSession>>
}

export interface DeskActions {
  makeLink(role: StaffRole, name: string): Promise<Outcome<{ url: string; expiresAt: number }>>
  staff(): Promise<Outcome<readonly StaffRow[]>>
  /** Takes every role of this person away, with their ways to sign in. */
  removeStaff(person: PersonId): Promise<Outcome<null>>
  house(): Promise<Outcome<HouseSettings>>
  setHouse(change: HouseSettings): Promise<Outcome<HouseSettings>>
  /** Every booth of which something was submitted. */
  booths(): Promise<Outcome<readonly BoothRow[]>>
  /** A step in the life of any booth. */
  booth(booth: string, command: BoothCommand): Promise<Outcome<null>>
  version(booth: string, n: number): Promise<Outcome<BoothContent>>
}

/** What a thing becomes: itself, or made out of what it is by then, where that was long on its way. */
export type Change<T> = T | ((now: T) => T)

/** The studio of the booth that is open. */
export interface StudioActions {
  /** Reads a booth's draft and life, at first or anew. */
  open(booth: string): Promise<Outcome<unknown>>
  /** Changes a section here and sends it soon. @param mark edits of one mark in a row are one step back */
  edit<S extends Section>(section: S, change: Change<BoothContent[S]>, mark: string): void
  undo(): void
  redo(): void
  /** Between what is unsaved here and what a colleague wrote meanwhile. */
  choose(section: Section, whose: 'mine' | 'theirs'): void
  /** Sends again what was refused. */
  saveNow(): Promise<void>
  /** A step of the booth's life; everything written here is sent first. */
  command(command: BoothCommand): Promise<Outcome<unknown>>
  version(n: number): Promise<Outcome<BoothContent>>
  /** What a whole content that came as one zip says. */
  imported(upload: string): Promise<Outcome<Imported>>
  /** Puts it into the draft in one step, which one step back undoes; everything written here is sent first. */
  bringIn(upload: string): Promise<Outcome<unknown>>
  /** What was made of an accepted upload of this booth. */
  model(upload: string): Promise<Outcome<MadeModel>>
  /** Says what unit its numbers are in; it is made anew where they were taken in another. */
  unit(upload: string, unit: UnitName): Promise<Outcome<{ readonly upload: string }>>
  /** Which section is on screen here now, or none: colleagues see it, and here who else is where is known. */
  at(section: Section | null): Promise<void>
  /** For a new thing in a list. */
  newItem(): ItemId
}

export interface Actions {
  readonly studio: StudioActions
  readonly person: PersonActions
  readonly hall: HallActions
  readonly session: SessionActions
  readonly desk: DeskActions
  readonly upload: {
    /** Everything the server knows of the city's uploads, newest first. */
    list(city: string): Promise<Outcome<CityUploads>>
    /** @param kind a model, if nothing else is said */
    start(city: string, file: File, kind?: UploadKind): void
    resume(city: string, kind?: UploadKind): void
    stop(city: string, kind?: UploadKind): void
    /** Throws away what the server has of a model that is not whole; answers why not. */
    discard(city: string, id: string): Promise<UploadRefusal | null>
    /** Sends a picture, PDF or film of the city; answers once the server has looked at it. @param onSent hears how much is sent, percent */
    file(city: string, file: File, onSent?: (percent: number) => void): Promise<SentFile>
    /** Takes pictures of the city's models here, of those that the house can't; in the background, and without a word. */
    pictures(city: string): void
  }
  set(change: Partial<Settings>): void
  say(text: string, tone?: 'said' | 'urgent'): void
  hush(notice: number): void
}
