/** Measures of the whole that the study's own records give: what is declared is checked against them. */
import { mean } from 'd3-array';
import type { Libelles } from '../../study/study.js';
import type { ModeOperatoire } from '../../study/types.gen.js';
import { compteSur } from '../../texte/accords.js';
import { enLettres } from '../../texte/nombres.js';
import type { ProjetAnalyse } from './projets.js';

type Indicateur = NonNullable<ModeOperatoire['indicateurs']>[number];

/** How each measure is made, in words. */
export const MESURES_CALCULEES: Libelles<Indicateur['calcul']> = {
  'somme-projets': 'Somme des mesures des projets qui l’alimentent',
  'projets-termines': 'Projets terminés, d’après leurs fiches',
  'jours-par-projet': 'Moyenne des jours d’agent faits par projet',
  'delai-reponse': 'Moyenne des projets, en jours ouvrés de la demande à la première réponse',
  'demandes-recues': 'Somme des demandes reçues, quel qu’en soit le sort',
  'conventions-signees': 'Conventions signées, d’après leur registre',
  'publics-servis': 'Publics que servent les projets, d’après leurs fiches',
};

/** The measure computed as `calcul` says; null when the indicator names no calculation, or its records are empty. */
export function mesureCalculee(
  { id, calcul }: Indicateur,
  projets: readonly ProjetAnalyse[],
  { conventions = [], realise }: Pick<ModeOperatoire, 'conventions' | 'realise'>,
): number | null {
  switch (calcul) {
    case 'somme-projets': {
      const fed = projets.flatMap(({ projet, indicateurs }) =>
        indicateurs.filter((_, i) => projet.indicateurs?.[i]?.alimente === id).flatMap(({ valeur }) => valeur ?? []),
      );
      return fed.length > 0 ? fed.reduce((sum, value) => sum + value, 0) : null;
    }
    case 'projets-termines':
      return projets.filter(({ projet }) => projet.etat === 'termine').length;
    case 'jours-par-projet':
      return mean(projets.flatMap(({ jours }) => jours.realise ?? [])) ?? null;
    case 'delai-reponse':
      return mean(projets.flatMap(({ delaiReponse }) => delaiReponse ?? [])) ?? null;
    case 'demandes-recues':
      return realise?.demandes?.reduce((sum, { nombre }) => sum + nombre, 0) ?? null;
    case 'conventions-signees':
      return conventions.filter(({ etat, signee_le: signed }) => etat === 'signee' || signed !== undefined).length;
    case 'publics-servis':
      return new Set(projets.flatMap(({ projet }) => projet.publics)).size;
    default:
      return null;
  }
}

/**
 * An indicator without a measure that says how it is computed has the one that the records give, on the day when the accounts are closed; at `au`, the date
 * of the document, where they are not.
 */
export function releve(
  indicateur: Indicateur,
  projets: readonly ProjetAnalyse[],
  mode: Pick<ModeOperatoire, 'conventions' | 'realise'>,
  au: string,
): Indicateur {
  const valeur = indicateur.mesures?.length ? null : mesureCalculee(indicateur, projets, mode);
  return valeur === null ? indicateur : { ...indicateur, mesures: [{ date: mode.realise?.au ?? au, valeur }] };
}

/** « Trois cibles du dispositif atteintes sur huit »; what nobody measured is neither reached nor missed. */
export function ciblesAtteintes(suivis: readonly { valeur: number | null; atteint: boolean | null }[]): string {
  if (suivis.length > 0 && suivis.every(({ valeur }) => valeur === null))
    return suivis.length === 1
      ? 'La cible du dispositif n’est pas mesurée'
      : `Aucune des ${enLettres(suivis.length, 'f')} cibles du dispositif n’est mesurée`;
  return compteSur(
    suivis.filter(({ atteint }) => atteint).length,
    suivis.length,
    'cible du dispositif atteinte',
    'cibles du dispositif atteintes',
    'Aucune cible du dispositif atteinte',
  );
}
