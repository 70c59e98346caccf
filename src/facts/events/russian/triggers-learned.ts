import type { TriggerRule } from '../rule.ts'

// Made by `npm run train -- events … lexicon`: words that name events on annotated pages and stand in no rule made by hand.

export const LEARNED_TRIGGERS: readonly TriggerRule[] = [
  {
    name: 'learned.agreement.noun',
    kind: 'agreement',
    part: 'noun',
    prior: 'weak',
    lemmas: `гарантия недопущение оформление согласие уступка`,
  },
  {
    name: 'learned.agreement.verb',
    kind: 'agreement',
    part: 'verb',
    prior: 'weak',
    lemmas: `обязаться подать`,
  },
  {
    name: 'learned.aid.noun',
    kind: 'aid',
    part: 'noun',
    prior: 'weak',
    lemmas: `пакет убежище`,
  },
  {
    name: 'learned.aid.verb',
    kind: 'aid',
    part: 'verb',
    prior: 'weak',
    lemmas: `выдавать выплатить отдавать переоборудовать привлечь собрать финансироваться`,
  },
  {
    name: 'learned.appointment.noun',
    kind: 'appointment',
    part: 'noun',
    prior: 'weak',
    lemmas: `вотум гонка переход самоотвод`,
  },
  {
    name: 'learned.appointment.verb',
    kind: 'appointment',
    part: 'verb',
    prior: 'weak',
    lemmas: `достаться лишиться нанять уступить участвовать`,
  },
  {
    name: 'learned.attack.noun',
    kind: 'attack',
    part: 'noun',
    prior: 'weak',
    lemmas: `акт беспорядок вмешательство выстрел гибель госпереворот инцидент нанесение насилие обострение огонь переход
      потопление поход причастность провокация продолжение проникновение разгон ранение саботаж срыв стычка чистка
      эпизод`,
  },
  {
    name: 'learned.attack.verb',
    kind: 'attack',
    part: 'verb',
    prior: 'weak',
    lemmas: `бросать взорваться вмешиваться ворваться выводиться выстрелить жечь забрасывать забросать заминировать
      заморить изнасиловать кидать нарушаться обостриться отразить охватить пасть попасть пресечь преследовать
      протаранить разбить разгонять разграбить разгромить разогнать реагировать сорвать сработать
      упасть`,
  },
  {
    name: 'learned.call.noun',
    kind: 'call',
    part: 'noun',
    prior: 'weak',
    lemmas: `уведомление`,
  },
  {
    name: 'learned.call.verb',
    kind: 'call',
    part: 'verb',
    prior: 'weak',
    lemmas: `обращаться уведомить`,
  },
  {
    name: 'learned.cooperation.noun',
    kind: 'cooperation',
    part: 'noun',
    prior: 'weak',
    lemmas: `посредник сближение транзит`,
  },
  {
    name: 'learned.cooperation.verb',
    kind: 'cooperation',
    part: 'verb',
    prior: 'weak',
    lemmas: `выполнять заработать обслуживать поделиться подключить построить продвигать развивать убрать
      ускорить`,
  },
  {
    name: 'learned.decision.noun',
    kind: 'decision',
    part: 'noun',
    prior: 'weak',
    lemmas: `апелляция включение заявка корректировка обследование отказ перерыв переход предъявление разбирательство
      разрешение реакция рекомендация создание траур тревога фальсификация чтение шатдаун`,
  },
  {
    name: 'learned.decision.verb',
    kind: 'decision',
    part: 'verb',
    prior: 'weak',
    lemmas: `включать вменить вменять высказаться запросить зарегистрировать изложить квалифицировать обжаловать оправдать
      определить оспорить отдавать оцепить пересмотреть поступить предъявить препятствовать пресечь присудить
      проверить разогнать разоружить разработать расформировать рекомендовать снести списать счесть
      удовлетворить`,
  },
  {
    name: 'learned.deployment.noun',
    kind: 'deployment',
    part: 'noun',
    prior: 'weak',
    lemmas: `боеготовность возведение наемник отработка передвижение переезд приведение присутствие строительство`,
  },
  {
    name: 'learned.deployment.verb',
    kind: 'deployment',
    part: 'verb',
    prior: 'weak',
    lemmas: `вмешаться минировать отработать охранять перевезти подготовиться последовать построить привлечь присутствовать
      скопить собрать строить`,
  },
  {
    name: 'learned.detention.noun',
    kind: 'detention',
    part: 'noun',
    prior: 'weak',
    lemmas: `задержанный наказание подписка преследование содержание стража`,
  },
  {
    name: 'learned.detention.verb',
    kind: 'detention',
    part: 'verb',
    prior: 'weak',
    lemmas: `ворваться зайти предстать пресечь преследовать привезти привлечь сидеть содержаться удерживаться`,
  },
  {
    name: 'learned.gathering.noun',
    kind: 'gathering',
    part: 'noun',
    prior: 'weak',
    lemmas: `волнение выступление минута полк прение сожжение`,
  },
  {
    name: 'learned.gathering.verb',
    kind: 'gathering',
    part: 'verb',
    prior: 'weak',
    lemmas: `забаррикадироваться предстать приблизиться присутствовать явиться`,
  },
  {
    name: 'learned.meeting.noun',
    kind: 'meeting',
    part: 'noun',
    prior: 'weak',
    lemmas: `вызов доклад`,
  },
  {
    name: 'learned.meeting.verb',
    kind: 'meeting',
    part: 'verb',
    prior: 'weak',
    lemmas: `доложить`,
  },
  {
    name: 'learned.sanction.noun',
    kind: 'sanction',
    part: 'noun',
    prior: 'weak',
    lemmas: `изоляция отключение реакция`,
  },
  {
    name: 'learned.sanction.verb',
    kind: 'sanction',
    part: 'verb',
    prior: 'weak',
    lemmas: `выдавать запрещаться скрыть`,
  },
  {
    name: 'learned.visit.verb',
    kind: 'visit',
    part: 'verb',
    prior: 'weak',
    lemmas: `осмотреть`,
  },
  {
    name: 'learned.withdrawal.noun',
    kind: 'withdrawal',
    part: 'noun',
    prior: 'weak',
    lemmas: `выведение отведение отказ пауза распад расформирование устранение`,
  },
  {
    name: 'learned.withdrawal.verb',
    kind: 'withdrawal',
    part: 'verb',
    prior: 'weak',
    lemmas: `деэскалировать завершиться оправдать освобождаться отколоться перевезти переехать подчиниться разворачиваться
      сдать урегулировать`,
  },
]
