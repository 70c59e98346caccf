import type { TriggerRule } from '../rule.ts'

// Made by `npm run train -- events … lexicon`: words that name events on annotated pages and stand in no rule made by hand.

export const LEARNED_TRIGGERS: readonly TriggerRule[] = [
  {
    name: 'learned.agreement.noun',
    kind: 'agreement',
    part: 'noun',
    prior: 'weak',
    lemmas: `гарантия недопущение оформление уступка`,
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
    lemmas: `выдавать отдавать переоборудовать привлечь собрать финансироваться`,
  },
  {
    name: 'learned.appointment.noun',
    kind: 'appointment',
    part: 'noun',
    prior: 'weak',
    lemmas: `вотум переход`,
  },
  {
    name: 'learned.appointment.verb',
    kind: 'appointment',
    part: 'verb',
    prior: 'weak',
    lemmas: `лишиться нанять участвовать`,
  },
  {
    name: 'learned.attack.noun',
    kind: 'attack',
    part: 'noun',
    prior: 'weak',
    lemmas: `акт беспорядок вмешательство выстрел гибель инцидент нанесение насилие обострение переход потеря потопление
      причастность провокация продолжение разведка разгон саботаж срыв стычка чистка эпизод`,
  },
  {
    name: 'learned.attack.verb',
    kind: 'attack',
    part: 'verb',
    prior: 'weak',
    lemmas: `бросать взорваться вмешиваться ворваться выводиться выстрелить жечь забрасывать забросать заминировать
      изнасиловать кидать нарушаться обостриться охватить попасть пресечь преследовать протаранить разбить разгонять
      разграбить разгромить разогнать реагировать сорвать сработать упасть`,
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
    lemmas: `посредник сближение строительство транзит`,
  },
  {
    name: 'learned.cooperation.verb',
    kind: 'cooperation',
    part: 'verb',
    prior: 'weak',
    lemmas: `заработать подключить построить продвигать ускорить`,
  },
  {
    name: 'learned.decision.noun',
    kind: 'decision',
    part: 'noun',
    prior: 'weak',
    lemmas: `апелляция включение заявка корректировка обследование отказ перерыв предъявление разбирательство разрешение
      реакция согласие создание траур тревога фальсификация чтение шатдаун`,
  },
  {
    name: 'learned.decision.verb',
    kind: 'decision',
    part: 'verb',
    prior: 'weak',
    lemmas: `включать вменить вменять вынести высказаться запросить зарегистрировать изложить квалифицировать обжаловать
      оправдать оспорить отдавать оцепить пересмотреть поступить предъявить препятствовать присудить проверить
      разогнать разоружить разработать списать счесть удовлетворить`,
  },
  {
    name: 'learned.deployment.noun',
    kind: 'deployment',
    part: 'noun',
    prior: 'weak',
    lemmas: `готовность наемник отработка присутствие`,
  },
  {
    name: 'learned.deployment.verb',
    kind: 'deployment',
    part: 'verb',
    prior: 'weak',
    lemmas: `минировать отработать подготовиться привлечь присутствовать скопить собрать`,
  },
  {
    name: 'learned.detention.noun',
    kind: 'detention',
    part: 'noun',
    prior: 'weak',
    lemmas: `задержанный преследование стража`,
  },
  {
    name: 'learned.detention.verb',
    kind: 'detention',
    part: 'verb',
    prior: 'weak',
    lemmas: `обнаружить преследовать`,
  },
  {
    name: 'learned.gathering.noun',
    kind: 'gathering',
    part: 'noun',
    prior: 'weak',
    lemmas: `волнение выступление полк сожжение`,
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
    lemmas: `изоляция`,
  },
  {
    name: 'learned.sanction.verb',
    kind: 'sanction',
    part: 'verb',
    prior: 'weak',
    lemmas: `выдавать запрещаться`,
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
    lemmas: `выведение отведение отказ пауза расформирование устранение`,
  },
  {
    name: 'learned.withdrawal.verb',
    kind: 'withdrawal',
    part: 'verb',
    prior: 'weak',
    lemmas: `деэскалировать завершиться освобождаться отколоться перевезти переехать сдать урегулировать`,
  },
]
