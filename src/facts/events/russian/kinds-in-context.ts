import { listed } from './listed.ts'

/** What tells that a vote chooses people, and that it settles a matter. */
export const ELECTING = listed(
  'выборы избирательный избиратель избирком предвыборный переизбрание кандидатура праймериз отставка выборщик',
)
export const SETTLING = listed(
  'закон законопроект поправка резолюция бюджет конституция присоединение вступление вхождение разрыв инициатива обращение',
)

/** Who hands over a paper writes, as it were, a letter. */
export const HANDS_OVER = listed(
  'передать передавать передача вручить вручать вручение направить направлять отправить отправлять отправка',
)
export const PAPERS = listed(
  'предложение письмо послание обращение ответ нота приглашение сигнал телеграмма записка поздравление соболезнование привет',
)

/** Who is taken and no town. */
export const TAKES = listed('захват захватить захватывать взять взятие')
export const TAKEN = listed('заложник пленный военнопленный пленник')

/** A person is sent out of a land; whole peoples are moved. */
export const EXPELS = listed('депортация депортировать')
export const PEOPLES = listed('ребенок дитя население житель народ тысяча миллион')

/** An envoy is called back from a state; another comes after him where he only changes his post. */
export const RECALLS = listed('отозвать отзывать отзыв')
export const ENVOYS = listed('посол дипломат консул поверенный посланник')
export const REPLACED = listed('должность пост преемник сменить указ назначить ротация снять')

/** An application is granted; a treaty is approved. */
export const APPROVES = listed('одобрить одобрять одобрение согласовать согласовывать утвердить утверждать')
export const APPLICATIONS = listed('заявка кандидатура ходатайство')

/** What is launched to fall into waters is tried. */
export const LAUNCHES = listed('выпустить выпускать выпуск')
export const WATERS = listed('море океан')
export const TOWARDS = listed('в сторона направление')
export const FROM = listed('с из акватория')

/** A meeting that may be a session; what stands between it and the group that holds it; who comes there. */
export const MEETS = listed('встреча')
export const GROUPS = listed(
  `нато ес евросоюз оон брикс шос снг одкб еаэс асеан опек опек+ обсе паче g7 g20 мвф вто атэс семерка двадцатка лаг
  совбез генассамблея афросоюз`,
)
export const PLURALS = listed('страна государство держава')

/** Beside such a session two may meet. */
export const BESIDE = listed('поле ход кулуары фон итог')

/** Who talks by telephone goes on talking. */
export const TALKS = listed('обсудить обсуждать обсуждаться поговорить беседа разговор')
