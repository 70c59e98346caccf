"""Labels tokens with natasha's models (silver): python silver.py SENTENCES OUT

SENTENCES: one JSON list of tokens a line (npm run train -- sentences). OUT: CoNLL-U without lemmas.
Needs: pip install natasha==1.6.0 "setuptools<81" (the models come inside its wheel). Three minutes for 84,000 sentences
on one free core; set OMP_NUM_THREADS=1 for the same sums on every machine.
"""

import inspect
import json
import sys
from collections import namedtuple

if not hasattr(inspect, "getargspec"):  # pymorphy2, which natasha imports, asks for it; Python 3.11 has it no more
    Spec = namedtuple("Spec", "args varargs keywords defaults")
    inspect.getargspec = lambda function: Spec(*inspect.getfullargspec(function)[:4])

from natasha import NewsEmbedding, NewsMorphTagger, NewsSyntaxParser  # noqa: E402

BATCH = 500


def batches(path):
    batch = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            batch.append(json.loads(line))
            if len(batch) == BATCH:
                yield batch
                batch = []
    if batch:
        yield batch


def main(source, target):
    embedding = NewsEmbedding()
    morph, syntax = NewsMorphTagger(embedding), NewsSyntaxParser(embedding)
    with open(target, "w", encoding="utf-8") as out:
        for batch in batches(source):
            for tags, arcs in zip(morph.map(batch), syntax.map(batch)):
                for i, (tag, arc) in enumerate(zip(tags.tokens, arcs.tokens), 1):
                    feats = "|".join(f"{k}={v}" for k, v in sorted(tag.feats.items())) or "_"
                    out.write(f"{i}\t{tag.text}\t_\t{tag.pos}\t_\t{feats}\t{arc.head_id}\t{arc.rel}\t_\t_\n")
                out.write("\n")


main(*sys.argv[1:])
