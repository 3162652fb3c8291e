#!/usr/bin/env python3
"""Holds accuracy against .ci/floors: what is measured may rise, and never fall.

    floors.py check SCORES PHRASES    what is under its floor
    floors.py raise SCORES PHRASES    prints the floors anew: what is reached, and no less than what stands there
    floors.py rising                  holds the floors against their own history in git

SCORES is what score.py --json prints, PHRASES what phrases.py --json does. A floor is a line: the name of a notice and a
figure for each kind, "-" where there is nothing to measure; or "phrases/SUITE" and the share of sentences exactly right.
The first form of the file, NAME F1 EVIDENCE, had one figure for all kinds of a notice but evidence.
"""
import json
import math
import pathlib
import subprocess
import sys

KINDS = ['tasks', 'departments', 'deadlines', 'targets', 'context', 'goals', 'indicators', 'citations', 'metadata', 'evidence']
FILE = pathlib.Path(__file__).with_name('floors')


def parse(text):
    """Returns the floors of a file in either form: {name: {kind: figure}}, and the names in the first form."""
    floors, first = {}, set()
    for line in text.splitlines():
        name, *figures = line.split()[:1 + len(KINDS)] or ['#']
        if name.startswith('#'):
            continue
        if name.startswith('phrases/'):
            floors[name] = {'exact': float(figures[0])}
        elif len(figures) == 2:
            first.add(name)
            floors[name] = {k: float(figures[k == 'evidence']) for k in KINDS}
        else:
            floors[name] = {k: float(f) for k, f in zip(KINDS, figures, strict=True) if f != '-'}
    return floors, first


def measured(scores, phrases):
    """Returns what was reached, in the form of the floors."""
    with open(scores, encoding='utf8') as f:
        out = {name: {k: v for k, v in kinds.items() if v is not None} for name, kinds in json.load(f).items() if name != 'all'}
    with open(phrases, encoding='utf8') as f:
        out |= {f'phrases/{name}': {'exact': suite['exact']} for name, suite in json.load(f).items()}
    return out


def under(floors, got, open_kinds):
    """Lists each figure that is under its floor or gone; of open_kinds, a figure that is gone was never there."""
    for name, kinds in floors.items():
        for kind, floor in kinds.items():
            figure = got.get(name, {}).get(kind)
            if figure is None and not (name in open_kinds and name in got):
                yield f'{name}: {kind} is gone, its floor was {floor:.3f}'
            elif figure is not None and figure < floor - 1e-9:
                yield f'{name}: {kind} is {figure:.4f}, its floor {floor:.3f}'


def down(figure):
    return math.floor(figure * 1000 + 1e-6) / 1000


def show(floors):
    """Prints the file."""
    print('# Accuracy that a change may raise and never lower, as .ci/floors.py raise writes it.')
    print(f"{'# notice':28}" + ''.join(f'{k:>12}' for k in KINDS))
    for name, kinds in sorted(floors.items(), key=lambda item: (item[0].startswith('phrases/'), item[0])):
        if 'exact' in kinds:
            print(f"{name:28}{kinds['exact']:12.3f}")
        else:
            print(f'{name:28}' + ''.join(f"{format(kinds[k], '.3f') if k in kinds else '-':>12}" for k in KINDS))


def history():
    """Yields the text of the floors in each commit that changed them."""
    git = lambda *args: subprocess.run(['git', *args], capture_output=True, text=True, cwd=FILE.parent)
    log = git('log', '--format=%H', '--', FILE.name)
    for commit in log.stdout.split():
        there = git('show', f'{commit}:./{FILE.name}')
        if there.returncode == 0:
            yield there.stdout


def main(verb, *files):
    floors, first = parse(FILE.read_text(encoding='utf8'))
    if verb == 'raise':
        got = measured(*files)
        for name, kinds in got.items():
            was = floors.get(name, {})
            floors[name] = {k: max(down(v), was.get(k, 0)) for k, v in kinds.items()}
        show(floors)
        return 0
    if verb == 'check':
        faults = list(under(floors, measured(*files), first))
    else:
        faults = []
        for text in history():
            before, old = parse(text)
            faults += [f'{fault} before' for fault in under(before, floors, old) if fault not in faults]
    for fault in dict.fromkeys(faults):
        print('floors:', fault)
    return 1 if faults else 0


if __name__ == '__main__':
    if len(sys.argv) not in (2, 4) or sys.argv[1] not in ('check', 'raise', 'rising') or (len(sys.argv) == 2) != (sys.argv[1] == 'rising'):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
