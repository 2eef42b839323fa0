export type Label = { code: string; name: string; weight: number; x: number; y: number };

/** The room a label takes: an average letter, a line, and how many labels are enough. */
export type Setting = { letter: number; line: number; most: number };

const onMap: Setting = { letter: 9, line: 34, most: 50 };

/** Keeps the labels that fit without touching, the weightiest first; those of `first` always come. */
export function placeLabels(
  labels: Label[],
  frame: { width: number; height: number },
  first: (string | null)[] = [],
  setting = onMap,
): Label[] {
  const rank = ({ code, weight }: Label) => (first.includes(code) ? Number.MAX_VALUE : weight);
  return placeInOrder(
    labels.toSorted((one, other) => rank(other) - rank(one)),
    frame,
    setting,
  );
}

/** The same from labels that come in their order; asks for no more of them once there are enough. */
export function placeInOrder(
  labels: Iterable<Label>,
  frame: { width: number; height: number },
  setting = onMap,
): Label[] {
  const placed: Label[] = [];
  for (const label of labels) {
    const { x, y } = label;
    const inside = x > 0 && y > 0 && x < frame.width && y < frame.height;
    if (inside && placed.every((other) => !touch(label, other, setting))) {
      placed.push(label);
    }
    if (placed.length === setting.most) {
      break;
    }
  }
  return placed;
}

function touch(one: Label, other: Label, { letter, line }: Setting): boolean {
  const room = ((one.name.length + other.name.length) / 2) * letter + letter;
  return Math.abs(one.y - other.y) < line && Math.abs(one.x - other.x) < room;
}
