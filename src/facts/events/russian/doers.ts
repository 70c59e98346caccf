import { WordSet } from '../../../core/index.ts'
import { listed } from '../lexicon.ts'

/**
 * Words that tell on which side of an act somebody stands, whatever the act: nouns that name its doers and those whom it
 * befell, and verbs beside which the subject of "под обстрел", "ударом", "в убийстве" is one or the other.
 */
export const DOERS: ReadonlySet<string> = new WordSet(
  listed(`организатор участник участница соучастник соучастница пособник пособница исполнитель заказчик виновник виновница
    виновный инициатор автор зачинщик подстрекатель подозреваемый подозреваемая обвиняемый обвиняемая подсудимый подсудимая
    фигурант фигурантка осужденный осужденная причастный ответственный`),
)

export const SUFFERERS: ReadonlySet<string> = new WordSet(
  listed('жертва пострадавший пострадавшая потерпевший потерпевшая мишень цель раненый раненая погибший погибшая'),
)

/** "Обвинил X в атаке", "X подозревается в убийстве". */
export const ACCUSES: ReadonlySet<string> = new WordSet(
  listed(`обвинить обвинять обвиняться заподозрить подозревать подозреваться уличить уличать изобличить осудить осуждать
    признать сознаться признаться признаваться винить`),
)

/** "Участвовал в обстреле". */
export const ATTENDS: ReadonlySet<string> = new WordSet(listed('участвовать поучаствовать сопричаствовать помогать'))

/** Who hinders an act, or only has a word on it, neither does nor suffers it. */
export const STANDS_BY: ReadonlySet<string> = new WordSet(
  listed(`предотвратить предотвращать пресечь пресекать сорвать срывать раскрыть раскрывать расследовать осудить осуждать
    критиковать раскритиковать исключить исключать отрицать оценить оценивать приветствовать поприветствовать одобрить одобрять
    обсудить обсуждать видеть увидеть наблюдать зафиксировать фиксировать ждать ожидать помнить вспомнить напомнить требовать
    потребовать просить попросить высмеять похвалить хвалить восхвалять отслеживать изучить изучать анализировать снять снимать
    показать показывать опубликовать публиковать`),
)

/** Verbs whose subject is whom an act in the accusative befalls: "понес удар", "получил помощь". */
export const RECEIVES: ReadonlySet<string> = new WordSet(
  listed(`получить получать понести нести пережить переживать испытать испытывать выдержать выдерживать перенести переносить
    потерпеть терпеть отразить отражать отбить отбивать избежать избегать заслужить заслуживать принять отбывать отбыть`),
)

/** Verbs whose subject is whom an act behind a preposition befalls: "попал под обстрел". */
export const STRUCK: ReadonlySet<string> = new WordSet(
  listed(`погибнуть погибать пострадать страдать умереть умирать скончаться попасть попадать подвергнуться подвергаться
    оказаться находиться пасть ранить повредить разрушить уничтожить поразить убить угодить`),
)

/** Nouns whose genitive is whom the act befalls: they come from verbs that take an object. */
export const OF_TARGET: ReadonlySet<string> = new WordSet(
  listed(`убийство казнь расстрел пытка расправа отравление обезглавливание геноцид свержение похищение
    высылка выдворение бойкот блокада изоляция заморозка замораживание блокировка исключение отстранение лишение
    поддержка финансирование снабжение вооружение обучение тренировка подготовка переподготовка кредитование
    освобождение возвращение эвакуация возврат выдача амнистия помилование обмен`),
)

/** The same, where no armed force stands in the genitive: "обстрел города", but "обстрел артиллерии". */
export const OF_PLACE: ReadonlySet<string> = new WordSet(
  listed(`обстрел бомбардировка бомбежка бомбометание минирование артобстрел авиабомбардировка штурм захват оккупация осада
    аннексия уничтожение подрыв взрыв ликвидация поражение поджог разрушение окружение взятие деоккупация`),
)

/** Verbs whose subject is whom the act befalls. */
export const UNDERGOES: ReadonlySet<string> = new WordSet(
  listed(`получить получать отсидеть отбывать обучаться тренироваться вернуться возвращаться освободиться эвакуироваться
    стажироваться взорваться подорваться`),
)

/** Verbs whose subject gives an office to others or takes it from them; of all others he himself gets or loses it. */
export const OF_OTHERS: ReadonlySet<string> = new WordSet(
  listed(`назначить назначать переназначить уволить увольнять снять снимать отстранить отстранять сместить смещать избрать
    избирать переизбрать выбрать выбирать утвердить утверждать выдвинуть выдвигать освободить освобождать отправить отправлять
    заменить заменять рекомендовать предложить предлагать поддержать поставить одобрить наделить лишить исключить отозвать
    представить объявить распустить`),
)

/** "По приказу Орлова": whose word it is that something is done. */
export const WORD_OF: ReadonlySet<string> = new WordSet(
  listed('приказ решение указ поручение инициатива распоряжение требование указание ходатайство приговор'),
)
/** "По данным Орлова", "на сайте ведомства": who tells of it. */
export const TOLD_BY: ReadonlySet<string> = new WordSet(
  listed(`данные слово мнение информация сведение сообщение версия оценка сайт канал страница запрос просьба результат итог
    дело статья случай повод вопрос телеграм-канал телефон видео брифинг`),
)

/** Verbs whose subject is the host. */
export const RECEIVING_GUESTS: ReadonlySet<string> = new WordSet(listed('принять принимать встретить встречать'))
