import type { Messages } from './messages.ts'
import { russianNetworkProblems } from './network-ru.ts'
import { counter } from './plural.ts'
import { russianProblems } from './problems-ru.ts'
import { russianWatch } from './watch.ts'

const count = counter('ru')
const pages = (n: number): string => count(n, { one: 'страница', few: 'страницы', many: 'страниц', other: 'страницы' })

export const russian: Messages = {
  language: 'ru',
  program: 'Читает страницы новостей и пишет летопись: что произошло, когда, где, между кем и кто это говорит.',
  commands: {
    start: {
      about: 'Прочитать страницы (без указания — примеры), напечатать летопись и показывать её до Ctrl-C',
      example: 'letopis start pages/',
    },
    add: {
      about: 'Прочитать страницы, ленты и сайты и хранить их в летописи',
      example: 'letopis add pages/ https://example.org/rss',
    },
    work: {
      about: 'Брать страницы из очереди летописи в PostgreSQL и добавлять их, на скольких угодно машинах',
      example: 'letopis work --db postgres://letopis@desk/news',
    },
    queue: {
      about: 'Показать, сколько страниц ждёт в очереди и какие не удалось прочитать',
      example: 'letopis queue --db postgres://letopis@desk/news',
    },
    watch: {
      about: 'Следить за лентами, пока работает: новые страницы и три дня правок в них',
      example: 'letopis watch feeds.opml https://example.org/rss',
    },
    extract: {
      about: 'Напечатать факты каждой страницы строками JSON, ничего не сохраняя',
      example: 'letopis extract page.html > facts.jsonl',
    },
    analyze: {
      about: 'Напечатать предложения, слова и их морфологию; файл .conllu сохраняет свои предложения и слова',
      example: 'letopis analyze page.txt sentences.conllu.gz --format conllu',
    },
    chronicle: {
      about: 'Напечатать летопись, по строке на запись',
      example: 'letopis chronicle --about Норвегия --from 2024-05 --to 2024-06 --kind visit',
    },
    export: {
      about: 'Записать летопись строками JSON или таблицей CSV',
      example: 'letopis export --format csv --what entries --out entries.csv',
    },
    serve: { about: 'Показать летопись в браузере и отвечать по HTTP', example: 'letopis serve --port 4400' },
    articles: { about: 'Перечислить статьи летописи', example: 'letopis articles' },
    outlets: {
      about: 'Перечислить издания летописи: вид, страна, язык, число статей, первый и последний день, имя',
      example: 'letopis outlets --outlets my-outlets.tsv',
    },
    feeds: {
      about: 'Перечислить ленты, за которыми следит «letopis watch», или записать их в OPML для других программ',
      example: 'letopis feeds --format opml > feeds.opml',
    },
    versions: {
      about: 'Показать все тексты статьи и что издание изменило и отозвало',
      example: 'letopis versions 3f2a9c51d07be846',
    },
    remove: { about: 'Убрать статьи из летописи', example: 'letopis remove 3f2a9c51d07be846' },
    correct: {
      about:
        'Поправить летопись (слить, разделить, переименовать, отклонить, пометить), отменить правку, показать журнал',
      example: 'letopis correct rename 3f2a9c51d07be846 "Визит в Осло" --author "Стол новостей"',
    },
    rebuild: {
      about: 'Заново прочитать все хранимые страницы и составить летопись (после сбоя или обновления)',
      example: 'letopis rebuild',
    },
    alert: {
      about:
        'Сообщать, когда подходящая запись появилась, сменила статус или источники в ней разошлись: на адрес (webhook) или лентой',
      example: 'letopis alert --state oslo.alert --about Норвегия --kind visit --webhook http://127.0.0.1:9000/news',
    },
    backup: {
      about: 'Записать всю летопись в один файл: страницы как они пришли, правки, настройки; можно и пока она открыта',
      example: 'letopis backup letopis.backup.gz',
    },
    restore: {
      about: 'Восстановить летопись из копии в новом или пустом месте, со всеми номерами',
      example: 'letopis restore letopis.backup.gz --db letopis-copy',
    },
  },
  words: {
    usage: 'Вызов:',
    arguments: 'Аргументы:',
    options: 'Ключи:',
    globalOptions: 'Общие ключи:',
    commands: 'Команды:',
    example: 'Пример:',
    error: 'ошибка',
    warning: 'предупреждение',
    helpOption: 'показать эту справку',
    versionOption: 'показать версию',
    helpCommand: 'показать справку о команде',
  },
  options: {
    db: 'папка летописи или адрес postgres:// (по умолчанию LETOPIS_DB, иначе letopis-data)',
    outlets:
      'свой список изданий, по строке на адрес: домен, имя, вид, страна, язык через табуляцию (по умолчанию LETOPIS_OUTLETS)',
    lang: 'язык сообщений: ru или en (по умолчанию — язык системы)',
    workers: 'число рабочих потоков (по умолчанию — число ядер)',
    explain: 'показать для каждого факта правило, которое его нашло, и слова, на которых он стоит',
    verbose: 'печатать строку о каждой странице, когда она надёжно сохранена: исход, номер, откуда',
    about: 'только записи с участием этого человека, организации или страны',
    from: 'только записи, которые могли быть в этот день или позже (2024, 2024-05 или 2024-05-14)',
    to: 'только записи, которые могли быть в этот день или раньше',
    kind: 'только записи этого вида',
    alertState: 'файл, в котором оповещение хранит, что ему известно и что не доставлено; свой для каждого',
    alertWebhook: 'адрес, который получает каждое событие строкой JSON (POST), снова и снова, пока не ответит 200–299',
    alertFeed: 'файл, в который писать ленту последних 100 событий: JSON Feed, если он кончается на .json, иначе Atom',
    alertStatus: 'только записи с этим статусом',
    alertWords: 'только записи с этими словами в названии, именах, месте или цитатах',
    alertEvery: 'секунды между проверками',
    alertFromStart: 'сообщить и о том, что уже есть (иначе первая проверка только запоминает)',
    alertOnce: 'проверить один раз и закончить, для cron',
    backupFile: 'файл резервной копии',
    exportFormat: 'формат; о каждом — docs/export.md',
    since: 'только изменившееся после этой отметки; @ФАЙЛ хранит отметку в файле: начните с нового',
    bom: 'начать таблицу меткой, по которой табличные программы узнают UTF-8',
    home: 'адрес страницы, на которую ведут ссылки (по умолчанию http://127.0.0.1:4400/)',
    extractFormat: 'jsonl или brat: разметка, которую можно править в редакторе brat',
    bratFolder: 'папка для файлов --format brat',
    what: 'что записать',
    out: 'файл, куда писать (по умолчанию — стандартный вывод)',
    analyzeFormat: 'conllu или jsonl',
    port: 'порт, на котором отвечать',
    host: 'адрес, на котором слушать; за пределами этой машины спрашивается ключ (LETOPIS_TOKEN, иначе новый)',
    noToken: 'не спрашивать ключ: только если пришедших проверяет то, что стоит перед сервером',
    inputs:
      'файлы и папки (.html .txt .ndjson .jsonl .json .opml .rss .xml .warc .wacz .zip .mhtml .eml .pdf, каждый можно .gz; выгрузки Miniflux, FreshRSS, Telegram), «-» — стандартный ввод, адреса (https://…) статей, лент, карт сайтов и главных страниц',
    allowHost:
      'узел, который может быть частным или местным: к неоткрытым адресам обращаются только по имени; можно повторять',
    delay: 'секунд между двумя обращениями к одному сайту',
    feedText: 'брать текст записей, которые лента приводит целиком, из ленты, а не с их страниц',
    watchInputs: 'списки подписок (OPML), ленты, карты новостей, главные страницы',
    watchOnce: 'сделать то, чему пришло время, и закончить (для cron)',
    state: 'файл для состояния слежения (по умолчанию watch.json в папке летописи)',
    watchVerbose: 'печатать каждую неполадку',
    most: 'брать не больше стольких страниц из одной ленты, карты сайта или с главной страницы',
    startInputs: 'файлы и папки; без указания — примеры, которые идут вместе с Letopis',
    correct:
      'log · export [файл] · import файл · merge номер номер… · split запись статья:событие… · split имя новое-имя статья… · rename номер имя · reject номер · note номер слова · undo правка',
    author: 'кто правит (по умолчанию — имя пользователя системы)',
    nameEn: 'то же имя по-английски',
    register: 'напечатать сам список изданий, за ним свои строки: таким пишут файл для --outlets',
    feedsFormat: 'text или opml',
    ids: 'номера статей, как их показывает «letopis articles»; статья уходит со всеми версиями',
    id: 'номер статьи, как его показывает «letopis articles»',
    fromVersion: 'с какой версией сравнить (по умолчанию: с предыдущей)',
    toVersion: 'какую версию сравнить (по умолчанию: нынешнюю)',
    versionsFormat: 'text или json',
    queue: 'только поставить страницы в очередь; прочитает их «letopis work» (PostgreSQL)',
    once: 'закончить, когда ждать больше нечему',
    removeVersion: 'убрать только эту версию, как её показывает «letopis versions»',
  },
  usage: {
    unknownOption: (option) => `Ключа ${option} нет.`,
    unknownCommand: (command) => `Команды «${command}» нет.`,
    missingArgument: (argument) => `Не указано: ${argument}.`,
    missingValue: (option) => `Ключу ${option} нужно значение.`,
    tooManyArguments: 'Аргументов больше, чем принимает эта команда.',
    badValue: (option, value, allowed) => `${option} не может быть «${value}». Возможно: ${allowed}.`,
    seeHelp: (command) => `Справка: ${command} --help`,
    didYouMean: (word) => `Может быть, ${word}?`,
  },
  progress: {
    reading: (done, rate, left) => `${pages(done)} · ${rate}/с${left === null ? '' : ` · осталось ${left}`}`,
    joining: 'Составляется летопись …',
    restoring: (n) => `Восстановление из журнала страниц: ${pages(n)}`,
    stopping: 'Остановка после начатых страниц (ещё раз Ctrl-C — сразу) …',
    time: (seconds) => (seconds < 90 ? `${Math.ceil(seconds)} с` : `${Math.ceil(seconds / 60)} мин`),
  },
  alert: {
    turn: (noticed, delivered, pending) => `Замечено: ${noticed}, доставлено: ${delivered}, ждёт: ${pending}.`,
    refused: (why) => `Не доставлено (${why}); сохранено и будет отправлено снова.`,
    oneWay: 'Укажите либо --webhook, либо --feed.',
    badAddress: (url) => `${url} — не адрес http.`,
  },
  backup: {
    made: (n, corrections, path) => `Записано в ${path}: ${pages(n)}, правок: ${corrections}.`,
    reading: (n) => `Восстановление: ${pages(n)}`,
    restored: (n, corrections, entries) => `Восстановлено: ${pages(n)}, правок: ${corrections}, записей: ${entries}.`,
  },
  exporting: {
    cursor: (cursor) => `Отметка для следующего раза: --since ${cursor}`,
    stopped: 'Остановлено; файл остался прежним, отметка тоже.',
    anew: 'Отметка относится к летописи, которую с тех пор составили заново: записано всё.',
    untold: (gone, format) =>
      `Больше нет: ${count(gone, { one: 'запись', few: 'записи', many: 'записей', other: 'записи' })}; каких, ${format} сказать не может (могут jsonl, json, ics, atom, plover и cameo).`,
    notCovered: (format, what, covers) => `--format ${format} не передаёт ${what}. Возможно: ${covers}.`,
  },
  summary: {
    read: (n) => `Прочитано: ${pages(n)}.`,
    added: ({ added, updated, unchanged }) =>
      `Добавлено: ${pages(added)}${updated > 0 ? `, новых версий: ${updated}` : ''}${unchanged > 0 ? `, уже были: ${unchanged}` : ''}.`,
    entries: (entries, articles, disputes) =>
      `${count(entries, { one: 'запись', few: 'записи', many: 'записей', other: 'записи' })} по ${count(articles, { one: 'статье', few: 'статьям', many: 'статьям', other: 'статьи' })}${disputes > 0 ? `, источники расходятся в ${disputes} (≠)` : ''}.`,
    leftOut: (n) => `Не прочитано: ${pages(n)}:`,
    warnings: (n) => `Прочитано с оговорками (${n}):`,
    stopped: 'Остановлено; всё, о чём сказано «добавлено», сохранено.',
    restored: (n) => `Восстановлено из журнала страниц после остановки: ${pages(n)}.`,
    reread: (n) => `Перечитано: ${pages(n)}.`,
    removed: (n) => `Убрано: ${count(n, { one: 'статья', few: 'статьи', many: 'статей', other: 'статьи' })}.`,
    missing: (n) => `Нет в летописи: ${count(n, { one: 'номер', few: 'номера', many: 'номеров', other: 'номера' })}.`,
    nothing: 'Страниц там не нашлось.',
    annotated: (n, folder) =>
      `${count(n, { one: 'страница записана', few: 'страницы записаны', many: 'страниц записано', other: 'страницы записано' })} в ${folder} в формате brat; папку можно открыть в brat и править.`,
    exported: (bytes, path) => `В ${path} записано ${bytes.toLocaleString('ru')} байт.`,
  },
  chronicle: {
    statuses: {
      planned: 'планируется',
      possible: 'возможно',
      ongoing: 'идёт',
      happened: 'состоялось',
      denied: 'опровергается',
    },
    undated: 'без даты',
    sources: (outlets, origins) =>
      `${count(outlets, { one: 'источник', few: 'источника', many: 'источников', other: 'источника' })}${
        outlets === 1
          ? ''
          : ` (${count(origins, { one: 'независимый', few: 'независимых', many: 'независимых', other: 'независимых' })})`
      }`,
    disputed: 'источники расходятся',
    withdrawn: 'отозвано изданием',
    legend: '● состоялось  ◐ идёт  ○ планируется  ◌ возможно  ⊘ опровергается  ≠ источники расходятся',
    empty: 'Летопись пуста. Добавьте страницы: letopis add ПУТЬ...',
    noMatch: 'Ни одна запись не отвечает условиям.',
    months: ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
    seasons: { 21: 'весна', 22: 'лето', 23: 'осень', 24: 'зима' },
    untilDay: (day) => `до ${day}`,
    sinceDay: (day) => `с ${day}`,
    decade: (year) => `${year}-е`,
  },
  serve: {
    ready: (url) => `Летопись открыта: ${url}`,
    stop: 'Ctrl-C — остановить.',
    withoutPage: 'Страница не собрана, отвечает только API. Собрать: npm run build',
    openToNetwork: (host) =>
      `Каждый, кому доступен ${host}, может читать, добавлять и убирать страницы: ключ не спрашивается.`,
    withToken: (host) =>
      `Слушаю на ${host}: у кого есть адрес ниже с ключом, тот может читать, добавлять и убирать страницы. По пути ничто не зашифровано.`,
    weakToken: (length) =>
      `В LETOPIS_TOKEN должно быть не меньше ${length} знаков: латинские буквы, цифры и - _ . ~ + / =.`,
  },
  explain: {
    times: 'Время',
    statements: 'Высказывания',
    events: 'События',
    figures: 'Числа',
    documents: 'Документы',
    rule: 'правило',
    restsOn: 'слова',
    noRule: 'правило не названо',
  },
  correct: {
    what: 'Правка — это log, export, import, merge, split, rename, reject, note или undo с тем, чего она касается.',
    unknown: (id) => `В летописи нет ни записи, ни имени, ни расхождения «${id}».`,
    badMention: (given) => `«${given}» — не событие: нужно статья:номер, как в evidence записи.`,
    made: (id) => `Правка ${id} принята. Отменить: letopis correct undo ${id}`,
    idle: 'Правка сохранена, но сейчас ничего не меняет: того, о чём она, в летописи нет.',
    imported: (added, known) => `Принято правок: ${added}; уже были: ${known}.`,
    badLog: (path) => `${path} — не журнал правок: нужно то, что дал letopis correct export.`,
  },
  outlets: {
    kinds: { outlet: 'издание', agency: 'агентство', official: 'официальный источник' },
    unknown: 'нет в списке',
  },
  articles: {
    versions: (n) => count(n, { one: 'версия', few: 'версии', many: 'версий', other: 'версии' }),
    noOutlet: 'издание не названо',
    noHeadline: '(без заголовка)',
  },
  queue: {
    queued: (n) => `Поставлено в очередь: ${pages(n)}.`,
    waiting: (n) => `Ждут: ${pages(n)}.`,
    leftOut: (n) => `Не удалось прочитать: ${pages(n)}.`,
    working: 'Работаю. Ctrl-C остановит после страниц, что уже в работе.',
    serverGone: 'База недоступна; жду её …',
    serverBack: 'База снова отвечает.',
  },
  versions: {
    current: '(нынешняя)',
    single: 'Её текст не менялся.',
    withdrawn: 'Отозвано изданием:',
    brought: 'Появилось:',
    unchanged: (n) =>
      count(n, {
        one: 'предложение без изменений',
        few: 'предложения без изменений',
        many: 'предложений без изменений',
        other: 'предложения без изменений',
      }),
    sorts: { event: 'событие', statement: 'высказывание', figure: 'число' },
  },
  watch: russianWatch,
  problems: { ...russianProblems, ...russianNetworkProblems },
  unknownProblem: (code, detail) => ({
    what: `не удалось прочитать (${[code, ...Object.values(detail)].join(', ').slice(0, 300)})`,
  }),
}
