"""Labels tokens with natasha's models (silver): python silver.py SENTENCES OUT [tags]

SENTENCES: one JSON list of tokens a line (npm run train -- sentences). OUT: CoNLL-U without lemmas; with "tags" without
trees either, in a third of the time.
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


def no_trees(batch):
    return ([(0, "dep")] * len(words) for words in batch)


def main(source, target, what="trees"):
    embedding = NewsEmbedding()
    morph = NewsMorphTagger(embedding)
    syntax = NewsSyntaxParser(embedding) if what == "trees" else None

    def trees(batch):
        return ([(arc.head_id, arc.rel) for arc in arcs.tokens] for arcs in syntax.map(batch))

    with open(target, "w", encoding="utf-8") as out:
        for batch in batches(source):
            for tags, arcs in zip(morph.map(batch), trees(batch) if syntax else no_trees(batch)):
                for i, (tag, (head, rel)) in enumerate(zip(tags.tokens, arcs), 1):
                    feats = "|".join(f"{k}={v}" for k, v in sorted(tag.feats.items())) or "_"
                    out.write(f"{i}\t{tag.text}\t_\t{tag.pos}\t_\t{feats}\t{head}\t{rel}\t_\t_\n")
                out.write("\n")


main(*sys.argv[1:])
