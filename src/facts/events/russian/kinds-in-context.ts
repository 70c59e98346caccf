import { wordSet } from '../lexicon.ts'

/** What tells that a vote chooses people, and that it settles a matter. */
export const ELECTING = wordSet(
  'выборы избирательный избиратель избирком предвыборный переизбрание кандидатура праймериз отставка выборщик',
)
export const SETTLING = wordSet(
  'закон законопроект поправка резолюция бюджет конституция присоединение вступление вхождение разрыв инициатива обращение',
)

/** Who hands over a paper writes, as it were, a letter. */
export const HANDS_OVER = wordSet(
  'передать передавать передача вручить вручать вручение направить направлять отправить отправлять отправка',
)
export const PAPERS = wordSet(
  'предложение письмо послание обращение ответ нота приглашение сигнал телеграмма записка поздравление соболезнование привет',
)

/** Who is taken and no town. */
export const TAKES = wordSet('захват захватить захватывать взять взятие')
export const TAKEN = wordSet('заложник пленный военнопленный пленник')

/** A person is sent out of a land; whole peoples are moved. */
export const EXPELS = wordSet('депортация депортировать')
export const PEOPLES = wordSet('ребенок дитя население житель народ тысяча миллион')

/** An envoy is called back from a state; another comes after him where he only changes his post. */
export const RECALLS = wordSet('отозвать отзывать отзыв')
export const ENVOYS = wordSet('посол дипломат консул поверенный посланник')
export const REPLACED = wordSet('должность пост преемник сменить указ назначить ротация снять')

/** An application is granted; a treaty is approved. */
export const APPROVES = wordSet('одобрить одобрять одобрение согласовать согласовывать утвердить утверждать')
export const APPLICATIONS = wordSet('заявка кандидатура ходатайство')

/** What is launched to fall into waters is tried. */
export const LAUNCHES = wordSet('выпустить выпускать выпуск')
export const WATERS = wordSet('море океан')
export const TOWARDS = wordSet('в сторона направление')
export const FROM = wordSet('с из акватория')

/** A meeting that may be a session; what stands between it and the group that holds it; who comes there. */
export const MEETS = wordSet('встреча')
export const GROUPS = wordSet(
  `нато ес евросоюз оон брикс шос снг одкб еаэс асеан опек опек+ обсе паче g7 g20 мвф вто атэс семерка двадцатка лаг
  совбез генассамблея афросоюз`,
)
export const PLURALS = wordSet('страна государство держава')

/** Beside such a session two may meet. */
export const BESIDE = wordSet('поле ход кулуары фон итог')

/** Who talks by telephone goes on talking. */
export const TALKS = wordSet('обсудить обсуждать обсуждаться поговорить беседа разговор')

/** What weapons hit in trials and exercises. */
export const AIMS = wordSet('цель мишень')
export const MOCK = wordSet('условный учебный учебно-боевой')
