# Labels raw news with natasha's NER: one JSON line an article {id, text, spans:[[start,end,type]]}.
import gzip, json, sys
from natasha import Segmenter, NewsEmbedding, NewsNERTagger, Doc
src, out, step, limit = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
seg, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())
n = 0
with gzip.open(src, 'rt') as f, open(out, 'w') as o:
    for i, line in enumerate(f):
        if i % step: continue
        a = json.loads(line)
        text = (a.get('title') or '') + '\n\n' + a['text']
        doc = Doc(text); doc.segment(seg); doc.tag_ner(tagger)
        o.write(json.dumps({'id': a['id'], 'text': text, 'spans': [[s.start, s.stop, s.type] for s in doc.spans]}, ensure_ascii=False) + '\n')
        n += 1
        if n % 100 == 0: o.flush()
        if n >= limit: break
