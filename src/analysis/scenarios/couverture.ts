/** What a scenario covers: functions of its priority domains, and needs of the inventory. */
import type { Study } from '../../study/study.js';
import type { Scenario } from '../../study/types.gen.js';

export interface CouvertureScenario {
  /** Function × priority domain pairs that a role serves, out of all. */
  couverts: number;
  attendus: number;
  manques: { fonction: string; domaine: string }[];
}

/** A role serves a pair when it names the function, the domain (or none), and an actor who holds both. */
export function couvertureFonctions({ etude, acteurs }: Study, scenario: Scenario): CouvertureScenario {
  const known = new Map(acteurs.map((acteur) => [acteur.id, acteur]));
  const manques = scenario.domaines_prioritaires.flatMap((domaine) =>
    etude.fonctions
      .filter(({ id }) => !scenario.roles.some((role) => sert(role, id, domaine)))
      .map(({ id }) => ({ fonction: id, domaine })),
  );
  function sert(role: Scenario['roles'][number], fonction: string, domaine: string): boolean {
    if (role.fonction !== fonction || (role.domaines && !role.domaines.includes(domaine))) return false;
    return role.acteurs.some((id) => {
      const acteur = known.get(id);
      return acteur !== undefined && (acteur.domaines.includes(domaine) || acteur.domaines.length === 0);
    });
  }
  const attendus = scenario.domaines_prioritaires.length * etude.fonctions.length;
  return { couverts: attendus - manques.length, attendus, manques };
}

/** Share of the needs, weighted by their importance, that fall in a priority domain and a priority public. */
export function couvertureBesoins({ besoins }: Study, scenario: Scenario): number | null {
  const weight = (list: typeof besoins): number => list.reduce((sum, besoin) => sum + besoin.importance, 0);
  const served = besoins.filter(
    (besoin) =>
      scenario.publics_prioritaires.includes(besoin.public) &&
      besoin.domaines.some((domaine) => scenario.domaines_prioritaires.includes(domaine)),
  );
  const all = weight(besoins);
  return all > 0 ? weight(served) / all : null;
}
