"""Natasha's reading of treebanks' tokens: python label_natasha.py OUT_DIR TREEBANK.conllu[.gz]...

Writes OUT_DIR/<name>.conllu for each, to be given to `npm run bench -- language ... --peer OUT_DIR`.
Needs: pip install natasha==1.6.0 "setuptools<81", in an environment of its own.
"""

import gzip
import inspect
import os
import sys
from collections import namedtuple

if not hasattr(inspect, "getargspec"):  # pymorphy2, which natasha imports, asks for it; Python 3.11 has it no more
    Spec = namedtuple("Spec", "args varargs keywords defaults")
    inspect.getargspec = lambda function: Spec(*inspect.getfullargspec(function)[:4])

from natasha import MorphVocab, NewsEmbedding, NewsMorphTagger, NewsSyntaxParser  # noqa: E402


def sentences(path):
    opener = gzip.open if path.endswith(".gz") else open
    words = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if fields[0].isdigit() and len(fields) > 1:
                words.append(fields[1])
            elif not line.strip() and words:
                yield words
                words = []
    if words:
        yield words


def lemma_of(vocab, token):
    try:
        return vocab.lemmatize(token.text, token.pos, token.feats)
    except Exception:  # a tag that its dictionary cannot hold
        return token.text.lower()


def main(out, *paths):
    os.makedirs(out, exist_ok=True)
    embedding = NewsEmbedding()
    morph, syntax, vocab = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), MorphVocab()
    for path in paths:
        given = list(sentences(path))
        name = os.path.basename(path).removesuffix(".gz")
        with open(os.path.join(out, name), "w", encoding="utf-8") as file:
            for tags, arcs in zip(morph.map(given), syntax.map(given)):
                for i, (tag, arc) in enumerate(zip(tags.tokens, arcs.tokens), 1):
                    feats = "|".join(f"{key}={value}" for key, value in sorted(tag.feats.items())) or "_"
                    lemma = lemma_of(vocab, tag)
                    file.write(f"{i}\t{tag.text}\t{lemma}\t{tag.pos}\t_\t{feats}\t{arc.head_id}\t{arc.rel}\t_\t_\n")
                file.write("\n")


main(*sys.argv[1:])
