/** Labels beside marks, none over another nor over a mark: the most important first, each at the first free place around its mark. */

export interface Boite {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Etiquetage {
  /** Middle of the mark and its radius, in points. */
  x: number;
  y: number;
  r: number;
  /** Size of the text. */
  width: number;
  height: number;
}

export const chevauche = (a: Boite, b: Boite): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Right, left, above, below, then the four corners. */
function places({ x, y, r, width, height }: Etiquetage): Boite[] {
  const gap = r + 2;
  const [beside, centred] = [y - height / 2, x - width / 2];
  const [above, below] = [y - gap - height, y + gap];
  const corner = gap * 0.7;
  return [
    { x: x + gap, y: beside, width, height },
    { x: x - gap - width, y: beside, width, height },
    { x: centred, y: above, width, height },
    { x: centred, y: below, width, height },
    { x: x + corner, y: y - corner - height, width, height },
    { x: x + corner, y: y + corner, width, height },
    { x: x - corner - width, y: y - corner - height, width, height },
    { x: x - corner - width, y: y + corner, width, height },
  ];
}

/** For each label, in order of importance, the box where it stands; null when no place is free within `cadre`. */
export function placer(
  labels: readonly Etiquetage[],
  cadre: Boite,
  obstacles: readonly Boite[] = [],
): (Boite | null)[] {
  const taken: Boite[] = [...obstacles];
  return labels.map((label) => {
    const found = places(label).find(
      (box) =>
        box.x >= cadre.x &&
        box.y >= cadre.y &&
        box.x + box.width <= cadre.x + cadre.width &&
        box.y + box.height <= cadre.y + cadre.height &&
        !taken.some((other) => chevauche(box, other)),
    );
    if (found) taken.push(found);
    return found ?? null;
  });
}
