/** What a scenario covers: functions of its priority domains, and needs of the inventory. */
import { fonctionsDe } from '../../../study/contrat.js';
import type { Study } from '../../../study/study.js';
import type { Scenario } from '../../../study/types.gen.js';
import { enumerer } from '../../../texte/accords.js';
import { parId } from '../../par-id.js';
import type { Etiquette } from '../../types-communs.js';
import { parObjetEtCle } from '../../une-fois.js';
import { etiquette } from '../../vocabulaire.js';

export interface Couple {
  fonction: Etiquette;
  domaine: Etiquette;
  servi: boolean;
}

export interface CouvertureScenario {
  /** Function × priority domain pairs that a role serves, out of all. */
  couverts: number;
  attendus: number;
  manques: Couple[];
}

/** Actors who hold a function in a domain: a role names the function, the domain (or none), and an actor who holds the domain (or none). */
export const rolesDe = ({ acteurs }: Study, scenario: Scenario, fonction: string, domaine: string): string[] =>
  scenario.roles
    .filter((role) => role.fonction === fonction && (role.domaines?.includes(domaine) ?? true))
    .flatMap((role) =>
      role.acteurs.filter((id) => {
        const acteur = parId(acteurs, id);
        return acteur !== undefined && (acteur.domaines.includes(domaine) || acteur.domaines.length === 0);
      }),
    );

/** Every function that applies in each priority domain (`domaines[].fonctions`), and whether someone holds it. */
export const couplesAttendus = parObjetEtCle((study: Study, scenario: Scenario): readonly Couple[] =>
  scenario.domaines_prioritaires.flatMap((domaine) =>
    fonctionsDe(study, domaine).map(({ id, libelle }) => ({
      fonction: { id, libelle },
      domaine: etiquette(study.etude.domaines, domaine),
      servi: rolesDe(study, scenario, id, domaine).length > 0,
    })),
  ),
);

export function couvertureFonctions(study: Study, scenario: Scenario): CouvertureScenario {
  const couples = couplesAttendus(study, scenario);
  const manques = couples.filter(({ servi }) => !servi);
  return { couverts: couples.length - manques.length, attendus: couples.length, manques };
}

/** « personne ne tient « Former » ni « Animer » dans « Eau » ; « Prêter » dans « Bois » »: domain by domain, without parentheses, which a sentence may put around it. */
export function personneNeTient(manques: CouvertureScenario['manques']): string {
  const places = [...new Set(manques.map(({ domaine }) => domaine.libelle))];
  const told = places.map((place) => {
    const own = manques.filter(({ domaine }) => domaine.libelle === place);
    return `${enumerer(
      own.map(({ fonction }) => `« ${fonction.libelle} »`),
      'ni',
    )} dans « ${place} »`;
  });
  return `personne ne tient ${told.join(' ; ')}`;
}

/** Σ importance of the needs, and of those that fall in a priority domain and a priority public. */
export function couvertureBesoins({ besoins }: Study, scenario: Scenario): { servis: number; tous: number } {
  const weight = (list: typeof besoins): number => list.reduce((sum, besoin) => sum + besoin.importance, 0);
  const served = besoins.filter(
    (besoin) =>
      scenario.publics_prioritaires.includes(besoin.public) &&
      besoin.domaines.some((domaine) => scenario.domaines_prioritaires.includes(domaine)),
  );
  return { servis: weight(served), tous: weight(besoins) };
}
