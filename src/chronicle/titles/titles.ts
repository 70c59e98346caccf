import type { EventKind, Status } from '../../facts/index.ts'
import type { Language, MentionType } from '../../language/index.ts'
import type { EntryParticipant } from '../chronicle.ts'

export interface TitleParts {
  readonly kind: EventKind
  readonly status: Status
  readonly participants: readonly EntryParticipant[]
  readonly place: { readonly name: string; readonly nameEn: string } | null
  readonly placeType: MentionType
}

export const composeTitle = (
  parts: TitleParts,
  _language: Language,
): { readonly title: string; readonly titleEn: string } => ({
  title: parts.kind,
  titleEn: parts.kind,
})
