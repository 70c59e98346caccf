export type { Part, PartKind } from '../article/index.ts'
export type {
  ChronicleArticle,
  ChronicleStatement,
  ContactLevel,
  Correction,
  CorrectionAction,
  Disagreement,
  DisagreementAbout,
  DisagreementRelation,
  Entry,
  EntryParticipant,
  Evidence,
  HistoryStep,
  Identity,
  Note,
  SentenceChange,
  Version,
  VersionSource,
  WordChange,
} from '../chronicle/index.ts'
export type {
  ArticleFacts,
  EventFact,
  EventKind,
  FigureFact,
  MentionFact,
  Stance,
  StatementFact,
  Status,
  TimeFact,
} from '../facts/index.ts'
export type { MentionType } from '../language/index.ts'
export { readLog } from './corrections.ts'
export { type ApiOptions, createApi } from './create.ts'
export { isFault } from './fault.ts'
export type { FormatList } from './files.ts'
export { pagesToJson } from './pages.ts'
export type * from './source.ts'
