import { type Design, escaped, links, longDate, OUTLET, SITE, setBlocks, shortDate } from './set.ts'

/** A news agency: blocks of its own around each paragraph, JSON-LD, a list of the latest news beside. */
export const agency: Design = (
  a,
  f,
) => `<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>${escaped(a.headline)} - ${OUTLET}, ${longDate(a.published)}</title>
<link rel="canonical" href="${SITE}${a.path}"><meta property="og:title" content="${escaped(a.headline)}"><meta property="og:site_name" content="${OUTLET}"><meta property="og:type" content="article">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":${JSON.stringify(a.headline)},"datePublished":"${a.published}"${a.updated ? `,"dateModified":"${a.updated}"` : ''},"author":{"@type":"Person","name":"${a.author}"}}</script></head>
<body class="m-page"><div class="header"><ul class="header__menu">${links(f.menu, (x) => `<li class="header__item">${x}</li>`)}</ul></div>
<div class="lenta">${f.teasers.map((t) => `<div class="lenta__item"><a href="/l"><span class="lenta__text">${t.title}</span></a><div class="lenta__time">12:40</div></div>`).join('')}</div>
<div class="layout-article"><div class="article__header"><div class="article__info-date"><a href="/d">${a.published.slice(11, 16)} ${shortDate(a.published).slice(0, 10)}</a>${a.updated ? ` <span class="article__info-date-modified">(обновлено: ${a.updated.slice(11, 16)} ${shortDate(a.updated).slice(0, 10)})</span>` : ''}</div>
<h1 class="article__title">${escaped(a.headline)}</h1>${a.lead ? `<div class="article__second-title">${escaped(a.lead)}</div>` : ''}<div class="article__announce"><div class="media"><img alt="x" src="/i.jpg"><div class="media__copyright">© Фото: ${a.author}</div><div class="media__title">${a.caption}</div></div></div></div>
<div class="article__body">${setBlocks(a.blocks, { p: (t) => `<div class="article__block" data-type="text"><div class="article__text">${t}</div></div>`, h2: (t) => `<div class="article__block" data-type="h3"><h3 class="article__h3">${t}</h3></div>`, quote: (t) => `<div class="article__block" data-type="quote"><div class="article__quote"><div class="article__quote-text">${t}</div></div></div>` }, `<div class="article__block" data-type="article"><div class="article__article-desc"><a href="/x">${f.teasers[0]!.title}</a></div><div class="article__article-info">Вчера, 18:20</div></div>`)}</div>
<div class="article__tags">${links(a.tags, (x) => x)}</div><div class="article__share">${f.share}</div></div>
<div class="recommend">${f.teasers.map((t) => `<div class="recommend__item"><a href="/r">${t.title}</a><p>${t.lead}</p></div>`).join('')}</div>
<div class="footer"><div class="footer__text">${f.footer}</div></div><div class="gdpr">${f.cookie}</div></body></html>`

/** WordPress with a theme: entry-content, related posts, comments, widgets. */
export const blogEngine: Design = (
  a,
  f,
) => `<!DOCTYPE html><html lang="ru-RU"><head><meta charset="UTF-8"><title>${escaped(a.headline)} &#8211; ${OUTLET}</title><meta property="article:published_time" content="${a.published}">${a.updated ? `<meta property="article:modified_time" content="${a.updated}">` : ''}<meta name="generator" content="WordPress 6.4"><link rel="canonical" href="${SITE}${a.path}/"></head>
<body class="post-template-default single single-post"><header id="masthead" class="site-header"><p class="site-title"><a href="/">${OUTLET}</a></p><nav id="site-navigation" class="main-navigation"><ul id="primary-menu">${links(f.menu, (x) => `<li class="menu-item">${x}</li>`)}</ul></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main"><article id="post-${a.number}" class="post type-post hentry category-news"><header class="entry-header"><h1 class="entry-title">${escaped(a.headline)}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="${a.published}">${longDate(a.published)}</time></span> <span class="byline"> от <a href="/author">${a.author}</a></span></div></header>
<div class="entry-content">${a.lead ? `<p><strong>${escaped(a.lead)}</strong></p>` : ''}<figure class="wp-block-image"><img src="/i.jpg" alt=""><figcaption class="wp-element-caption">${a.caption}</figcaption></figure>${setBlocks(a.blocks, { p: (t) => `<p>${t}</p>` }, `<div class="yarpp yarpp-related"><h3>Похожие записи</h3><ol><li><a href="/y">${f.teasers[1]!.title}</a></li><li><a href="/z">${f.teasers[2]!.title}</a></li></ol></div>`)}
<div class="sharedaddy sd-sharing"><h3 class="sd-title">${f.share}</h3></div></div><footer class="entry-footer"><span class="cat-links">Рубрика: <a href="/c">${a.section}</a></span><span class="tags-links">Метки: ${links(a.tags, (x) => x)}</span></footer></article>
<section class="author-box"><h4>${a.author}</h4><p>${f.author}</p></section><div id="comments" class="comments-area"><h2 class="comments-title">${f.comments.length} комментария</h2><ol class="comment-list">${f.comments.map((c) => `<li class="comment"><div class="comment-author">${c.name}</div><div class="comment-content"><p>${c.text}</p></div></li>`).join('')}</ol><p>Ваш адрес электронной почты не будет опубликован. Обязательные поля помечены звёздочкой.</p></div></main></div>
<aside id="secondary" class="widget-area">${f.teasers.map((t) => `<section class="widget"><h2 class="widget-title">${t.title}</h2><p>${t.lead}</p></section>`).join('')}</aside></div><footer id="colophon" class="site-footer"><p>${f.footer}</p></footer></body></html>`

/** Tables, fonts and line breaks: a site of 2003 that nobody rebuilt. */
export const tables: Design = (
  a,
  f,
) => `<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=utf-8"><TITLE>${escaped(a.headline)}</TITLE></HEAD>
<BODY bgcolor="#ffffff"><TABLE width="100%" border=0><TR><TD colspan=3><FONT size=5><B>${OUTLET}</B></FONT></TD></TR><TR><TD width=160 valign=top bgcolor="#eeeeee">${links(f.menu, (x) => `<FONT size=2>${x}</FONT><BR>`)}</TD>
<TD valign=top><TABLE width="100%"><TR><TD><FONT color="#666666" size=2>${longDate(a.published)}</FONT></TD></TR><TR><TD><FONT size=4><B>${escaped(a.headline)}</B></FONT></TD></TR><TR><TD align=justify>${a.lead ? `<B>${escaped(a.lead)}</B><BR><BR>` : ''}
${setBlocks(a.blocks, { p: (t) => `${t}<BR><BR>`, h2: (t) => `<B>${t}</B><BR><BR>`, quote: (t) => `<I>${t}</I><BR><BR>` }, `<TABLE align=right width=200><TR><TD><FONT size=1>${a.caption}</FONT></TD></TR></TABLE>`)}
<FONT size=2><I>${a.author}</I></FONT></TD></TR><TR><TD><FONT size=2>Версия для печати | Отправить другу | Обсудить на форуме</FONT></TD></TR></TABLE></TD>
<TD width=200 valign=top><FONT size=2><B>Другие новости</B><BR>${f.teasers.map((t) => `<A href="/t">${t.title}</A><BR>${t.lead}<BR><BR>`).join('')}</FONT></TD></TR><TR><TD colspan=3 align=center><FONT size=1>${f.footer}</FONT></TD></TR></TABLE></BODY></HTML>`

/** Utility classes that say nothing, data in a @graph: a site of the newest make. */
export const utility: Design = (
  a,
  f,
) => `<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>${escaped(a.headline)}</title><meta property="og:title" content="${escaped(a.headline)}"><meta property="og:url" content="${SITE}${a.path}">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"${OUTLET}"},{"@type":"NewsArticle","headline":${JSON.stringify(a.headline)},"datePublished":"${a.published}","dateModified":"${a.updated ?? a.published}","publisher":{"@type":"Organization","name":"${OUTLET}"}}]}</script></head>
<body><div id="__next"><div class="css-1q2w3e flex flex-col"><div class="sticky top-0 flex">${links(f.menu, (x) => `<div class="px-2">${x}</div>`)}</div><div class="grid grid-cols-12 gap-4"><div class="col-span-8 css-9zxcvb"><div class="text-sm text-gray-500">${a.section}</div><h1 class="text-3xl font-bold">${escaped(a.headline)}</h1>
<div class="flex gap-2 text-xs"><div>${a.author}</div><div>${longDate(a.published)}</div><div>3 мин на чтение</div></div>${a.lead ? `<div class="text-xl mb-4">${escaped(a.lead)}</div>` : ''}<div class="relative"><img src="/i.webp" alt=""><div class="text-xs text-gray-400">${a.caption}</div></div>
<div class="css-7asdfg">${setBlocks(a.blocks, { p: (t) => `<div class="css-p0o9i8 mb-4"><span>${t}</span></div>`, h2: (t) => `<div class="text-2xl font-semibold">${t}</div>`, quote: (t) => `<div class="border-l-4 pl-4 italic">${t}</div>` }, `<div class="rounded-xl bg-slate-100 p-4"><div class="font-bold">Рассылка</div><div>${f.subscribe}</div><button>Подписаться</button></div>`)}</div>
<div class="flex gap-1">${links(a.tags, (x) => `<div class="chip">${x}</div>`)}</div></div><div class="col-span-4">${f.teasers.map((t) => `<div class="rounded p-2 shadow"><a href="/q"><div class="font-bold">${t.title}</div><div class="text-sm">${t.lead}</div></a></div>`).join('')}</div></div><div class="bg-black text-white p-8"><div>${f.footer}</div></div><div class="fixed bottom-0">${f.cookie}</div></div></div></body></html>`

/** Drupal: fields in fields, a line of who submitted when. */
export const fields: Design = (
  a,
  f,
) => `<!DOCTYPE html><html lang="ru" dir="ltr" prefix="og: http://ogp.me/ns#"><head><meta charset="utf-8"><meta name="Generator" content="Drupal 9"><link rel="canonical" href="${SITE}${a.path}"><title>${escaped(a.headline)} | ${OUTLET}</title></head>
<body class="path-node page-node-type-article"><div class="dialog-off-canvas-main-canvas"><header role="banner"><div class="region region-header"><nav role="navigation" class="block block-menu"><ul class="menu">${links(f.menu, (x) => `<li>${x}</li>`)}</ul></nav></div></header><div class="region region-breadcrumb"><nav class="breadcrumb"><ol><li><a href="/">Главная</a></li><li>${a.section}</li></ol></nav></div>
<main role="main"><div class="layout-content"><div class="region region-content"><div class="block block-page-title"><h1 class="page-title"><span class="field field--name-title">${escaped(a.headline)}</span></h1></div><div class="block block-system"><article role="article" class="node node--type-article node--view-mode-full"><footer class="node__meta"><div class="node__submitted">Опубликовано пользователем <span>redaktor</span> ${longDate(a.published).replace(',', '')}</div></footer>
<div class="node__content clearfix"><div class="field field--name-field-image"><img src="/i.jpg" alt=""><div class="image-field-caption">${a.caption}</div></div><div class="clearfix text-formatted field field--name-body field--type-text-with-summary"><div class="field__item">${a.lead ? `<p class="rtejustify">${escaped(a.lead)}</p>` : ''}${setBlocks(a.blocks, { p: (t) => `<p class="rtejustify">${t}</p>` })}</div></div><div class="field field--name-field-tags"><div class="field__label">Теги</div>${links(a.tags, (x) => `<div class="field__item">${x}</div>`)}</div><div class="field field--name-field-related"><div class="field__label">Материалы по теме</div>${f.teasers
  .slice(0, 3)
  .map(
    (t) =>
      `<div class="field__item"><article class="node node--view-mode-teaser"><h2><a href="/n">${t.title}</a></h2><p>${t.lead}</p></article></div>`,
  )
  .join('')}</div></div></article></div></div></div>
<aside class="layout-sidebar-second" role="complementary">${f.teasers
  .slice(3)
  .map(
    (t) =>
      `<div class="views-row"><div class="views-field-title"><a href="/v">${t.title}</a></div><div class="views-field-body">${t.lead}</div></div>`,
  )
  .join(
    '',
  )}</aside></main><footer role="contentinfo"><div class="region region-footer"><p>${f.footer}</p></div></footer></div></body></html>`

/** Bitrix: one block of text with line breaks in it, a date above. */
export const breaks: Design = (
  a,
  f,
) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${escaped(a.headline)}</title><meta name="keywords" content="${a.tags.join(', ')}"></head><body><div class="wrapper"><div class="top-menu">${links(f.menu, (x) => `<span class="item">${x}</span> | `)}</div><div class="workarea"><div class="left-col"><div class="news-list"><h4>Лента новостей</h4>${f.teasers.map((t) => `<p class="news-item"><span class="news-date-time">11.01.2020</span> <a href="/b"><b>${t.title}</b></a><br />${t.lead}</p>`).join('')}</div></div>
<div class="center-col"><div class="news-detail"><span class="news-date-time">${shortDate(a.published)}</span><h3>${escaped(a.headline)}</h3><img class="detail_picture" src="/i.jpg" alt="">${a.lead ? `<b>${escaped(a.lead)}</b><br /><br />` : ''}${setBlocks(a.blocks, { p: (t) => `${t}<br />\n<br />`, h2: (t) => `<b>${t}</b><br />`, quote: (t) => `<i>${t}</i><br /><br />` })}<div style="clear:both"></div><br />Просмотров: 1045<br /></div><div class="back-link"><a href="/news/">Возврат к списку</a></div><div class="ya-share2">${f.share}</div></div></div><div class="bottom"><div class="copy">${f.footer}</div></div></div></body></html>`
