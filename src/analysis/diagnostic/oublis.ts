/** What the inventories hold and no other chapter says: the publics that nothing covers, those whom past actions missed, the actors never contacted. */
import { group } from 'd3-array';
import { premiersDe } from '../superlatifs.js';
import type { ActeursAnalysis, ActionsAnalysis, Etiquette, OublisAnalysis } from './types.js';
import type { BesoinsAnalysis } from './types-besoins.js';

/** Engagement levels of an actor that nobody has spoken to. */
const JAMAIS_CONTACTE = ['pressenti', null];

export function analyserOublis(
  besoins: BesoinsAnalysis,
  actions: ActionsAnalysis,
  acteurs: ActeursAnalysis,
): OublisAnalysis {
  const nu = ({ id, libelle }: Etiquette): Etiquette => ({ id, libelle });
  const atteints = actions.parPublic.map((p) => ({ ...nu(p), nombre: p.nombre }));
  const most = premiersDe(atteints, ({ nombre }) => nombre);
  return {
    publicsSansBesoinCouvert: besoins.parPublic
      .filter((p) => p.nombre > 0 && p.couverts === 0)
      .map((p) => ({ ...nu(p), besoins: p.nombre, partiels: p.partiels })),
    // A public reached by fewer than a quarter of the actions that reach the first one is said to be little reached.
    publicsPeuAtteints: most[0] ? atteints.filter(({ nombre }) => nombre * 4 < (most[0]?.nombre ?? 0)) : [],
    publicsPlusAtteints: most,
    jamaisContactes: acteurs.liste.filter(({ engagement }) => JAMAIS_CONTACTE.includes(engagement)).length,
    reponsesJugees: (['nulle', 'faible', 'partielle', 'satisfaisante'] as const)
      .map((niveau) => ({
        niveau,
        nombre: besoins.liste.filter(({ couverture }) => couverture.jugee === niveau).length,
      }))
      .filter(({ nombre }) => nombre > 0),
    partiellesCouvertes: besoins.liste.filter(
      ({ couverture }) => couverture.jugee === 'partielle' && couverture.niveau === 'couvert',
    ).length,
  };
}

/** Publics that as many actions reach, together. */
export const parNombre = (
  publics: readonly (Etiquette & { nombre: number })[],
): { nombre: number; publics: Etiquette[] }[] =>
  [...group(publics, ({ nombre }) => nombre)].map(([nombre, alike]) => ({ nombre, publics: alike }));
