/** The sentences of the rules name scenarios and projects by their short titles: two long ones make a sentence that nobody reads to its end. */
import { group } from 'd3-array';
import type { Study } from '../../study/study.js';
import { nomDuProjet } from '../projets/noms.js';
import { nomDuScenario } from '../scenarios/noms.js';

/** Long title and short one, both as a sentence quotes them. A short title that two share tells them apart no more, and is not used. */
function abreges(noms: readonly { titre: string; court: string }[]): [long: string, court: string][] {
  return [...group(noms, ({ court }) => court).values()].flatMap((same): [string, string][] =>
    same.flatMap(({ titre, court }): [string, string][] =>
      same.length > 1 || titre === court ? [] : [[`« ${titre} »`, `« ${court} »`]],
    ),
  );
}

/** What shortens the titles that a sentence quotes. */
export function auxTitresCourts({
  scenarios,
  projets,
}: Pick<Study, 'scenarios' | 'projets'>): (text: string) => string {
  const all = [
    ...abreges(scenarios.map((one) => ({ titre: one.titre, court: nomDuScenario(one) }))),
    ...abreges(projets.map((one) => ({ titre: one.titre, court: nomDuProjet(one) }))),
  ];
  return (text) => all.reduce((told, [long, court]) => told.replaceAll(long, () => court), text);
}
