import type { Messages } from './messages.ts'
import { counter } from './plural.ts'

const count = counter('ru')
const megabytes = (bytes: unknown): string => `${Math.max(1, Math.round(Number(bytes) / 1_000_000))} МБ`
const line = (detail: { readonly [key: string]: string | number }): string =>
  detail.line === undefined ? '' : `строка ${detail.line}: `

/** Что случилось со страницей или летописью и что с этим делать. */
export const russianProblems: Messages['problems'] = {
  missing: () => ({ what: 'нет такого файла или папки', remedy: 'проверьте путь' }),
  'no-permission': () => ({ what: 'нет права читать', remedy: 'дайте себе право на чтение (chmod u+r)' }),
  unreadable: ({ reason }) => ({ what: `не читается: ${reason}`, remedy: 'проверьте диск и путь' }),
  empty: () => ({ what: 'файл пуст' }),
  binary: ({ found }) => ({ what: `это не текст (${found})`, remedy: 'сохраните страницу как .html или .txt' }),
  'unknown-format': () => ({
    what: 'по имени не понять, что это за файл',
    remedy: 'назовите его по тому, что в нём: .html, .txt, .ndjson, .json, .warc, .zip, .pdf …',
  }),
  'too-large': (detail) => ({
    what: `${line(detail)}больше ${megabytes(detail.limit)}`,
    remedy: 'разделите на отдельные статьи',
  }),
  'bad-gzip': ({ reason }) => ({ what: `архив gzip повреждён (${reason})`, remedy: 'упакуйте заново' }),
  'not-json': (detail) => ({ what: `${line(detail)}это не JSON (${detail.reason})`, remedy: 'исправьте эту строку' }),
  'not-a-record': (detail) => ({
    what: `${line(detail)}это не запись статьи`,
    remedy: 'запись — это объект с полем "text"',
  }),
  'no-text': (detail) => ({ what: `${line(detail)}текста не нашлось` }),
  'no-records': () => ({ what: 'записей статей в файле нет' }),
  'bad-sidecar': ({ reason }) => ({
    what: `сопроводительный файл не принят (${reason})`,
    remedy: 'в нём должен быть объект JSON с полями published, outlet, url, updated, fetched',
  }),
  'sidecar-without-page': () => ({
    what: 'рядом с этим сопроводительным файлом нет страницы',
    remedy: 'ИМЯ.meta.json относится к ИМЯ.txt или ИМЯ.html в той же папке',
  }),
  'folder-loop': () => ({ what: 'папка по ссылке ведёт в саму себя и пропущена' }),
  'other-language': ({ language }) => ({ what: `язык (${language}) пока не читается; читается русский` }),
  'encoding-overruled': ({ declared, found }) => ({ what: `объявлена кодировка ${declared}, а на деле ${found}` }),
  'encoding-unknown': ({ declared, found }) => ({
    what: `объявлена неизвестная кодировка ${declared}; прочитано как ${found}`,
  }),
  'encoding-broken': ({ count: broken, encoding }) => ({
    what: `${count(Number(broken), { one: 'испорченный знак', few: 'испорченных знака', many: 'испорченных знаков', other: 'испорченного знака' })} в кодировке ${encoding}`,
  }),
  'impossible-date': ({ value }) => ({ what: `такого дня нет: ${value}; дата не взята` }),
  'bad-date': ({ field, value }) => ({
    what: `дата «${value}» (${field}) не понята и не взята`,
    remedy: 'пишите так: 2024-05-14 или 2024-05-14T12:40:00+03:00',
  }),
  'too-deep': () => ({ what: 'теги вложены слишком глубоко; остаток прочитан как текст' }),
  'reader-failed': ({ words }) => ({
    what: `прочитать не удалось (${words})`,
    remedy: 'это ошибка Letopis: пожалуйста, сообщите о ней и приложите страницу',
  }),
  'too-slow': ({ words }) => ({
    what: `чтение заняло больше ${words} и прервано`,
    remedy: 'разделите страницу; пожалуйста, сообщите об этом и приложите её',
  }),
  'language-data': ({ words }) => ({
    what: `языковые данные не загрузились (${words})`,
    remedy: 'установите Letopis заново',
  }),
  'database-in-use': ({ pid, command, host }) => ({
    what: `Летопись занята: её открыла команда «letopis ${command}» (процесс ${pid} на ${host}).`,
    remedy:
      'Дождитесь её конца, остановите её или работайте через неё: пока идёт «letopis serve», остальные команды обращаются к нему.',
  }),
  'database-unreachable': ({ words }) => ({
    what: `База данных не отвечает (${words}).`,
    remedy: 'Проверьте, запущен ли сервер и верны ли адрес, имя и пароль в --db или LETOPIS_DB.',
  }),
  'database-failed': ({ words }) => ({
    what: `Сбой базы данных (${words}).`,
    remedy: 'Если повторится: letopis rebuild составит летопись заново по её страницам.',
  }),
  'database-newer': () => ({
    what: 'Эту летопись составила более новая версия Letopis.',
    remedy: 'Обновите Letopis или укажите другую папку ключом --db.',
  }),
  'not-a-chronicle': ({ example }) => ({
    what: `В папке лежит другое (${example}), а летописи нет.`,
    remedy: 'Укажите ключом --db пустую или новую папку.',
  }),
  'queue-needs-server': () => ({
    what: 'У летописи в папке очереди нет.',
    remedy: 'Назовите сервер PostgreSQL: --db postgres://…',
  }),
  'no-article': () => ({
    what: 'В летописи нет такой статьи или версии.',
    remedy: 'Номер статьи покажет «letopis articles», версию — «letopis versions НОМЕР».',
  }),
  'no-chronicle': () => ({
    what: 'Летописи здесь ещё нет.',
    remedy: 'Создайте её: letopis add ПУТЬ — или укажите её папку ключом --db.',
  }),
  'journal-damaged': () => ({
    what: 'Журнал страниц повреждён с самого начала.',
    remedy: 'Верните pages.journal из резервной копии; в нём ничего не изменено.',
  }),
  'journal-torn': ({ bytes }) => ({
    what: `Последние ${bytes} байт журнала страниц были записаны наполовину, когда машина или программа остановилась, и отброшены; страниц, о которых сказано «добавлено», среди них нет.`,
  }),
  'disk-full': () => ({
    what: 'Диск заполнен. Всё, о чём сказано «добавлено», сохранено целиком.',
    remedy: 'Освободите место и повторите ту же команду: то, что уже есть, будет пропущено.',
  }),
  'folder-unwritable': ({ code }) => ({
    what: `В папку нельзя писать (${code}).`,
    remedy: 'Проверьте права или укажите другую папку ключом --db.',
  }),
  'port-busy': ({ port, next }) => ({
    what: `Порт ${port} занят другой программой.`,
    remedy: `Выберите другой: --port ${next}`,
  }),
  'port-forbidden': ({ port }) => ({
    what: `Порт ${port} нельзя занять без особых прав.`,
    remedy: 'Выберите порт больше 1023: --port 4400',
  }),
  'host-unknown': ({ host }) => ({
    what: `У этой машины нет адреса ${host}.`,
    remedy: 'Укажите --host 127.0.0.1 или 0.0.0.0 для всех её адресов.',
  }),
  'bad-alert-state': () => ({
    what: 'Это не файл состояния оповещения, или он повреждён.',
    remedy: 'Укажите ключом --state другой файл; тогда всё, что есть, считается известным.',
  }),
  'backup-damaged': ({ reason }) => ({
    what: `Копия повреждена или записана не до конца (${reason}); ничего не восстановлено.`,
    remedy: 'Возьмите другой экземпляр файла.',
  }),
  'backup-newer': ({ by }) => ({
    what: `Копию сделала более новая версия (${by}).`,
    remedy: 'Обновите Letopis.',
  }),
  'not-a-backup': () => ({
    what: 'Это не резервная копия Letopis.',
    remedy: 'Укажите файл, который записала letopis backup.',
  }),
  'restore-into-used': () => ({
    what: 'Там уже что-то есть; ничего не изменено.',
    remedy: 'Укажите ключом --db новое или пустое место.',
  }),
  'out-unwritable': ({ code }) => ({
    what: `Файл нельзя записать (${code}).`,
    remedy: 'Проверьте путь и права или укажите другой файл ключом --out.',
  }),
}
