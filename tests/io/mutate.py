# SPDX-License-Identifier: MIT
"""Breaks JSON documents in the ways that people and programs break them; the same seed breaks them the same way."""
import copy
import json

DATES = [
    "2023-02-30", "2023-02-28", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2023-04-31", "2023-13-01",
    "2023-00-10", "2023-06-00", "2023-06-31", "2023-1-1", "23-01-01", "soon", "2023", "2023-06", "2023-20", "2023-21",
    "2023-41", "2023-42", "2023-33~", "2023-33-01", "2023?", "2023-05-05%", "2023-05-05*", "2023/2024", "2023/..",
    "../2023", "2023/", "/2023", "/", "../..", "2023-01-01/2023-02-30", "2023/2024/2025", "", " ", " 2023", "2023 ",
    "2023-01-01T00:00", "01/02/2023", "2023-06~/2024", "٢٠٢٣", "2023–01", "Y2023", "-0001", "20233", "0000",
    "9999-12-31"
]
VALUES = [
    None, True, False, 0, 1, -1.5, "", "text", "2023-01-01", [], ["x"], [1], [None], [[]], [{}], {}, {"en": "x"},
    {"en": 1}, {"en": None}, {"": "x"}, {"en_US": "x"}, {"en-US": "x", "ar": "س"}, {"abcdefghi": "x"}, {"e-": "x"},
    {"x": [1, {"y": None}]}
]
NAMES = [
    "", "x", "titel", "Title", "format", "id", "title", "start", "end", "lead", "commitments", "milestones", "values",
    "contact", "name", "language", "a/b~c", "en", "ar", "fr-CA", "en us", "عنوان"
]


def places(node, found):
    """Every container with one of its keys."""
    keys = list(node) if isinstance(node, dict) else range(len(node))
    for key in keys:
        found.append((node, key))
        if isinstance(node[key], (dict, list)):
            places(node[key], found)
    return found


def swap(rng, node, key):
    node[key] = copy.deepcopy(rng.choice(VALUES))


def break_date(rng, node, key):
    node[key] = rng.choice(DATES)


def remove(_, node, key):
    del node[key]


def wrap(rng, node, key):
    node[key] = [node[key]] if rng.random() < 0.5 else {rng.choice(NAMES): node[key]}


def unwrap(rng, node, key):
    inner = node[key]
    if isinstance(inner, (dict, list)) and inner:
        node[key] = rng.choice(list(inner.values()) if isinstance(inner, dict) else inner)


def add(rng, node, key):
    inner = node[key]
    value = copy.deepcopy(rng.choice(VALUES))
    if isinstance(inner, dict):
        inner[rng.choice(NAMES)] = value
    elif isinstance(inner, list):
        inner.insert(rng.randint(0, len(inner)), value)


def rename(rng, node, key):
    if isinstance(node, dict):
        node[rng.choice(NAMES)] = node.pop(key)


def trade(rng, node, key):
    other = rng.choice(list(node) if isinstance(node, dict) else range(len(node)))
    node[key], node[other] = node[other], node[key]


ACTS = [swap, swap, break_date, break_date, remove, wrap, unwrap, add, rename, trade]


def mutated(rng, document):
    document = copy.deepcopy(document)
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        found = places(document, [])
        if found:
            rng.choice(ACTS)(rng, *rng.choice(found))
    return document


def shrunk(rng, document):
    """A smaller document of the same kind: some members and elements left out."""
    if isinstance(document, dict):
        return {k: shrunk(rng, v) for k, v in document.items() if k == "format" or rng.random() < 0.7}
    if isinstance(document, list):
        return [shrunk(rng, v) for v in document[:3] if rng.random() < 0.8]
    return document


def line(document):
    return json.dumps(document, ensure_ascii=False)
